"""Features of a number of killed or injured: how it is written, and whether the rest of the text agrees."""

from math import log1p

from onrecord.model import Count, Harm
from onrecord.stages.sure.scene import Features, Scene, listed, reasons, standing

_WORDS = listed(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen dozens scores hundreds thousands"
)
_SIZES = ((1, "one"), (2, "two"), (5, "3-5"), (20, "6-20"))


def features(scene: Scene, harm: Harm) -> Features:
    """Empty when the claim gives no whole number of this harm."""
    count = scene.claim.count(harm)
    if count is None or count.low is None:
        return
    low = count.low
    yield from standing(scene)
    yield from _written(count, low)
    told = scene.whole.numbers[harm]
    others = told.total() - told[low]
    yield "others say the same", log1p(told[low] - 1)
    yield "others say otherwise", log1p(others)
    yield f"{_rank(low, told)} in the text", 1.0
    if not others and told[low] > 1:
        yield "all agree", 1.0
    if str(low) in scene.whole.title:
        yield "the title has it", 1.0
    if any(c.part and c.harm is harm for c in scene.claim.counts):
        yield "its parts are told", 1.0


def _written(count: Count, low: int) -> Features:
    words = set(count.passage.words.casefold().replace("-", " ").split())
    if any(c.isdigit() for c in count.passage.words):
        how = "digits"
    elif words & _WORDS:
        how = "words"
    else:
        how = "none" if low == 0 else "one person told of" if low == 1 else "a list"
    yield f"written as {how}", 1.0
    yield f"is {next((name for last, name in _SIZES if low <= last), 'more than 20') if low else 'zero'}", 1.0
    for name, holds in (
        ("open above", count.high is None),
        ("a range", count.high is not None and count.high > low),
        ("adds", count.adds),
        ("replaces", count.replaces),
        ("a name", bool(count.whom) and count.whom[:1].isupper() if count.whom else False),
        ("nobody said who", count.whom is None),
    ):
        if holds:
            yield name, 1.0
    if count.how:
        yield from reasons(count.how)


def _rank(low: int, told: dict[int, int]) -> str:
    return "largest" if low >= max(told, default=low) else "smallest" if low <= min(told) else "between"
