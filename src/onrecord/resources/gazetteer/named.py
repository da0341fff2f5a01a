"""A place as a person names it in a correction: ``Vinnytsia``, or ``Olenivka#698614`` where several places have the name."""

from pathlib import Path

import msgspec

from onrecord.errors import BadInput
from onrecord.model import Candidate
from onrecord.resources.gazetteer.opening import open_gazetteer

_SHOWN = 8


def named(value: str, extra: Path | None) -> str:
    """The entry of the gazetteer, with the places added to the case, as `onrecord.store.fold.corrections` reads it.

    Raises:
        BadInput: no entry has the name, or several have; the message lists them.
    """
    if value.startswith("{"):
        return value
    name, _, number = value.partition("#")
    found = open_gazetteer(extra).look_up(name.strip())
    chosen = [c for c in found if not number or str(c.geonames_id) == number.strip()]
    if len(chosen) == 1:
        return msgspec.json.encode(chosen[0]).decode()
    if not found:
        raise BadInput(f"{name} is in no gazetteer: add the country's GeoNames dump with onrecord places add")
    listed = "; ".join(f"{name}#{c.geonames_id} = {_where(c)}" for c in found[:_SHOWN])
    raise BadInput(f"{len(found)} places are named {name}; say which: {listed}")


def _where(place: Candidate) -> str:
    parts = (place.name, place.admin1 if place.admin1 != place.name else None, place.country)
    return ", ".join(part for part in parts if part)
