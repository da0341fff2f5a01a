"""Which pages repeat one report, on stories written for this test."""

import random
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.exports.origins import origin_row
from onrecord.model import Document, MadeBy, Origin
from onrecord.stages.copies import COPIES
from onrecord.stages.copies.credit import credits
from onrecord.stages.copies.need import CREDITED, FAR, PLAIN, house, need
from onrecord.stages.copies.page import Page
from onrecord.stages.copies.words import Hasher

DAY = date(2022, 5, 4)


BRIDGE = """A missile struck the river bridge at Kamianets early on Tuesday and killed two people who were crossing it by bus.
The driver braked when he saw the flash, passengers told our reporter, but the front of the bus hung over the gap for an hour.
Firemen tied ropes to the rear axle and pulled the last nine people out through a window.
The district governor said engineers would need at least a month before lorries could use the crossing again.
Grain traders who send their wheat over the bridge to the railway depot are looking for a ferry.
The army command blamed a cruise missile fired from a bomber over the sea; the other side has not commented."""


BRIDGE_AGAIN = """Two passengers of a morning bus died when the only bridge in Kamianets was hit before dawn, town officials say.
Maria, a baker whose shop looks out on the water, heard a long whistle and then nothing at all for some seconds.
Her windows lay in the street. She carried blankets down to the survivors, who stood barefoot on the embankment.
A surgeon of the town hospital counted eleven patients, most of them with broken bones and cuts from glass.
Without the crossing the villages on the left bank have no road to a pharmacy, he added."""


MARKET = """Shells fell on the vegetable market of Novyi Stav at noon, when stalls were crowded before the holiday.
Police counted five dead and said that the number could rise because several traders are missing.
A row of wooden kiosks burned down, and the tram line past the square is closed until further notice.
The town council opened the school gymnasium to families whose homes near the market have no windows left.
Volunteers from two churches handed out tea and plastic sheets until the evening curfew began."""


POST = (
    "“Tonight they hit our water works with four drones. Pumps two and three are destroyed and half of the city has no water. "
    "Fill your tubs now, boil everything, check on your neighbours, and do not believe the rumours about poison. "
    "Our crews are out in the dark with welding gear and they will not stop until the pressure is back.”"
)


def page(
    id_: str, text: str, *, title: str | None = None, publisher: str | None = None, days: int = 0
) -> Document:
    published = DAY + timedelta(days=days)
    return Document(
        id_, f"capture-{id_}", text, MadeBy("test", 1), title, None, publisher, published=published
    )


def groups(documents: Sequence[Document]) -> set[frozenset[str]]:
    return {frozenset(o.documents) for o in COPIES.run(documents, None)}


def of(documents: Sequence[Document], id_: str) -> Origin:
    found: Origin = next(o for o in COPIES.run(documents, None) if id_ in o.documents)
    return found


def test_a_lone_page_is_an_origin_of_one() -> None:
    (origin,) = COPIES.run([page("a", BRIDGE)], None)
    assert (origin.documents, origin.shared) == (("a",), ())
    assert origin.reason == "no other page repeats its text"


def test_two_reporters_at_one_incident_are_two_origins() -> None:
    pages = [page("a", BRIDGE, title="Bridge hit"), page("b", BRIDGE_AGAIN, title="Bridge of Kamianets hit")]
    assert groups(pages) == {frozenset("a"), frozenset("b")}


def test_a_retitled_story_cut_at_the_end_is_one_origin_with_its_reason() -> None:
    cut = "\n".join(BRIDGE.split("\n")[:3])
    pages = [
        page("a", BRIDGE, title="Missile hits river bridge", publisher="One"),
        page("b", cut, title="Bus left hanging over the gap", publisher="Two", days=1),
        page("c", MARKET, title="Market shelled", publisher="Three"),
    ]
    origin = of(pages, "b")
    assert origin.documents == ("a", "b")
    (row,) = origin.shared
    assert (row.document, row.joined_to, row.reason) == ("b", "a", "truncated")
    assert row.share == 1.0
    assert row.words.startswith("A missile struck the river bridge")
    assert "cut short" in origin.reason


