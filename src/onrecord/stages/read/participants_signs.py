"""Signs that one whom a page mentions takes part in what it tells, in one slot of the MUC templates: what the weights are for."""

from collections.abc import Iterator, Sequence
from math import log

from onrecord.stages.read.lexicon import words
from onrecord.stages.read.nouns import Sort
from onrecord.stages.read.participants_mentions import Mention, Page

Signs = dict[str, float]
Entity = tuple[str, str]  # slot, words

# None of these four numbers was measured by itself: the weights were fitted with them, and fit no others.
_LEAST = 0.02  # a phrase less likely than this to the reader, and not named by the grammar, is not weighed
_CERTAIN = 0.002  # a probability is taken for no nearer to 0 or 1
_LIKELY = -0.5  # log-odds: a mention that the reader thinks likely
_ARTICLES = {"the": "the", "a": "a", "an": "a", None: "none"}
_LONGEST = 4  # words: longer phrases count as this long
_DEPS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "compound", "poss", "ROOT"})
# Words by which somebody is accused, or says that it was they: often in another sentence than the deed's.
_ACCUSING = words(
    "accusation accuse attribute author blame charge claim commit credit guilty implicate intellectual involve involvement order participate "
    "participation perpetrate perpetrator responsibility responsible suspect"
)


def entities(page: Page) -> Iterator[tuple[Entity, Signs, Sequence[Mention]]]:
    """Everyone whom a page mentions, once for each slot that may be theirs: signs, and the mentions with the most telling one first."""
    accused = frozenset(t.sentence for t in page.parse.tokens if t.lemma.lower() in _ACCUSING)
    slots: dict[str, dict[str, list[Mention]]] = {}
    for one in page.mentions:
        for slot, chance in one.at_head.items():
            if slot in one.told or (_can_be(slot, one, page) and (chance >= _LEAST or slot in one.filled)):
                slots.setdefault(slot, {}).setdefault(one.key, []).append(one)
    for slot, found in slots.items():
        highest = max(_odds(m.at_head[slot]) for told in found.values() for m in told)
        for key, told in found.items():
            first, *_ = ranked = sorted(told, key=lambda m: -_telling(slot, m))
            signs = dict(_of_one(slot, first, page, accused)) | dict(_of_all(slot, told, highest))
            yield (slot, key), signs, ranked


def _can_be(slot: str, one: Mention, page: Page) -> bool:
    """A happening or a weapon did nothing and suffered nothing."""
    return slot in ("Target", "Weapon") or page.nouns.sort(one.head) not in (Sort.EVENT, Sort.WEAPON)


def _telling(slot: str, one: Mention) -> float:
    return _odds(one.at_head[slot]) + 3 * (slot in one.told or slot in one.filled)


def _odds(chance: float) -> float:
    bounded = min(max(chance, _CERTAIN), 1 - _CERTAIN)
    return log(bounded / (1 - bounded))


def _of_all(slot: str, told: Sequence[Mention], highest: float) -> Iterator[tuple[str, float]]:
    most = max(_odds(m.at_head[slot]) for m in told)
    yield "reader: highest of the mentions", most
    yield "reader: behind the likeliest of the page", highest - most
    yield "mentions", log(len(told))
    yield (
        "mentions that the reader thinks likely",
        log(1 + sum(_odds(m.at_head[slot]) > _LIKELY for m in told)),
    )
    yield "mentions that the grammar names", log(1 + sum(slot in m.told for m in told))
    yield "mentions that the reader names", log(1 + sum(slot in m.filled for m in told))


def _of_one(slot: str, one: Mention, page: Page, accused: frozenset[int]) -> Iterator[tuple[str, float]]:
    yield "reader: likeliest word", _odds(one.at_best[slot])
    other = max(chance for s, chance in one.at_head.items() if s != slot)
    yield "reader: another slot", _odds(other)
    yield "reader: no slot likelier", float(one.at_head[slot] >= other)
    yield "grammar", float(slot in one.told)
    yield "grammar: inside such a phrase", float(slot in one.around)
    yield "grammar: another slot", float(bool((one.told | one.around) - {slot}))
    if one.head.sentence in accused:
        yield f"accused, {_dep(one)}", 1.0
    yield from ((name, 1.0) for name in _words(one, page))
    yield "words", float(min(_LONGEST, len(one.key.split())))


def _dep(one: Mention) -> str:
    return f"as {one.head.dep if one.head.dep in _DEPS else 'other'}"


def _words(one: Mention, page: Page) -> Iterator[str]:
    """What the phrase is by its words."""
    head = one.head
    yield f"sort {page.nouns.sort(head).value}"
    yield _dep(one)
    yield from ["plural"] if head.tag in ("NNS", "NNPS") else []
    children = list(page.parse.children(head.i))
    article = next((c.text.lower() for c in children if c.dep == "det"), None)
    yield f"article {_ARTICLES.get(article, 'other')}"
    yield from ["number"] if any(c.dep == "nummod" for c in children) else []


__all__ = ["Entity", "Signs", "entities"]
