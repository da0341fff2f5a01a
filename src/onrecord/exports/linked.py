"""``onrecord link``: from settled readings to incidents. Apart from the rows, so that what only shows a record loads no stages."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from onrecord.exports.incidents import incident_row
from onrecord.model import Incident, Origin, Reading
from onrecord.stages.link import link
from onrecord.stages.link.within import accounts
from onrecord.store.incidents import fold

Row = dict[str, Any]


def incidents_of(readings: Iterable[Reading], *, each: bool, origins: Sequence[Origin] = ()) -> Iterator[Row]:
    """Link settled readings and give the rows; with `each`, every document on its own, the one it is mainly about first."""
    if not each:
        yield from map(incident_row, _incidents(list(readings), origins))
        return
    for reading in readings:
        told = accounts(reading.claims, reading.document)
        position = {c.id: n for n, account in enumerate(told) for c in account}
        found = _incidents([reading], origins)
        yield from map(incident_row, sorted(found, key=lambda i: min(position[c] for c in i.claims)))


def _incidents(readings: Sequence[Reading], origins: Sequence[Origin]) -> tuple[Incident, ...]:
    links = list(link(readings))
    claims = [c for r in readings for c in r.claims]
    return fold(claims, [r.document for r in readings], links, (), origins)
