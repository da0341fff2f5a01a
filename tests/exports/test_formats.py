"""Every format, on a small invented record with hostile words in it."""

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest

from onrecord.errors import NotFound
from onrecord.exports.csv import COLUMNS, safe
from onrecord.exports.formats import FORMATS, Options
from onrecord.exports.told import number
from onrecord.model import Field, Harm, Precision, Record, Sure, Toll, Verdict
from tests.exports.sample import TOWN, record
from tests.exports.written import Page, exported


def cells(of: Record | None = None) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exported("csv", of), newline="")))


def test_jsonl_has_the_incident_and_the_words_it_rests_on() -> None:
    first, second = map(json.loads, exported("jsonl", options=Options(names=True)).splitlines())
    assert first["killed"] == {"low": 5, "best": 5, "high": None}
    assert first["injured"] is None
    assert (first["earliest"], first["latest"], first["origins"]) == (None, "2022-02-26", 2)
    evidence = {e["id"]: e for e in first["evidence"]}
    assert evidence["claim-1"]["quote"].startswith("“We shelled the school at Stavok")
    assert evidence["claim-1"]["speakers"][0]["situations"] == ["in_captivity"]
    assert (evidence["claim-3"]["stance"], evidence["claim-3"]["stance_cue"]) == ("denied", "denied")
    assert first["origin_rows"][0]["documents"] == ["doc-1", "doc-2"]
    assert (second["place"], second["killed"]) == (None, None)


def test_csv_cells() -> None:
    first, second = cells()
    assert tuple(first) == COLUMNS
    assert (first["event_type"], first["sub_event_type"]) == (
        "Explosions/Remote violence",
        "Shelling/artillery/missile attack",
    )
    assert (first["date_start"], first["date_end"], first["date_prec"]) == ("", "2022-02-26", "")
    assert (first["where_prec"], first["geo_precision"], first["longitude"]) == ("1", "1", "-4.9")
    assert (first["killed"], first["killed_low"], first["killed_high"]) == ("at least 5", "5", "")
    assert (first["injured"], first["injured_low"]) == ("not reported", "")
    assert (first["number_of_origins"], first["number_of_documents"]) == ("2", "3")
    assert first["source"] == 'Paper One; Paper "Three" <b>'
    assert first["confirmed"] == "no, machine-read"
    assert (second["event_type"], second["location"], second["latitude"]) == ("", "", "")


def test_zero_is_not_unknown() -> None:
    of = record()
    incident = replace(of.incidents[0], tolls=(Toll(Harm.KILLED, 0, 0, 0, "claim-1", "claim-1", "claim-1"),))
    row = cells(replace(of, incidents=(incident,)))[0]
    assert (row["killed_low"], row["killed_high"], row["injured_low"]) == ("0", "0", "")


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (2, 2, "2"),
        (2, 7, "2 to 7"),
        (5, None, "at least 5"),
        (None, 4, "up to 4"),
        (None, None, "some, number not told"),
        (0, 0, "0"),
    ],
)
def test_numbers_in_words(low: int | None, high: int | None, words: str) -> None:
    assert number(low, high) == words


@pytest.mark.parametrize(
    "formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\0=1", "\ufeff=1"]
)
def test_no_cell_is_a_formula(formula: str) -> None:
    assert str(safe(formula)).startswith("'")
    of = record()
    documents = {id_: replace(d, publisher=formula) for id_, d in of.documents.items()}
    row = cells(replace(of, documents=documents))[0]
    assert row["source"].startswith("'")


@pytest.mark.parametrize(
    ("joined", "safely"),
    [("Paper; =1+1", "Paper; '=1+1"), ("Paper;\t@A1; b", "Paper;\t'@A1; b"), ("=1;-2", "'=1;'-2")],
)
def test_no_part_of_a_cell_is_a_formula_where_semicolons_part_cells(joined: str, safely: str) -> None:
    assert safe(joined) == safely


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_credits_the_gazetteer(name: str) -> None:
    assert "GeoNames, CC BY 4.0" in exported(name)


