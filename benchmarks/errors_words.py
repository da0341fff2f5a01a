"""The kinds of `benchmarks.errors` that are single words of a text: who says what, places, where it happened, times."""

from collections.abc import Callable, Iterator
from typing import Any

from benchmarks import attribution, eventplace
from benchmarks.common import gold, readings
from benchmarks.scorer import CLOSE, SCORER, Error, around
from onrecord.exports.readings import reading_row
from onrecord.stages.date import DATE
from onrecord.stages.place import PLACE

Row = dict[str, Any]


def cues(*, missed: bool) -> Iterator[Error]:
    """Cues of speech that the annotators or only the program has."""
    made = {row["id"]: row for row in attribution.rows(readings("attribution-dev"))}
    for right in gold("attribution-dev"):
        row = made[right["id"]]
        sides = _cues(right), _cues(row)
        yield from _alone(row["text"], right["id"], *(sides if missed else reversed(sides)))


def _cues(row: Row) -> list[Row]:
    return [one["cue"] for one in row["attributions"] if one.get("cue")]


def _alone(text: str, id_: str, ones: list[Row], others: list[Row]) -> Iterator[Error]:
    paired = {pair[0] for pair in SCORER["align_spans"](ones, others)}
    for number, one in enumerate(ones):
        if number not in paired:
            yield f"{id_} {one['start']}", around(text, one["start"], one["end"]), []


def places(kind: str) -> Iterator[Error]:
    """Names that are missed, spurious, or resolved to no place or to one far away ("wrong")."""
    made = {r.document.id: reading_row(r) for r in PLACE.run(readings("places-lgl"), PLACE.open())}
    for right in gold("places-lgl"):
        row = made[right["id"]]
        wanted = [p for p in right["places"] if not p.get("neutral")]
        if kind == "missed":
            yield from _alone(row["text"], right["id"], wanted, row["places"])
        elif kind == "spurious":
            neutral = [p for p in right["places"] if p.get("neutral")]
            found = [p for p in row["places"] if not any(SCORER["overlap"](p, n) for n in neutral)]
            yield from _alone(row["text"], right["id"], found, wanted)
        else:
            yield from _far(row, right["id"], wanted)


def _far(row: Row, id_: str, wanted: list[Row]) -> Iterator[Error]:
    for one, other in SCORER["align_spans"](wanted, row["places"]):
        right, made = wanted[one], row["places"][other]
        if right.get("lat") is None:
            continue
        told = made.get("name") if made.get("lat") is not None else None
        if told is None or SCORER["km"](right["lat"], right["lon"], made["lat"], made["lon"]) > CLOSE:
            point = f"{right['lat']:.1f}, {right['lon']:.1f}"
            said = f"people {right.get('name')} {point}, program {told} {made.get('country')}: "
            yield f"{id_} {right['start']}", said + around(row["text"], right["start"], right["end"]), []


def where() -> Iterator[Error]:
    """Events whose place people saw in other words, or nowhere."""
    made = {r.document.id: reading_row(r) for r in eventplace.placed(events=True)}
    for right in gold("eventplace-dev"):
        if right["id"] in made:
            yield from _misplaced(right, made[right["id"]])


def _misplaced(right: Row, row: Row) -> Iterator[Error]:
    words = SCORER["words_of"](row["text"])
    for event in right["events"]:
        found = SCORER["claims_on"](row["claims"], event["verb"])
        given = [row["places"][c["place"]] for c in found if c.get("place") is not None]
        want, got = (
            SCORER["tokens_in"](words, [(p["start"], p["end"]) for p in places_])
            for places_ in (event["places"], given)
        )
        if want != got:
            told = [
                [row["text"][p["start"] : p["end"]] for p in places_] for places_ in (event["places"], given)
            ]
            found_too = [p["words"] for p in row["places"]]
            said = f"people {told[0]}, program {told[1]} of {found_too}: "
            verb = event["verb"]
            yield f"{right['id']} {verb['start']}", said + around(row["text"], verb["start"], verb["end"]), []


def times(kind: str) -> Iterator[Error]:
    """Expressions that are missed, spurious, or have another value ("wrong")."""
    made = {r.document.id: reading_row(r) for r in DATE.run(readings("times-tbaq"), None)}
    for right in gold("times-tbaq"):
        row, wanted = made[right["id"]], right["times"]
        if kind != "wrong":
            sides = (wanted, row["times"]) if kind == "missed" else (row["times"], wanted)
            yield from _alone(row["text"], right["id"], *sides)
            continue
        for one, other in SCORER["align_spans"](wanted, row["times"]):
            want, got = wanted[one].get("value"), row["times"][other].get("value")
            if want is not None and SCORER["timex_value"](want) != SCORER["timex_value"](got):
                start, end = wanted[one]["start"], wanted[one]["end"]
                said = f"people {want}, program {got} (page of {row.get('published')}): "
                yield f"{right['id']} {start}", said + around(row["text"], start, end), []


KINDS: dict[str, tuple[str, Callable[[], Iterator[Error]]]] = {
    "cue-missed": ("attribution-dev", lambda: cues(missed=True)),
    "cue-spurious": ("attribution-dev", lambda: cues(missed=False)),
    "place-missed": ("places-lgl", lambda: places("missed")),
    "place-spurious": ("places-lgl", lambda: places("spurious")),
    "place-wrong": ("places-lgl", lambda: places("wrong")),
    "where": ("eventplace-dev", where),
    "time-missed": ("times-tbaq", lambda: times("missed")),
    "time-spurious": ("times-tbaq", lambda: times("spurious")),
    "time-wrong": ("times-tbaq", lambda: times("wrong")),
}
