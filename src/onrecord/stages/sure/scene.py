"""What the features of every field look at: one claim in its sentence and among the others of its document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log, log1p

from onrecord.model import Claim, Stance, Token
from onrecord.stages.sure.whole import Whole

Features = Iterator[tuple[str, float]]
_QUOTED = re.compile(r"“[^”]*”")
_NUMBER = re.compile(r"\d+")
_AROUND = 200  # tokens on each side of a trigger: the longest sentence of muc-train has 180
LEAST = 0.01  # nothing is said surer than one in a hundred wrong: no case is large enough to tell such sure-ness apart
_STEPS = ((1, "first sentence"), (3, "sentence 2-3"), (10, "sentence 4-10"))


@dataclass(frozen=True, slots=True)
class Scene:
    """A claim with the head token of its trigger and the tokens of its sentence (those around the trigger, of an endless one)."""

    claim: Claim
    whole: Whole
    head: Token
    sentence: Sequence[Token]

    @classmethod
    def of(cls, claim: Claim, whole: Whole) -> "Scene | None":
        """None when the trigger covers no token."""
        head = whole.parse.head_of(claim.trigger.start, claim.trigger.end)
        if head is None:
            return None
        first, last = whole.parse.sentences[head.sentence]
        around = whole.parse.tokens[max(first, head.i - _AROUND) : min(last, head.i + _AROUND)]
        return cls(claim, whole, head, around)


def listed(words: str) -> frozenset[str]:
    """Words written one after another."""
    return frozenset(words.split())


def odds(probability: float) -> float:
    """A probability as log-odds."""
    return log(max(probability, LEAST) / max(1 - probability, LEAST))


def standing(scene: Scene) -> Features:
    """Where the claim stands in the text and how it is told: what bears on every field."""
    number = scene.head.sentence + 1
    yield next((name for last, name in _STEPS if number <= last), "later sentence"), 1.0
    yield "length of the sentence", log1p(len(scene.sentence))
    yield "claims in the text", log1p(scene.whole.claims)
    yield f"told by a {'noun' if scene.head.pos in ('NOUN', 'PROPN') else scene.head.pos.lower()}", 1.0
    if scene.claim.attributions:
        yield "attributed", 1.0
    if scene.claim.stance is not Stance.ASSERTED:
        yield f"is {scene.claim.stance.value}", 1.0


def reasons(reason: str) -> Features:
    """The parts of a plain reason, without the words and numbers of the page in them: each is a rule that made the value."""
    bare = _NUMBER.sub("0", _QUOTED.sub("“…”", reason))
    for part in dict.fromkeys(p.strip() for piece in bare.split("; ") for p in piece.split(": ")):
        yield f"reason: {part}", 1.0


def near(scene: Scene, start: int, end: int) -> Features:
    """How far a value's words stand from the trigger: in tokens, in edges of the tree, before or after it."""
    parse = scene.whole.parse
    other = parse.head_of(start, end)
    if other is None:
        return
    edges = parse.distance(scene.head.i, other.i)
    if edges is None:
        yield "in another sentence", 1.0
        yield "sentences away", min(3.0, log1p(abs(other.sentence - scene.head.sentence)))
        return
    yield "words away", min(3.0, log1p(abs(other.i - scene.head.i)))
    yield f"edges away {min(edges, 5)}", 1.0
    yield "stands after" if other.i > scene.head.i else "stands before", 1.0
