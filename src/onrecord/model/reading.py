"""All that one document says, on its way through the stages."""

from dataclasses import dataclass, replace

from onrecord.model.attribution import Attribution
from onrecord.model.claim import Claim
from onrecord.model.document import Document
from onrecord.model.event import Event
from onrecord.model.ids import content_id
from onrecord.model.made_by import MadeBy
from onrecord.model.marks import Marks
from onrecord.model.parse import Parse
from onrecord.model.place import Place
from onrecord.model.time import Time


@dataclass(frozen=True, slots=True)
class Reading:
    """What the stages parse, read, place and date fill in, one after another, and settle closes.

    `parse` and `marks` are there only in flight. `note` says why a document was not read ("language uk is not read yet").
    """

    document: Document
    made_by: tuple[MadeBy, ...] = ()
    parse: Parse | None = None
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    note: str | None = None
    marks: Marks | None = None  # like the grammar, only in flight
    events: tuple[Event, ...] = ()  # only where they are asked for

    def by(self, stage: MadeBy, **changes: object) -> "Reading":
        """The reading as the next stage leaves it, with that stage written down."""
        return replace(self, made_by=(*self.made_by, stage), **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Receipt:
    """That a document was read: kept, so that a document without claims is not read again."""

    id: str
    document: str
    made_by: tuple[MadeBy, ...]
    claims: tuple[str, ...]
    note: str | None = None

    @classmethod
    def of(cls, reading: Reading, by: tuple[MadeBy, ...]) -> "Receipt":
        """The receipt of a reading by these stages, whether or not each had anything to do."""
        document = reading.document.id
        id_ = content_id("receipt", document, *by)
        return cls(id_, document, by, tuple(c.id for c in reading.claims), reading.note)
