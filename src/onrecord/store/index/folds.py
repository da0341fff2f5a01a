"""Folding some claims of a case into rows: the same for the whole case, batch by batch, and for what one decision touches."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Claim, Decision, Document, Link, Origin
from onrecord.store.case import Case
from onrecord.store.fold.decided import Decided, Pair, anchor, in_force
from onrecord.store.incidents import Folded, folded, incident_id
from onrecord.store.index import rows, worth
from onrecord.store.index.agreement import Agreed, agreement, together
from onrecord.store.index.reach import groups

_ASKED = 400


@dataclass(frozen=True, slots=True)
class Group:
    """Some claims with all that folding them needs."""

    claims: dict[str, Claim]
    documents: dict[str, Document]
    links: list[Link]
    origins: list[Origin]

    def folded(self, decided: Decided) -> Iterator[Folded]:
        """Its incidents."""
        return folded(self.claims.values(), self.documents.values(), self.links, decided, self.origins)


def decisions_of(case: Case) -> tuple[list[Decision], Decided]:
    """All decisions of a case, and those in force."""
    made, rule = list(case.records(Decision)), case.rule()
    return made, in_force(made, rule.reviewers if rule else 1)


def gather(case: Case, connection: sqlite3.Connection, ids: Iterable[str]) -> Group:
    """The claims with these ids, and their pages, origins and links to one another."""
    wanted = set(ids)
    claims = {c.id: c for c in case.some(Claim, sorted(wanted))}
    documents = {d.id: d for d in case.some(Document, sorted({c.document for c in claims.values()}))}
    linked = select(connection, "SELECT id, a, b FROM link WHERE a IN ({})", sorted(wanted))
    links = sorted({str(id_) for id_, a, b in linked if a in wanted and b in wanted})
    told = select(connection, "SELECT origin FROM page WHERE id IN ({})", sorted(documents))
    origins = sorted({str(o) for (o,) in told if o})
    return Group(claims, documents, list(case.some(Link, links)), list(case.some(Origin, origins)))


def select(
    connection: sqlite3.Connection, query: str, values: Sequence[object]
) -> Iterator[tuple[object, ...]]:
    """The rows for many values, some at a time; ``{}`` stands for them."""
    for first in range(0, len(values), _ASKED):
        some = values[first : first + _ASKED]
        yield from connection.execute(query.format(", ".join("?" * len(some))), tuple(some))


def put(connection: sqlite3.Connection, group: Group, decided: Decided) -> list[int]:
    """Write the incidents of a group; the numbers of their rows. What was there of its claims must be gone."""
    numbers = []
    told = select(connection, "SELECT id, row FROM page WHERE id IN ({})", sorted(group.documents))
    pages = {str(id_): int(str(row)) for id_, row in told}
    judged = _judged(group, decided)
    read = judged.folded(in_force(())) if judged.claims else ()
    alone = {claim: one.incident for one in read for claim in one.group}
    pairs = together(_judged_pairs(connection, judged, decided), judged.claims, judged.links)
    for one in group.folded(decided):
        number = _put(connection, one, group, decided, pages)
        if one.group[0] in judged.claims:
            _agreed(connection, number, agreement(one, alone.get(one.group[0]), decided) | _pairs(one, pairs))
            people = decided.accepting([incident_id([c]) for c in one.group], one.incident.claims)
            connection.executemany(
                "INSERT INTO accepted VALUES (?, ?)", [(number, who) for who in sorted(people)]
            )
        numbers.append(number)
    return numbers


def _judged(group: Group, decided: Decided) -> Group:
    """Those of its claims that somebody judged, with all that links or people hold together with them."""
    joins = [(link.left, link.right) for link in group.links if link.joined]
    touched = {c for c in group.claims if c in decided.by_claim or incident_id([c]) in decided.accepted}
    parts = groups(group.claims, [*joins, *decided.same]) if touched else []
    claims = {c: group.claims[c] for part in parts if not touched.isdisjoint(part) for c in part}
    links = [link for link in group.links if link.left in claims and link.right in claims]
    documents = {c.document: group.documents[c.document] for c in claims.values()}
    return Group(claims, documents, links, group.origins)


def _judged_pairs(connection: sqlite3.Connection, group: Group, decided: Decided) -> dict[Pair, bool]:
    """The pairs that people named and whose claims are both in the case, those that begin in this group."""
    named = dict.fromkeys(decided.judged_same, True) | dict.fromkeys(decided.judged_different, False)
    here = {pair: same for pair, same in named.items() if pair[0] in group.claims}
    others = select(connection, "SELECT id FROM claim WHERE id IN ({})", sorted({high for _, high in here}))
    there = {id_ for (id_,) in others}
    return {pair: same for pair, same in here.items() if pair[1] in there}


def _put(
    connection: sqlite3.Connection, one: Folded, group: Group, decided: Decided, pages: dict[str, int]
) -> int:
    columns, marks = ", ".join(rows.COLUMNS), ", ".join("?" * len(rows.COLUMNS))
    made = connection.execute(f"INSERT INTO incident ({columns}) VALUES ({marks})", rows.row(one, decided))  # noqa: S608
    number = made.lastrowid or 0
    connection.execute("INSERT INTO body VALUES (?, ?)", (number, rows.body_of(one.incident)))
    kept = set(one.incident.claims)
    connection.executemany(
        "INSERT OR REPLACE INTO claim VALUES (?, ?, ?, ?)",
        [(c, pages.get(group.claims[c].document, 0), number, int(c not in kept)) for c in one.group],
    )
    languages = (code for d in one.incident.documents if (code := group.documents[d].language))
    found = rows.facets(one.incident, group.claims, languages)
    connection.executemany("INSERT INTO facet VALUES (?, ?, ?)", [(*pair, number) for pair in sorted(found)])
    connection.execute(
        "INSERT INTO incident_words (rowid, words) VALUES (?, ?)", (number, rows.words(one.incident))
    )
    return number


def _pairs(one: Folded, pairs: dict[str, tuple[int, int]]) -> Agreed:
    found = [pairs[c] for c in one.group if c in pairs]
    return {"together": (sum(yes for yes, _ in found), sum(no for _, no in found))} if found else {}


def _agreed(connection: sqlite3.Connection, number: int, found: Agreed) -> None:
    connection.executemany(
        "INSERT INTO agreed VALUES (?, ?, ?, ?)",
        [(number, field, yes, no) for field, (yes, no) in sorted(found.items())],
    )


def remove(connection: sqlite3.Connection, ids: Iterable[str]) -> set[int]:
    """Take out the incidents that hold these claims; the numbers that their rows had."""
    found = {
        int(str(n))
        for (n,) in select(connection, "SELECT DISTINCT incident FROM claim WHERE id IN ({})", sorted(ids))
        if n
    }
    for number in found:
        for table, column in (
            ("incident", "row"),
            ("body", "row"),
            ("incident_words", "rowid"),
            *((t, "incident") for t in ("facet", "accepted", "agreed")),
        ):
            connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (number,))  # noqa: S608 - names are ours
        connection.execute("DELETE FROM near WHERE one = ? OR other = ?", (number, number))
    return found


_NEAR = """
SELECT x.incident, y.incident, l.id, max(l.score) FROM link l JOIN claim x ON x.id = l.a JOIN claim y ON y.id = l.b
WHERE NOT l.joined AND x.incident != y.incident AND {} GROUP BY x.incident, y.incident
"""


def near(connection: sqlite3.Connection, decided: Decided, numbers: Sequence[int] | None = None) -> None:
    """Write which incidents are nearly the same, of these or of all: the strongest link that did not join them, and whether it was judged."""
    found: dict[tuple[int, int], tuple[str, float]] = {}
    if numbers is None:
        cursors = [connection.execute(_NEAR.format("1"))]
    else:
        cursors = [
            connection.execute(_NEAR.format(f"{side}.incident = ?"), (n,)) for n in numbers for side in "xy"
        ]
    for one, other, link, score in (row for cursor in cursors for row in cursor):
        key = (min(one, other), max(one, other))
        if key not in found or found[key][1] < score:
            found[key] = (link, score)
    asked = sorted({number for key in found for number in key})
    shown = "SELECT row, weight FROM incident WHERE review != 'rejected' AND row IN ({})"
    weights = {int(str(n)): float(str(weight)) for n, weight in select(connection, shown, asked)}
    judged = _judged_rows(connection, decided)
    connection.executemany(
        "INSERT OR REPLACE INTO near VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                *key,
                link,
                score,
                int(key in judged),
                worth.open_question(score) * min(weights[key[0]], weights[key[1]]),
            )
            for key, (link, score) in sorted(found.items())
            if key[0] in weights and key[1] in weights
        ],
    )


def _judged_rows(connection: sqlite3.Connection, decided: Decided) -> set[tuple[int, int]]:
    pairs = decided.judged_same | decided.judged_different | decided.open_pairs
    ids = sorted({anchor(id_) for pair in pairs for id_ in pair})
    row_of = {
        str(id_): int(str(n))
        for id_, n in select(connection, "SELECT id, incident FROM claim WHERE id IN ({})", ids)
        if n
    }
    known = ((row_of[a], row_of[b]) for a, b in pairs if a in row_of and b in row_of)
    return {(min(pair), max(pair)) for pair in known}