def test_a_correction_is_exported_with_what_was_corrected() -> None:
    of = record()
    said = replace(
        of.decisions[0], verdict=Verdict.CORRECT, field="killed", value="5-6", replaces="decision-0"
    )
    row = json.loads(exported("jsonl", replace(of, decisions=(said,))).splitlines()[0])["decisions"][0]
    assert (row["field"], row["value"], row["other"], row["replaces"]) == (
        "killed",
        "5-6",
        None,
        "decision-0",
    )


@pytest.mark.parametrize("plain", ["Paper One", "a; b", "a=b", "", None, -3.5, 0])
def test_other_cells_stay_as_they_are(plain: str | float | None) -> None:
    assert safe(plain) == plain


def features(of: Record | None = None) -> list[dict[str, Any]]:
    collection = json.loads(exported("geojson", of))
    assert collection["type"] == "FeatureCollection"
    found: list[dict[str, Any]] = collection["features"]
    return found


def test_geojson_points_and_places_that_are_not_known() -> None:
    first, second = features()
    assert first["geometry"] == {"type": "Point", "coordinates": [-4.9, 50.3]}
    assert (first["properties"]["precision"], first["properties"]["radius_km"]) == ("settlement", 5)
    assert first["properties"]["when"] == "not after 2022-02-26"
    assert (second["geometry"], second["properties"]["radius_km"]) == (None, None)


def test_a_country_is_no_point() -> None:
    country = replace(TOWN, name="Ukraine", precision=Precision.COUNTRY)
    first = features(record(place=country))[0]
    assert first["geometry"] is None
    assert (first["properties"]["location"], first["properties"]["where_prec"]) == ("Ukraine", 6)


def test_one_incident_alone() -> None:
    options = Options(incident="incident-4")
    (row,) = exported("jsonl", options=options).splitlines()
    assert json.loads(row)["id"] == "incident-4"
    page = exported("html", options=options)
    assert 'id="incident-4"' in page
    assert 'id="incident-1"' not in page
    assert "<nav" not in page
    with pytest.raises(NotFound, match="incident-9"):
        exported("csv", options=Options(incident="incident-9"))


def test_an_empty_record_has_every_format() -> None:
    empty = replace(
        record(), incidents=(), claims={}, documents={}, origins={}, origin_of={}, links=(), decisions=()
    )
    assert exported("jsonl", empty) == ""
    assert cells(empty) == []
    assert features(empty) == []
    assert "No incident is on record." in exported("html", empty)


def sure_of_five() -> Record:
    """The record with sure-ness of the number killed, in the incident and in the claim it rests on."""
    of = record()
    sure = (Sure(Field.KILLED, 0.83),)
    first = replace(of.incidents[0], sure=sure)
    claims = dict(of.claims) | {"claim-1": replace(of.claims["claim-1"], sure=sure)}
    return replace(of, incidents=(first, of.incidents[1]), claims=claims)


def test_every_format_says_how_sure_a_value_is_and_what_read_it() -> None:
    of = sure_of_five()
    first, second = map(json.loads, exported("jsonl", of).splitlines())
    assert (first["sure"], second["sure"]) == ({"killed": 0.83}, {})
    assert {e["id"]: e["sure"] for e in first["evidence"]}["claim-1"] == {"killed": 0.83}
    row, other = cells(of)
    assert (row["killed_sure"], row["date_sure"], other["killed_sure"]) == ("0.83", "", "")
    assert row["made_by"] == "sample/1"
    feature = json.loads(exported("geojson", of))["features"][0]
    assert feature["properties"]["killed_sure"] == 0.83
    page = Page(exported("html", of)).text
    assert "sure 0.83" in page
    assert "sure: killed 0.83" in page
    assert "how sure: unknown" in page  # of the day, which was not measured
    assert "Read by: sample/1" in page
