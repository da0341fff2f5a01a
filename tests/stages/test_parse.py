"""English is parsed, another language passes with a note."""

from dataclasses import replace

from onrecord.model import Document, MadeBy
from onrecord.resources.english import open_english
from onrecord.stages.parse import run


def _document(id_: str, text: str, language: str | None) -> Document:
    return Document(id_, "capture", text, MadeBy("test", 1), language=language)


def test_languages() -> None:
    documents = [
        _document("uk", "Ракети влучили в садок.", "uk"),
        _document("en", "Rockets hit a kindergarten.", "en"),
        _document("?", "Shelled.", None),
    ]
    uk, en, unsure = run(documents, open_english())
    assert uk.parse is None
    assert uk.note == "language uk is not read yet"
    assert en.parse is not None
    assert len(en.parse.tokens) == 5
    assert unsure.parse is not None
    assert [r.document.id for r in (uk, en, unsure)] == ["uk", "en", "?"]


def test_a_title_above_furniture_is_parsed() -> None:
    (page,) = run([replace(_document("f", "Sign in.", "en"), title="Rockets hit Brask")], open_english())
    assert page.parse is not None
    assert [t.text for t in page.parse.tokens[-3:]] == ["Rockets", "hit", "Brask"]
