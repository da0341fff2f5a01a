"""Which place belongs to which event word: ``python -m benchmarks.eventplace``.

The case marks words of any kind of event ("continued", "transferred"), of which most are no harm and get no claim from the read stage. So
each verb and each noun that can tell of an event is made into a claim of its own, without looking at the gold words, and goes through
the same function as a real claim.
"""

from dataclasses import replace

from benchmarks.common import readings, score
from onrecord.exports.readings import Row, reading_row
from onrecord.model import Claim, Kind, Parse, Passage, Reading, Token
from onrecord.stages.place import PLACE

CASE = "eventplace-dev"


def main() -> None:
    """Print the scorer's figures."""
    gazetteer = PLACE.open()
    print(score(CASE, (_row(r) for r in PLACE.run(map(_with_claims, readings(CASE)), gazetteer))))


def _with_claims(reading: Reading) -> Reading:
    assert reading.parse is not None
    text = reading.document.text
    return replace(reading, claims=tuple(_claim(text, t) for t in reading.parse.tokens if t.pos in ("VERB", "AUX", "NOUN")))


def _claim(text: str, token: Token) -> Claim:
    word = Passage.of(text, token.start, token.end)
    return Claim("", "", (), Kind.OTHER_HARM, word, word)


def _row(reading: Reading) -> Row:
    return reading_row(reading)


if __name__ == "__main__":
    main()
