"""One name for one who takes part: "Roa was shot" names the Juan Roa whom the page named in full before, and "the PLF" the front whose
letters it gives in brackets. Each stands under the full name, so that one of them is not counted as two.

A surname is many people's. It takes the full name that a claim gives to the same role; else only that of its sole bearer on the page, named
before, who does not speak there and has no other role: a nurse of the gunman's name did not shoot.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Claim, Parse, Participant, Passage, Role, Token
from onrecord.stages.read import cues
from onrecord.stages.read.grammar import SUBJECTS
from onrecord.stages.read.nouns import Nouns, Sort
from onrecord.stages.read.participants_words import extent, is_title

_NAMED = frozenset({Role.PERPETRATOR, Role.VICTIM})
_LONGEST = 8  # words of a name that is looked through for its parts and its letters; not measured: a bound for the work
_OPEN, _CLOSE = ("(", "["), (")", "]")
_BODIES = ("NORP", "ORG")
_SAYING = cues.CLAUSE | cues.OBJECT

Key = tuple[Role, str]


def with_full_names(text: str, parse: Parse, claims: Sequence[Claim], nouns: Nouns) -> tuple[Claim, ...]:
    """The claims of a text with each part of a name, and each name's letters, replaced by the full name of the same role."""
    everyone = [p for c in reversed(claims) for p in reversed(c.participants) if p.role in _NAMED]
    told = {(p.role, _folded(p.passage)): p for p in everyone if _is_name(parse, p.passage, nouns)}
    bodies = {(p.role, _folded(p.passage)): p.passage for p in everyone if p.kind == "organisation"}
    full = dict(_in_full(parse, told, _Bearers.of(text, parse, nouns))) | dict(_letters(text, parse, bodies))
    return tuple(replace(c, participants=_each_once(full, c.participants)) for c in claims)


@dataclass(frozen=True, slots=True)
class _Bearers:
    """The names of more than one word on a page, each where it first stands, and those of them who speak there."""

    first: Mapping[str, Passage]
    speaking: frozenset[str]

    @classmethod
    def of(cls, text: str, parse: Parse, nouns: Nouns) -> "_Bearers":
        """All but the names of places and bodies."""
        first: dict[str, Passage] = {}
        speaking: set[str] = set()
        for token in parse.tokens:
            if (
                token.pos == "PROPN"
                and token.dep != "compound"
                and nouns.sort(token) in (Sort.PERSON, Sort.NAME)
            ):
                start, end = extent(parse, token, nouns)
                if end - start > 1 and all(t.pos == "PROPN" for t in parse.tokens[start:end]):
                    name = Passage.of(text, parse.tokens[start].start, parse.tokens[end - 1].end)
                    first.setdefault(_folded(name), name)
                    speaking.update([_folded(name)] if _speaks(parse, token) else [])
        return cls(first, frozenset(speaking))


def _speaks(parse: Parse, name: Token) -> bool:
    """ "*Juan Roa* condemned", "the minister, *Juan Roa*, said", "according to *Juan Roa*"."""
    one = parse.tokens[name.head] if name.dep == "appos" else name
    above = parse.tokens[one.head]
    return (one.dep in SUBJECTS and cues.lemma_of(above) in _SAYING) or (
        one.dep == "pobj" and parse.tokens[above.head].text.lower() == "according"
    )


def _folded(passage: Passage) -> str:
    return " ".join(passage.words.casefold().split())


def _in_full(
    parse: Parse, told: Mapping[Key, Participant], bearers: _Bearers
) -> Iterator[tuple[Key, Passage]]:
    """The full name for each of those told that is a part of one; a part that two names share stands for neither."""
    bodies = {i for e in parse.entities if e.label in _BODIES for i in range(e.first, e.last)}
    longer = _by_part({*bearers.first, *(name for _, name in told)})
    for (role, short), one in told.items():
        names = sorted(longer.get(short, ()), key=lambda n: (-len(n), n))
        if not all(_part_of(n, names[0]) for n in names[1:]):
            continue
        body = any(t.i in bodies for t in parse.tokens_in(one.passage.start, one.passage.end))
        for name in names:
            same, first = told.get((role, name)), bearers.first.get(name)
            if same is not None and same.kind == one.kind:
                yield (role, short), same.passage
                break
            others = name in bearers.speaking or any((r, name) in told for r in _NAMED)
            if first is not None and first.end <= one.passage.start and not (body or others):
                yield (role, short), first
                break


def _by_part(names: Iterable[str]) -> dict[str, list[str]]:
    """The names by every run of their words that is shorter than they are: a page may have thousands that share a forename."""
    found: dict[str, list[str]] = {}
    for name in names:
        words = name.split()[:_LONGEST]
        runs = {" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)}
        for part in runs - {name}:
            found.setdefault(part, []).append(name)
    return found


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
