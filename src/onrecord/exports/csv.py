"""CSV (RFC 4180): one incident a row, columns named after those of ACLED and UCDP GED where they mean the same."""

import csv
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TextIO

from onrecord.exports import told
from onrecord.exports.protect import Shown
from onrecord.model import GEO_PRECISION, WHERE_PREC, Candidate, Field, Harm, Incident, Record, Role, Toll
from onrecord.model.kinds import ACLED

Cell = str | int | float | None


def write(shown: Shown, out: TextIO) -> None:
    """A heading and one row an incident; an empty cell is "not known", 0 is "reported as none"."""
    table = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    table.writeheader()
    for incident in shown.record.incidents:
        table.writerow({name: safe(value) for name, value in row(incident, shown).items()})


def safe(value: Cell) -> Cell:
    """A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV Injection"); NUL has no place in it.

    So does each part of it that would begin a cell where a spreadsheet splits at semicolons or tabs, as it does in much of Europe.
    """
    if not isinstance(value, str):
        return value
    value = _LATER.sub(r"\g<0>'", value.replace("\0", ""))
    formula = value.lstrip(_SPACE)[:1] in _FORMULA or value[:1] in "\t\r\n"
    return f"'{value}" if value and formula else value


_FORMULA = tuple("=+-@＝＋－＠")
_SPACE = " \t\r\n\u00a0\ufeff"
_LATER = re.compile(rf"[;\t\r\n][{_SPACE}]*+(?=[{re.escape(''.join(_FORMULA))}])")


def row(incident: Incident, shown: Shown) -> dict[str, Cell]:
    """The cells of an incident by column."""
    acled = ACLED[incident.kind]
    return {
        "id": incident.id,
        "kind": incident.kind.value,
        "event_type": acled.event_type if acled else None,
        "sub_event_type": acled.sub_event_type if acled else None,
        "stance": incident.stance.value,
        "status": incident.status.value,
        "status_reason": incident.status_reason,
        "contested": "; ".join(incident.contested),
        "confirmed": "yes, by a person" if incident.confirmed else "no, machine-read",
        "date_start": _day(incident.when.earliest),
        "date_end": _day(incident.when.latest),
        "date_prec": incident.when.date_prec,
        "date_basis": incident.when.basis,
        **_where(incident.place),
        **_toll("killed", incident.toll(Harm.KILLED)),
        **_toll("injured", incident.toll(Harm.INJURED)),
        "perpetrators": _actors(incident, Role.PERPETRATOR),
        "victims": _actors(incident, Role.VICTIM),
        "targets": _actors(incident, Role.TARGET),
        "weapons": _actors(incident, Role.WEAPON),
        "speakers": "; ".join(_once(_speakers(incident, shown.record))),
        "source": "; ".join(_once(told.outlet(shown.record.documents[d]) for d in incident.documents)),
        "source_url": "; ".join(_once(shown.record.documents[d].url for d in incident.documents)),
        "number_of_documents": len(incident.documents),
        "number_of_origins": len(incident.origins),
        "number_of_claims": len(incident.claims),
        **{f"{name}_sure": incident.how_sure(field) for name, field in _SURE.items()},
        "made_by": told.makers(shown.record.claims[c] for c in incident.claims),
        "withheld": str(shown.withheld),
        "credit": told.CREDIT,
    }


def _where(place: Candidate | None) -> dict[str, Cell]:
    if place is None:
        return dict.fromkeys(
            (
                "location",
                "admin1",
                "admin2",
                "country",
                "latitude",
                "longitude",
                "where_prec",
                "geo_precision",
            )
        )
    return {
        "location": place.name,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "country": place.country,
        "latitude": place.lat,
        "longitude": place.lon,
        "where_prec": WHERE_PREC[place.precision],
        "geo_precision": GEO_PRECISION[place.precision],
    }


def _toll(name: str, toll: Toll | None) -> dict[str, Cell]:
    """Low, best and high; `name` itself says in words what an empty high means ("at least 5", "some, number not told")."""
    return {
        name: told.toll(toll),
        f"{name}_low": toll.low if toll else None,
        f"{name}_best": toll.best if toll else None,
        f"{name}_high": toll.high if toll else None,
    }


def _actors(incident: Incident, role: Role) -> str:
    return "; ".join(_once(w for a in incident.actors if a.role is role for w in a.words))


def _speakers(incident: Incident, record: Record) -> Iterator[str]:
    for claim in incident.claims:
        for said in record.claims[claim].attributions:
            yield told.speaker(said)


def _once(words: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(w for w in words if w))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


_SURE = {
    "kind": Field.KIND,
    "stance": Field.STANCE,
    "date": Field.WHEN,
    "location": Field.PLACE,
    "killed": Field.KILLED,
    "injured": Field.INJURED,
}

COLUMNS = (
    *(
        "id",
        "kind",
        "event_type",
        "sub_event_type",
        "stance",
        "status",
        "status_reason",
        "contested",
        "confirmed",
    ),
    *("date_start", "date_end", "date_prec", "date_basis"),
    *("location", "admin1", "admin2", "country", "latitude", "longitude", "where_prec", "geo_precision"),
    *(
        "killed",
        "killed_low",
        "killed_best",
        "killed_high",
        "injured",
        "injured_low",
        "injured_best",
        "injured_high",
    ),
    *("perpetrators", "victims", "targets", "weapons", "speakers", "source", "source_url"),
    *("number_of_documents", "number_of_origins", "number_of_claims"),
    *(f"{name}_sure" for name in _SURE),
    *("made_by", "withheld", "credit"),
)
