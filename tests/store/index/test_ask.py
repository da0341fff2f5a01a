"""Lists, counts, days and points of incidents that differ in all that can be asked for."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onrecord.model import (
    Attribution,
    Candidate,
    Claim,
    Count,
    Harm,
    Interval,
    Kind,
    Participant,
    Passage,
    Place,
    Precision,
    Role,
    SpeakerKind,
    Verdict,
)
from onrecord.store.case import Case
from onrecord.store.index import Filter, Index, ask, columns, lookup
from onrecord.store.index.queue import fared, tasks, waiting
from tests.store.examples import capture, claim, decision, document, receipt


def day(n: int) -> date:
    return date(2022, 3, n)


def at(name: str, lat: float, lon: float, precision: Precision, country: str = "UA") -> Place:
    found = Candidate(name, lat, lon, country, precision, admin1=f"{name} Oblast")
    return Place(Passage(0, 6, "Shells"), found, "a test")


def made(n: int) -> Claim:
    """Five happenings: 0 dated and placed, 1 a week and a region, 2 no day, 3 no place, 4 known to the country and open."""
    one = claim(n)
    passage = one.trigger
    whole: list[dict[str, object]] = [
        {"kind": Kind.SHELLING, "place": at("Brask", 50, 30, Precision.SETTLEMENT), "when": Interval(day(3), day(3), "told"),
         "counts": (Count(Harm.KILLED, 3, 3, passage),), "participants": (Participant(Role.TARGET, passage, None, "hospital"),)},
        {"kind": Kind.AIR_STRIKE, "place": at("Orsk", 48, 37, Precision.REGION), "when": Interval(day(7), day(13), "told"),
         "counts": (Count(Harm.KILLED, 5, None, passage),)},
        {"kind": Kind.ARSON, "place": at("Brask", 50, 30, Precision.SITE), "counts": (Count(Harm.INJURED, None, None, passage),)},
        {"kind": Kind.SHELLING, "when": Interval(None, day(20), "told"),
         "attributions": (Attribution(passage, passage, passage, SpeakerKind.OFFICIAL, side="Russia"),)},
        {"kind": Kind.BOMBING, "place": at("Chad", 15, 19, Precision.COUNTRY, "TD"), "when": Interval(day(25), None, "told"), "counts": ()},
    ]  # fmt: skip
    return replace(one, **({"counts": ()} | whole[n]))  # type: ignore[arg-type]


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Case.open(tmp_path / "case", create=True) as case:
        for n in range(5):
            page = replace(document(n), language=("en", "uk", None, "en", "ar")[n], title=f"Report {n}")
            case.add([capture(n), page, made(n), receipt(page, made(n))])
    with Case.open(tmp_path / "case") as case, Index.open(case) as opened:
        yield opened


def numbers(connection: sqlite3.Connection, query: str) -> list[int]:
    known = {claim(n).id.removeprefix("claim-"): n for n in range(5)}
    return sorted(known[i.removeprefix("incident-")] for i in ask.ids(connection, Filter.parse(query)))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [0, 1, 2, 3, 4]),
        ("kind=shelling", [0, 3]),
        ("kind=shelling&kind=arson", [0, 2, 3]),
        ("place=TD", [4]),
        ("place=UA/Brask Oblast", [0, 2]),
        ("precision=region", [1]),
        ("shelf=no place", [3]),
        ("shelf=no date", [2]),
        ("shelf=country only&shelf=no date", [2, 4]),
        ("says=official", [3]),
        ("says=page", [0, 1, 2, 4]),
        ("side=Russia", [3]),
        ("protected=hospital", [0]),
        ("language=en", [0, 3]),
        ("origins=2", []),
        ("since=2022-03-10&until=2022-03-12", [1, 3]),
        ("until=2022-03-01", [3]),
        ("since=2022-03-26", [4]),
        ("since=2022-03-21&until=2022-03-22", []),
        ("box=29,49,31,51", [0, 2]),
        ("box=0,0,40,20", []),
        ("box=170,40,40,60", [0, 1, 2]),
        ("q=bridge 3", [3]),
        ("q=Brask", [0, 2]),
        ("q=nothing at all", []),
        ("kind=shelling&language=en&q=shells", [0, 3]),
        ("review=rejected", []),
    ],
)
def test_a_filter_finds_just_these(index: Index, query: str, expected: list[int]) -> None:
    assert numbers(index.read(), query) == expected


def test_sums_are_ranges_and_say_what_is_open(index: Index) -> None:
    totals = ask.totals(index.read(), Filter())
    assert (totals.killed.low, totals.killed.high, totals.killed.open, totals.killed.told) == (8, 8, 1, 2)
    assert (totals.injured.low, totals.injured.high, totals.injured.open, totals.injured.told) == (0, 0, 1, 0)
    assert (totals.incidents, totals.no_place, totals.country_only, totals.no_date) == (5, 1, 1, 1)


def test_counts_tell_what_else_could_be_chosen(index: Index) -> None:
    counts = columns.counts(index.read(), Filter.parse("kind=shelling"))
    assert dict(counts["kind"]) == {"shelling": 2, "air_strike": 1, "arson": 1, "bombing": 1}
    assert dict(counts["language"]) == {"en": 2}
    assert dict(counts["place"]) == {"UA": 1}


def test_points_leave_out_what_is_known_to_the_country_or_not_at_all(index: Index) -> None:
    found = ask.points(index.read(), Filter())
    assert sorted((lon, lat) for _, lon, lat, *_ in found) == [(30.0, 50.0), (30.0, 50.0), (37.0, 48.0)]


def test_spans_keep_open_ends_open(index: Index) -> None:
    spans = {(first, last) for first, last, _ in ask.spans(index.read(), Filter())}
    assert (None, day(20).toordinal()) in spans
    assert (day(25).toordinal(), None) in spans


def test_an_incident_is_found_by_its_claim_and_by_the_beginning_of_its_id(index: Index) -> None:
    connection = index.read()
    whole = claim(0).id.replace("claim-", "incident-")
    assert (
        lookup.number_of(connection, whole)
        == lookup.number_of(connection, claim(0).id)
        == lookup.number_of(connection, whole[:20])
    )


def test_the_queue_goes_by_doubt_times_weight_and_leaves_out_what_is_judged(index: Index) -> None:
    connection = index.read()
    first = tasks(connection, Filter(), "me", most=9)
    assert [t.worth for t in first] == sorted((t.worth for t in first), reverse=True)
    (top,) = ask.by_number(connection, [first[0].incident])
    assert top.incident.kind is Kind.AIR_STRIKE  # five dead or more weigh most
    with Case.open(index.case.folder, write=True) as case:
        case.decide(replace(decision(top.incident.id, Verdict.ACCEPT), seen=top.incident.claims))
    index.refresh()
    left = [t.incident for t in tasks(index.read(), Filter(), "me", most=9)]
    assert len(left) == len(first) - 1 == waiting(index.read(), Filter(), "me")
    assert {f.field: (f.agreed, f.disagreed) for f in fared(index.read())}["killed"] == (1, 0)


def test_how_the_machine_fared_counts_what_people_changed(index: Index) -> None:
    (row,) = ask.listed(index.read(), Filter.parse("kind=arson"))
    with Case.open(index.case.folder, write=True) as case:
        case.decide(replace(decision(row.incident.id, Verdict.CORRECT), field="kind", value="shelling"))
    index.refresh()
    assert {f.field: (f.agreed, f.disagreed) for f in fared(index.read())} == {"kind": (0, 1)}


def test_pages_are_found_whether_or_not_they_claim_anything(index: Index) -> None:
    total, found = lookup.pages(index.read(), q="report 4")
    assert (total, [p.title for p in found]) == (1, ["Report 4"])
    assert lookup.pages(index.read(), unread=True)[0] == 0
