"""What is recorded: frozen dataclasses, standard library only."""

from onrecord.model.attribution import Attribution, Situation, SpeakerKind
from onrecord.model.capture import Capture, Evidence, Given, How
from onrecord.model.claim import Claim, Count, Harm, Kind, Participant, Person, Role, Stance
from onrecord.model.decision import Decision, Rule, Verdict
from onrecord.model.document import Document
from onrecord.model.event import Event
from onrecord.model.failure import Failure
from onrecord.model.ids import _SEPARATOR, content_id
from onrecord.model.incident import Actor, Incident, Status, Toll
from onrecord.model.kinds import ACLED, AcledType
from onrecord.model.link import Clue, Link
from onrecord.model.made_by import MadeBy
from onrecord.model.marks import Filler, Marks, Said
from onrecord.model.origin import Origin, Shared
from onrecord.model.parse import Entity, Parse, Token
from onrecord.model.passage import Passage
from onrecord.model.place import GEO_PRECISION, WHERE_PREC, Candidate, Place, Precision
from onrecord.model.reading import Reading, Receipt
from onrecord.model.record import Record
from onrecord.model.sure import Field, Sure, how_sure
from onrecord.model.time import UNKNOWN, Interval, Time

__all__ = [
    "ACLED",
    "GEO_PRECISION",
    "UNKNOWN",
    "WHERE_PREC",
    "_SEPARATOR",
    "AcledType",
    "Actor",
    "Attribution",
    "Candidate",
    "Capture",
    "Claim",
    "Clue",
    "Count",
    "Decision",
    "Document",
    "Entity",
    "Event",
    "Evidence",
    "Failure",
    "Field",
    "Filler",
    "Given",
    "Harm",
    "How",
    "Incident",
    "Interval",
    "Kind",
    "Link",
    "MadeBy",
    "Marks",
    "Origin",
    "Parse",
    "Participant",
    "Passage",
    "Person",
    "Place",
    "Precision",
    "Reading",
    "Receipt",
    "Record",
    "Role",
    "Rule",
    "Said",
    "Shared",
    "Situation",
    "SpeakerKind",
    "Stance",
    "Status",
    "Sure",
    "Time",
    "Token",
    "Toll",
    "Verdict",
    "content_id",
    "how_sure",
]
