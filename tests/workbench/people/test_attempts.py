"""How often a password may be tried, by a clock that stands still."""

from pathlib import Path

import pytest

from onrecord.errors import TooSoon
from onrecord.workbench.people.attempts import LONGEST, Attempts, area, key, pause
from onrecord.workbench.people.file import TeamFile
from tests.workbench.people.site import Clock


@pytest.fixture
def file(tmp_path: Path, clock: Clock) -> TeamFile:
    return TeamFile(tmp_path / "team.sqlite", create=True, clock=clock)


def _fail(attempts: Attempts, clock: Clock, times: int, *keys: str) -> None:
    for _ in range(times):
        clock.now += LONGEST
        attempts.begin(*keys)


def test_pauses_double_from_the_fifth_failure_and_end_at_15_minutes() -> None:
    assert [pause(n) for n in range(1, 14)] == [0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900]
    assert pause(10_000) == LONGEST == 900


def test_the_sixth_try_waits_and_waiting_does_not_add_to_it(file: TeamFile, clock: Clock) -> None:
    attempts = Attempts(file)
    for _ in range(5):
        attempts.begin("one")
    for _ in range(50):
        with pytest.raises(TooSoon, match="wait 5 seconds") as raised:
            attempts.begin("one")
        assert raised.value.seconds == 5
    clock.now += 5
    attempts.begin("one")
    with pytest.raises(TooSoon, match="wait 10 seconds"):
        attempts.begin("one")


def test_nobody_waits_longer_than_15_minutes_however_often_it_was_tried(file: TeamFile, clock: Clock) -> None:
    attempts = Attempts(file)
    _fail(attempts, clock, 200, "one")
    with pytest.raises(TooSoon, match="wait 15 minutes") as raised:
        attempts.begin("one")
    assert raised.value.seconds <= 900
    clock.now += 900
    attempts.begin("one")


def test_a_restart_forgets_nothing(file: TeamFile, clock: Clock) -> None:
    for _ in range(5):
        Attempts(file).begin("one")
    with pytest.raises(TooSoon):
        Attempts(TeamFile(file.path, clock=clock)).begin("one")


def test_any_of_the_keys_makes_one_wait_and_then_none_is_counted(file: TeamFile) -> None:
    attempts = Attempts(file)
    for _ in range(5):
        attempts.begin("address")
    for _ in range(10):
        with pytest.raises(TooSoon):
            attempts.begin("account", "address")
    for _ in range(5):
        attempts.begin("account")


def test_what_went_well_is_taken_back_and_what_is_forgotten_is_gone(file: TeamFile) -> None:
    attempts = Attempts(file)
    for _ in range(40):
        attempts.begin("address")
        attempts.take_back("address")
    for _ in range(4):
        attempts.begin("account")
    attempts.forget("account")
    for _ in range(5):
        attempts.begin("account")


def test_after_an_hour_without_a_try_counting_begins_anew(file: TeamFile, clock: Clock) -> None:
    attempts = Attempts(file)
    for _ in range(5):
        attempts.begin("one")
    clock.now += 3601
    for _ in range(5):
        attempts.begin("one")


def test_a_clock_that_was_set_back_locks_nobody_out(file: TeamFile, clock: Clock) -> None:
    attempts = Attempts(file)
    for _ in range(5):
        attempts.begin("one")
    clock.now -= 86_400
    attempts.begin("one")


def test_an_ipv6_household_counts_as_one_address() -> None:
    assert area("2001:db8:1:2:aaaa::1") == area("2001:db8:1:2:bbbb::2") != area("2001:db8:1:3::1")
    assert area("::ffff:192.0.2.7") == area("192.0.2.7") != area("192.0.2.8")
    assert area("fe80::1%eth0") == "fe80::/64"
    assert area(None) == area("testclient") == "unknown"


def test_what_was_typed_is_not_kept(file: TeamFile) -> None:
    Attempts(file).begin(key("account", "my password by mistake"))
    kept = b"".join(one.read_bytes() for one in file.path.parent.glob("team.sqlite*"))
    assert b"my password" not in kept
