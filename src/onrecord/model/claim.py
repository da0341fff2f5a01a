"""A claim: one document says that one thing happened."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.attribution import Attribution, Situation
from onrecord.model.made_by import MadeBy
from onrecord.model.passage import Passage
from onrecord.model.place import Place
from onrecord.model.sure import Sure, how_sure
from onrecord.model.time import UNKNOWN, Interval, Time


class Kind(StrEnum):
    """What happened. Mapped to ACLED event and sub-event types in `onrecord.model.kinds`."""

    SHELLING = "shelling"
    AIR_STRIKE = "air_strike"
    DRONE_STRIKE = "drone_strike"
    BOMBING = "bombing"
    LANDMINE = "landmine"
    ARMED_CLASH = "armed_clash"
    SHOOTING = "shooting"
    KILLING = "killing"
    ATTACK = "attack"
    ARSON = "arson"
    ABDUCTION = "abduction"
    DETENTION = "detention"
    TORTURE = "torture"
    SEXUAL_VIOLENCE = "sexual_violence"
    ROBBERY = "robbery"
    DESTRUCTION = "destruction"
    DISPLACEMENT = "displacement"
    OBSTRUCTION = "obstruction"
    THREAT = "threat"
    FORCED_WORK_STOPPAGE = "forced_work_stoppage"
    OTHER_HARM = "other_harm"


class Stance(StrEnum):
    """What the document says about the happening."""

    ASSERTED = "asserted"
    DENIED = "denied"
    NEGATED = "negated"
    POSSIBLE = "possible"
    PLANNED = "planned"


class Role(StrEnum):
    """What a participant did or suffered."""

    PERPETRATOR = "perpetrator"
    VICTIM = "victim"
    TARGET = "target"
    WEAPON = "weapon"


class Harm(StrEnum):
    """What is counted."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DETAINED = "detained"
    DISPLACED = "displaced"


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people. `low` and `high` are None when the words tell of harm but not how many ("among the dead are children").

    `high` alone is None when it is open ("at least five"), `low` alone when only the upper end is told ("up to 20"). `whom` is the group
    counted, as written ("children"); `part` is true when they are part of another count of the same harm ("including two children"). `how` says
    how the value follows from the words where they do not say it themselves ("4 hit, less 1 dead"), or that they do not mean it exactly.
    """

    harm: Harm
    low: int | None
    high: int | None
    passage: Passage
    whom: str | None = None
    part: bool = False
    replaces: bool = False  # an update of an earlier toll ("the toll rose to seven"), not a further one
    adds: bool = False  # on top of an earlier toll ("another three died")
    how: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """`kind` of a perpetrator is ``person`` or ``organisation``, else None. `protected` names the protected object or person."""

    role: Role
    passage: Passage
    kind: str | None = None
    protected: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name in a claim's sentence or chain of speakers; the first claim of a page has those named elsewhere on it too.

    `public` is true only for those who act in public office. `role` says in which role a protected person is shown instead of the name
    ("a prisoner of war", "a child", "a victim", "a witness").
    """

    passage: Passage
    public: bool
    role: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one document says of one happening, with the words each value rests on.

    `attributions` is the chain of speakers, innermost first; empty means that the document says it in its own voice. `id` is empty
    until the settle stage has stamped it. `sentence` is the whole sentence of the trigger.
    """

    id: str
    document: str
    made_by: tuple[MadeBy, ...]
    kind: Kind
    trigger: Passage
    sentence: Passage
    stance: Stance = Stance.ASSERTED
    stance_cue: Passage | None = None
    attributions: tuple[Attribution, ...] = ()
    situations: tuple[Situation, ...] = ()
    counts: tuple[Count, ...] = ()
    participants: tuple[Participant, ...] = ()
    people: tuple[Person, ...] = ()
    place: Place | None = None
    time: Time | None = None
    when: Interval = UNKNOWN
    likely: Interval | None = (
        None  # the most probable days where `when` has no first day: a guess with its basis, no bound
    )
    group: int | None = (
        None  # claims of one document with the same number tell of one happening (co-reference)
    )
    sure: tuple[Sure, ...] = ()

    def count(self, harm: Harm) -> Count | None:
        """The whole count of a harm, not a part of it; None when not reported."""
        return next((c for c in self.counts if c.harm is harm and not c.part), None)

    def how_sure(self, field: str) -> float | None:
        """The probability that the value of a `Field` is right; None when it is not known."""
        return how_sure(self.sure, field)
