"""A person's judgement; append-only, a later one about the same thing supersedes an earlier one and neither is lost."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """What a person can say."""

    ACCEPT = "accept"
    REJECT = "reject"
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    CORRECT = "correct"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Decision:
    """About claim or incident `about`; `other` is the second one for same, different, unsure.

    For ``correct``, `field` and `value` say what it should be (``value`` None = unknown). `replaces` is the id of the decision that this one
    supersedes, None for the first. `seen` are the claims of the incident when it was accepted or rejected: the judgement covers these
    and no page that comes later. A ``different`` that splits an incident says in `seen` which claims are taken out of it and in `rest` which
    stay: each of the two stays together, and none of the one is with any of the other. ``undo`` is about a decision, which is then out of
    force (also an undo), and what that one had replaced holds again.
    """

    id: str
    about: str
    verdict: Verdict
    reason: str
    by: str
    at: datetime
    other: str | None = None
    field: str | None = None
    value: str | None = None
    replaces: str | None = None
    seen: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """How a case is reviewed, from `at` on: `reviewers` different people must accept an incident before it is confirmed. The newest holds."""

    id: str
    reviewers: int
    reason: str
    by: str
    at: datetime
