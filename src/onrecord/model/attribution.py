"""Who says so."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.passage import Passage


class SpeakerKind(StrEnum):
    """What kind of speaker a source is."""

    OFFICIAL = "official"
    MILITARY = "military"
    POLICE = "police"
    LAWMAKER = "lawmaker"
    ARMED_GROUP = "armed_group"
    WITNESS = "witness"
    VICTIM = "victim"
    PRISONER = "prisoner"
    MEDIC = "medic"
    AGENCY = "agency"
    OUTLET = "outlet"
    ORGANISATION = "organisation"
    SOCIAL_MEDIA = "social_media"
    PERSON = "person"
    UNNAMED = "unnamed"


class Situation(StrEnum):
    """What a reader must know about the speaker's situation."""

    IN_CAPTIVITY = "in_captivity"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class Attribution:
    """`source` says (`cue`) `content` (Pareti 2015; PolNeAR). `source` is None when nobody is named ("it was reported").

    `spans` are the (start, end) parts of a content with a gap ("X, he said, Y"); empty when it has none. `side` is the country or
    party a speaker speaks for, None when not told. `within` is the position, in the same list, of the attribution this one is quoted in.
    """

    source: Passage | None
    cue: Passage
    content: Passage
    speaker: SpeakerKind
    side: str | None = None
    situations: tuple[Situation, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    within: int | None = None
    grammar: bool = True  # False where only the trained reader finds it
    sure: float | None = (
        None  # how likely the trained reader takes the cue for one; None where it was not asked or does not find it
    )
    of: Passage | None = None  # who a pronoun stands for, where the text tells: the source's fuller name
