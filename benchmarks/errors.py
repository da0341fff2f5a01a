"""Wrong readings to look at: ``python -m benchmarks.errors KIND [HOW_MANY]`` prints 20 of a kind, drawn by a hash of their ids.

So the same errors are drawn each time, and new ones only where the program reads otherwise. KIND is one of

- ``killed``, ``injured``, ``day``: incidents of gva-dev-small with another number or day than people wrote down;
- ``split``, ``joined``, ``nowhere``: of gva-dev-small, incidents in parts, incidents put together, and pages in no incident;
- ``conflicting``: narratives of airwars-gaza-dev whose number of injured is outside what people wrote down;
- ``stance``: events about conflict in the part of stance-dev that the trained reader never saw;
- ``cue-missed``, ``cue-spurious``: who says what, attribution-dev; ``where``: places of events, eventplace-dev held out;
- ``place-missed``, ``place-spurious``, ``place-wrong``: places-lgl; ``time-missed``, ``time-spurious``, ``time-wrong``: times-tbaq.

What is printed holds texts of others: for reading only. `docs/explanation/errors.md` tells what kinds of errors were seen.
"""

import sys
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import blake2b
from itertools import combinations
from typing import Any

from benchmarks import errors_words, gva, harm
from benchmarks.common import documents, gold, readings
from benchmarks.scorer import SCORER, Error
from benchmarks.split import measured
from onrecord.exports.linked import incidents_of
from onrecord.exports.readings import reading_row
from onrecord.model import Claim, Document, Reading
from onrecord.resources.reader import open_reader
from onrecord.stages.read import READ_WITH_EVENTS

Row = dict[str, Any]
REPORTS, NARRATIVES, SENTENCES = "gva-dev-small", "airwars-gaza-dev", "stance-dev"
LONGEST = 1_500  # characters of a text that are printed


@cache
def reports() -> list[Reading]:
    """The reports, read."""
    return gva.settled(REPORTS)


@cache
def narratives() -> list[Reading]:
    """The narratives, read."""
    return harm.settled(NARRATIVES)


@cache
def sentences() -> list[Reading]:
    """The sentences that the trained reader never saw, with every event-like word."""
    held_out = [r for r in readings(SENTENCES) if measured(SENTENCES, r.document.id)]
    return list(READ_WITH_EVENTS.run(held_out, open_reader()))


@cache
def linked() -> tuple[Row, ...]:
    """The incidents that the program makes of the reports."""
    return tuple(incidents_of(reports(), each=False))


def numbers(name: str) -> Iterator[Error]:
    """Incidents with another number."""
    for right, made in _pairs():
        if name in right and (made is None or _best(made, name) != right[name]):
            told = made[name] if made else "no incident"
            yield right["id"], f"people {right[name]}, program {told}", _both(right, made)


def days() -> Iterator[Error]:
    """Incidents with another day, several days or none."""
    for right, made in _pairs():
        told = made and (made["earliest"], made["latest"])
        if right.get("date") and told != (right["date"], right["date"]):
            yield right["id"], f"people {right['date']}, program {told}", _both(right, made)


def split() -> Iterator[Error]:
    """Incidents whose documents lie in several incidents of the program that have none in common."""
    for right in gold(REPORTS):
        parts = [set(row["documents"]) & set(right["documents"]) for row in linked()]
        main = max(parts, key=len)
        rest = set().union(*parts) - main
        if rest:
            yield right["id"], f"{sorted(main)} without {sorted(rest)}", [*sorted(main)[:2], *sorted(rest)]


def joined() -> Iterator[Error]:
    """Pairs of incidents that the program has in one."""
    at: dict[str, set[str]] = {}
    for right in gold(REPORTS):
        for document in right["documents"]:
            at.setdefault(document, set()).add(right["id"])
    for row in linked():
        for one, other in combinations(sorted(d for d in row["documents"] if d in at), 2):
            if at[one].isdisjoint(at[other]):
                yield " ".join(sorted(map(min, (at[one], at[other])))), f"both {row['kind']}", [one, other]


def nowhere() -> Iterator[Error]:
    """Pages of which the program makes no incident."""
    told = {d for row in linked() for d in row["documents"]}
    for document in sorted({d for right in gold(REPORTS) for d in right["documents"]} - told):
        yield document, "in no incident", [document]


