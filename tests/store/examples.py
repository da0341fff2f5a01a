"""Records for the tests of the store: written for them, of nothing that happened."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from onrecord.model import (
    Capture,
    Claim,
    Count,
    Decision,
    Document,
    Harm,
    How,
    Kind,
    Link,
    MadeBy,
    Origin,
    Passage,
    Receipt,
    Verdict,
    content_id,
)

READ = (MadeBy("parse", 1, "a model"), MadeBy("read", 2))
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def capture(n: int) -> Capture:
    return Capture(f"capture-{n}", f"{n:064x}", 40, "text/plain", How.FILE, f"page-{n}.txt", NOON)


def document(n: int, *, version: int = 1) -> Document:
    return Document(
        content_id("document", n, version),
        f"capture-{n}",
        f"Shells fell on bridge {n}.",
        MadeBy("clean", version),
        published=date(2026, 3, 1),
    )


def claim(n: int, *, of: Document | None = None, ordinal: int = 0) -> Claim:
    of = of or document(n)
    return Claim(
        content_id("claim", of.id, ordinal),
        of.id,
        READ,
        Kind.SHELLING,
        Passage.of(of.text, 0, 6),
        Passage.of(of.text, 0, len(of.text)),
        counts=(Count(Harm.KILLED, None, 3, Passage.of(of.text, 7, 11)),),
    )


def receipt(of: Document, *claims: Claim, version: int = 1) -> Receipt:
    return Receipt(content_id("receipt", of.id, version), of.id, READ, tuple(c.id for c in claims))


def link(a: Claim, b: Claim, score: float = 0.9) -> Link:
    left, right = sorted((a.id, b.id))
    return Link(
        content_id("link", left, right, score), left, right, score, (), score > 0.5, MadeBy("link", 1)
    )


def origin(*documents: Document) -> Origin:
    ids = tuple(sorted(d.id for d in documents))
    return Origin(content_id("origin", *ids), ids, "same text" if ids[1:] else "alone", MadeBy("copies", 1))


def decision(about: str, verdict: Verdict = Verdict.ACCEPT, **more: Any) -> Decision:
    return Decision("", about, verdict, "I looked", "a tester", NOON, **more)


def whole_page(n: int) -> Iterator[object]:
    """Everything that one page gives."""
    yield capture(n)
    yield document(n)
    yield claim(n)
    yield receipt(document(n), claim(n))
