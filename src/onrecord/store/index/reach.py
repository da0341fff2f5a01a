"""Which claims a decision can move: all that joined links and people's joins hold together, splits left out of account.

Claims outside such a group are never joined to those in it (`onrecord.store.fold.components` only follows these links), so that the group
can be folded by itself and gives what folding the whole case gives.
"""

import sqlite3
from collections.abc import Iterable, Iterator

from onrecord.store.fold.decided import Decided

_ASKED = 400  # values in one query


def reach(connection: sqlite3.Connection, seeds: Iterable[str], decided: Decided) -> set[str]:
    """Every claim that is held together with one of these, themselves included."""
    beside: dict[str, set[str]] = {}
    for low, high in decided.same:
        beside.setdefault(low, set()).add(high)
        beside.setdefault(high, set()).add(low)
    found: set[str] = set()
    edge = set(seeds)
    while edge:
        found |= edge
        joined = {other for claim in edge for other in beside.get(claim, ())}
        edge = (joined | set(_linked(connection, edge))) - found
    return found


def _linked(connection: sqlite3.Connection, claims: set[str]) -> Iterator[str]:
    ordered = sorted(claims)
    for first in range(0, len(ordered), _ASKED):
        some = ordered[first : first + _ASKED]
        marks = ", ".join("?" * len(some))
        for here, there in (("a", "b"), ("b", "a")):
            query = f"SELECT {there} FROM link WHERE joined AND {here} IN ({marks})"  # noqa: S608 - names are ours
            yield from (other for (other,) in connection.execute(query, some))


def groups(claims: Iterable[str], joins: Iterable[tuple[str, str]]) -> list[list[str]]:
    """All such groups at once, for the whole case."""
    parent = {claim: claim for claim in claims}

    def root(claim: str) -> str:
        while parent[claim] != claim:
            parent[claim] = parent[parent[claim]]
            claim = parent[claim]
        return claim

    for a, b in joins:
        if a in parent and b in parent:
            parent[root(a)] = root(b)
    found: dict[str, list[str]] = {}
    for claim in parent:
        found.setdefault(root(claim), []).append(claim)
    return list(found.values())
