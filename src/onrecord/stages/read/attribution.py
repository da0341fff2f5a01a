"""Who says what: source, cue and content, from the grammar (Pareti 2015; PolNeAR's scheme)."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from onrecord.model import Attribution, Marks, Parse, Passage
from onrecord.stages.read import cues
from onrecord.stages.read.attribution_colon import colon_drafts
from onrecord.stages.read.attribution_draft import Draft
from onrecord.stages.read.attribution_learned import with_learned
from onrecord.stages.read.attribution_nouns import noun_drafts
from onrecord.stages.read.attribution_quotes import with_quotations
from onrecord.stages.read.attribution_spans import parts, passage_of, spans_of
from onrecord.stages.read.attribution_verbs import verb_drafts
from onrecord.stages.read.quotes import Span, quotations
from onrecord.stages.read.speakers import Speakers


def find_attributions(
    text: str, parse: Parse, marks: Marks | None = None, within: Sequence[Span] | None = None
) -> tuple[Attribution, ...]:
    """Every attribution of a text, in order of its cue; `Attribution.within` says which one it is quoted in.

    The trained reader (`marks`) is asked about the windows that touch the stretches `within`, or about all.
    """
    quotes = quotations(text)
    drafts = list(
        _outside(parse, chain(verb_drafts(text, parse), noun_drafts(parse), colon_drafts(parse)), quotes)
    )
    drafts = [d for d in with_quotations(text, parse, drafts, quotes) if _wordy(parse, d)]
    drafts = list(with_learned(parse, _spoken_within(drafts), marks, within))
    speakers = Speakers(text, parse)
    made = sorted((_made(text, parse, d, speakers) for d in drafts), key=lambda a: (a.cue, a.content))
    return tuple(_nested(parse, made))


def _outside(parse: Parse, drafts: Iterable[Draft], quotes: Sequence[Span]) -> Iterator[Draft]:
    """Within quoted words only a third person's speech is an attribution of its own: "I think" is the speaker again."""
    starts = [start for start, _ in quotes]
    for draft in drafts:
        n = bisect_right(starts, draft.verb.start) - 1
        if n < 0 or draft.verb.end > quotes[n][1] or (draft.tells and draft.content and _third(parse, draft)):
            yield draft


def _third(parse: Parse, draft: Draft) -> bool:
    """Whether a source is somebody other than those who talk to each other."""
    return any(parse.tokens[i].pos in ("NOUN", "PROPN") for i in draft.source)


def _spoken_within(drafts: Sequence[Draft]) -> list[Draft]:
    """Without what a speaker says of others' thoughts and wishes: that is the speaker's own word. Others' speech stays."""
    content = {i for d in drafts for i in d.content}
    return [d for d in drafts if d.verb.i not in content or d.tells]


def _wordy(parse: Parse, draft: Draft) -> bool:
    return any(parse.tokens[i].pos not in ("PUNCT", "SPACE") for i in draft.content)


def _made(text: str, parse: Parse, draft: Draft, speakers: Speakers) -> Attribution:
    spans = spans_of(text, parse, draft.content)
    speaker = speakers.of(draft.source)
    source = passage_of(text, parse, draft.source) if draft.source else None
    named = [i for i in speaker.phrase if parse.tokens[i].pos in ("NOUN", "PROPN")]
    fuller = passage_of(text, parse, speaker.phrase) if named and speaker.phrase != draft.source else None
    return Attribution(
        source=source,
        cue=passage_of(text, parse, draft.cue),
        content=Passage.of(text, spans[0][0], spans[-1][1]),
        speaker=speaker.kind,
        side=speaker.side,
        situations=speaker.situations,
        spans=spans if len(spans) > 1 else (),
        of=fuller,
        grammar=draft.grammar,
        sure=None if draft.sure is None else round(draft.sure, 3),
    )


def _nested(parse: Parse, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Each with `within`: the innermost other attribution whose content holds its cue."""
    over: dict[int, list[int]] = defaultdict(list)  # the contents that reach into each sentence
    for n, said in enumerate(found):
        for sentence in sorted({t.sentence for span in parts(said) for t in parse.tokens_in(*span)}):
            over[sentence].append(n)
    for n, said in enumerate(found):
        sentence = parse.tokens_in(said.cue.start, said.cue.end)[0].sentence
        around = [m for m in over[sentence] if m != n and holds(found[m], said.cue)]
        yield replace(said, within=min(around, key=lambda m: _length(found[m]), default=None))


def holds(said: Attribution, passage: Passage) -> bool:
    """Whether a passage lies wholly within one part of an attribution's content."""
    return any(start <= passage.start and passage.end <= end for start, end in parts(said))


def _length(said: Attribution) -> int:
    return sum(end - start for start, end in parts(said))


def chain_for(parse: Parse, trigger: Passage, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Who says that the trigger happened, innermost first; wishes and likings vouch for nothing and are left out."""
    holding = [a for a in attributions if holds(a, trigger) and _vouches(parse, a)]
    return tuple(sorted(holding, key=lambda a: (_length(a), a.cue)))


def _vouches(parse: Parse, said: Attribution) -> bool:
    lemmas = {cues.lemma_of(t) for t in parse.tokens_in(said.cue.start, said.cue.end)}
    return not lemmas & cues.ATTITUDE and bool(said.grammar or lemmas & cues.TELLING)
