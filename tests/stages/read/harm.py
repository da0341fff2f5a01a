"""Reading one text for the tests of claims: parsed by the real model, read by the real stage."""

from functools import cache

from onrecord.model import Claim, Count, Document, Harm, MadeBy, Parse, Reading, Role
from onrecord.resources.english import open_english
from onrecord.stages.read import READ


@cache
def parsed(text: str) -> Parse:
    return next(open_english().parse([text]))


def document(text: str, paragraphs: tuple[tuple[int, int], ...] = ()) -> Document:
    return Document("doc", "capture", text, MadeBy("test", 1), language="en", paragraphs=paragraphs)


def claims(text: str, paragraphs: tuple[tuple[int, int], ...] = ()) -> tuple[Claim, ...]:
    reading = Reading(document(text, paragraphs), parse=parsed(text))
    (read,) = READ.run([reading], None)
    return tuple(read.claims)


def counted(text: str, harm: Harm) -> list[tuple[int | None, int | None]]:
    """Low and high of every whole count of a harm, in text order."""
    return [(c.low, c.high) for c in _counts(text) if c.harm is harm and not c.part]


def parts(text: str, harm: Harm) -> list[tuple[int | None, str | None]]:
    return [(c.low, c.whom) for c in _counts(text) if c.harm is harm and c.part]


def _counts(text: str) -> list[Count]:
    return [count for claim in claims(text) for count in claim.counts]


def words(text: str, role: Role) -> list[str]:
    """The words of every participant of a role, each once, in text order."""
    found = (p.passage for claim in claims(text) for p in claim.participants if p.role is role)
    return [p.words for p in sorted(set(found))]
