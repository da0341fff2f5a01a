"""Passwords: long enough, not the first that come to mind, hashed with argon2id."""

import threading
import unicodedata

import pytest
from argon2 import PasswordHasher

from onrecord.errors import BadInput, TooSoon
from onrecord.workbench.people import passwords


@pytest.mark.parametrize(
    "password",
    [
        "elevenchars",
        "aaaaaaaaaaaaaaaa",
        "abababababab",
        "password1234",
        "PasswordPassword",
        "qwertyuiop12",
        "123456789012",
        "onrecord1234",
        "edda berg123",
        "x" * 1001,
    ],
)
def test_what_somebody_would_try_first_is_refused(password: str) -> None:
    with pytest.raises(BadInput, match="password"):
        passwords.acceptable(password, "Edda Berg")


@pytest.mark.parametrize(
    "password", ["correct horse", "twelve chars", "пароль для всіх", "1029 3847 5566", "🦊🦉🌲🍄⛺🚲 is six"]
)
def test_nothing_is_asked_but_length(password: str) -> None:
    assert passwords.acceptable(password, "Edda") == unicodedata.normalize("NFKC", password)


def test_a_hash_is_argon2id_with_the_library_s_parameters_and_a_salt() -> None:
    one, other = passwords.made("four dull words"), passwords.made("four dull words")
    library = PasswordHasher()
    assert one.startswith(
        f"$argon2id$v=19$m={library.memory_cost},t={library.time_cost},p={library.parallelism}$"
    )
    assert one != other
    assert passwords.right(one, "four dull words")
    assert not passwords.right(one, "four dull word")
    assert not passwords.outdated(one)
    assert passwords.outdated(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash("x"))


def test_every_keyboard_gives_the_same_password() -> None:
    kept = passwords.made(passwords.acceptable("café au lait ﬁn", "Edda"))
    assert passwords.right(kept, unicodedata.normalize("NFD", "café au lait ﬁn"))


def test_where_there_is_no_password_a_hash_of_today_s_parameters_is_checked() -> None:
    assert not passwords.outdated(passwords._NOBODY)
    assert not passwords.right(None, "whatever it is")


def test_a_crowd_at_the_door_is_told_to_come_back_and_takes_no_memory() -> None:
    told: list[int] = []

    def knock() -> None:
        try:
            passwords.right(None, "whatever it is")
        except TooSoon as error:
            told.append(error.seconds)

    crowd = [threading.Thread(target=knock) for _ in range(20)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    assert 1 <= len(told) <= 20 - passwords._IN_LINE
