"""Set phrases of harm: a verb and one of its dependents, of which neither says it alone."""

from onrecord.model import Harm, Kind

_THROWN = ("bomb", "grenade", "explosive", "dynamite", "device", "mine", "charge", "molotov", "cocktail")

# (verb, object or particle) → what it tells.
PHRASES: dict[tuple[str, str], tuple[Kind, Harm | None]] = {
    ("open", "fire"): (Kind.SHOOTING, None),
    ("exchange", "fire"): (Kind.ARMED_CLASH, None),
    ("fire", "shot"): (Kind.SHOOTING, None),
    ("set", "fire"): (Kind.ARSON, None),
    ("set", "ablaze"): (Kind.ARSON, None),
    ("set", "alight"): (Kind.ARSON, None),
    ("set", "afire"): (Kind.ARSON, None),
    ("take", "hostage"): (Kind.ABDUCTION, None),
    ("hold", "hostage"): (Kind.ABDUCTION, None),
    ("hold", "captive"): (Kind.ABDUCTION, None),
    ("lose", "life"): (Kind.OTHER_HARM, Harm.KILLED),
    ("claim", "life"): (Kind.OTHER_HARM, Harm.KILLED),
    ("cost", "life"): (Kind.OTHER_HARM, Harm.KILLED),
    ("blow", "up"): (Kind.BOMBING, None),
    ("blow", "apart"): (Kind.BOMBING, None),
    ("take", "life"): (Kind.KILLING, Harm.KILLED),
    ("put", "death"): (Kind.KILLING, Harm.KILLED),
} | {
    (verb, thing): (Kind.BOMBING, None)
    for verb in ("throw", "hurl", "lob", "toss", "plant", "place", "drop")
    for thing in _THROWN
}
# (verb, subject) → what it tells.
SUBJECT_PHRASES: dict[tuple[str, str], Kind] = {
    ("go", "bomb"): Kind.BOMBING,
    ("go", "device"): Kind.BOMBING,
    ("fire", "shot"): Kind.SHOOTING,
}

__all__ = ["PHRASES", "SUBJECT_PHRASES"]
