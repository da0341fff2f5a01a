"""Adding an official GeoNames dump: villages are found; broken lines, bombs and wrong files are told."""

import zipfile
from pathlib import Path

import pytest

from onrecord.errors import BadInput, MissingResource, TooLarge
from onrecord.model import Precision
from onrecord.resources.gazetteer import add_geonames, open_gazetteer


def _line(
    id_: int,
    name: str,
    code: str = "P.PPL",
    *,
    lat: str = "49.7",
    admin1: str = "07",
    admin2: str = "",
    people: str = "0",
) -> str:
    class_, feature = code.split(".")
    cells = [
        str(id_),
        name,
        name,
        f"{name}-other,Гроза" if id_ == 1 else "",
        lat,
        "37.4",
        class_,
        feature,
        "UA",
        "",
        admin1,
        admin2,
    ]
    return "\t".join([*cells, "", "", people, "", "", "Europe/Kyiv", "2024-01-01"])


_LINES = [
    _line(1, "Testivske", people="330"),
    _line(2, "Testova oblast", "A.ADM1", admin1="99"),
    _line(3, "Testivskyi raion", "A.ADM2", admin1="99", admin2="1"),
    _line(4, "Testopil", admin1="99", admin2="1"),
    _line(5, "Testivka brook", "H.STM"),
    _line(6, "Test hospital", "S.HSP"),
]


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "UA.txt"
    path.write_text("\n".join(_LINES) + "\n", encoding="utf-8")
    return path


def test_a_village_is_found_with_its_region(dump: Path, tmp_path: Path) -> None:
    added = add_geonames(dump, tmp_path)
    assert (added.places, added.broken, added.failures) == (5, 0, ())
    gazetteer = open_gazetteer(added.path)
    (village,) = gazetteer.look_up("testivske")
    assert (village.admin1, village.population, village.precision) == (
        "Kharkiv Oblast",
        330,
        Precision.SETTLEMENT,
    )
    assert gazetteer.look_up("Гроза")[0].name == "Testivske"
    assert gazetteer.known("Okhtyrka")  # the packages are still there


def test_what_the_dump_itself_names(dump: Path, tmp_path: Path) -> None:
    gazetteer = open_gazetteer(add_geonames(dump, tmp_path).path)
    (town,) = gazetteer.look_up("Testopil")
    assert (town.admin1, town.admin2) == ("Testova oblast", "Testivskyi raion")
    assert gazetteer.look_up("Test hospital")[0].precision is Precision.SITE
    assert gazetteer.look_up("Testivka brook") == ()  # a brook is not where people live


def test_a_zip_as_downloaded(dump: Path, tmp_path: Path) -> None:
    packed = tmp_path / "UA.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(dump, "UA.txt")
        archive.writestr("readme.txt", "columns …" * 1000)
    assert add_geonames(packed, tmp_path / "case").places == 5


def test_broken_lines_are_told_with_their_numbers(tmp_path: Path) -> None:
    path = tmp_path / "UA.txt"
    good = [
        _line(1, "Testivske"),
        _line(2, "Far", lat="999"),
        _line(3, "Nowhere", lat="north"),
        "three\tcells\tonly",
        _line(4, "Nan", lat="nan"),
    ]
    path.write_bytes("\n".join(good).encode() + b"\n\xff\xfe\n\n" + _line(5, "Testopil").encode())
    added = add_geonames(path, tmp_path)
    assert added.places == 2
    assert [f.record for f in added.failures] == [f"UA.txt:{n}" for n in (2, 3, 4, 5, 6)]
    assert added.broken == 5


def test_only_the_first_hundred_are_shown_and_all_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "UA.txt"
    path.write_text("\n".join([_line(1, "Testivske"), *["broken"] * 250]), encoding="utf-8")
    added = add_geonames(path, tmp_path)
    assert (added.broken, len(added.failures)) == (250, 100)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "UA.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("UA.txt", b"0" * 20_000_000)
    with pytest.raises(TooLarge, match="20,000,000"):
        add_geonames(path, tmp_path)


@pytest.mark.parametrize("content", [b"", b"<html>not found</html>", b"PK\x03\x04 broken", b"\x00" * 5000])
def test_another_file_is_refused_and_what_was_there_stays(dump: Path, tmp_path: Path, content: bytes) -> None:
    before = add_geonames(dump, tmp_path).path.read_bytes()
    wrong = tmp_path / "wrong.zip"
    wrong.write_bytes(content)
    with pytest.raises(BadInput, match=r"wrong\.zip"):
        add_geonames(wrong, tmp_path)
    assert (tmp_path / "places.sqlite").read_bytes() == before


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"none\.zip"):
        add_geonames(tmp_path / "none.zip", tmp_path)
    with pytest.raises(MissingResource, match="places add"):
        open_gazetteer(tmp_path / "places.sqlite")
