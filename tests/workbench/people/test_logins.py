"""Logging in: what is said, how long it takes, how often it may be tried."""

import time
from collections.abc import Callable
from statistics import median

import pytest
from argon2 import PasswordHasher

from onrecord.errors import BadInput, NotAllowed, TooSoon
from onrecord.workbench.people import Team
from tests.workbench.people.site import PASSWORD, Clock

OFFICE, ELSEWHERE = "192.0.2.7", "198.51.100.9"
OTHER = "another set of words"


def _refusal(team: Team, name: str, password: str, address: str | None = OFFICE) -> str:
    with pytest.raises(NotAllowed) as raised:
        team.logins.check(name, password, address)
    assert not isinstance(raised.value, TooSoon)
    return str(raised.value)


def _fail(team: Team, clock: Clock, name: str, address: str, times: int) -> None:
    for _ in range(times):
        clock.now += 900
        _refusal(team, name, "not the password", address)


def test_the_right_password_gives_the_name_as_it_is_kept(team: Team) -> None:
    assert team.logins.check(" vera", PASSWORD, OFFICE) == "Vera"


def test_an_unknown_name_a_wrong_password_and_no_password_sound_the_same(team: Team) -> None:
    team.accounts.give("Vera", team.accounts.get("Edda").role)
    team.accounts.disable("Edda")
    said = {
        _refusal(team, *given)
        for given in (("Nemo", PASSWORD), ("Vera", "wrong"), ("Rhea", ""), ("Edda", PASSWORD))
    }
    assert len(said) == 1


def test_an_unknown_name_takes_as_long_as_a_wrong_password(team: Team, clock: Clock) -> None:
    def took(name: str) -> float:
        clock.now += 3601
        begun = time.process_time()  # not the clock: other work on the machine does not count
        _refusal(team, name, "not the password")
        return time.process_time() - begun

    wrong, unknown = median(took("Vera") for _ in range(3)), median(took("Nemo") for _ in range(3))
    assert 0.5 < unknown / wrong < 2


def _refused_in_a_row(team: Team, names: Callable[[int], str], addresses: Callable[[int], str]) -> list[type]:
    raised = []
    for n in range(6):
        try:
            team.logins.check(names(n), "not the password", addresses(n))
        except NotAllowed as error:
            raised.append(type(error))
    return raised


FIVE = [NotAllowed] * 5 + [TooSoon]


def test_tries_are_counted_by_account_wherever_they_come_from(team: Team) -> None:
    assert _refused_in_a_row(team, lambda n: ("Vera", " VERA")[n % 2], lambda n: f"198.51.100.{n}") == FIVE


def test_tries_are_counted_by_address_whatever_the_name(team: Team) -> None:
    assert _refused_in_a_row(team, lambda n: f"Name {n}", lambda n: OFFICE) == FIVE


def test_tries_at_a_name_that_nobody_has_wait_as_well(team: Team) -> None:
    assert _refused_in_a_row(team, lambda n: "Nemo", lambda n: f"198.51.100.{n}") == FIVE


def test_the_right_password_waits_too_and_after_15_minutes_it_opens(team: Team, clock: Clock) -> None:
    _fail(team, clock, "Vera", ELSEWHERE, 13)
    with pytest.raises(TooSoon):
        team.logins.check("Vera", PASSWORD, OFFICE)
    clock.now += 900
    assert team.logins.check("Vera", PASSWORD, OFFICE) == "Vera"


def test_whoever_tries_elsewhere_cannot_lock_out_who_was_here_before(team: Team, clock: Clock) -> None:
    team.logins.check("Vera", PASSWORD, OFFICE)
    _fail(team, clock, "Vera", ELSEWHERE, 8)
    assert team.logins.check("Vera", PASSWORD, OFFICE) == "Vera"
    with pytest.raises(TooSoon):
        team.logins.check("Vera", PASSWORD, "203.0.113.5")


def test_coming_in_clears_what_failed_before(team: Team) -> None:
    for n in range(4):
        _refusal(team, "Vera", "a slip", f"198.51.100.{n}")
    team.logins.check("Vera", PASSWORD, OFFICE)
    for n in range(4):
        _refusal(team, "Vera", "a slip", f"198.51.100.{n}")


def test_one_s_own_account_does_not_clear_the_failures_of_an_address(team: Team) -> None:
    team.logins.check("Edda", PASSWORD, OFFICE)
    for _ in range(4):
        _refusal(team, "Vera", "a guess")
        team.logins.check("Edda", PASSWORD, OFFICE)
    _refusal(team, "Rhea", "a guess")
    with pytest.raises(TooSoon):
        team.logins.check("Rhea", "a guess", OFFICE)


def test_an_old_hash_is_made_anew_with_today_s_parameters(team: Team) -> None:
    weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    file = team.accounts.file
    with file.write() as connection:
        connection.execute("UPDATE account SET password = ? WHERE name = 'Vera'", (weak,))
    assert team.logins.check("Vera", PASSWORD, None) == "Vera"
    with file.read() as connection:
        kept = connection.execute("SELECT password FROM account WHERE name = 'Vera'").fetchone()[0]
    assert kept != weak
    assert not PasswordHasher().check_needs_rehash(kept)
    assert team.logins.check("Vera", PASSWORD, None) == "Vera"


def test_changing_one_s_password_needs_the_old_one_and_ends_all_sessions(team: Team) -> None:
    session = team.sessions.begin("Vera")
    with pytest.raises(NotAllowed, match="present password"):
        team.logins.change("Vera", "wrong", OTHER, OFFICE)
    with pytest.raises(BadInput):
        team.logins.change("Vera", PASSWORD, "short", OFFICE)
    assert team.sessions.person(session) is not None
    team.logins.change("Vera", PASSWORD, OTHER, OFFICE)
    assert team.sessions.person(session) is None
    assert team.logins.check("Vera", OTHER, OFFICE) == "Vera"
    _refusal(team, "Vera", PASSWORD)


def test_guessing_the_old_password_in_a_borrowed_browser_waits_too(team: Team) -> None:
    for _ in range(5):
        with pytest.raises(NotAllowed, match="present password"):
            team.logins.change("Vera", "a guess", OTHER, OFFICE)
    with pytest.raises(TooSoon):
        team.logins.change("Vera", PASSWORD, OTHER, OFFICE)


@pytest.mark.parametrize("given", ["", "\x00", "\udcff", "x" * 500_000])
def test_whatever_is_typed_is_refused_plainly(team: Team, given: str) -> None:
    assert "do not go together" in _refusal(team, given, given)
    assert "do not go together" in _refusal(team, "Vera", given)
