"""One name for one who takes part: "Roa was shot" names the Juan Roa whom the page names in full, and "the PLF" the front whose letters it
gives in brackets. Each stands under the full name, so that one of them is not counted as two."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.model import Claim, Parse, Participant, Passage, Role, Token
from onrecord.stages.read.nouns import Nouns, Sort
from onrecord.stages.read.participants_words import extent, is_title

_NAMED = frozenset({Role.PERPETRATOR, Role.VICTIM})
_LONGEST = 8  # tokens of a name whose letters stand beside it
_OPEN, _CLOSE = ("(", "["), (")", "]")

Key = tuple[Role, str]


def with_full_names(text: str, parse: Parse, claims: Sequence[Claim], nouns: Nouns) -> tuple[Claim, ...]:
    """The claims of a text with each part of a name, and each name's letters, replaced by the full name of the same role."""
    elsewhere = tuple(_full_names(text, parse, nouns))
    names = {
        (p.role, _folded(p.passage)): p.passage
        for c in reversed(claims)
        for p in reversed(c.participants)
        if p.role in _NAMED and _is_name(parse, p.passage, nouns)
    }
    told = [p for c in claims for p in c.participants if p.kind == "organisation"]
    bodies = {(p.role, _folded(p.passage)): p.passage for p in reversed(told)}
    page = {(role, _folded(p)): p for role in _NAMED for p in elsewhere}
    full = dict(_in_full(names, page | names)) | dict(_letters(text, parse, bodies))
    return tuple(replace(c, participants=_each_once(full, c.participants)) for c in claims)


def _full_names(text: str, parse: Parse, nouns: Nouns) -> Iterator[Passage]:
    """Every name of more than one word on the page, but for those of places and bodies."""
    for token in parse.tokens:
        if token.pos == "PROPN" and token.dep != "compound" and nouns.sort(token) in (Sort.PERSON, Sort.NAME):
            first, last = extent(parse, token, nouns)
            if last - first > 1 and all(t.pos == "PROPN" for t in parse.tokens[first:last]):
                yield Passage.of(text, parse.tokens[first].start, parse.tokens[last - 1].end)


def _folded(passage: Passage) -> str:
    return " ".join(passage.words.casefold().split())


def _in_full(told: Iterable[Key], names: dict[Key, Passage]) -> Iterator[tuple[Key, Passage]]:
    """The full name for each of those told that is a part of one; a part that two names share stands for neither."""
    by_word: dict[Key, list[str]] = {}
    for role, name in names:
        for word in name.split():
            by_word.setdefault((role, word), []).append(name)
    for role, short in told:
        longer = [names[role, name] for name in by_word[role, short.split()[0]] if _part_of(short, name)]
        whole = max(longer, key=lambda p: len(p.words), default=None)
        if whole is not None and all(p is whole or _part_of(_folded(p), _folded(whole)) for p in longer):
            yield (role, short), whole


def _letters(text: str, parse: Parse, names: dict[Key, Passage]) -> Iterator[tuple[Key, Passage]]:
    """ "The People's Liberation Front (PLF)", "the PLF (People's Liberation Front)": letters and name are the same."""
    for opened in (t.i for t in parse.tokens if t.text in _OPEN):
        inside = parse.tokens[opened + 1 : opened + 2 + _LONGEST]
        closed = next((t.i for t in inside if t.text in _CLOSE), opened + 1)
        before, within = parse.tokens[max(0, opened - _LONGEST) : opened], parse.tokens[opened + 1 : closed]
        for short, name in ((within, before), (before[-1:], within)):
            if len(short) == 1 and len(name) > 1:
                yield from _meant(text, short[0], name, names)


def _meant(
    text: str, short: Token, near: Sequence[Token], names: dict[Key, Passage]
) -> Iterator[tuple[Key, Passage]]:
    """The longest name of an organisation that the words near its letters end with."""
    for first in near[:-1]:
        words = Passage.of(text, first.start, near[-1].end)
        for role in _NAMED:
            if (whole := names.get((role, _folded(words)))) is not None:
                yield (role, short.text.casefold()), whole
                return


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
