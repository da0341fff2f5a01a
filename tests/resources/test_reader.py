"""The trained reader on sentences of our own: what it sees, and that only the text decides it."""

from hashlib import sha256
from importlib.resources import files

import pytest

from onrecord.model import Marks, Parse
from onrecord.resources.english import open_english
from onrecord.resources.reader import open_reader
from onrecord.resources.reader.reader import overflows
from onrecord.resources.reader.windows import LONGEST, windows

TEXT = (
    "Shells hit a school in the town of Izium on Tuesday, killing two teachers, the governor said. "
    "The army denied that it had fired on the town. The mayor may resign next week."
)


def parse(text: str) -> Parse:
    (made,) = open_english().parse([text])
    return made


def read(text: str) -> Marks:
    return open_reader().read(text, parse(text))


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def test_it_sees_who_says_what() -> None:
    said = {TEXT[slice(*one.cue)]: one for one in read(TEXT).said()}
    assert said.keys() >= {"said", "denied"}
    assert said["said"].source is not None
    assert TEXT[slice(*said["said"].source)] == "the governor"
    assert any("fired" in TEXT[slice(*part)] for part in said["denied"].content)
    assert 0.5 < said["said"].sure <= 1


def test_it_sees_what_happened_and_what_may() -> None:
    marks = read(TEXT)
    hit, resign = marks.stance(span("hit")), marks.stance(span("resign"))
    assert hit is not None
    assert resign is not None
    assert sum(hit) == pytest.approx(1, abs=1e-5)
    assert hit[0] > 0.5 > resign[0]


def test_it_sees_where_it_happened() -> None:
    text = "A bomb exploded in Odesa, and officials in Kyiv spoke of it."
    marks = read(text)
    there = marks.happened_at(span("exploded", text), span("Odesa", text))
    elsewhere = marks.happened_at(span("exploded", text), span("Kyiv", text))
    assert there is not None
    assert elsewhere is not None
    assert there > elsewhere  # the grammar has its say too: alone the reader gives both more than one half


def test_it_sees_who_was_hurt() -> None:
    marks = read(TEXT)
    assert [TEXT[slice(*f.words)] for f in marks.fillers() if f.role == "Victim"] == ["teachers"]
    victims, governors = marks.role(span("teachers"), "Victim"), marks.role(span("governor"), "Victim")
    assert victims is not None
    assert governors is not None
    assert victims > governors


def test_what_it_has_not_seen_is_none() -> None:
    assert read(TEXT).stance((len(TEXT) + 5, len(TEXT) + 9)) is None
    assert read("").said() == ()


def test_a_window_is_read_alike_whatever_stands_elsewhere() -> None:
    """int8 activations are scaled over all that is read at once: windows go one by one."""
    longer = TEXT + " " + "The river rose and fell again in the spring, as it had for years. " * 30
    first = windows(parse(longer))[0]
    alone = longer[slice(*first)]
    assert read(longer).stance(span("hit")) == read(alone).stance(span("hit"))


def test_probabilities_are_these_on_every_processor() -> None:
    """int8 products that overflow, as they would on x86 without VNNI, make others."""
    marks = read(TEXT)
    assert marks.stance(span("fired")) == pytest.approx((0.898, 0.003, 0.099), abs=0.002)
    assert marks.stance(span("resign")) == pytest.approx((0.161, 0.492, 0.347), abs=0.002)


def test_products_are_exact_where_they_could_overflow() -> None:
    assert overflows("flags : fpu sse4_2 avx2 avx512f")
    assert overflows("")  # not told
    assert not overflows("flags : fpu avx2 avx512f avx512_vnni")
    assert not overflows("flags : fpu avx2 avx_vnni")


def test_only_the_windows_asked_for_are_looked_at() -> None:
    longer = TEXT + " " + "The river rose and fell again in the spring, he said. " * 30
    marks = read(longer)
    (first,) = marks.looked([span("killing")])
    assert first[1] <= LONGEST + len("The river rose and fell again in the spring, he said. ")
    assert all(one.cue[1] <= first[1] for one in marks.said([span("killing")]))
    assert len(marks.looked()) > 1


def test_a_very_long_sentence_and_odd_signs_are_no_trouble() -> None:
    for text in ("word " * 5_000, "\u0000\ufffd\u202e\U0001f600" * 50, "a" * 20_000):
        assert isinstance(read(text).said(), tuple)


def test_the_files_are_those_of_the_card() -> None:
    """CARD.md names what was trained on, for exactly these bytes."""
    folder = files("onrecord.resources.reader")
    card = folder.joinpath("CARD.md").read_text(encoding="utf-8")
    for name in ("reader.onnx", "heads.json", "tokenizer.json"):
        assert sha256(folder.joinpath(name).read_bytes()).hexdigest() in card