def test_an_edited_story_with_local_paragraphs_is_one_origin() -> None:
    paragraphs = BRIDGE.split("\n")
    edited = "\n".join([MARKET.split("\n")[4], paragraphs[1], paragraphs[0], *paragraphs[3:]])
    edited = edited.replace("killed two", "left dead 2").replace("said engineers", "told us that builders")
    pages = [page("a", BRIDGE, publisher="One"), page("b", edited, publisher="Two")]
    assert of(pages, "a").shared[0].reason == "reprint"


def test_one_agency_credited_in_two_papers_needs_shared_text() -> None:
    first = page("a", f"KAMIANETS (Reuters) — {BRIDGE}")
    second = page("b", f"NOVYI STAV (Reuters) — {MARKET}")
    third = page("c", f"{BRIDGE}\nReuters")
    assert groups([first, second, third]) == {frozenset("ac"), frozenset("b")}
    origin = of([first, third], "a")
    assert origin.reason.endswith("credited to Reuters")


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("KYIV (AP) — Two people died.", {"AP"}),
        ("Two people died, Interfax-Ukraine reported.", {"Interfax-Ukraine"}),
        ("Two people died.\n\nSource: AFP", {"AFP"}),
        ("By The Associated Press\nTwo people died.", {"AP"}),
        ("Two people died, a policeman told Reuters by telephone.", {"Reuters"}),
        ("The Reuters building stands in Canary Wharf.", set()),
        ("APOLOGIES (APART) — nobody died.", set()),
    ],
)
def test_credits(text: str, agencies: set[str]) -> None:
    assert credits(page("a", text)) == agencies


def test_a_quotation_in_independent_pages_leaves_them_independent() -> None:
    pages = [
        page("a", f"{BRIDGE}\n{POST}"),
        page("b", f"{BRIDGE_AGAIN}\n{POST}"),
        page("c", f"{MARKET}\n{POST}"),
    ]
    assert len(groups(pages)) == 3


def test_pages_that_hold_little_but_one_quotation_are_one_origin() -> None:
    pages = [
        page("a", f"The mayor wrote: {POST}"),
        page("b", f"Water is off in half of the city. {POST} So the mayor on Telegram."),
    ]
    assert of(pages, "a").shared[0].reason == "quoted post"


def test_a_notice_inside_two_stories_does_not_make_one_of_both() -> None:
    notice = " ".join(POST.strip("“”").split(".")[:3])
    pages = [
        page("a", f"{BRIDGE}\n{BRIDGE_AGAIN}\n{notice}"),
        page("b", f"{MARKET}\n{notice}"),
        page("s", notice),
    ]
    assert groups(pages) == {frozenset("a"), frozenset("bs")}


def test_furniture_on_every_page_joins_nothing() -> None:
    foot = "Sign up for our morning letter and never miss a story. " + " ".join(
        f"See also our {word} pages for all {word} news, {word} prices and {word} pictures of the week."
        for word in ("garden", "motor", "fashion", "travel", "chess", "opera", "weather", "housing")
    )
    rng = random.Random(3)
    words = [
        f"{a}{b}{c}"
        for a in "bdgklmnprst"
        for b in "aeiou"
        for c in ("nda", "rk", "lto", "mes", "vik", "zen")
    ]
    stories = [" ".join(rng.choices(words, k=120)) for _ in range(40)]
    pages = [page(f"{n:02d}", f"{story}\n{foot}", publisher="One") for n, story in enumerate(stories)]
    assert len(groups(pages)) == 40


def test_the_same_form_under_different_titles_is_not_their_story() -> None:
    form = "Thank you for registering. Please check your letter box and click on the link to open your account with us today."
    pages = [
        page("a", form, title="Bridge destroyed near Kamianets"),
        page("b", form, title="Market burns after shelling"),
    ]
    assert len(groups(pages)) == 2
    assert len(groups([page("a", form), page("b", form)])) == 1


