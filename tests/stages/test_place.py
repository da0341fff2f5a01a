"""Places found, resolved and given to claims, in sentences written for these tests."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest

from onrecord.model import (
    Claim,
    Document,
    Event,
    Kind,
    MadeBy,
    Passage,
    Person,
    Place,
    Precision,
    Reading,
    Stance,
)
from onrecord.resources.english import open_english
from onrecord.resources.gazetteer import open_gazetteer
from onrecord.stages.place import PLACE


@cache
def _placed(text: str, *triggers: str, publisher: str | None = None) -> Reading:
    return _read(text, triggers, publisher=publisher)


def _read(
    text: str, triggers: Sequence[str], *, publisher: str | None = None, people: tuple[Person, ...] = ()
) -> Reading:
    document = Document("doc", "capture", text, MadeBy("given", 1), publisher=publisher, language="en")
    parse = next(open_english().parse([text]))
    claims = tuple(replace(_claim(text, trigger), people=people) for trigger in triggers)
    return _run(Reading(document, (), parse, claims=claims))


def _run(given: Reading) -> Reading:
    (reading,) = PLACE.run([given], open_gazetteer())
    assert isinstance(reading, Reading)
    return reading


def _claim(text: str, trigger: str) -> Claim:
    word = _passage(text, trigger)
    return Claim("", "doc", (), Kind.ATTACK, word, word)


def _passage(text: str, words: str) -> Passage:
    start = text.index(words)
    return Passage(start, start + len(words), words)


def _named(reading: Reading, words: str) -> Place:
    return next(p for p in reading.places if p.passage.words == words)


def _where(reading: Reading) -> list[str | None]:
    return [c.place.passage.words if c.place else None for c in reading.claims]


def _words(places: Sequence[Place]) -> list[str]:
    return [p.passage.words for p in places]


def test_a_small_town_with_its_region_and_country() -> None:
    text = (
        "A school was hit in the town of Okhtyrka, a small town in the northeastern Ukrainian Sumy province."
    )
    reading = _placed(text, "hit")
    town, region = _named(reading, "Okhtyrka").resolved, _named(reading, "Sumy").resolved
    assert town is not None
    assert (town.geonames_id, town.precision, town.admin1, town.country) == (
        713749,
        Precision.SETTLEMENT,
        "Sumy Oblast",
        "UA",
    )
    assert region is not None
    assert (region.name, region.precision) == ("Sumy Oblast", Precision.REGION)
    assert _where(reading) == ["Okhtyrka"]


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("Shells fell on Kharkiv overnight, officials in Ukraine said.", "Kharkiv", Precision.SETTLEMENT),
        ("Shells fell on villages in Kharkiv region overnight.", "Kharkiv", Precision.REGION),
        ("Two drones crashed in eastern Ukraine.", "Ukraine", Precision.COUNTRY),
        ("Aid did not reach northern Gaza this week.", "Gaza", Precision.REGION),
        ("Fighting spread across Darfur this week.", "Darfur", Precision.REGION),
    ],
)
def test_precision_follows_what_the_text_calls_it(text: str, name: str, precision: Precision) -> None:
    place = _named(_placed(text), name)
    assert place.resolved is not None
    assert place.resolved.precision is precision


@pytest.mark.parametrize(
    ("text", "name", "admin1"),
    [
        ("The fire began in Springfield, Illinois, on Monday.", "Springfield", "Illinois"),
        ("SPRINGFIELD, Ore. - The fire began on Monday.", "SPRINGFIELD", "Oregon"),
        ("The fire began in Paris, Texas, on Monday.", "Paris", "Texas"),
        ("The fire began in Paris on Monday, officials in France said.", "Paris", "Île-de-France"),
    ],
)
def test_a_name_of_many_places_is_told_by_what_follows(text: str, name: str, admin1: str) -> None:
    resolved = _named(_placed(text), name).resolved
    assert resolved is not None
    assert resolved.admin1 == admin1


def test_the_city_and_not_the_village_that_has_its_spelling() -> None:
    resolved = _named(_placed("Shells fell on Zaporizhzhia in Ukraine overnight."), "Zaporizhzhia").resolved
    assert resolved is not None
    assert (resolved.population or 0) > 100_000


def test_one_sense_in_a_text() -> None:
    reading = _placed("The fire began in Springfield, Oregon. Police in Springfield closed the road.")
    springfields = [p.resolved for p in reading.places if p.passage.words == "Springfield"]
    assert len(springfields) == 2
    assert springfields[0] == springfields[1] is not None


def test_other_places_of_the_text_decide() -> None:
    resolved = _named(
        _placed("Crews from Peoria, Decatur and Chicago drove to Springfield on Monday."), "Springfield"
    ).resolved
    assert resolved is not None
    assert resolved.admin1 == "Illinois"


@pytest.mark.parametrize(
    ("name", "publisher", "country"),
    [
        ("Minden", "shreveporttimes.com", "US"),
        ("Minden", "example.com", "DE"),
        ("Newcastle", "example.co.uk", "GB"),
        ("Newcastle", "example.com.au", "AU"),
    ],
)
def test_the_publisher_is_a_hint(name: str, publisher: str, country: str) -> None:
    place = _placed(f"A man was hurt in a fire in {name} on Monday.", publisher=publisher).places[0]
    assert place.resolved is not None
    assert place.resolved.country == country


def test_a_village_that_exists_twice_stays_open_with_its_candidates() -> None:
    place = _named(_placed("Two people died in the village of Ivanivka in Ukraine on Tuesday."), "Ivanivka")
    assert place.resolved is None
    assert len({c.admin1 for c in place.candidates}) > 1
    assert "does not say which" in place.reason


def test_a_region_tells_it_apart() -> None:
    place = _named(
        _placed("Two people died in the village of Ivanivka, in Kherson oblast, Ukraine."), "Ivanivka"
    )
    assert place.resolved is not None
    assert place.resolved.admin1 == "Kherson Oblast"


def test_a_missing_village_does_not_become_another_town() -> None:
    text = "Russian troops shelled Posad-Pokrovske, a village between Mykolaiv and Kherson in Ukraine."
    reading = _placed(text, "shelled")
    village = _named(reading, "Posad-Pokrovske")
    assert village.resolved is None
    assert _where(reading) == ["Posad-Pokrovske"]  # the claim has its place all the same, unresolved


def test_a_namesake_abroad_is_not_taken() -> None:
    text = "Fighters left El Fasher in Sudan. Families fled to Tawila, and the Sudan crisis grew."
    place = _named(_placed(text), "Tawila")
    assert place.resolved is None
    assert "does not touch" in place.reason


@pytest.mark.parametrize(
    "text",
    [
        "As of March, police had most of the reading to do.",
        "The Washington Post wrote about it.",
        "Nice weather is expected on Monday.",
        "Ukrainian officials spoke to Russian reporters.",
        "Paris Hilton spoke on Monday.",
    ],
)
def test_words_that_are_no_places_here(text: str) -> None:
    assert _placed(text).places == ()


def test_every_mention_is_where_it_says_and_has_a_reason() -> None:
    text = "Shells hit Sumy, Kharkiv and the village of Nowhereske. The U.S. said so in Geneva."
    reading = _placed(text)
    assert _words(reading.places) == ["Sumy", "Kharkiv", "Nowhereske", "U.S.", "Geneva"]
    assert all(text[p.passage.start : p.passage.end] == p.passage.words and p.reason for p in reading.places)


def test_texts_in_capitals() -> None:
    text = "BOGOTA, 5 JAN 90 (AGENCY) -- [TEXT] GUNMEN ATTACKED A BRIDGE IN THE TOWN OF SAN VICENTE DE CHUCURI IN COLOMBIA."
    reading = _placed(text, "ATTACKED")
    assert _where(reading) == ["SAN VICENTE DE CHUCURI"]
    assert _named(reading, "SAN VICENTE DE CHUCURI").resolved is not None


# -- claims


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("Attacks in Kharkiv and Sumy killed seven people.", "Attacks", ["Kharkiv", "Sumy"]),
        ("A strike on a school in Kramatorsk killed five people.", "killed", ["Kramatorsk"]),
        ("Five people were killed in a drone strike on Kherson, the governor said.", "killed", ["Kherson"]),
        ("In Deir al-Balah, a strike on a school killed nine people.", "killed", ["Deir al-Balah"]),
        ("Government forces bombed Saraqib on Friday.", "bombed", ["Saraqib"]),
        ("KYIV, Ukraine (Agency) - Missiles hit a hospital in Dnipro on Monday.", "hit", ["Dnipro"]),
        ("KYIV, Ukraine (Agency) - Missiles killed two people on Monday.", "killed", [None]),
        ("Moscow said a drone had killed two people.", "killed", [None]),
        ("Moscow denied that its missiles killed two people in Dnipro.", "killed", ["Dnipro"]),
        ("Two people were killed on Monday.", "killed", [None]),
    ],
)
def test_where_it_happened(text: str, trigger: str, places: list[str | None]) -> None:
    assert _where(_placed(text, trigger)) == places


def test_each_event_keeps_its_own_place() -> None:
    text = "A bomb wounded three people in Mosul, and gunmen shot two officers in Kirkuk."
    assert _where(_placed(text, "wounded", "shot")) == ["Mosul", "Kirkuk"]


def test_the_sentence_before_when_its_own_tells_nothing() -> None:
    text = "A missile struck a market in Kostiantynivka. Sixteen people were killed."
    assert _where(_placed(text, "killed")) == ["Kostiantynivka"]
    apart = text.replace(". ", ".\n\n")
    assert _where(_placed(apart, "killed")) == [None]  # another paragraph


def test_a_site_in_a_settlement() -> None:
    reading = _placed("A missile hit a children's hospital in Dnipro on Monday.")
    site = _named(reading, "Dnipro").site
    assert site is not None
    assert site.words == "children's hospital"
    assert _named(_placed("A missile hit two cars in Dnipro on Monday."), "Dnipro").site is None


def test_events_are_asked_too() -> None:
    text = "Soldiers rested in Homs."
    parse = next(open_english().parse([text]))
    document = Document("doc", "capture", text, MadeBy("given", 1))
    event = Event(Passage(9, 15, "rested"), Stance.ASSERTED)
    (reading,) = PLACE.run([Reading(document, (), parse, events=(event,))], open_gazetteer())
    assert _words(reading.events[0].places) == ["Homs"]
