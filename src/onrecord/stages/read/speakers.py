"""What kind of speaker a source is, for whom it speaks, and in what situation."""

from collections.abc import Sequence

from onrecord.model import Parse, Situation, SpeakerKind

_KINDS = {
    SpeakerKind.OFFICIAL: "official minister ministry president governor mayor spokesman spokeswoman government authority authorities",
    SpeakerKind.MILITARY: "military army general colonel commander forces troops",
    SpeakerKind.POLICE: "police sheriff officer detective",
    SpeakerKind.LAWMAKER: "lawmaker senator congressman congresswoman deputy legislator mp",
    SpeakerKind.PRISONER: "prisoner captive detainee pow",
    SpeakerKind.WITNESS: "witness resident eyewitness neighbour neighbor",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}


def speaker_of(parse: Parse, source: Sequence[int]) -> tuple[SpeakerKind, str | None]:
    """The kind of speaker and the side it speaks for."""
    if not source:
        return SpeakerKind.UNNAMED, None
    kinds = [_KIND_OF[low] for i in source if (low := parse.tokens[i].lemma.lower()) in _KIND_OF]
    return (kinds[0] if kinds else SpeakerKind.PERSON), None


def situations_of(parse: Parse, source: Sequence[int]) -> tuple[Situation, ...]:
    """What a reader must know about the situation in which the words were spoken."""
    words = {parse.tokens[i].lemma.lower() for i in source}
    return (Situation.IN_CAPTIVITY,) if words & {"captured", "prisoner", "detainee", "captive"} else ()
