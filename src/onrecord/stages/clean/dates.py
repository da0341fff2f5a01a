"""When a page was published, through htmldate, and where on the page that stands."""

import re
import warnings
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any

from htmldate import find_date
from htmldate.core import DATE_ATTRIBUTES

from onrecord.stages.clean.byline import byline_day

_EARLIEST = date(1995, 1, 1)  # the first news sites
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_JSON_LD = re.compile(r'"(date\w{0,20})"\s*:\s*"(\d{4}-\d{2}-\d{2})')
_IN_URL = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_.-]?(\d\d?)[/_.-]?(\d\d?)(?!\d)")


def published(
    html: str, tree: Any, url: str | None, captured: date, *, title: str | None = None
) -> tuple[date | None, str | None]:
    """The day a page (`html`, parsed: `tree`) was published, and how it was found; (None, None) when unknown.

    How: ``url``, ``meta NAME``, ``json-ld NAME``, ``time element``, ``byline`` (below the headline, `title`) or ``text``.
    A day after the capture (one more is allowed for time zones) is not believed: (None, a note).
    """
    latest = captured + timedelta(days=1)
    found = _found(html, url, latest)
    day = date.fromisoformat(found) if found else None
    by = _where(day, tree, url) if day else None
    if by is None or by == "text":
        future = next(((d, name) for d, name in _declared(tree) if d > latest), None)
        if future:
            return None, f"{future[1]} says {future[0]}, after the capture: not believed"
    if by == "text":
        below = byline_day(tree, title, partial(_found, url=None, latest=latest))
        day, by = (below, "byline") if below else (day, by)
    if day is None or (by == "text" and not _has_day(day, tree)):
        return None, None
    return day, by


def _found(html: str, url: str | None, latest: date) -> str | None:
    """What htmldate finds. It gets the page and not the tree: it also reads comments, which trafilatura's tree has lost."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # dateutil warns of each time zone it does not know; a day needs none
        found: str | None = find_date(
            html, url=url, original_date=True, min_date=_EARLIEST.isoformat(), max_date=latest.isoformat()
        )
    return found


def _where(day: date, tree: Any, url: str | None) -> str:
    """The first of the places that htmldate looks at where this day stands."""
    if any(_day(*match.groups()) == day for match in _IN_URL.finditer(url or "")):
        return "url"
    for declared, name in _declared(tree):
        if declared == day:
            return name
    for element in tree.iterfind(".//time[@datetime]"):
        if _iso(element.get("datetime")) == day:
            return "time element"
    return "text"


def _declared(tree: Any) -> Iterator[tuple[date, str]]:
    """The days that the page's head declares, with the names they are declared under."""
    for element in tree.iterfind(".//meta"):
        name = (
            element.get("name")
            or element.get("property")
            or element.get("itemprop")
            or element.get("http-equiv")
        )
        day = _iso(element.get("content") or element.get("datetime"))
        if name and day and name.lower() in DATE_ATTRIBUTES | {"datepublished", "datecreated"}:
            yield day, f"meta {name}"
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        for name, value in _JSON_LD.findall(script.text or ""):
            day = _iso(value)
            if day and name in ("datePublished", "dateCreated"):
                yield day, f"json-ld {name}"


def _iso(value: str | None) -> date | None:
    match = _ISO.match((value or "").strip())
    return _day(*match.groups()) if match else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _has_day(day: date, tree: Any) -> bool:
    """htmldate makes the first of a month or a year from a bare "March 2022" or "© 2022"; a day that nobody wrote is no day."""
    if day.day != 1:
        return True
    text = " ".join(tree.itertext())
    numbers = rf"{day.year}[-/.]0?{day.month}[-/.]0?1(?!\d)|(?<!\d)0?1(?:st)?[^\d\n]{{1,15}}(?:0?{day.month}[^\d\n]{{1,3}})?{day.year}"
    return re.search(numbers, text) is not None
