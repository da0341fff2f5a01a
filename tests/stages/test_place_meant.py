"""Places that are named and not meant, and places that are meant and not named, in sentences written for these tests."""

import pytest

from onrecord.exports.readings import reading_row
from onrecord.model import Person, Precision, Reading
from tests.stages.test_place import _named, _passage, _placed, _read, _where, _words


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("The rockets, launched from a ship in the Red Sea, hit a school and a bakery.", "hit", [None]),
        ("Drones that took off from Crimea damaged a bridge.", "damaged", [None]),
        ("Shells fired from the territory of Belarus killed two farmers.", "killed", [None]),
        ("Rockets from Belgorod struck a market in Chuhuiv.", "struck", ["Chuhuiv"]),
        (
            "Missiles fired from Belgorod at a hospital in Kharkiv wounded nine people.",
            "wounded",
            ["Kharkiv"],
        ),
        ("Gunmen who fired from a roof in Mosul killed two guards.", "killed", ["Mosul"]),
    ],
)
def test_where_it_was_launched_is_not_where_it_struck(
    text: str, trigger: str, places: list[str | None]
) -> None:
    assert _where(_placed(text, trigger)) == places


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        (
            "Six people were killed in a strike on a bus packed with families trying to leave Sudan.",
            "killed",
            [None],
        ),
        ("A mine killed four men who were heading for Lviv.", "killed", [None]),
        ("Shells killed a woman who had fled to Poland last year.", "killed", [None]),
        ("Shells in Kherson killed a man who was going to Mykolaiv.", "killed", ["Kherson"]),
        ("Soldiers stormed Saraqib and killed two people who lived in the town.", "killed", ["Saraqib"]),
    ],
)
def test_where_people_were_going_is_not_where_it_happened(
    text: str, trigger: str, places: list[str | None]
) -> None:
    assert _where(_placed(text, trigger)) == places


@pytest.mark.parametrize(
    ("text", "trigger", "word", "name"),
    [
        (
            "A convoy reached Saraqib. It left again. Two people were killed there.",
            "killed",
            "there",
            "Saraqib",
        ),
        (
            "Planes flew over Poltava.\nIt was the second deadly strike on the city.",
            "strike",
            "the city",
            "Poltava",
        ),
        (
            "Fires burn in Kherson region. Shells wounded three people there.",
            "wounded",
            "there",
            "Kherson Oblast",
        ),
    ],
)
def test_a_word_for_the_place_named_before(text: str, trigger: str, word: str, name: str) -> None:
    reading = _placed(text, trigger)
    assert _where(reading) == [word]
    place = reading.claims[0].place
    assert place is not None
    assert place.resolved is not None
    assert place.resolved.name == name
    assert f"“{word}” is “" in place.reason
    assert "named before" in place.reason


def test_a_name_that_no_gazetteer_knows_is_meant_all_the_same() -> None:
    reading = _placed("Troops captured Posad-Pokrovske. Three people died in the village.", "died")
    place = reading.claims[0].place
    assert place is not None
    assert (place.passage.words, place.resolved) == ("the village", None)
    assert "Posad-Pokrovske" in place.reason


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Trains run from Kharkiv to Dnipro. Two people were killed in the city.", "killed"),
        ("KYIV (Agency) - Ministers met. Shells killed two people in the city.", "killed"),
        ("A fair was held in Sumy. One. Two. Three. Four. Shells killed two people there.", "killed"),
        ("Ministers met in Kyiv today.\n\nShells killed two people in a city.", "killed"),
    ],
)
def test_a_word_that_could_mean_several_or_none(text: str, trigger: str) -> None:
    assert _where(_placed(text, trigger)) == [None]


def test_only_words_that_a_claim_rests_on_are_kept() -> None:
    text = "A strike hit Sumy. Nine people died there. The city has a theatre, and people sing there."
    reading = _placed(text, "died")
    assert _words(reading.places) == ["Sumy", "there"]
    assert reading_row(reading)["claims"][0]["place"] == 1


@pytest.mark.parametrize(
    "text", ["Two were hurt in Zaporizhzhia overnight.", "Two were hurt in Tabriz overnight."]
)
def test_a_town_that_the_model_takes_for_something_else(text: str) -> None:
    place = _placed(text).places[0]
    assert place.resolved is not None
    assert (place.resolved.population or 0) > 100_000


def test_languages_are_no_places() -> None:
    assert _placed("The notice was in English and the answer in Spanish.").places == ()


def test_a_determiner_is_no_name() -> None:
    assert _placed("These areas were quiet on Monday.").places == ()


# -- towns taken for persons


def _people(text: str, *names: str, public: bool = False) -> Reading:
    people = tuple(Person(_passage(text, name), public, "a private person") for name in names)
    return _read(text, ("hit",), people=people)


@pytest.mark.parametrize(
    "text",
    [
        "Shells hit a school in Khan Younis on Monday. Nobody came to Khan Younis, Gaza, later.",
        "Shells hit a school in the town of Khan Younis on Monday.",
        "Shells hit a school in Khan Younis city.",
    ],
)
def test_a_town_that_is_a_place_each_time_is_no_person(text: str) -> None:
    (claim,) = _people(text, "Khan Younis").claims
    assert claim.people == ()


@pytest.mark.parametrize(
    "text",
    [
        "Shells hit a school in Lincoln, Nebraska. A boy called Lincoln was hurt.",
        "Shells hit the home where Lincoln lived in Lincoln, Nebraska.",
        "Shells hit Lincoln in Nebraska.",
        "Shells hit a van in Lincoln's yard in Nebraska.",
    ],
)
def test_a_person_called_like_a_town_stays_protected(text: str) -> None:
    (claim,) = _people(text, "Lincoln").claims
    assert [p.passage.words for p in claim.people] == ["Lincoln"]


def test_others_of_the_claim_stay() -> None:
    text = "Shells hit Anna Example and her house in Sumy, Ukraine."
    (claim,) = _people(text, "Anna Example", "Sumy").claims
    assert [p.passage.words for p in claim.people] == ["Anna Example"]


def test_those_in_public_office_stay() -> None:
    (claim,) = _people("Shells hit a school in Sumy, Ukraine.", "Sumy", public=True).claims
    assert len(claim.people) == 1


def test_the_precision_is_that_of_the_place_meant() -> None:
    place = _named(_placed("A strike hit Sumy. Nine people died there.", "died"), "there").resolved
    assert place is not None
    assert place.precision is Precision.SETTLEMENT


def test_a_use_in_a_longer_word_or_over_two_lines_counts() -> None:
    for text in (
        "Shells hit a hall in Anna, Texas, _Anna_ wrote.",
        "Shells hit Khan\nYounis in Khan Younis, Gaza.",
    ):
        name = "Anna" if "Anna" in text else "Khan Younis"
        (claim,) = _people(text, name).claims
        assert len(claim.people) == 1
