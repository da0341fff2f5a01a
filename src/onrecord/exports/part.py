"""A part of a case as a record: the incidents that a filter asks for, with what they rest on, in memory only as large as they are."""

from collections import defaultdict
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from onrecord.exports.formats import FORMATS, Options
from onrecord.exports.protect import Mentions, Named
from onrecord.model import Capture, Incident, Record
from onrecord.store.case import Case
from onrecord.store.incidents import shown_order
from onrecord.store.index import Filter, Index, ask, lookup
from onrecord.store.index.folds import decisions_of, gather
from onrecord.watch import Show, quiet

_ALL = Filter()


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to leave: the incidents of a filter, or one by its id. `names`: those of private persons too."""

    format: str
    filter: Filter = _ALL
    incident: str | None = None
    names: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """What left: how many incidents, and in words what was withheld."""

    incidents: int
    withheld: str


def export(
    folder: Path, asked: Asked, opened: Callable[[], AbstractContextManager[TextIO]], show: Show = quiet
) -> Written:
    """Write that part of a case.

    Raises:
        NotFound: no incident has the id.
        CannotWrite: as `opened` says.
    """
    with Case.open(folder) as case, Index.open(case, show) as index, opened() as out:
        record = part(case, index, asked)
        options = Options(names=asked.names, known=named(index))
        withheld = FORMATS[asked.format](record, out, options)
        return Written(len(record.incidents), str(withheld))


def part(case: Case, index: Index, asked: Asked) -> Record:
    """The incidents asked for, with their claims, pages, captures, origins, links and decisions."""
    connection = index.read()
    incidents = _incidents(index, asked)
    group = gather(case, connection, (c for i in incidents for c in i.claims))
    judged = {d for i in incidents for d in i.decisions}
    decisions, _ = decisions_of(case)
    captures = case.some(Capture, sorted({d.capture for d in group.documents.values()}))
    return Record(
        incidents=tuple(sorted(incidents, key=shown_order)),
        claims=group.claims,
        documents=group.documents,
        captures={c.id: c for c in captures},
        origins={o.id: o for o in group.origins},
        origin_of={d: o.id for o in group.origins for d in o.documents},
        links=tuple(group.links),
        decisions=tuple(d for d in decisions if d.id in judged),
    )


def _incidents(index: Index, asked: Asked) -> list[Incident]:
    connection = index.read()
    if asked.incident is not None:
        number = lookup.number_of(connection, asked.incident)
        return [row.incident for row in ask.by_number(connection, [number])]
    return [row.incident for row in ask.listed(connection, asked.filter, most=-1)]


def named(index: Index) -> Mentions:
    """Who is named where in the whole case, as the index has it."""
    connection = index.read()
    people: dict[str, list[tuple[Named, str]]] = defaultdict(list)
    for words, role, public, page in connection.execute("SELECT words, role, public, page FROM person"):
        people[words].append((Named(bool(public), role), page))
    places = connection.execute("SELECT words, count(*) FROM placename GROUP BY words")
    return Mentions(people, {str(words): int(number) for words, number in places})


__all__ = ["Asked", "Written", "export", "named", "part"]
