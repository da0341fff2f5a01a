"""Several incidents in one document, all slots: ``python -m benchmarks.muc [muc-dev | muc-train | muc-gtt-dev | muc-gtt-train]``.

The muc-gtt- cases are the same documents in lower case without dateline, with the templates that papers score. Their `Victim` holds only
people who are named (627 of the 1,277 victims of muc-train), the record all; so two tables are printed: as the program writes it, and with
victims by name only, as that form has it.
"""

import sys
from collections.abc import Iterable, Iterator
from typing import Any

from benchmarks.common import readings, score
from benchmarks.harm import each, settled
from onrecord.model import Parse, Reading

Row = dict[str, Any]


def main(case: str = "muc-dev") -> None:
    """Print the scorer's table."""
    told = each(settled(case))
    print(score(case, told, suffix="incidents"))
    if case.startswith("muc-gtt"):
        print("victims by name only:")
        print(score(case, victims_by_name(told, readings(case)), suffix="incidents"))


def victims_by_name(incidents: Iterable[Row], parsed: Iterable[Reading]) -> Iterator[Row]:
    """The incidents with those victims only whose words are a name wherever the document has them."""
    parses = {r.document.id: (r.document.text, r.parse) for r in parsed}
    for incident in incidents:
        text, parse = parses[incident["documents"][0]]
        assert parse is not None
        told = [
            p for p in incident["participants"] if p["role"] != "victim" or _named(text, parse, p["words"])
        ]
        yield incident | {"participants": told}


def _named(text: str, parse: Parse, words: list[str]) -> bool:
    """Whether the model takes every word for a part of a name, in some mention of it."""
    return any(
        all(t.pos == "PROPN" for t in parse.tokens_in(start, start + len(mention)))
        for mention in words
        for start in _mentions(text, mention)
    )


def _mentions(text: str, words: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


if __name__ == "__main__":
    main(*sys.argv[1:])
