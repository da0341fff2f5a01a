"""A server that is killed in the middle of decisions loses none that it answered; one that cannot write says so."""

import threading
import time
from pathlib import Path

import httpx
import pytest

from onrecord.store.case import Case
from tests.cli.command import call
from tests.workbench.site import Site, copied, served


def incidents(site: Site) -> list[str]:
    text = site.sender().client.get("/?sort=first").text
    return list(dict.fromkeys(part.partition('"')[0] for part in text.split('href="/incident/')[1:]))


@pytest.mark.parametrize("after", [0.15, 0.4, 0.9])
def test_every_decision_that_was_answered_is_there_after_a_kill(
    practice_case: Path, tmp_path: Path, after: float
) -> None:
    case, kept = copied(practice_case, tmp_path), list[str]()
    with served(case, "--by", "Vera") as site:
        ids, sender = incidents(site), site.sender()
        kept.append(sender.decide(ids[0], "unsure", "to begin with"))
        killer = threading.Timer(after, site.kill)
        killer.start()
        number = 0
        try:
            while True:
                kept.append(sender.decide(ids[number % len(ids)], "unsure", f"decision {number}"))
                number += 1
        except httpx.HTTPError:
            killer.join()
    with served(case, "--by", "Vera") as again:
        there = [d.id for d in again.decisions()]
        assert there[: len(kept)] == kept
        assert len(there) <= len(kept) + 1  # the one whose answer was cut off may be there
        history = again.sender().client.get("/history").text
        assert all(id_ in history for id_ in kept[-5:])
    assert "are what was recorded" in call("verify", "--case", case).output


def test_while_another_program_writes_nothing_is_kept_and_afterwards_it_works(own: Site) -> None:
    (first, *_), sender = incidents(own), own.sender()
    with Case.open(own.case, write=True):
        began = time.monotonic()
        answer = sender.post("/decide", about=first, verdict="accept", reason="read")
        assert time.monotonic() - began > 4  # it was waited for
        assert answer.status_code == 503
        assert "another run is writing" in answer.text
        assert sender.client.get(f"/incident/{first}").status_code == 200
    assert own.decisions() == []
    assert sender.decide(first, "accept", "read") == own.decisions()[0].id
