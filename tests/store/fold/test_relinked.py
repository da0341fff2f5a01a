"""A case whose pages come in two runs: links are made anew, people's decisions and the ids of incidents hold."""

from pathlib import Path

import pytest

from onrecord.model import Incident, Link, Reading, Verdict
from onrecord.stages.link import link
from onrecord.store.case import Case
from onrecord.store.incidents import find, fold
from tests.stages.link.reports import BRIDGE, FAR, MARKET, THREE_DAYS
from tests.store.incidents import decided

EVERYTHING = [*MARKET, *BRIDGE, *THREE_DAYS, FAR]


def linked(readings: list[Reading], *decisions: tuple[Verdict, str, str]) -> tuple[Incident, ...]:
    said = [decided(verdict, a, b, at=n) for n, (verdict, a, b) in enumerate(decisions, start=1)]
    claims = [c for r in readings for c in r.claims]
    return fold(claims, [r.document for r in readings], link(readings), said)


@pytest.mark.parametrize("first", range(1, len(EVERYTHING)))
def test_links_of_two_runs_are_those_of_one(tmp_path: Path, first: int) -> None:
    with Case.open(tmp_path / "case", create=True) as case:
        case.renew(Link, link(EVERYTHING[-first:]))
        case.renew(Link, link(EVERYTHING))
        now = {one.id: one for one in case.current(Link)}
    assert now == {one.id: one for one in link(EVERYTHING)}


@pytest.mark.parametrize("first", range(1, len(EVERYTHING)))
def test_an_id_of_an_earlier_run_leads_to_the_incident_with_its_claim(first: int) -> None:
    for before in linked(EVERYTHING[-first:]):
        now = find(linked(EVERYTHING), before.id)
        assert now is not None
        assert "claim-" + before.id.removeprefix("incident-") in now.claims


def test_a_split_and_a_join_made_earlier_hold_when_pages_join() -> None:
    one, other, later = MARKET
    (together,) = linked([one, other])
    far, market = FAR.claims[0].id, one.claims[0].id
    apart = (Verdict.DIFFERENT, one.claims[0].id, other.claims[0].id)
    assert len(linked([one, other], apart)) == 2
    now = linked([one, other, later], apart)
    assert find(now, one.claims[0].id) is not find(now, other.claims[0].id)
    both = linked([one, other, later, FAR], (Verdict.SAME, market, far))
    assert find(both, far) is find(both, together.id)
