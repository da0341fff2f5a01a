"""The clean stage on captures made here: pages, texts, rows and PDFs, whole and strange."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given as over
from hypothesis import settings as limits
from hypothesis import strategies as st

from onrecord.model import Document, Failure, Given
from onrecord.stages.clean import CLEAN
from onrecord.stages.clean.language import Detector
from tests.stages.cleaning import BODY, clean, make, page, refused

FUTURE = "meta article:published_time"


def test_a_page_with_everything(detector: Detector) -> None:
    head = """<title>Bridge inquiry opens - The Paper</title><meta property="og:title" content="Bridge inquiry opens">
    <meta property="og:site_name" content="The Paper"><meta name="author" content="Ada Writer">
    <meta property="article:published_time" content="2022-03-03T09:00:00+02:00"><link rel="canonical" href="https://paper.example/bridge">"""
    made = clean(make(page(head=head)), detector)
    assert (made.title, made.byline, made.publisher) == ("Bridge inquiry opens", "Ada Writer", "The Paper")
    assert (made.published, made.published_by) == (date(2022, 3, 3), "meta article:published_time")
    assert (made.url, made.language) == ("https://paper.example/bridge", "en")
    assert len(made.paragraphs) == 12
    assert made.text[slice(*made.paragraphs[4])].startswith("On day 4 of the inquiry")


def test_what_is_given_goes_before_what_is_found(detector: Detector) -> None:
    head = '<title>Found</title><meta property="article:published_time" content="2022-03-03">'
    said = Given(
        title="Given", publisher="P", url="https://b.example/", published=date(2022, 3, 1), language="uk"
    )
    made = clean(make(page(head=head), given=said), detector)
    assert (made.title, made.publisher, made.url) == ("Given", "P", "https://b.example/")
    assert (made.published, made.published_by, made.language) == (date(2022, 3, 1), "given", "uk")


FURNITURE = """<div class="cookie">We use cookies to improve your experience. Accept all</div>
<div class="newsletter"><p>Sign up for our newsletter</p></div>
<div id="respond"><h3>Leave a Reply</h3><p>Your email address will not be published. Required fields are marked *</p></div>"""


@pytest.mark.parametrize("where", ["inside", "after"])
def test_furniture_is_left_out_of_a_page(detector: Detector, where: str) -> None:
    inside = page(BODY + "<h3>Related</h3>" + FURNITURE)
    after = page().replace("</article>", "</article><h3>Related</h3>" + FURNITURE)
    text = clean(make(inside if where == "inside" else after), detector).text
    for words in ("cookies", "newsletter", "Reply", "Required", "Related"):
        assert words not in text
    assert text.count("the mayor said of it") == 12


@over(st.text(min_size=1).filter(lambda t: t.strip()))
@limits(max_examples=150)
def test_text_is_not_altered_by_one_character(detector: Detector, text: str) -> None:
    for one in (make(json.dumps({"id": "a", "text": text}), "application/json"), make(text, "text/plain")):
        made = clean(one, detector)
        assert made.text == (text.removeprefix("\ufeff") if one.capture.media_type == "text/plain" else text)
        ends = [end for _, end in made.paragraphs]
        starts = [start for start, _ in made.paragraphs]
        assert all(a < b for a, b in made.paragraphs)
        assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))


def test_a_row_with_html_is_cleaned_and_one_without_words_refused(detector: Detector) -> None:
    made = clean(make(json.dumps({"id": "a", "html": page()}), "application/json"), detector)
    assert "<p>" not in made.text
    assert "bridge number 7" in made.text
    assert "neither text nor html" in refused(make('{"id": "a"}', "application/json"), detector).reason


def test_text_from_right_to_left(detector: Detector) -> None:
    words = "قتل شخصان وأصيب ثلاثة آخرون في قصف على الجسر القديم يوم الاثنين بحسب رئيس البلدية"
    made = clean(make(page("".join(f"<p>{words} {n}.</p>" for n in range(6)))), detector)
    assert made.language == "ar"
    assert f"{words} 3." in made.text


def test_the_publisher_is_the_site_where_the_page_names_none(detector: Detector) -> None:
    assert (
        clean(make(page(), given=Given(url="https://www.paper.example/a")), detector).publisher
        == "paper.example"
    )
    assert clean(make(page(), given=Given(url="http://[bad")), detector).publisher is None


def test_no_title_and_no_date_are_unknown(detector: Detector) -> None:
    made = clean(make(page(head="")), detector)
    assert (made.title, made.published, made.published_by, made.byline, made.publisher) == (
        None,
        None,
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("head", "body", "day", "by"),
    [
        (
            '<script type="application/ld+json">{"datePublished": "2022-03-03T10:00Z"}</script>',
            "",
            date(2022, 3, 3),
            "json-ld datePublished",
        ),
        ("", '<time datetime="2022-03-03">3 March</time>', date(2022, 3, 3), "time element"),
        ("", '<p class="date">March 3, 2022</p>', date(2022, 3, 3), "text"),
        ("", '<p class="date">Published on March 1, 2022</p>', date(2022, 3, 1), "text"),
        ("", "<footer>© 2021 The Paper</footer>", None, None),
        (
            '<meta property="article:published_time" content="2031-01-01">',
            "",
            None,
            f"{FUTURE} says 2031-01-01, after the capture: not believed",
        ),
    ],
)
def test_how_the_day_was_found(
    detector: Detector, head: str, body: str, day: date | None, by: str | None
) -> None:
    made = clean(make(page(body + BODY, head)), detector)
    assert (made.published, made.published_by) == (day, by)


def test_a_day_in_the_address(detector: Detector) -> None:
    made = clean(make(page(), given=Given(url="https://paper.example/2022/03/03/bridge")), detector)
    assert (made.published, made.published_by) == (date(2022, 3, 3), "url")


def test_a_given_day_after_the_capture_is_not_believed(detector: Detector) -> None:
    made = clean(
        make("Some words of a text.", "text/plain", given=Given(published=date(2031, 1, 1))), detector
    )
    assert made.published is None
    assert made.published_by == "given 2031-01-01, after the capture: not believed"


def test_the_first_line_of_a_text_may_be_its_title(detector: Detector) -> None:
    assert (
        clean(make("Bridge inquiry opens\n\nThe council met.\n", "text/plain"), detector).title
        == "Bridge inquiry opens"
    )
    assert clean(make("The council met.\n\nIt rose.\n", "text/plain"), detector).title is None
    assert clean(make("The council met\nand rose.\n\nThen more.", "text/plain"), detector).title is None


def test_short_or_strange_text_has_no_language(detector: Detector) -> None:
    for text in ("Hello.", "12 34 56 78 90 12 34 56 78", "xq zzkw jjp qqv wwx kkz ppq xxw vvj"):
        assert clean(make(text, "text/plain"), detector).language is None


def test_one_bad_page_does_not_stop_a_batch_and_order_does_not_matter(detector: Detector) -> None:
    batch = [make(page(BODY + f"<p>Page number {n} ends with these words.</p>")) for n in range(3)] + [
        make("", "text/plain")
    ]
    forward = list(CLEAN.run(batch, detector))
    backward = list(CLEAN.run(batch[::-1], detector))
    assert forward == backward[::-1]
    assert [type(m) for m in forward] == [Document] * 3 + [Failure]


def test_the_page_the_project_began_with(detector: Detector) -> None:
    path = Path(__file__).parents[3] / "shared" / "examples" / "captured-soldier.txt"
    if not path.exists():
        pytest.skip("the example is not beside the checkout")
    made = clean(make(path.read_bytes(), "text/plain"), detector)
    assert made.text == path.read_text(encoding="utf-8")
    shown = [made.text[slice(*p)] for p in made.paragraphs]
    assert len(shown) == 13
    assert not any("Leave a Reply" in p or "Required fields" in p for p in shown)
