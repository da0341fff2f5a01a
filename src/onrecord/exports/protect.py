"""Who must not be named leaves by role: a rule over the whole record, before any format sees it.

Every person who does not act in public office is shown by role (`Person.role`): prisoners of war (GC III art. 13), children, victims and
witnesses above all. The rule reaches every word that an export can show, also titles, bylines, addresses and reasons, and the words of pages
that do not say themselves that the person is to be protected.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, NamedTuple

from onrecord.errors import NotFound
from onrecord.exports.names import Names, folded
from onrecord.model import Candidate, Claim, Person, Record, content_id
from onrecord.store.incidents import find

RULE = (
    "People who do not act in public office (children, prisoners of war, victims, witnesses and other private persons) "
    "are shown by role, not by name."
)
NAMED = "Names of private persons are shown, because this was asked for: handle with care."

_UNSPECIFIC = "a private person"
_FIRST = (
    "a child",
    "a prisoner of war",
    "a detainee",
    "a victim",
    "a witness",
)  # of several roles of one name, the first is shown


@dataclass(frozen=True)
class Withheld:
    """What an export leaves out, to be written into it. `roles` counts the names by the role that is shown instead."""

    rule: str
    roles: Mapping[str, int]

    @property
    def names(self) -> int:
        """How many names."""
        return sum(self.roles.values())

    def __str__(self) -> str:
        if self.rule == NAMED:
            return self.rule
        told = ", ".join(f"{n} of {role}" for role, n in sorted(self.roles.items()))
        count = (
            "No name is" if not self.names else "1 name is" if self.names == 1 else f"{self.names} names are"
        )
        return f"{self.rule} {count} withheld here{f' ({told})' if told else ''}."


@dataclass(frozen=True)
class Shown:
    """What an export may show: the record with protected names replaced, and a note of what was."""

    record: Record
    withheld: Withheld


class Named(NamedTuple):
    """Of a `Person` what decides whether it is protected."""

    public: bool
    role: str


@dataclass(frozen=True)
class Mentions:
    """Who is named where, over a whole case: for each name who it is and on which page, and for words that are read as a place on how many.

    Of an export of a part the whole case decides who is protected.
    """

    people: Mapping[str, list[tuple[Named, str]]]
    places: Mapping[str, int]


def mentions(record: Record) -> Mentions:
    """The same of a record that holds the whole case."""
    places = Counter(
        words for words, _ in {(c.place.passage.words, c.document) for c in record.claims.values() if c.place}
    )
    people: dict[str, list[tuple[Named, str]]] = defaultdict(list)
    for claim in record.claims.values():
        for person in claim.people:
            people[person.passage.words].append((Named(person.public, person.role), claim.document))
    return Mentions(people, places)


def shown(
    record: Record, *, incident: str | None = None, names: bool = False, known: Mentions | None = None
) -> Shown:
    """The part of a record that leaves: all of it or one incident, and no protected name unless `names`. `known` is who is named in the
    case that the record is a part of; without it the record is the whole case.

    Raises:
        NotFound: no incident has this id.
    """
    part = _bare(_only(record, incident) if incident else record)
    if names:
        return Shown(part, Withheld(NAMED, {}))
    roles, public = _people(known or mentions(record))
    here = {folded(p.passage.words) for c in part.claims.values() for p in c.people if _told(p, c)}
    withheld = Counter(role for name, role in roles.items() if folded(name) in here)
    return Shown(_Clean(Names(roles, public), part).record, Withheld(RULE, withheld))


def _only(record: Record, id_: str) -> Record:
    """One incident with what it rests on."""
    incident = find(record.incidents, id_)
    if incident is None:
        raise NotFound(f"no incident has the id {id_}: `onrecord show` lists them")
    claims = {c: record.claims[c] for c in incident.claims}
    documents = {c.document: record.documents[c.document] for c in claims.values()}
    return replace(
        record,
        incidents=(incident,),
        claims=claims,
        documents=documents,
        captures={
            d.capture: record.captures[d.capture] for d in documents.values() if d.capture in record.captures
        },
        links=tuple(link for link in record.links if link.left in claims and link.right in claims),
        decisions=tuple(d for d in record.decisions if d.id in incident.decisions),
        failures=(),
        notes=(),
    )


def _bare(record: Record) -> Record:
    """Without the texts: an export shows passages, and what it does not hold it cannot show."""
    documents = {id_: replace(d, text="", paragraphs=()) for id_, d in record.documents.items()}
    return replace(record, documents=documents)


def _people(known: Mentions) -> tuple[dict[str, str], set[str]]:
    """Each protected name with its role, and the names of public persons.

    Whoever is protected anywhere is protected everywhere, with two exceptions, both for names that no page gives a role: one that more
    pages know in public office than do not is that office holder's, and one that more pages tell of as a place is that place's.
    """
    people = known.people
    spared = {
        name
        for name, told in people.items()
        if _in_office(told) or _is_place(told, known.places.get(name, 0))
    }
    roles = {
        name: _role([p for p, _ in told if not p.public])
        for name, told in people.items()
        if name not in spared
    }
    return roles, spared


def _told(person: Person, claim: Claim) -> bool:
    """Whether a name stands in the claim's sentence or chain of speakers, and not only elsewhere on its page."""
    speakers = (p for said in claim.attributions for p in (said.source, said.of) if p)
    return any(person.passage.overlaps(p) for p in (claim.sentence, *speakers))


def _in_office(told: list[tuple[Named, str]]) -> bool:
    private = {document for p, document in told if not p.public}
    return not private or (not _specific(told) and len({d for p, d in told if p.public}) > len(private))


def _is_place(told: list[tuple[Named, str]], pages: int) -> bool:
    return pages > len({document for _, document in told}) and not _specific(told)


def _specific(told: list[tuple[Named, str]]) -> bool:
    return any(not p.public and p.role not in ("", _UNSPECIFIC) for p, _ in told)


def _role(people: list[Named]) -> str:
    roles = {p.role or _UNSPECIFIC for p in people}
    return min(roles, key=lambda r: (_FIRST.index(r) if r in _FIRST else len(_FIRST) + (r == _UNSPECIFIC), r))


class _Clean:
    """A record with every string cleaned, ids changed alike wherever they stand."""

    def __init__(self, names: Names, record: Record) -> None:
        self._names = names
        self._kept: dict[str, str] = {}
        ids = {*record.claims, *record.documents, *record.captures, *record.origins, *record.origin_of}
        for id_ in ids:
            clean = names.replace(id_)
            self._kept[id_] = id_ if clean == id_ else content_id("withheld", id_)
        self.record: Record = self._any(record)

    def _any(self, value: Any) -> Any:
        if isinstance(value, Candidate):
            return value  # the gazetteer's words, not a page's: a town may share a person's name
        if type(value) is str:
            return self._words(value)
        if isinstance(value, tuple):
            return tuple(map(self._any, value))
        if isinstance(value, Mapping):
            return {self._any(k): self._any(v) for k, v in value.items()}
        if is_dataclass(value) and not isinstance(value, type):
            changed = {f.name: self._any(getattr(value, f.name)) for f in fields(value) if f.init}
            return type(value)(**changed)
        return value

    def _words(self, words: str) -> str:
        known = self._kept.get(words)
        if known is None:
            known = self._kept[words] = self._names.replace(words)
        return known
