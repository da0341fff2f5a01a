"""Words are found in any script, and nothing that is typed can be an operator."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.store.index.tables import DDL
from onrecord.store.index.words import question, spread, unasked

TEXTS = {
    1: "Shells hit Zürich station, the governor said.",
    2: "Ракети влучили у вокзал Краматорська, повідомила прокуратура.",
    3: "قُصِفَت المدينة ليلاً وأصيب خمسة أشخاص",
    4: "基輔市中心遭到導彈襲擊",
    5: "गोलाबारी में दो लोगों की मौत हो गई",
    6: "การโจมตีทำให้มีผู้เสียชีวิต",
    7: "פגיעת טיל בבית חולים",
    8: "ანგარიში აფეთქების შესახებ",
}


@pytest.fixture(scope="module")
def table() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.executescript(DDL)
    rows = [(n, spread(text)) for n, text in TEXTS.items()]
    connection.executemany("INSERT INTO page_words (rowid, text) VALUES (?, ?)", rows)
    return connection


def found(table: sqlite3.Connection, typed: str) -> list[int]:
    asked = question(typed)
    if asked is None:
        return []
    return [n for (n,) in table.execute("SELECT rowid FROM page_words WHERE page_words MATCH ?", (asked,))]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("zurich", 1),
        ("ZÜRICH gov", 1),
        ('"station, the governor"', 1),
        ("краматорськ", 2),
        ("прокуратур вокзал", 2),
        ("قصفت", 3),
        ("المدينة", 3),
        ("導彈", 4),
        ("市", 4),
        ("मौत", 5),
        ("เสียชีวิต", 6),
        ("חולים", 7),
        ("აფეთქებ", 8),
    ],
)
def test_words_are_found_in_their_script(table: sqlite3.Connection, typed: str, number: int) -> None:
    assert found(table, typed) == [number]


@pytest.mark.parametrize("typed", ['"governor the station"', "彈導", "zurich краматорськ", "zzz"])
def test_what_does_not_stand_there_is_not_found(table: sqlite3.Connection, typed: str) -> None:
    assert found(table, typed) == []


@given(st.text(max_size=60))
def test_nothing_that_is_typed_is_an_error(typed: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE page_words USING fts5(text)")
    found(connection, typed)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", None),
        ("zurich: station", None),
        (" ".join("abcdefghijkl"), None),
        (":", "no letter or digit"),
        ('"', "no letter or digit"),
        (" ".join("abcdefghijklm"), "first 12 words"),
        ("a" * 201, "within 200 characters"),
    ],
)
def test_what_is_not_looked_for_is_said(typed: str, said: str | None) -> None:
    left = unasked(typed)
    assert (left is None) == (said is None)
    assert said is None or said in str(left)
