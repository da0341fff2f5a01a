"""What people wrote down, set beside single readings: the examples on which sure-ness is fitted and measured.

A claim is compared with the incident of its page only where the page has exactly one, and only if it is of the happening that the page is
mainly about. So a number counts as right when it is that of the incident, and a day when it lies in the interval read.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b
from typing import Any

from benchmarks import link_weights
from benchmarks.common import gold, readings
from benchmarks.split import measured
from onrecord.model import Candidate, Claim, Harm, Interval, Kind, Parse, Passage, Precision, Reading, Stance
from onrecord.resources.gazetteer import Gazetteer
from onrecord.resources.reader import Reader
from onrecord.stages.date import DATE
from onrecord.stages.link.within import accounts
from onrecord.stages.place import PLACE
from onrecord.stages.read import READ, READ_WITH_EVENTS
from onrecord.stages.read.attribution import chain_for
from onrecord.stages.read.stance import stance_of
from onrecord.stages.sure import questions
from onrecord.stages.sure.scene import Scene
from onrecord.stages.sure.whole import Whole
from onrecord.store.fold.where import distance_km

Row = dict[str, Any]
Asked = dict[str, dict[str, float]]
# km from where people put it: an incident of gva; one in Gaza, which is 41 km long; a mention, as the literature on toponyms has it.
_NEAR, _GAZA_KM, _CITY_KM = 50.0, 10.0, 161.0
_EACH_VERB = 4  # one verb in so many is asked who says it: claims of harm alone are too few in political news
_TYPES = {
    Kind.ARSON: "arson",
    Kind.BOMBING: "bombing",
    Kind.LANDMINE: "bombing",
    Kind.ABDUCTION: "kidnapping",
    Kind.ROBBERY: "robbery",
    Kind.FORCED_WORK_STOPPAGE: "forced work stoppage",
}  # MUC's; every other kind is an attack there


@dataclass(frozen=True, slots=True)
class Example:
    """One reading of a field, with the features of the questions it rests on; `fits` says whether it may be learned from."""

    field: str
    source: str
    fits: bool
    asked: Asked
    right: bool


@dataclass(frozen=True, slots=True)
class Truth:
    """An incident as people wrote it down; None where they did not."""

    killed: tuple[int, int | None] | None
    injured: tuple[int, int | None] | None
    days: tuple[date, date] | None
    at: Callable[[Candidate], bool] | None


def first_half(document: str) -> bool:
    """Which half of a case a document is in: the first is learned from, the second measured."""
    return blake2b(document.encode()).digest()[0] % 2 == 0


def examples(every: int = 1) -> Iterator[Example]:
    """All of them, or those of one document in `every` (by hash), one case after another, so that only one case is in memory."""

    def drawn(parsed: Iterable[Reading]) -> Iterator[Reading]:
        return (r for r in parsed if blake2b(r.document.id.encode()).digest()[1] % every == 0)

    gazetteer, reader = PLACE.open(), READ.open()
    for case in ("places-lgl", "places-geovirus"):
        yield from _mentions(case, drawn(readings(case)), gazetteer)
    yield from _tied(
        "eventplace-dev", _through("eventplace-dev", drawn(readings("eventplace-dev")), reader), gazetteer
    )
    yield from _stances("stance-dev", _through("stance-dev", drawn(readings("stance-dev")), reader))
    yield from _speakers(
        "attribution-dev", _through("attribution-dev", drawn(readings("attribution-dev")), reader)
    )
    for case in ("gva-dev-small", "airwars-gaza-dev", "muc-dev", "muc-train"):
        yield from _incidents(case, _read(drawn(readings(case)), reader, gazetteer))
    yield from _incidents("gva-dev", _read(drawn(link_weights.parsed()), reader, gazetteer))


def _through(case: str, parsed: Iterable[Reading], reader: Reader) -> Iterator[Reading]:
    """Every event word read, as ``onrecord read`` does; without what the trained reader learnt from."""
    unseen = [r for r in parsed if measured(case, r.document.id)]
    return iter(READ_WITH_EVENTS.run(unseen, reader))


def _read(parsed: Iterable[Reading], reader: Reader, gazetteer: Gazetteer) -> Iterator[Reading]:
    for reading in parsed:
        yield from DATE.run(list(PLACE.run(list(READ.run([reading], reader)), gazetteer)), None)


def _asked(reading: Reading, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Asked]]:
    parse = _parse(reading)
    whole = Whole.of(reading, parse)
    for claim in claims:
        if scene := Scene.of(claim, whole):
            yield claim, dict(questions(scene))


def _parse(reading: Reading) -> Parse:
    assert reading.parse is not None
    return reading.parse


def _incidents(case: str, read: Iterable[Reading]) -> Iterator[Example]:
    """Numbers, days and places of the main happening; kinds on MUC."""
    fitted = {"gva-dev": True, "muc-train": True, "gva-dev-small": False, "muc-dev": False}
    truths, types = dict(_truths(case)), _types(case)
    for reading in read:
        document = reading.document
        fits = fitted.get(case, first_half(document.id))
        truth = truths.get(document.id)
        main = {id(c) for c in accounts(reading.claims, document)[0]} if reading.claims else set()
        for claim, asked in _asked(reading, reading.claims):
            if truth and id(claim) in main:
                for field, right in _verdicts(claim, truth):
                    names = ("named", "there") if field == "place" else (field,)
                    if all(n in asked for n in names):
                        yield Example(field, case, fits, {n: asked[n] for n in names}, right)
            if (wanted := types.get(document.id)) and "kind" in asked:
                right = any(_TYPES.get(claim.kind, "attack") in t for t in wanted)
                yield Example("kind", case, fits, {"kind": asked["kind"]}, right)


def _verdicts(claim: Claim, truth: Truth) -> Iterator[tuple[str, bool]]:
    for harm, told in ((Harm.KILLED, truth.killed), (Harm.INJURED, truth.injured)):
        count = claim.count(harm)
        if told and count and count.low is not None and not count.adds and claim.stance is not Stance.DENIED:
            low, high = told
            yield (
                harm.value,
                (high is None or count.low <= high) and (count.high is None or count.high >= low),
            )
    if truth.days and (claim.when.earliest or claim.when.latest):
        yield "when", _meets(claim.when, truth.days)
    if truth.days and claim.likely:
        yield "likely", _meets(claim.likely, truth.days)
    if truth.at and claim.place and claim.place.resolved:
        yield "place", truth.at(claim.place.resolved)


def _meets(when: Interval, days: tuple[date, date]) -> bool:
    return (when.earliest or date.min) <= days[1] and days[0] <= (when.latest or date.max)


def _truths(case: str) -> Iterator[tuple[str, Truth]]:
    rows = list(gold(case))
    if case.startswith("muc"):
        for row in rows:
            told = [t for t in row["templates"] if not t["optional"]]
            if len(told) == 1:
                yield row["id"], _of_template(told[0])
        return
    times = Counter(d for row in rows for d in row.get("documents", [row["id"]]))
    once = {d for d, n in times.items() if n == 1}
    for row in rows:
        for document in once & set(row.get("documents", [row["id"]])):
            yield document, _of_incident(row)


def _of_incident(row: Row) -> Truth:
    day = date.fromisoformat(row["date"]) if row.get("date") else None
    numbers = [row.get(h) for h in ("killed", "injured")]
    killed, injured = (
        (n["min"], n["max"]) if isinstance(n, dict) else None if n is None else (n, n) for n in numbers
    )
    at = None
    if row.get("lat") is not None:
        point = Candidate("", row["lat"], row["lon"], "", Precision.SETTLEMENT)
        country, state, near = (
            ("US", row["state"], _NEAR) if "state" in row else ("PS", "Gaza Strip", _GAZA_KM)
        )

        def at(found: Candidate) -> bool:
            wide = {Precision.COUNTRY: found.country == country, Precision.REGION: found.name == state}
            return wide.get(found.precision, distance_km(point, found) <= near)

    return Truth(killed, injured, (day, day) if day else None, at)


def _of_template(told: Row) -> Truth:
    days = [d for d in told["date"] if d["earliest"] and d["latest"]]
    span = (date.fromisoformat(days[0]["earliest"]), date.fromisoformat(days[0]["latest"])) if days else None
    killed, injured = ((n["low"], n["high"]) if n else None for n in (told["killed"], told["injured"]))
    return Truth(killed, injured, span, None)


def _types(case: str) -> dict[str, list[str]]:
    if not case.startswith("muc"):
        return {}
    return {row["id"]: [t for told in row["templates"] for t in told["type"]] for row in gold(case)}


def _speakers(case: str, parsed: Iterable[Reading]) -> Iterator[Example]:
    """Claims of harm and some other verbs: the innermost speech that people put around the word, by its source."""
    said = {row["id"]: row["attributions"] for row in gold(case)}
    for reading in parsed:
        parse = _parse(reading)
        verbs = [t for t in parse.tokens[::_EACH_VERB] if t.pos == "VERB"]
        harm = {id(c) for c in reading.claims}
        others = (_bare(Passage(t.start, t.end, t.text), reading) for t in verbs)
        for claim, asked in _asked(reading, [*reading.claims, *others]):
            around = [a for a in said[reading.document.id] if _inside(claim.trigger, a)]
            wanted = min(around, key=lambda a: a["content"]["end"] - a["content"]["start"], default=None)
            right = _same_source(claim, wanted)
            source = case if id(claim) in harm else f"{case}, other verbs"
            yield Example(
                "speaker", source, first_half(reading.document.id), {"speaker": asked["speaker"]}, right
            )


def _bare(word: Passage, reading: Reading) -> Claim:
    """A word that is no claim of harm, with its speakers and stance."""
    parse = _parse(reading)
    head = parse.head_of(word.start, word.end)
    stance, cue = stance_of(parse, head, reading.marks) if head else (Stance.ASSERTED, None)
    chain = chain_for(parse, word, reading.attributions)
    return Claim("", "", (), Kind.OTHER_HARM, word, word, stance, cue, chain)


def _inside(word: Passage, said: Row) -> bool:
    content = said["content"] or {"start": 0, "end": 0}
    spans = content.get("spans") or [[content["start"], content["end"]]]
    return any(start <= word.start and word.end <= end for start, end in spans)


def _same_source(claim: Claim, wanted: Row | None) -> bool:
    if wanted is None or not claim.attributions:
        return wanted is None and not claim.attributions
    found, right = claim.attributions[0].source, wanted["source"]
    if found is None or right is None:
        return found is None and right is None
    return bool(found.start < right["end"] and right["start"] < found.end)


def _mentions(case: str, parsed: Iterable[Reading], gazetteer: Gazetteer) -> Iterator[Example]:
    """Names that are places for people too: whether they mean the entry found."""
    rows = {row["id"]: row for row in gold(case)}
    for reading in PLACE.run(list(parsed), gazetteer):
        row = rows[reading.document.id]
        points = [p for p in row["places"] if p.get("lat") is not None]
        trigger = Passage(0, 1, reading.document.text[:1])
        claims = [replace(_bare(trigger, reading), place=p) for p in reading.places if p.resolved]
        for claim, asked in _asked(reading, claims):
            assert claim.place and claim.place.resolved
            passage, found = claim.place.passage, claim.place.resolved
            told = next((p for p in points if p["start"] < passage.end and passage.start < p["end"]), None)
            if told:
                point = Candidate("", told["lat"], told["lon"], "", Precision.SETTLEMENT)
                right = distance_km(point, found) <= _CITY_KM
                yield Example("named", case, first_half(row["id"]), {"named": asked["named"]}, right)


def _tied(case: str, parsed: Iterable[Reading], gazetteer: Gazetteer) -> Iterator[Example]:
    """Words of any happening with the places read for them: whether people gave them that place."""
    rows = {row["id"]: row for row in gold(case)}
    for reading in PLACE.run(list(parsed), gazetteer):
        row = rows[reading.document.id]
        for event in row["events"]:
            verb, right = event["verb"], [(p["start"], p["end"]) for p in event["places"]]
            told = [e for e in reading.events if e.word.start < verb["end"] and verb["start"] < e.word.end]
            claims = [replace(_bare(e.word, reading), place=p) for e in told[:1] for p in e.places]
            for claim, asked in _asked(reading, claims):
                assert claim.place
                at = claim.place.passage
                holds = any(start < at.end and at.start < end for start, end in right)
                yield Example("there", case, first_half(row["id"]), {"there": asked["there"]}, holds)


def _stances(case: str, parsed: Iterable[Reading]) -> Iterator[Example]:
    rows = {row["id"]: row for row in gold(case)}
    for reading in parsed:
        row = rows[reading.document.id]
        for event in row["events"]:
            word = Passage(event["start"], event["end"], event["words"])
            for claim, asked in _asked(reading, [_bare(word, reading)]):
                source = f"{case}, conflict" if event.get("conflict") else case
                right = claim.stance in _stance(event["label"])
                yield Example("stance", source, first_half(row["id"]), {"stance": asked["stance"]}, right)


def _stance(label: float) -> tuple[Stance, ...]:
    if label >= 1:
        return (Stance.ASSERTED,)
    return (Stance.DENIED, Stance.NEGATED) if label <= -1 else (Stance.POSSIBLE, Stance.PLANNED)
