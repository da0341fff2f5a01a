"""Invented reports for the tests of linking and of incidents."""

from dataclasses import replace
from datetime import date

from onrecord.model import (
    Candidate,
    Claim,
    Count,
    Document,
    Harm,
    Interval,
    Kind,
    MadeBy,
    Passage,
    Place,
    Precision,
    Reading,
    Stance,
)
from onrecord.stages.settle import SETTLE

MADE = MadeBy("test", 1)
TOWNS = {
    "Brask": Candidate("Brask", 50.0, 30.0, "XA", Precision.SETTLEMENT, 1, "North"),
    "Brask suburb": Candidate("Brask suburb", 50.05, 30.05, "XA", Precision.SETTLEMENT, 2, "North"),
    "Velin": Candidate("Velin", 46.0, 35.0, "XA", Precision.SETTLEMENT, 3, "South"),
    "North": Candidate("North", 50.2, 30.4, "XA", Precision.REGION, 4, "North"),
}


def day(of_march: int) -> date:
    return date(2031, 3, of_march)


def report(
    id_: str,
    text: str,
    published: int,
    *,
    town: str | None = None,
    on: int | None = None,
    killed: int | None = None,
    kind: Kind = Kind.SHELLING,
    stance: Stance = Stance.ASSERTED,
    words: str | None = None,
) -> Reading:
    """A settled reading with one claim; `published` and `on` are days of March 2031; `words` are those of the count."""
    document = Document(id_, f"capture-{id_}", text, MADE, title=text[:40], published=day(published))
    whole = Passage.of(text, 0, len(text))
    number = Passage(0, 0, words if words is not None else f"{killed} people")
    claim = Claim(
        id="",
        document=id_,
        made_by=(MADE,),
        kind=kind,
        trigger=Passage.of(text, 0, 5),
        sentence=whole,
        stance=stance,
        counts=(Count(Harm.KILLED, killed, killed, number),) if killed is not None else (),
        place=Place(whole, TOWNS[town], "told") if town else None,
        when=Interval(day(on), day(on), "told") if on else Interval(None, day(published), "published"),
    )
    return settled(Reading(document, claims=(claim,)))


def settled(reading: Reading) -> Reading:
    (done,) = SETTLE.run([reading], None)
    assert isinstance(done, Reading)
    return done


def two_claims(reading: Reading) -> Reading:
    """The same document with a second claim that repeats the first."""
    again = replace(reading.claims[0], trigger=Passage.of(reading.document.text, 6, 10))
    return settled(replace(reading, claims=(reading.claims[0], again)))


MARKET = [
    report(
        "m1",
        "Shells hit the Kolbe market in Brask on Monday, mayor Ostrander Pell said, killing 4.",
        3,
        town="Brask",
        on=3,
        killed=4,
    ),
    report(
        "m2",
        "Four died when shells hit Kolbe market at Brask, according to mayor Ostrander Pell.",
        4,
        town="Brask",
        on=3,
        killed=4,
    ),
    report(
        "m3",
        "The dead of the Kolbe market in Brask now number 6, said mayor Ostrander Pell.",
        6,
        town="Brask",
        on=3,
        killed=6,
    ),
]
BRIDGE = [
    report(
        "b1",
        "A lorry bomb went off under the Tessaly bridge at Velin, governor Ruen Haldor said.",
        3,
        town="Velin",
        on=2,
        kind=Kind.BOMBING,
        killed=1,
    ),
    report(
        "b2",
        "Governor Ruen Haldor of Velin called the lorry bomb under Tessaly bridge an outrage.",
        4,
        town="Velin",
        on=2,
        kind=Kind.BOMBING,
    ),
]
THREE_DAYS = [
    report(
        "s1",
        "Rockets hit Brask on Monday and the Arlen school burned, teacher Mira Kolvan said.",
        3,
        town="Brask",
        on=3,
        killed=2,
    ),
    report(
        "s2",
        "Rockets hit Brask again on Wednesday; the Dorrit bakery was flattened, baker Josk Amberley said.",
        5,
        town="Brask",
        on=5,
        killed=5,
    ),
    report(
        "s3",
        "On Friday rockets hit Brask a third time near the Pellworth depot, driver Han Izmar said.",
        7,
        town="Brask",
        on=7,
        killed=1,
    ),
]
FAR = report(
    "f1", "Gunmen took two teachers from a bus near a quarry, drivers reported.", 20, kind=Kind.ABDUCTION
)
