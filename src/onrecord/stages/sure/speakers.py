"""Features of who says so: the speech the claim stands in, or, where it stands in none, the speeches around it."""

from math import log1p

from onrecord.model import Attribution
from onrecord.stages.sure.scene import Features, Scene, near, odds, standing

_MARKS = frozenset('"“”«»„')


def features(scene: Scene) -> Features:
    """Of a claim with a speaker, or of one that the page tells in its own voice."""
    yield from standing(scene)
    if any(t.text in _MARKS for t in scene.sentence):
        yield "marks in the sentence", 1.0
    if scene.claim.attributions:
        yield from _said(scene, scene.claim.attributions[0])
        yield "speakers in the chain", float(len(scene.claim.attributions))
    else:
        yield from _own_voice(scene)


def _said(scene: Scene, said: Attribution) -> Features:
    parse = scene.whole.parse
    yield from near(scene, said.cue.start, said.cue.end)
    cue = parse.head_of(said.cue.start, said.cue.end)
    yield f"cue {cue.lemma.casefold() if cue else '-'}", 1.0
    yield f"a {said.speaker.value}", 1.0
    yield "length of the content", log1p(said.content.end - said.content.start)
    if said.sure is not None:
        yield "the reader's own", odds(said.sure)
    if not said.grammar:
        yield "the reader alone", 1.0
    if said.spans:
        yield "content with a gap", 1.0
    if said.content.words[:1] in _MARKS:
        yield "content in quotation marks", 1.0
    if said.source is None:
        yield "nobody named", 1.0
        return
    head = parse.head_of(said.source.start, said.source.end)
    yield f"source {head.pos if head else '-'}", 1.0
    yield "length of the source", log1p(len(said.source.words.split()))
    yield "from source to cue", min(3.0, log1p(abs(said.cue.start - said.source.end)))


def _own_voice(scene: Scene) -> Features:
    """A speech in the same sentence or the one before may have been meant to reach the claim."""
    spoken, number = scene.whole.spoken, scene.head.sentence
    yield "in the page's own voice", 1.0
    for name, where in (("here", number), ("just before", number - 1), ("just after", number + 1)):
        if where in spoken:
            yield f"a speech {name}", 1.0
            cue = scene.whole.parse.head_of(spoken[where][0].cue.start, spoken[where][0].cue.end)
            yield f"a speech {name} by {cue.lemma.casefold() if cue else '-'}", 1.0
    yield "speeches in the text", log1p(sum(map(len, spoken.values())))
