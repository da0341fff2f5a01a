"""Records are plain, frozen, and told apart by their content."""

import dataclasses

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import onrecord.model as model
from onrecord.model import Document, Interval, MadeBy, Parse, Passage, Token, content_id


def test_every_record_is_frozen_and_slotted() -> None:
    values = [getattr(model, name) for name in model.__all__]
    records = [v for v in values if isinstance(v, type) and dataclasses.is_dataclass(v)]
    assert len(records) > 15
    for record in records:
        assert vars(record)["__dataclass_params__"].frozen, record
        assert "__slots__" in vars(record), record


def test_ids_tell_different_splits_apart() -> None:
    assert content_id("x", "ab", "c") != content_id("x", "a", "bc")
    assert content_id("x", 1, None) == content_id("x", "1", "None")
    assert content_id("claim", "a").startswith("claim-")


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_passage_quotes_the_text(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    passage = Passage.of(text, start, end)
    assert text[passage.start : passage.end] == passage.words
    assert msgspec.json.decode(msgspec.json.encode(passage), type=Passage) == passage


@pytest.mark.parametrize(
    ("earliest", "latest", "code"),
    [
        ("2022-02-25", "2022-02-25", 1),
        ("2022-02-25", "2022-02-26", 2),
        ("2022-02-20", "2022-02-26", 3),
        ("2022-03-01", "2022-03-31", 4),
        ("2022-01-01", "2022-12-31", 5),
        (None, "2022-02-26", None),
    ],
)
def test_date_precision_codes(earliest: str | None, latest: str, code: int | None) -> None:
    interval = msgspec.convert({"earliest": earliest, "latest": latest, "reason": ""}, Interval)
    assert interval.date_prec == code


def _parse() -> Parse:
    # "Rockets hit homes . Two died ."
    words = [("Rockets", 1), ("hit", 1), ("homes", 1), (".", 1), ("Two", 5), ("died", 5), (".", 5)]
    tokens, at = [], 0
    for i, (word, head) in enumerate(words):
        tokens.append(Token(i, at, at + len(word), word, word, "X", "X", "dep", head, int(i > 3)))
        at += len(word) + 1
    return Parse(tuple(tokens), ((0, 4), (4, 7)), ())


def test_parse_walks() -> None:
    parse = _parse()
    assert [t.text for t in parse.children(1)] == ["Rockets", "homes", "."]
    assert parse.subtree(5) == (4, 5, 6)
    assert parse.distance(0, 2) == 2
    assert parse.distance(0, 1) == 1
    assert parse.distance(0, 4) is None
    assert [t.text for t in parse.tokens_in(8, 13)] == ["hit", "homes"]
    assert parse.head_of(0, 11) == parse.tokens[1]
    assert parse.head_of(12, 12) is None
    assert [t.text for t in parse.sentence_of(4)] == ["Two", "died", "."]


FORM = "Sign in with your account, or register now. We have sent you a letter to confirm it."


def test_a_title_is_read_where_the_text_is_furniture() -> None:
    page = Document(
        "d", "c", FORM, MadeBy("test", 1), title="Two killed by shells in Brask", paragraphs=((0, 40),)
    )
    assert page.told == f"{FORM}\n\nTwo killed by shells in Brask"
    assert page.told_in == ((0, 40), (len(FORM), len(page.told)))


@pytest.mark.parametrize("title", [None, "", "Register now: two killed", "I am he"])
def test_a_title_is_not_read_where_the_text_tells_of_it_or_it_announces_nothing(title: str | None) -> None:
    page = Document("d", "c", FORM, MadeBy("test", 1), title=title, paragraphs=((0, 40),))
    assert page.told == FORM
    assert page.told_in == ((0, 40),)
