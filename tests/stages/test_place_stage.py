"""The place stage as a whole: what passes through, and that order and batches change nothing."""

from dataclasses import replace

from onrecord.exports.readings import reading_row
from onrecord.model import (
    Document,
    MadeBy,
    Passage,
    Reading,
)
from onrecord.resources.english import open_english
from onrecord.resources.gazetteer import open_gazetteer
from onrecord.stages.place import PLACE, place_of
from tests.stages.test_place import _placed


def test_place_of_without_a_parse_there_or_a_place() -> None:
    reading = _placed("Two people were killed on Monday.")
    assert reading.parse is not None
    assert place_of(reading.parse, Passage(900, 905, "later"), reading.places) == ()
    assert place_of(reading.parse, Passage(16, 22, "killed"), ()) == ()


def test_a_document_that_was_not_read_passes_through() -> None:
    document = Document("doc", "capture", "Обстріл.", MadeBy("given", 1), language="uk")
    given = Reading(document, note="language uk is not read yet")
    (reading,) = PLACE.run([given], open_gazetteer())
    assert replace(reading, made_by=()) == given
    assert reading.made_by[-1].stage == "place"


def test_order_and_batches_change_nothing() -> None:
    texts = [
        "Shells hit Sumy.",
        "A bomb went off in Paris, Texas.",
        "Fighting in Homs, Syria, went on.",
        "No place here.",
    ]
    parses = list(open_english().parse(texts))
    readings = [
        Reading(Document(str(n), "c", text, MadeBy("given", 1)), (), parse)
        for n, (text, parse) in enumerate(zip(texts, parses, strict=True))
    ]
    together = list(PLACE.run(readings, open_gazetteer()))
    alone = [done for one in reversed(readings) for done in PLACE.run([one], open_gazetteer())]
    assert together == alone[::-1]


def test_the_claims_place_is_one_of_the_readings() -> None:
    row = reading_row(_placed("A missile hit a hospital in Dnipro on Monday.", "hit"))
    assert row["claims"][0]["place"] == 0
    assert row["places"][0]["geonames_id"] is not None
