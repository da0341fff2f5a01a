"""Any record can be kept and read back, and each has one way to be written down."""

from dataclasses import is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import CaseDamaged
from onrecord.model import Claim, Failure
from onrecord.store.rows import GENESIS, KINDS, chained, decode, encode, id_of
from tests.store.examples import claim

_HALVES = st.text(
    st.characters() | st.sampled_from("\ud800\udce9\udfff"), max_size=20
)  # what a broken page or file name gives
_FROM_OUTSIDE = {"text", "title", "byline", "words", "where", "record", "reason"}
_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=20),
    int: st.integers(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    date: st.dates(),
    datetime: st.datetimes(timezones=st.just(UTC)),
    NoneType: st.none(),
}


def anything(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a type of the model, with every field filled in."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if get_origin(hint) in (Union, UnionType):
        return st.one_of(*map(anything, get_args(hint)))
    if get_origin(hint) is tuple:
        of = get_args(hint)
        return (
            st.lists(anything(of[0]), max_size=2).map(tuple)
            if of[-1] is ...
            else st.tuples(*map(anything, of))
        )
    if is_dataclass(hint):
        return st.builds(hint, **{name: _field(name, of) for name, of in get_type_hints(hint).items()})  # type: ignore[arg-type]
    assert issubclass(hint, Enum), hint
    return st.sampled_from(hint)


def _field(name: str, hint: Any) -> st.SearchStrategy[Any]:
    return _HALVES if hint is str and name in _FROM_OUTSIDE else anything(hint)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_record_comes_back_as_it_was(kind: str, data: st.DataObject) -> None:
    record = data.draw(anything(KINDS[kind]))
    assert decode(kind, encode(record)) == record
    row = chained(record, seq=1, prev=GENESIS, run=None, at="now")
    assert encode(decode(kind, row.body)) == row.body
    assert row.hash == row.digest()
    assert (row.subject or "").encode() is not None  # what is looked for must be whole characters


def test_every_part_of_a_row_is_in_its_hash() -> None:
    row = chained(claim(1), seq=5, prev=GENESIS, run="run-1", at="now")
    for name in row._fields[:-1]:
        changed: dict[str, Any] = {name: 6 if name == "seq" else f"{getattr(row, name)} "}
        assert row._replace(**changed).digest() != row.hash, name
    moved = row._replace(id=row.id + "x", kind=row.kind[:-1])
    assert moved.digest() != row.hash


def test_what_made_a_record_stands_beside_it_in_plain_words() -> None:
    row = chained(claim(1), seq=1, prev=GENESIS, run=None, at="now")
    assert row.made_by == "parse/1 (a model) > read/2"
    assert row.subject == claim(1).document


def test_a_failure_has_the_id_of_what_it_says() -> None:
    one, other = Failure("page-1", "clean", "it is empty"), Failure("page-1", "clean", "it is too large")
    assert id_of(one) == id_of(Failure("page-1", "clean", "it is empty")) != id_of(other)


@pytest.mark.parametrize("body", ["", "{", "[]", '{"id": 1}', "null", '"\\ud800', "[" * 100_000])
def test_a_body_that_is_no_record_is_told(body: str) -> None:
    with pytest.raises(CaseDamaged, match="row 7 does not hold a Claim"):
        decode("Claim", body, 7)


def test_a_field_that_an_older_version_did_not_know_gets_its_default() -> None:
    body = encode(claim(1)).replace(',"group":null', "")
    assert decode("Claim", body) == claim(1)
    assert Claim.__dataclass_fields__["group"].default is None
