"""Which names are places: towns in names of bodies, towns taken for persons, persons taken for towns; and where a publisher sits."""

from functools import cache

import pytest

from onrecord.model import Document, MadeBy, Place, Reading
from onrecord.resources.english import open_english
from onrecord.resources.gazetteer import open_gazetteer
from onrecord.stages.place import PLACE
from onrecord.stages.place.home import home


@cache
def _places(text: str, publisher: str | None = None) -> tuple[Place, ...]:
    document = Document("doc", "capture", text, MadeBy("given", 1), publisher=publisher, language="en")
    reading = Reading(document, (), next(open_english().parse([text])))
    (done,) = PLACE.run([reading], open_gazetteer())
    assert isinstance(done, Reading)
    return done.places


def _words(text: str, publisher: str | None = None) -> list[str]:
    return [p.passage.words for p in _places(text, publisher)]


def _home(*, publisher: str | None = None, url: str | None = None) -> tuple[set[str], str | None]:
    document = Document("doc", "capture", "", MadeBy("given", 1), publisher=publisher, url=url)
    found = home(document, open_gazetteer())
    return {c.name for c in found.places}, found.country


def test_a_body_that_is_named_after_a_town_of_the_text() -> None:
    text = "A fire broke out in Springfield, Ohio, on Monday. The Springfield Garden Club lost its shed."
    assert _words(text) == ["Springfield", "Ohio", "Springfield"]


def test_a_body_that_is_named_after_a_far_town_is_no_place() -> None:
    text = "A fire broke out in Springfield, Ohio, on Monday. The Madrid Street Band lost its drums."
    assert "Madrid" not in _words(text)


def test_a_surname_is_no_place() -> None:
    text = "Henry Lebanon was arrested in Toledo, Ohio. Lebanon denied it. Police said Lebanon had a knife."
    assert "Lebanon" not in _words(text)


def test_a_country_whose_name_is_nobodys() -> None:
    assert "Lebanon" in _words("Shells fell in southern Lebanon. Lebanon denied it.")


@pytest.mark.parametrize(
    ("publisher", "names"),
    [
        ("springfieldnewssun.com", {"Springfield"}),
        ("www.news2houston.com", {"Houston"}),
        ("lasvegassun.com", {"Las Vegas"}),
        ("the-independent-herald.com", set()),
        ("kansascity.com", {"Kansas City"}),
        ("example.com", set()),
    ],
)
def test_the_town_in_a_publishers_address(publisher: str, names: set[str]) -> None:
    assert _home(publisher=publisher) == (names, None)


def test_the_pages_address_serves_where_no_publisher_is_given() -> None:
    kept = "http://web.archive.org/web/20200101000000/http://www.toledopress.co.uk:80/a"
    assert _home(url=kept)[0] == {"Toledo"}
    assert _home(url=kept)[1] == "GB"
    assert _home(url="http://[broken") == (set(), None)
    assert _home(publisher="The Toledo Press", url=None) == (set(), None)


def test_the_publishers_town_is_the_one_nearby() -> None:
    text = "A man from Dayton was hurt in a fire in Hamilton on Monday."
    (hamilton,) = (p.resolved for p in _places(text, "daytondailypress.com") if p.passage.words == "Hamilton")
    assert hamilton is not None
    assert hamilton.admin1 == "Ohio"
