"""What a person's word puts right, on a claim or on an incident; the later word holds. One end of the days, and who took part."""

from dataclasses import replace
from datetime import date

import pytest

from onrecord.errors import BadInput
from onrecord.model import Incident, Participant, Reading, Role, Status, Verdict
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


def attacked() -> Reading:
    """A report in which forces, a crowd and a hospital take part."""
    (claim,) = MARKET[0].claims
    parts = (
        Participant(Role.PERPETRATOR, replace(claim.sentence, words="Their forces"), "organisation"),
        Participant(Role.PERPETRATOR, replace(claim.sentence, words="A gang"), "organisation"),
        Participant(Role.TARGET, replace(claim.sentence, words="a hospital"), None, "hospital"),
    )
    return replace(MARKET[0], claims=(replace(claim, participants=parts),))


def test_who_took_part_is_corrected_for_the_incident() -> None:
    reading = attacked()
    id_ = one([reading]).id
    fixes = [
        decided(Verdict.CORRECT, id_, at=1, field="perpetrator", value=" A gang;Nobody  known ; A gang"),
        decided(Verdict.CORRECT, id_, at=2, field="weapon", value="a drone"),
    ]
    after = one([reading], fixes)
    assert [(a.role, a.words, a.kind) for a in after.actors if a.role is not Role.TARGET] == [
        (Role.PERPETRATOR, ("A gang",), "organisation"),
        (Role.PERPETRATOR, ("Nobody known",), None),
        (Role.WEAPON, ("a drone",), None),
    ]
    assert [(a.words, a.protected) for a in after.actors if a.role is Role.TARGET] == [
        (("a hospital",), "hospital")
    ]
    kept = [*fixes, decided(Verdict.CORRECT, id_, at=3, field="target", value="The Hospital; a school")]
    assert [(a.words, a.protected) for a in one([reading], kept).actors if a.role is Role.TARGET] == [
        (("The Hospital",), "hospital"),
        (("a school",), None),
    ]
    none = [*fixes, decided(Verdict.CORRECT, id_, at=3, field="perpetrator", value=None)]
    assert not [a for a in one([reading], none).actors if a.role is Role.PERPETRATOR]


@pytest.mark.parametrize(
    "value", ["", " ; ", "x" * 201, "; ".join(map(str, range(51))), "a\u202egang", "a\0gang"]
)
def test_a_part_that_nobody_takes_or_too_many_is_refused(value: str) -> None:
    with pytest.raises(BadInput, match="semicolon"):
        check("perpetrator", value, "incident-1")


def test_a_claim_keeps_the_words_of_its_page() -> None:
    with pytest.raises(BadInput, match="for the incident"):
        check("perpetrator", "A gang", "claim-1")
    claim = MARKET[0].claims[0].id
    elsewhere = decided(Verdict.CORRECT, claim, field="perpetrator", value="A gang")  # from another program
    assert one([MARKET[0]], [elsewhere]).actors == one([MARKET[0]]).actors
