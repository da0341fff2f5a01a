"""The record of a case as it stands now: what exports, the workbench and the commands look at."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.model.capture import Capture
from onrecord.model.claim import Claim
from onrecord.model.decision import Decision
from onrecord.model.document import Document
from onrecord.model.failure import Failure
from onrecord.model.incident import Incident
from onrecord.model.link import Link
from onrecord.model.origin import Origin


@dataclass(frozen=True, slots=True)
class Record:
    """Everything by its id, and the incidents in the order in which they are shown (earliest first, unknown dates last).

    `origin_of` gives the origin id of a document id.
    """

    incidents: tuple[Incident, ...]
    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]
    captures: Mapping[str, Capture]
    origins: Mapping[str, Origin]
    origin_of: Mapping[str, str]
    links: tuple[Link, ...] = ()
    decisions: tuple[Decision, ...] = ()
    failures: tuple[Failure, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()  # (document id, why it was not read)
