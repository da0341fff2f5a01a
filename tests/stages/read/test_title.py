"""A title is read for a text that claims nothing of what it announces."""

from onrecord.model import Document, Harm, MadeBy, Reading
from onrecord.resources.english import open_english
from onrecord.stages.parse import run as parse
from onrecord.stages.read import READ

FORM = "Sign in with your account to go on.\n\nRegister now for free."


def _read(text: str, title: str, paragraphs: tuple[tuple[int, int], ...] = ()) -> Reading:
    page = Document("d", "c", text, MadeBy("test", 1), title=title, language="en", paragraphs=paragraphs)
    (read,) = READ.run(list(parse([page], open_english())), None)
    assert isinstance(read, Reading)
    return read


def test_the_title_above_a_form_is_a_claim_with_its_words() -> None:
    reading = _read(FORM, "Two people were killed by shells in Brask", ((0, len(FORM)),))
    (number,) = {n for c in reading.claims if (n := c.count(Harm.KILLED))}
    assert number.low == 2
    words = number.passage
    assert reading.document.told[words.start : words.end] == words.words
    assert words.start > len(FORM)


def test_a_text_that_claims_something_speaks_for_itself() -> None:
    text = "Shells hit the Kolbe market on Monday. Four people died."
    reading = _read(text, "Gunmen kidnapped one teacher: another page")
    assert reading.document.told != text
    assert reading.claims
    assert all(c.trigger.end <= len(text) for c in reading.claims)
