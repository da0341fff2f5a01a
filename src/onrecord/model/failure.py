"""A record that could not be handled: nothing is swallowed, nothing stops the run."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """`record` is an id or a file with the place in it; `reason` is one plain line that says what to do next."""

    record: str
    stage: str
    reason: str
