"""A judgement about an incident covers the claims that the person had in view, and no page that joins later."""

from dataclasses import replace

from onrecord.model import Decision, Reading, Verdict
from tests.store.incidents import alike, claim_ids, decided, folded, one


def judged(verdict: Verdict, seen: list[Reading]) -> Decision:
    incident = one(seen)
    return replace(decided(verdict, incident.id), seen=incident.claims)


def test_an_accepted_incident_is_confirmed_until_another_page_joins() -> None:
    readings = alike(3)
    accepted = judged(Verdict.ACCEPT, readings[:2])
    assert one(readings[:2], [accepted]).confirmed
    assert not one(readings, [accepted]).confirmed
    again = replace(judged(Verdict.ACCEPT, readings), id="decision-2", about=one(readings).id)
    assert one(readings, [accepted, again]).confirmed


def test_a_rejected_incident_swallows_no_later_page() -> None:
    readings = alike(3)
    rejected = judged(Verdict.REJECT, readings[:2])
    assert folded(readings[:2], None, [rejected]) == ()
    (left,) = folded(readings, None, [rejected])
    assert list(left.claims) == claim_ids(readings[2:])
