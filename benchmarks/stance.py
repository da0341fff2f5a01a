"""Did it happen: ``python -m benchmarks.stance [CASE]`` prints the scorer's output and our speed.

Every event-like word of a sentence (verb, or noun made from a verb) is given as a pseudo-claim with our stance; gold is not looked at.
"""

import sys
import time
from collections.abc import Iterator
from typing import Any

from benchmarks.common import readings, score
from onrecord.model import Parse, Reading, Token
from onrecord.stages.read.stance import stance_of

Row = dict[str, Any]


def event_like(token: Token) -> bool:
    """A word that may tell of a happening: any verb, noun, or adjective, since gold marks all three."""
    return token.pos in ("VERB", "NOUN", "ADJ", "AUX", "PROPN")


def claims(parse: Parse) -> Iterator[Row]:
    for token in filter(event_like, parse.tokens):
        stance, _ = stance_of(parse, token)
        yield {"trigger": {"start": token.start, "end": token.end}, "stance": stance.value}


def row(reading: Reading) -> Row:
    assert reading.parse
    return {"id": reading.document.id, "text": reading.document.text, "claims": list(claims(reading.parse))}


def main() -> None:
    case = sys.argv[1] if len(sys.argv) > 1 else "stance-dev"
    read = readings(case)
    began = time.perf_counter()
    made = list(map(row, read))
    took = time.perf_counter() - began
    print(score(case, made))
    words = sum(len(r.document.text.split()) for r in read)
    print(f"{words / 400 / took:.0f} documents of 400 words a second")


if __name__ == "__main__":
    main()
