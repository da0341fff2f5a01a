"""Pages whose structure hides the article or brings other articles in, each a kind seen on many sites."""

from datetime import date

import pytest
from lxml.html import fragment_fromstring, fromstring

from onrecord.stages.clean.mend import _in_paragraphs, mend
from onrecord.stages.clean.page import read_page

SAID = [
    f"On day {n} of the inquiry the council heard how two people were hurt at bridge number {n}, and what the mayor said of it."
    for n in range(12)
]
BODY = "".join(f"<p>{said}</p>" for said in SAID)
POST = "Our crews are at the old mill, and two people were taken to hospital"


def read(body: str, head: str = "<title>The inquiry of the council opens</title>") -> str:
    return read_page(f"<html><head>{head}</head><body>{body}</body></html>", None, date(2022, 3, 10)).text


def test_a_quoted_post_is_text_though_its_wrapper_is_named_like_a_share_button() -> None:
    signed = "A Council <a href='/d'>March 3, 2022</a>"
    quote = (
        f"<blockquote class='twitter-tweet'><p>{POST} <a href='/t'>pic.example</a></p>{signed}</blockquote>"
    )
    text = read(
        f"<article>{BODY}<div class='social-media-embed'>{quote}</div><p>{SAID[0]} Again.</p></article>"
    )
    assert POST in text
    assert text.index(SAID[11]) < text.index(POST) < text.index("Again.")


def test_an_article_in_several_boxes_is_read_whole_and_in_order() -> None:
    boxes = "".join(
        f"<div class='article-body grid'>{''.join(f'<p>{s}</p>' for s in SAID[n : n + 6])}</div><div class='slot'></div>"
        for n in (0, 6)
    )
    text = read(f"<main><h1>The inquiry of the council opens</h1><div>{boxes}</div></main>")
    assert [text.index(said) for said in SAID] == sorted(text.index(said) for said in SAID)


def test_boxes_of_different_articles_are_not_joined() -> None:
    other = "".join(f"<p>{said.replace('council', 'orchestra')}</p>" for said in SAID)
    pages = "".join(f"<article><div class='article-body'>{b}</div></article>" for b in (BODY, other))
    assert "orchestra" not in read(f"<main>{pages}</main>")


def test_a_single_line_break_after_a_pair_parts_no_paragraph() -> None:
    tree = fragment_fromstring("<div>One.<br><br>Two.<br>Three.<br>Four.</div>")
    made = ["".join(p.itertext()) for p in _in_paragraphs(tree.text, list(tree))]
    assert made == ["One.", "Two.Three.Four."]


def test_running_text_with_line_breaks_is_read_from_its_first_word() -> None:
    text = read(
        "<div class='article'><div class='content'>"
        + "<br> <br>".join(SAID).replace("council", "<em>council</em>", 1)
        + "</div></div>"
    )
    assert text.splitlines() == SAID


@pytest.mark.parametrize(
    "furniture",
    [
        "<a href='/a'><h3>Choir wins a prize in the capital once more</h3></a>",
        "<p><a href='/a'>Choir wins a prize in the capital once more</a></p>",
        "<p>Asked <span>Ada <span><a href='/1'>Choir wins</a><a href='/2'>Choir is home</a><a href='/3'>More</a></span></span>, he went.</p>",
    ],
)
def test_what_leads_to_other_articles_is_left_out(furniture: str) -> None:
    text = read(f"<article>{BODY}{furniture}{BODY.replace('day', 'evening')}</article>")
    assert "Choir" not in text
    assert all(said in text for said in SAID)


def test_a_sentence_that_is_one_link_is_kept() -> None:
    sentence = "The findings were published on Monday in a report that the council paid for."
    assert sentence in read(
        f"<article>{BODY}<p><a href='/r'>{sentence}</a></p>{BODY.replace('day', 'evening')}</article>"
    )


def test_a_notice_does_not_stand_for_the_article() -> None:
    said = "This copy is for your own use only, and orders for more of them are taken at our desk. " * 4
    notice = f"<div class='print-header article-body'><p>{said}</p></div>"
    text = read(f"{notice}<div><div style='border:0'>{BODY}</div></div>")
    assert all(said in text for said in SAID)


TODAY = "<div class='top'>Thursday, 10 March 2022</div>"


def test_the_day_below_the_headline_goes_before_today_s_date_at_the_top() -> None:
    made = read_page(
        f"<html><head><title>The inquiry of the council opens - The Paper</title></head><body>{TODAY}"
        f"<h2>The inquiry of the council opens</h2><p>News<br>3 March 2022, 18:29</p>{BODY}</body></html>",
        None,
        date(2022, 3, 10),
    )
    assert (made.published, made.published_by) == (date(2022, 3, 3), "byline")


def test_a_day_in_a_sentence_below_the_headline_is_no_byline() -> None:
    sentence = "<p>The old bridge over the river was opened with music and speeches on 3 March 2011 by the mayor of those days.</p>"
    made = read_page(
        f"<html><head><title>The inquiry of the council opens</title></head><body>"
        f"<h1>The inquiry of the council opens</h1>{sentence}{BODY}</body></html>",
        None,
        date(2022, 3, 10),
    )
    assert made.published_by != "byline"


def test_thousands_of_empty_posts_side_by_side_end() -> None:
    posts = "<blockquote class='twitter-tweet'> </blockquote>" * 5_000
    assert SAID[0] in read(f"<article><div>{posts}<p>x</p></div>{BODY}</article>")


def test_menus_are_dropped_though_one_before_them_holds_a_paragraph() -> None:
    menu = "<span><a href='/a'>{0} one</a><a href='/b'>{0} two</a><a href='/c'>{0} three</a>{1}</span>"
    tree = fromstring(
        f"<div><p>{SAID[0]}{menu.format('First', '<p><a>more</a></p>')}</p><p>{SAID[1]}{menu.format('Second', '')}</p></div>"
    )
    mend(tree)
    assert "Second two" not in tree.text_content()
    assert SAID[1] in tree.text_content()