def test_standing_phrases_of_one_house_do_not_join_its_reports_of_other_weeks() -> None:
    standing = "\n".join(BRIDGE.split("\n")[2:])
    early = page("a", f"{MARKET}\n{standing}", publisher="Monitor")
    late = page("b", f"{BRIDGE_AGAIN}\n{standing}", publisher="Monitor", days=40)
    assert need(Page.of(early, Hasher()), Page.of(late, Hasher())) == FAR
    assert len(groups([early, late])) == 2
    assert len(groups([early, page("c", early.text, publisher="Monitor", days=40)])) == 1


def test_what_is_asked_of_a_pair() -> None:
    hasher = Hasher()
    plain, credited = page("a", BRIDGE), page("b", f"(AP) {BRIDGE}")
    assert need(Page.of(plain, hasher), Page.of(credited, hasher)) == PLAIN
    assert need(Page.of(credited, hasher), Page.of(credited, hasher)) == CREDITED


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.paper.example/a", "paper.example"),
        ("https://web.archive.org/web/2022/http://www.paper.example/a", "paper.example"),
        ("https://web.archive.org/", None),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_the_house_of_a_page(url: str | None, expected: str | None) -> None:
    assert house(Document("a", "c", "", MadeBy("test", 1), url=url)) == expected


def test_empty_pages_stay_alone_and_identical_ones_join() -> None:
    pages = [page("a", ""), page("b", ""), page("c", MARKET), page("d", MARKET.upper(), days=-1)]
    assert groups(pages) == {frozenset("a"), frozenset("b"), frozenset("cd")}
    origin = of(pages, "c")
    assert origin.documents == ("d", "c")  # by published date
    assert (origin.shared[0].reason, origin.shared[0].share) == ("same text", 1.0)


CASE = [
    page("a", BRIDGE),
    page("b", f"(AP) {BRIDGE}"),
    page("c", "\n".join(BRIDGE.split("\n")[:4]), days=2),
    page("d", BRIDGE_AGAIN),
    page("e", MARKET),
    page("f", MARKET),
    page("g", f"{POST}\n{MARKET}", days=1),
    page("h", ""),
]


@settings(max_examples=25)
@given(st.permutations(CASE))
def test_the_order_of_the_pages_does_not_matter(shuffled: list[Document]) -> None:
    assert list(COPIES.run(shuffled, None)) == list(COPIES.run(CASE, None))


PARAGRAPHS = [
    *BRIDGE.split("\n"),
    *MARKET.split("\n"),
    *BRIDGE_AGAIN.split("\n"),
    POST,
    "",
    "Reuters reported.",
]


@settings(max_examples=40)
@given(st.lists(st.lists(st.sampled_from(PARAGRAPHS), max_size=6), max_size=9))
def test_every_page_is_in_exactly_one_origin_and_is_explained(texts: list[list[str]]) -> None:
    pages = [page(f"{n}", "\n".join(text)) for n, text in enumerate(texts)]
    origins = list(COPIES.run(pages, None))
    assert sorted(d for o in origins for d in o.documents) == [p.id for p in pages]
    for origin in origins:
        assert {s.document for s in origin.shared} | {origin.documents[0]} == set(origin.documents)
        assert len(origin.shared) == len(origin.documents) - 1
        assert all(s.joined_to in origin.documents and 0 < s.share <= 1 for s in origin.shared)


def test_two_pages_of_two_words_are_the_same_text() -> None:
    (origin,) = COPIES.run([page("a", "Reuters reported."), page("b", "Reuters reported.")], None)
    assert [(s.reason, s.share, s.words) for s in origin.shared] == [("same text", 1.0, "Reuters reported.")]


def test_hostile_quotation_marks_come_to_an_end() -> None:
    text = "“" * 200_000 + " " + "«‘„" * 100_000 + BRIDGE  # a quadratic expression takes hours
    assert not Page.of(page("a", text), Hasher()).quoted.any()


def test_the_row_of_an_origin() -> None:
    origin = of([page("a", MARKET), page("b", MARKET)], "a")
    row = origin_row(origin)
    assert row["documents"] == ["a", "b"]
    assert row["shared"][0] | {"words": ""} == {
        "document": "b",
        "joined_to": "a",
        "reason": "same text",
        "share": 1.0,
        "words": "",
    }
