"""One end of the days can be corrected, by a person's word on a claim or on an incident; the later word holds."""

from datetime import date

import pytest

from onrecord.errors import BadInput
from onrecord.model import Incident, Status, Verdict
from onrecord.store.fold.corrections import check
from tests.stages.link.reports import MARKET, day, report
from tests.store.incidents import TEXT, decided, one


def corrected(*said: tuple[str, str | None]) -> Incident:
    id_ = one(MARKET).id
    fixes = [
        decided(Verdict.CORRECT, id_, at=n, field=field, value=value)
        for n, (field, value) in enumerate(said, start=1)
    ]
    return one(MARKET, fixes)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ([("earliest", "2031-03-01")], day(1), day(3)),
        ([("latest", "2031-03-05")], day(3), day(5)),
        ([("earliest", None)], None, day(3)),
        ([("earliest", "2031-03-02"), ("latest", "2031-03-02")], day(2), day(2)),
        ([("earliest", "2031-03-09")], day(9), None),  # the old last day is before it: not known any more
        ([("latest", "2031-03-01")], None, day(1)),
        ([("when", "2031-03-06"), ("latest", "2031-03-07")], day(6), day(7)),
        ([("latest", "2031-03-07"), ("when", "2031-03-06")], day(6), day(6)),
    ],
)
def test_ends_of_the_days(said: list[tuple[str, str | None]], first: date | None, last: date | None) -> None:
    incident = corrected(*said)
    assert (incident.when.earliest, incident.when.latest) == (first, last)


def test_an_end_of_a_claim() -> None:
    fix = decided(Verdict.CORRECT, MARKET[0].claims[0].id, field="earliest", value="2031-03-02")
    alone = one([MARKET[0]], [fix])
    assert (alone.when.earliest, alone.when.latest) == (day(2), day(3))


def test_a_corrected_end_settles_days_in_dispute() -> None:
    readings = [report("d0", TEXT, 9, town="Brask", on=3), report("d1", TEXT, 9, town="Brask", on=5)]
    before = one(readings)
    assert (before.contested, before.status) == (("when",), Status.CONTESTED)
    after = one(readings, [decided(Verdict.CORRECT, before.id, field="latest", value="2031-03-03")])
    assert (after.contested, after.status) == ((), Status.CORROBORATED)


@pytest.mark.parametrize("value", ["Monday", "2031-03-02/2031-03-03", ""])
def test_an_end_is_a_day(value: str) -> None:
    with pytest.raises(BadInput):
        check("earliest", value)
    check("latest", "2031-03-02")
    check("latest", None)
