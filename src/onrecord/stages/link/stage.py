"""Readings → links between their claims."""

from collections.abc import Iterator, Sequence

from onrecord.model import Claim, Clue, Document, Link, Reading, content_id
from onrecord.stage import Stage

try:
    from onrecord.stages.link.within import accounts
except ImportError:

    def accounts(claims: Sequence[Claim], document: Document) -> list[list[Claim]]:
        return [list(claims)] if claims else []


_TOLD_AS_ONE = Clue("told as one", 6.0, "told as one happening in one document")


def run(readings: Sequence[Reading], _: None) -> Iterator[Link]:
    for reading in readings:
        for account in accounts(reading.claims, reading.document):
            for claim in account[1:]:
                left, right = sorted((account[0].id, claim.id))
                yield Link(
                    content_id("link", left, right, LINK.made_by),
                    left,
                    right,
                    1.0,
                    (_TOLD_AS_ONE,),
                    True,
                    LINK.made_by,
                )


LINK = Stage("link", 1, (Reading,), Link, run, by=lambda _: "all")
