"""The one person's gate: the printed token lets one browser in, once."""

import sys
import threading
from collections.abc import Iterator

import pytest

from onrecord.workbench.people import OneUser, Person, Role, entry_path, new_token


def test_a_token_has_256_bits_and_none_is_like_another() -> None:
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert {len(token) for token in tokens} == {43}  # 32 bytes in base64
    assert entry_path("abc") == "/enter?token=abc"


def test_the_printed_token_is_void_once_used() -> None:
    gate = OneUser("printed", "edda")
    session = gate.enter("printed")
    assert session is not None
    assert session != "printed"
    assert gate.enter("printed") is None
    assert gate.admit(session) == Person("edda", Role.EDITOR)
    for wrong in ("printed", "", session[:-1], "\udcff"):
        assert gate.admit(wrong) is None


def test_a_wrong_token_opens_nothing_and_costs_nothing() -> None:
    gate = OneUser("printed", "edda")
    for wrong in ("", "printe", "printed ", "\udcff"):
        assert gate.enter(wrong) is None
    assert gate.enter("printed") is not None


@pytest.fixture
def hurried() -> Iterator[None]:
    """Threads change as often as they can: a gap between looking and writing shows."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def test_of_many_at_once_one_comes_in(hurried: None) -> None:
    gates = [OneUser("printed", "edda") for _ in range(300)]
    let_in: list[list[str | None]] = [[] for _ in gates]
    ready = threading.Barrier(8)

    def enter() -> None:
        for gate, got in zip(gates, let_in, strict=True):
            ready.wait(timeout=30)  # one that failed must not leave the others waiting
            got.append(gate.enter("printed"))

    threads = [threading.Thread(target=enter) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert [len([one for one in got if one]) for got in let_in] == [1] * len(gates)


def test_leaving_is_for_good() -> None:
    gate = OneUser("printed", "edda")
    session = gate.enter("printed") or ""
    gate.leave("somebody else's")
    assert gate.admit(session) is not None
    gate.leave(session)
    assert gate.admit(session) is None
    assert gate.admit("") is None
