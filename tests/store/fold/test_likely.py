"""The most probable days of an incident: only where no claim tells a first day, and marked as such."""

from dataclasses import replace

from onrecord.exports import told
from onrecord.exports.incidents import incident_row
from onrecord.model import Interval, Reading, Verdict
from tests.stages.link.reports import day
from tests.store.incidents import alike, decided, one


def guessing(reading: Reading, latest: int, first: int, last: int) -> Reading:
    when = Interval(None, day(latest), "not after the publication date")
    likely = Interval(day(first), day(last), f"most probably {first} to {last}", likely=True)
    return replace(reading, claims=(replace(reading.claims[0], when=when, likely=likely),))


def test_the_guess_of_the_first_page_is_narrowed_by_those_that_agree() -> None:
    a, b, c = alike(3)
    incident = one([guessing(a, 5, 4, 5), guessing(b, 5, 4, 4), guessing(c, 9, 8, 9)])
    assert (incident.when.earliest, incident.when.latest, incident.when.likely) == (day(4), day(4), True)
    assert incident.when.reason == "most probably 4 to 4"
    assert incident.when_claims == (b.claims[0].id,)


def test_a_guess_does_not_reach_past_what_is_told() -> None:
    a, b = alike(2)
    told_before = replace(b, claims=(replace(b.claims[0], when=Interval(None, day(4), "told")),))
    when = one([guessing(a, 5, 4, 5), told_before]).when
    assert (when.earliest, when.latest) == (day(4), day(4))
    earlier = replace(b, claims=(replace(b.claims[0], when=Interval(None, day(2), "told")),))
    assert one([guessing(a, 5, 4, 5), earlier]).when == Interval(None, day(2), "told")


def test_a_told_day_needs_no_guess() -> None:
    a, b = alike(2)
    assert not one([guessing(a, 5, 4, 5), b]).when.likely


def test_a_told_week_is_narrowed_to_the_day_that_the_page_tells_of() -> None:
    a, b = alike(2)
    week = replace(a, claims=(replace(a.claims[0], when=Interval(day(1), day(7), "last week")),))
    when = one([week, guessing(b, 9, 4, 4)]).when
    assert (when.earliest, when.latest, when.likely) == (day(4), day(4), True)
    assert one([week, guessing(b, 9, 4, 5)]).when == Interval(day(1), day(7), "last week")
    assert not one([week, guessing(b, 9, 8, 8)]).when.likely


def test_a_guess_is_shown_as_one() -> None:
    incident = one([guessing(alike(1)[0], 5, 5, 5)])
    assert told.days(incident.when) == f"probably {day(5)}"
    assert incident.when.date_prec == 2
    assert incident_row(incident)["date_basis"] == "most probable"


def test_a_person_who_says_that_the_day_is_unknown_is_not_guessed_over() -> None:
    a = guessing(alike(1)[0], 5, 4, 5)
    fix = decided(Verdict.CORRECT, a.claims[0].id, field="when")
    assert one([a], [fix]).when.earliest is None
