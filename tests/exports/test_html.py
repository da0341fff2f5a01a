"""The page that an export makes."""

import base64
import hashlib
import re
from dataclasses import replace

from onrecord.exports.formats import Options
from onrecord.exports.html import spoken, view
from onrecord.model import Harm, Toll
from tests.exports.sample import record
from tests.exports.written import Page, exported


def test_the_page_holds_nothing_foreign_and_runs_nothing() -> None:
    text = exported("html", record(private='Taras <script>alert("x")</script> Hromyk'), Options(names=True))
    page = Page(text)
    assert not {"script", "img", "iframe", "link", "object", "form", "b"} & {tag for tag, _ in page.tags}
    assert not any(name.startswith("on") or name == "style" for _, attrs in page.tags for name in attrs)
    assert 'Taras <script>alert("x")</script> Hromyk' in page.text
    assert 'Paper "Three" <b>' in page.text
    addresses = [a["href"] or "" for a in page.all("a")]
    assert all(a.startswith(("#", "https://", "http://")) for a in addresses)


def test_the_policy_allows_the_style_and_nothing_else() -> None:
    text = exported("html")
    policy = next(
        m["content"] or "" for m in Page(text).all("meta") if m.get("http-equiv") == "Content-Security-Policy"
    )
    style = re.findall(r"<style>(.*?)</style>", text, re.S)
    assert len(style) == 1
    digest = base64.b64encode(hashlib.sha256(style[0].encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'")
    assert "script-src" not in policy


def test_the_page_shows_what_is_known_and_says_what_is_not() -> None:
    page = Page(exported("html"))
    for words in (
        "not after 2022-02-26",
        "Stavok, Sumy, UA (settlement)",
        "at least 5",
        "not reported",
        "place unknown",
        "machine-read, not confirmed",
        "2 independent origins",
        "speaker in captivity",
        "1 name is withheld here (1 of a prisoner of war)",
    ):
        assert words in page.text, words
    targets = {attrs.get("id") for _, attrs in page.tags}
    assert all((a["href"] or "")[1:] in targets for a in page.all("a") if (a["href"] or "").startswith("#"))
    assert all(b.get("dir") == "auto" for b in page.all("blockquote"))


def test_a_person_accepted_it() -> None:
    of = record()
    page = Page(exported("html", replace(of, incidents=(replace(of.incidents[0], confirmed=True),))))
    assert "accepted by a person" in page.text
    assert "machine-read, not confirmed" not in page.text


def test_words_of_ours_are_spoken() -> None:
    assert spoken("air_strike") == "Air strike"


def test_ends_of_a_range_name_their_claims() -> None:
    of = record()
    toll = Toll(Harm.KILLED, 2, 7, 7, "claim-1", "claim-2", "claim-2")
    page = Page(exported("html", replace(of, incidents=(replace(of.incidents[0], tolls=(toll,)),))))
    assert "2 to 7 contested best: 7 rests on lowest , best and highest" in page.text


def test_links_between_pages_are_shown_and_those_within_a_page_are_not() -> None:
    sample = record()
    (across,) = sample.links
    (incident,) = (i for i in sample.incidents if {across.left, across.right} <= set(i.claims))
    page = sample.claims[across.left].document
    twin = replace(sample.claims[across.left], id="claim-1b")
    within = replace(across, id="link-2", right=twin.id)
    told = replace(
        sample,
        claims={**sample.claims, twin.id: twin},
        links=(across, within),
        incidents=tuple(
            replace(i, claims=(*i.claims, twin.id)) if i is incident else i for i in sample.incidents
        ),
    )
    shown = view(next(i for i in told.incidents if i.id == incident.id), told)
    assert [joined.link for joined in shown.links] == [across]
    assert shown.links[0].left == sample.documents[page].publisher
