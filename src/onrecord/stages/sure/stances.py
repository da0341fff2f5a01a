"""Features of the stance: the word that told it, and the grammar above the trigger."""

from itertools import islice
from math import log1p

from onrecord.model import Stance
from onrecord.stages.sure.scene import Features, Scene, listed, near, odds

_NOT = listed("not n't no never nobody none neither without nor hardly")
_OPEN = listed("may might could would should can if whether perhaps maybe possibly allegedly reportedly")
# Where each stance stands among what the reader tells apart: happened, did not happen, left open.
_HEARD = {
    Stance.ASSERTED: 0,
    Stance.DENIED: 1,
    Stance.NEGATED: 1,
    Stance.POSSIBLE: 2,
    Stance.PLANNED: 2,
}
_HIGH = 4  # words above the trigger that are looked at


def features(scene: Scene) -> Features:
    """Of any claim."""
    stance, cue = scene.claim.stance.value, scene.claim.stance_cue
    yield f"is {stance}", 1.0
    yield "length of the sentence", log1p(len(scene.sentence))
    yield f"{stance}, tag {scene.head.tag}", 1.0
    yield f"{stance}, hangs by {scene.head.dep}", 1.0
    if cue is not None:
        yield f"cue {cue.words.casefold()}", 1.0
        yield from near(scene, cue.start, cue.end)
    for above in islice(scene.whole.parse.ancestors(scene.head.i), _HIGH):
        yield f"{stance}, below {above.dep}", 1.0
        if above.pos == "VERB":
            yield f"{stance}, below a verb {above.tag}", 1.0
    yield from ((f"{stance}, above {t.dep}", 1.0) for t in scene.whole.parse.children(scene.head.i))
    yield from _around(scene, stance)
    yield from _learned(scene)


def _around(scene: Scene, stance: str) -> Features:
    """Words of denial and doubt anywhere in the sentence: those that the rules did not tie to the trigger may bear on it all the same."""
    words = {t.text.casefold() for t in scene.sentence}
    for name, some in (
        ("denial", _NOT),
        ("doubt", _OPEN),
        ("a question", frozenset("?")),
        ("marks", frozenset('"“”')),
    ):
        if words & some:
            yield f"{stance}, {name} in the sentence", 1.0
    if any(t.tag in ("MD", "TO") for t in scene.sentence):
        yield f"{stance}, a modal or infinitive in the sentence", 1.0
    if scene.claim.attributions:
        yield f"{stance}, attributed", 1.0


def _learned(scene: Scene) -> Features:
    """What the trained reader says of this stance."""
    trigger = scene.claim.trigger
    said = scene.whole.marks.stance((trigger.start, trigger.end)) if scene.whole.marks else None
    if said is not None:
        yield "the reader's own", odds(said[_HEARD[scene.claim.stance]])
