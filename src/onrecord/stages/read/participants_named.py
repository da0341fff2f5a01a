"""One name for one who takes part: "Roa was shot" names the Juan Roa whom the page names in full, and "the PLF" the front whose letters it
gives in brackets. Each stands under the full name, so that one of them is not counted as two."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model import Claim, Parse, Participant, Passage, Role
from onrecord.stages.read.nouns import Nouns, Sort
from onrecord.stages.read.participants_words import is_title

_NAMED = frozenset({Role.PERPETRATOR, Role.VICTIM})
_OPEN, _CLOSE = ("(", "["), (")", "]")

Key = tuple[Role, str]


def with_full_names(parse: Parse, claims: Sequence[Claim], nouns: Nouns) -> tuple[Claim, ...]:
    """The claims of a text with each part of a name, and each name's letters, replaced by the full name of the same role."""
    names = {
        (p.role, _folded(p.passage)): p.passage
        for c in reversed(claims)
        for p in reversed(c.participants)
        if p.role in _NAMED and _is_name(parse, p.passage, nouns)
    }
    full = dict(_in_full(names)) | dict(_letters(parse, names))
    return tuple(replace(c, participants=_each_once(full, c.participants)) for c in claims)


def _folded(passage: Passage) -> str:
    return " ".join(passage.words.casefold().split())


def _in_full(names: dict[Key, Passage]) -> Iterator[tuple[Key, Passage]]:
    """The full name for each part of one; a part that two names share stands for neither."""
    by_word: dict[Key, list[str]] = {}
    for role, name in names:
        for word in name.split():
            by_word.setdefault((role, word), []).append(name)
    for role, short in names:
        longer = [names[role, name] for name in by_word[role, short.split()[0]] if _part_of(short, name)]
        whole = max(longer, key=lambda p: len(p.words), default=None)
        if whole is not None and all(p is whole or _part_of(_folded(p), _folded(whole)) for p in longer):
            yield (role, short), whole


def _letters(parse: Parse, names: dict[Key, Passage]) -> Iterator[tuple[Key, Passage]]:
    """ "The People's Liberation Front (PLF)": the letters in brackets are the same name."""
    for (role, _), passage in names.items():
        last = parse.tokens_in(passage.start, passage.end)[-1].i
        after = [t.text for t in parse.tokens[last + 1 : last + 4]]
        if len(after) == 3 and after[0] in _OPEN and after[2] in _CLOSE:
            yield (role, after[1].casefold()), passage


def _is_name(parse: Parse, passage: Passage, nouns: Nouns) -> bool:
    """Whether words are a name. Where a text has no capitals, the model takes half of many a name for common nouns."""
    tokens = parse.tokens_in(passage.start, passage.end)
    known = nouns.sort(tokens[-1]) in (Sort.OBJECT, Sort.WEAPON, Sort.EVENT)
    return any(t.pos == "PROPN" for t in tokens) and not known and not any(map(is_title, tokens))


def _part_of(short: str, name: str) -> bool:
    """Whether words are a run of the words of a longer name."""
    return short != name and f" {short} " in f" {name} "


def _each_once(full: dict[Key, Passage], told: Sequence[Participant]) -> tuple[Participant, ...]:
    named = (replace(p, passage=full.get((p.role, _folded(p.passage)), p.passage)) for p in told)
    once = {(p.role, p.passage): p for p in named}
    return tuple(sorted(once.values(), key=lambda p: (p.passage.start, p.role)))


__all__ = ["with_full_names"]
