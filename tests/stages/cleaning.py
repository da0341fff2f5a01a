"""Captures to clean, and what comes of them."""

from datetime import UTC, datetime

from onrecord.intake.capture import Origin, evidence
from onrecord.model import Document, Evidence, Failure, Given, How
from onrecord.stages.clean import CLEAN
from onrecord.stages.clean.language import Detector

CAPTURED = datetime(2022, 3, 10, 12, tzinfo=UTC)


BODY = "".join(
    f"<p>On day {n} of the inquiry the council heard how two people were hurt at bridge number {n}, and what the mayor said of it.</p>"
    for n in range(12)
)


def make(
    content: bytes | str,
    media_type: str = "text/html",
    *,
    given: Given | None = None,
    charset: str | None = None,
) -> Evidence:
    raw = content if isinstance(content, bytes) else content.encode()
    return evidence(
        raw,
        media_type,
        origin=Origin("a", How.FILE),
        where="a",
        at=CAPTURED,
        given=given or Given(),
        charset=charset,
    )


def page(body: str = BODY, head: str = "<title>The inquiry of the council</title>") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body><article>{body}</article></body></html>"


def clean(one: Evidence, detector: Detector) -> Document:
    (made,) = CLEAN.run([one], detector)
    assert isinstance(made, Document), made
    return made


def refused(one: Evidence, detector: Detector) -> Failure:
    (made,) = CLEAN.run([one], detector)
    assert isinstance(made, Failure), made
    assert made.record == one.capture.id
    assert "\n" not in made.reason
    return made
