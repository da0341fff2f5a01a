"""An incident's values are as sure as the claims they rest on; what a person said needs no machine's probability."""

from dataclasses import replace

from onrecord.model import Field, Interval, Reading, Sure, Verdict
from tests.stages.link.reports import day
from tests.store.incidents import alike, decided, one


def saying(reading: Reading, **said: float) -> Reading:
    sure = tuple(Sure(Field(name), probability) for name, probability in said.items())
    return replace(reading, claims=(replace(reading.claims[0], sure=sure), *reading.claims[1:]))


def test_each_value_is_as_sure_as_the_claim_it_rests_on() -> None:
    a, b = alike(2)
    incident = one([saying(a, killed=0.8, when=0.7, place=0.6, kind=0.5), saying(b, injured=0.9)])
    rests = incident.toll(a.claims[0].counts[0].harm)
    assert rests is not None
    assert incident.how_sure("killed") == (0.8 if rests.best_claim == a.claims[0].id else None)
    assert incident.how_sure("kind") == 0.5
    assert incident.how_sure("injured") is None  # nobody tells of any


def test_the_surest_of_those_that_tell_the_same_counts() -> None:
    a, b = alike(2)
    assert one([saying(a, kind=0.5, when=0.7), saying(b, kind=0.9, when=0.6)]).how_sure("kind") == 0.9


def test_what_was_not_measured_stays_unknown() -> None:
    assert one(alike(2)).sure == ()


def test_likely_days_are_as_sure_as_the_guess_and_not_as_the_bound() -> None:
    (a,) = alike(1)
    bound = Interval(None, day(5), "not after the publication date")
    guess = Interval(day(4), day(5), "most probably", likely=True)
    told = saying(a, when=0.99, likely=0.7)
    guessing = replace(told, claims=(replace(told.claims[0], when=bound, likely=guess),))
    assert one([guessing]).how_sure("when") == 0.7


def test_a_corrected_value_has_no_sureness_and_the_others_keep_theirs() -> None:
    a, b = alike(2)
    readings = [saying(a, killed=0.8, when=0.7, kind=0.5), saying(b, killed=0.8, when=0.7, kind=0.5)]
    id_ = one(readings).id
    fixed = one(readings, [decided(Verdict.CORRECT, id_, field="killed", value="7")])
    assert (fixed.how_sure("killed"), fixed.how_sure("when")) == (None, 0.7)
    fixed = one(readings, [decided(Verdict.CORRECT, id_, field="earliest", value="2031-03-02")])
    assert (fixed.how_sure("killed"), fixed.how_sure("when")) == (0.8, None)


def test_a_corrected_claim_has_no_sureness_either() -> None:
    (a,) = alike(1)
    fix = decided(Verdict.CORRECT, a.claims[0].id, field="killed", value="7")
    incident = one([saying(a, killed=0.8, kind=0.5)], [fix])
    assert (incident.how_sure("killed"), incident.how_sure("kind")) == (None, 0.5)
