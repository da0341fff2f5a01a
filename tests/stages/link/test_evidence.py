"""Each kind of evidence by itself."""

from dataclasses import replace

import pytest

from onrecord.model import Harm, Interval
from onrecord.stages.link import evidence
from onrecord.stages.link.account import Account, accounts_of
from onrecord.stages.link.weights import CURVES, WEIGHTS, weight
from tests.stages.link.reports import TOWNS, day, report


def account(**changes: object) -> Account:
    made = next(accounts_of([report("d", "Shells hit Brask in the night.", 3, town="Brask", on=3, killed=4)]))
    return replace(made, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("town", "level"),
    [
        ("Brask", "same place"),
        ("Brask suburb", "places differ"),
        ("Velin", "far apart"),
        ("North", "same region"),
    ],
)
def test_place(town: str, level: str) -> None:
    found = evidence.place(account(), account(place=TOWNS[town]))
    assert found is not None
    assert found.level == level


def test_unknown_place_is_no_evidence() -> None:
    assert evidence.place(account(), account(place=None)) is None


@pytest.mark.parametrize(
    ("first", "last", "level"),
    [
        (3, 3, "same day"),
        (2, 4, "days overlap"),
        (4, 4, "a day apart"),
        (6, 6, "days apart"),
        (20, 20, "weeks apart"),
    ],
)
def test_when(first: int, last: int, level: str) -> None:
    found = evidence.when(account(), account(earliest=day(first), latest=day(last)))
    assert found is not None
    assert found.level == level


def test_a_bound_that_is_met_is_no_evidence_and_one_that_is_not_is() -> None:
    assert evidence.when(account(), account(earliest=None, latest=day(9))) is None
    late = evidence.when(account(earliest=None, latest=day(3)), account(earliest=day(9), latest=day(9)))
    assert late is not None
    assert late.level == "days apart"


def test_likeness_promises_less_where_nothing_is_known_of_the_days() -> None:
    known = account(earliest=None, latest=None, published=day(3))
    unknown = account(earliest=None, latest=None, published=None)
    found = {f.level for f in evidence.findings(unknown, unknown)}
    assert "days not known" in found
    assert WEIGHTS["days not known"] < 0
    assert "days not known" in {f.level for f in evidence.findings(known, unknown)}
    assert "days not known" not in {f.level for f in evidence.findings(account(), account(published=None))}


@pytest.mark.parametrize(
    ("later", "number", "level"),
    [(1, 4, "same toll"), (2, 9, "toll may have grown"), (-2, 9, "tolls clash"), (2, 1, "tolls clash")],
)
def test_a_growing_toll_is_not_a_clash(later: int, number: int, level: str) -> None:
    other = account(published=day(3 + later), tolls=((Harm.KILLED, number, number),))
    (found,) = evidence.toll(account(published=day(3)), other)
    assert found.level == level


def test_every_level_that_can_be_found_has_a_weight() -> None:
    pairs = [
        account(
            place=TOWNS[t],
            earliest=day(d),
            latest=day(d),
            published=day(d),
            tolls=((Harm.KILLED, 40 - d, 40 - d),),
            main=m,
        )
        for t in TOWNS
        for d in (3, 4, 6, 30)
        for m in (True, False)
    ]
    found = {f.level for a in pairs for b in pairs for f in evidence.findings(a, b)}
    assert found <= WEIGHTS.keys() | CURVES.keys()
    assert found >= {"same place", "far apart", "weeks apart", "tolls clash", "told aside", "place and day"}


def test_an_account_keeps_the_days_its_claims_have_in_common() -> None:
    reading = report("d", "Shells hit Brask in the night.", 9, town="Brask", on=3)
    wider = replace(reading.claims[0], id="claim-z", when=Interval(day(1), day(9), "told"))
    odd = replace(reading.claims[0], id="claim-y", when=Interval(day(8), day(8), "told"))
    (made, *_) = accounts_of([replace(reading, claims=(wider, reading.claims[0], odd))])
    assert made.earliest in (day(3), day(8))
    assert made.earliest == made.latest


@pytest.mark.parametrize(("first", "second", "days"), [(3, 5, 2), (5, 3, -2), (4, 4, 0)])
def test_days_after_the_earlier_report(first: int, second: int, days: int) -> None:
    """A page published on the 20th tells of day `second`; the other was published on day `first`."""
    early, late = account(published=day(first)), account(published=day(20), latest=day(second))
    for pair in ((early, late), (late, early)):
        found = evidence.reported(*pair)
        assert found is not None
        assert (found.level, found.value) == ("after the report", days)


def test_without_a_day_or_a_date_of_publication_nothing_is_after_a_report() -> None:
    assert evidence.reported(account(published=None), account(published=day(20))) is None
    assert evidence.reported(account(published=day(3)), account(published=day(20), latest=None)) is None


def test_a_curve_is_straight_between_its_points_and_level_beyond_them() -> None:
    (low, at_low), (high, at_high), *_ = points = CURVES["title told"]
    assert weight("title told", (low + high) / 2) == pytest.approx((at_low + at_high) / 2)
    assert weight("title told", low - 1) == at_low
    assert weight("title told", points[-1][0] + 1) == points[-1][1]
    assert weight("title told", high) == at_high


def test_what_happened_well_after_a_report_of_it_speaks_against() -> None:
    assert weight("after the report", 30) < 0 < weight("after the report", -1)
