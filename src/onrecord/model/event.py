"""Any word that tells of a happening, harm or not: for research on stance and places, never part of a case's record."""

from dataclasses import dataclass

from onrecord.model.claim import Stance
from onrecord.model.passage import Passage
from onrecord.model.place import Place


@dataclass(frozen=True, slots=True)
class Event:
    """A verb, or a noun or adjective that may tell of a happening, with what the text says of it and where."""

    word: Passage
    stance: Stance
    places: tuple[Place, ...] = ()
