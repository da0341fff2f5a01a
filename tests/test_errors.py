"""The error tree in the docstring is the error tree in the code."""

import re

from onrecord import errors


def test_docstring_draws_every_error() -> None:
    drawn = set(re.findall(r"^[│ ├└─]*([A-Z]\w+)", errors.__doc__ or "", re.MULTILINE)) - {"Every"}
    made = {name for name, value in vars(errors).items() if isinstance(value, type)}
    assert drawn == made


def test_every_error_can_be_caught_at_once() -> None:
    for value in vars(errors).values():
        if isinstance(value, type):
            assert issubclass(value, errors.OnRecordError)
