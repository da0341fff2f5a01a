"""Small stages for the tests of the engines; in a module of their own, so that workers can import them."""

import os
import signal
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from onrecord.errors import BadInput, MissingResource
from onrecord.model import Failure
from onrecord.stage import Stage


@dataclass(frozen=True)
class Number:
    id: str
    value: int
    flag: str = ""  # a file that a deadly step leaves behind, so that it can be deadly once
    made_by: tuple[str, ...] = field(default=())


def number(value: int, flag: str = "") -> Number:
    return Number(f"number-{value}", value, flag)


def _double(numbers: Sequence[Number], _: None) -> Iterator[Number]:
    for n in numbers:
        yield Number(n.id, n.value * 2, n.flag)


def _twice(numbers: Sequence[Number], _: None) -> Iterator[Number]:
    """Two records for every third number, none for the next, one for the others."""
    for n in numbers:
        for copy in range((2, 0, 1)[n.value % 3]):
            yield Number(f"{n.id}.{copy}", n.value, n.flag)


def _picky(numbers: Sequence[Number], _: None) -> Iterator[Number | Failure]:
    for n in numbers:
        if n.value % 10 == 7:
            raise ValueError(f"{n.value} ends in seven\nand more")
        if n.value % 10 == 8:
            raise BadInput(f"{n.value} ends in eight: give another")
        yield Failure(n.id, "picky", "ends in nine") if n.value % 10 == 9 else n


def _deadly(numbers: Sequence[Number], _: None) -> Iterator[Number]:
    """13 kills its process every time, 26 the first time only."""
    for n in numbers:
        if n.value == 13 or (n.value == 26 and not Path(n.flag).exists()):
            if n.value == 26:
                Path(n.flag).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        yield n


def _sum(numbers: Sequence[Number], _: None) -> Iterator[Number]:
    if any(n.value == 13 for n in numbers):
        raise ArithmeticError("thirteen")
    yield Number(f"sum-{numbers[0].value % 10}", sum(n.value for n in numbers))


def _unsendable(numbers: Sequence[Number], _: None) -> Iterator[Any]:
    for n in numbers:
        yield (lambda: None) if n.value == 3 else n


_serial = count(1)


def _open_count() -> int:
    """How often this was called in this process."""
    return next(_serial)


def _opened(numbers: Sequence[Number], opened: int) -> Iterator[tuple[int, int]]:
    for _ in numbers:
        yield os.getpid(), opened


def _lacking(numbers: Sequence[Number], _: None) -> Iterator[Number]:
    yield from numbers
    raise MissingResource("the abacus lost its beads: buy one")


def _missing() -> None:
    raise MissingResource("the abacus is not installed: buy one")


def _broken() -> None:
    raise OSError("no such abacus")


def _dying() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def last_digit(n: Number) -> str:
    return str(n.value % 10)


DOUBLE = Stage("double", 1, (Number,), Number, _double, batch=5)
TWICE = Stage("twice", 1, (Number,), Number, _twice, batch=3)
PICKY = Stage("picky", 1, (Number,), Number, _picky, batch=4)
DEADLY = Stage("deadly", 1, (Number,), Number, _deadly, batch=4)
UNSENDABLE = Stage("unsendable", 1, (Number,), Number, _unsendable, batch=2)
OPENED = Stage("opened", 1, (Number,), tuple, _opened, open=_open_count, batch=2)
NEEDY = Stage("needy", 1, (Number,), Number, _double, open=_missing)
LACKING = Stage("lacking", 1, (Number,), Number, _lacking)
BROKEN = Stage("broken", 1, (Number,), Number, _double, open=_broken)
DYING = Stage("dying", 1, (Number,), Number, _double, open=_dying)
SUM = Stage("sum", 1, (Number,), Number, _sum, by=last_digit, batch=8)