def conflicting() -> Iterator[Error]:
    """Narratives with a number of injured outside what people wrote down."""
    made: dict[str, Row] = {}
    for row in harm.each(narratives()):
        (document,) = row["documents"]
        if document not in made or len(row["claims"]) > len(made[document]["claims"]):
            made[document] = row
    for right in gold(NARRATIVES):
        told, best = right.get("injured"), _best(made.get(right["id"]), "injured")
        if told and not told["min"] <= best <= told["max"]:
            yield right["id"], f"people {told}, program {best}", [right["id"]]


def stance() -> Iterator[Error]:
    """Events about conflict that people judged otherwise."""
    made = {r.document.id: r for r in sentences()}
    for right in gold(SENTENCES):
        if right["id"] in made:
            yield from _misjudged(right, made[right["id"]])


def _misjudged(right: Row, reading: Reading) -> Iterator[Error]:
    claims = reading_row(reading)["claims"]
    for event in right["events"]:
        found = SCORER["claims_on"](claims, event) if event.get("conflict") else []
        got = SCORER["STANCE"].get(found[0]["stance"]) if found else None
        if event.get("conflict") and got != (want := SCORER["stance_class"](event["label"])):
            word = reading.document.text[event["start"] : event["end"]]
            names = SCORER["CLASSES"]
            said = f"people {names[want]} ({event['label']:.1f}), program {found[0]['stance'] if found else None}"
            yield f"{right['id']} {event['start']}", f"“{word}”: {said}", [right["id"]]


def _pairs() -> Iterator[tuple[Row, Row | None]]:
    right = list(gold(REPORTS))
    found = SCORER["align_incidents"](right, list(linked()))
    for number, row in enumerate(right):
        yield row, found.get(number)


def _best(made: Row | None, name: str) -> int:
    return int(SCORER["count_of"](made, name)[1]) if made else 0


def _both(right: Row, made: Row | None) -> list[str]:
    """What people put together, then what the program added."""
    added = set(made["documents"] if made else ()) - set(right["documents"])
    return [*right["documents"], *sorted(added)]


KINDS: dict[str, tuple[str, Callable[[], Iterator[Error]]]] = {
    "killed": (REPORTS, lambda: numbers("killed")),
    "injured": (REPORTS, lambda: numbers("injured")),
    "day": (REPORTS, days),
    "split": (REPORTS, split),
    "joined": (REPORTS, joined),
    "nowhere": (REPORTS, nowhere),
    "conflicting": (NARRATIVES, conflicting),
    "stance": (SENTENCES, stance),
    **errors_words.KINDS,
}
SETTLED = {REPORTS: reports, NARRATIVES: narratives, SENTENCES: sentences}


def drawn(errors: Iterator[Error], number: int) -> tuple[int, list[Error]]:
    """How many there are, and those whose ids hash lowest; of errors with one id the first."""
    first: dict[str, Error] = {}
    for error in errors:
        first.setdefault(error[0], error)
    return len(first), sorted(first.values(), key=lambda e: blake2b(e[0].encode()).digest())[:number]


def page(document: Document, read: Reading | None) -> str:
    """A document for reading, and what was read in it."""
    text = document.text if len(document.text) <= LONGEST else f"{document.text[:LONGEST]} […]"
    claims = [] if read is None else [f"  - {_told(claim)}" for claim in read.claims]
    return "\n".join(
        [f"{document.id} {document.published} “{document.title}”", *text.splitlines(), *claims, ""]
    )


def _told(claim: Claim) -> str:
    counts = [f"{c.harm} {c.low}-{c.high} “{c.passage.words}”" for c in claim.counts]
    days = f"{claim.when.earliest}..{claim.when.latest}"
    return f"{claim.kind} “{claim.trigger.words}” {claim.stance} {days} {'; '.join(counts)}"


def main(kind: str, number: int = 20) -> None:
    """Print them."""
    case, errors = KINDS[kind]
    all_, chosen = drawn(errors(), number)
    of = {d.id: d for d in documents(case)}
    read = {r.document.id: r for r in (SETTLED[case]() if case in SETTLED else ())}
    print(f"{kind}: {all_} wrong, {len(chosen)} drawn\n")
    for place, (id_, wrong, told) in enumerate(chosen, 1):
        print(f"=== {place}. {id_}: {wrong}", *(page(of[d], read.get(d)) for d in told), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
