"""What is compared of a page."""

from dataclasses import replace

from onrecord.model import Passage
from onrecord.stages.link.account import accounts_of
from tests.stages.link.reports import MARKET, report, settled, two_claims

FORM = "Sign in with your account to go on."
TITLE = "Four die in Brask"


def test_the_words_of_a_page_are_its_whole_text() -> None:
    (made,) = accounts_of([two_claims(MARKET[0])])
    assert made.main
    assert made.text == MARKET[0].document.text


def test_where_only_the_title_tells_furniture_is_not_compared() -> None:
    form = report("f", FORM, 3)
    (whole,) = form.claims
    page = replace(form.document, title=TITLE)
    start = page.told.index(TITLE)
    claim = replace(
        whole,
        trigger=Passage.of(page.told, start + 5, start + 8),
        sentence=Passage.of(page.told, start, start + len(TITLE)),
    )
    (made,) = accounts_of([settled(replace(form, document=page, claims=(claim,)))])
    assert made.text == made.title == TITLE
