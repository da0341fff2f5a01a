"""A place as a person names it in a correction: ``Vinnytsia``, or ``Olenivka#698614`` where several places have the name."""

from pathlib import Path

import msgspec

from onrecord.cli import say
from onrecord.errors import BadInput
from onrecord.resources.gazetteer import ADDED, open_gazetteer

_SHOWN = 8


def placed(value: str, case: Path) -> str:
    """The entry of the gazetteer, with the places added to the case, as `onrecord.store.fold.corrections` reads it.

    Raises:
        BadInput: no entry has the name, or several have; the message lists them.
    """
    if value.startswith("{"):
        return value
    extra = case / ADDED
    name, _, number = value.partition("#")
    found = open_gazetteer(extra if extra.exists() else None).look_up(name.strip())
    chosen = [c for c in found if not number or str(c.geonames_id) == number.strip()]
    if len(chosen) == 1:
        return msgspec.json.encode(chosen[0]).decode()
    if not found:
        raise BadInput(f"{name} is in no gazetteer: add the country's GeoNames dump with onrecord places add")
    listed = "; ".join(f"{name}#{c.geonames_id} = {say.where(c)}" for c in found[:_SHOWN])
    raise BadInput(f"{len(found)} places are named {name}; say which: {listed}")
