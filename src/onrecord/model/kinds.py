"""Each kind of harm as an ACLED event type and sub-event type.

ACLED Codebook (2023): six event types, 25 sub-event types. A kind that ACLED does not code (threats, injuries whose cause is not
told) maps to None: it is shown in our own tables and left out of ACLED-shaped ones. ``attack`` with a civilian victim is "Violence against
civilians / Attack"; between armed sides it is a clash, which is its own kind here.
"""

from typing import NamedTuple

from onrecord.model.claim import Kind


class AcledType(NamedTuple):
    """ACLED `event_type` and `sub_event_type`, in ACLED's words."""

    event_type: str
    sub_event_type: str


_REMOTE = "Explosions/Remote violence"
_CIVILIANS = "Violence against civilians"
_STRATEGIC = "Strategic developments"

ACLED: dict[Kind, AcledType | None] = {
    Kind.SHELLING: AcledType(_REMOTE, "Shelling/artillery/missile attack"),
    Kind.AIR_STRIKE: AcledType(_REMOTE, "Air/drone strike"),
    Kind.DRONE_STRIKE: AcledType(_REMOTE, "Air/drone strike"),
    Kind.BOMBING: AcledType(_REMOTE, "Remote explosive/landmine/IED"),
    Kind.LANDMINE: AcledType(_REMOTE, "Remote explosive/landmine/IED"),
    Kind.ARMED_CLASH: AcledType("Battles", "Armed clash"),
    Kind.SHOOTING: AcledType(_CIVILIANS, "Attack"),
    Kind.KILLING: AcledType(_CIVILIANS, "Attack"),
    Kind.ATTACK: AcledType(_CIVILIANS, "Attack"),
    Kind.ARSON: AcledType(_STRATEGIC, "Looting/property destruction"),
    Kind.ABDUCTION: AcledType(_CIVILIANS, "Abduction/forced disappearance"),
    Kind.DETENTION: AcledType(_STRATEGIC, "Arrests"),
    Kind.TORTURE: AcledType(_CIVILIANS, "Attack"),
    Kind.SEXUAL_VIOLENCE: AcledType(_CIVILIANS, "Sexual violence"),
    Kind.ROBBERY: AcledType(_STRATEGIC, "Looting/property destruction"),
    Kind.DESTRUCTION: AcledType(_STRATEGIC, "Looting/property destruction"),
    Kind.DISPLACEMENT: AcledType(_STRATEGIC, "Other"),
    Kind.OBSTRUCTION: AcledType(_STRATEGIC, "Other"),
    Kind.THREAT: None,
    Kind.FORCED_WORK_STOPPAGE: AcledType(_STRATEGIC, "Other"),
    Kind.OTHER_HARM: None,
}

__all__ = ["ACLED", "AcledType"]
