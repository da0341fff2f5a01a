"""What made a record: part of every machine-made record."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class MadeBy:
    """A step, its version, and the model or data set it used, if any."""

    stage: str
    version: int
    model: str | None = None

    def __str__(self) -> str:
        return f"{self.stage}/{self.version}" + (f" ({self.model})" if self.model else "")
