"""Every kind has its place in ACLED's list, or none on purpose."""

from pathlib import Path

from onrecord.model import ACLED, Kind

_ACLED_TYPES = {
    "Battles": {"Armed clash"},
    "Explosions/Remote violence": {
        "Shelling/artillery/missile attack",
        "Air/drone strike",
        "Remote explosive/landmine/IED",
    },
    "Violence against civilians": {"Attack", "Abduction/forced disappearance", "Sexual violence"},
    "Strategic developments": {"Looting/property destruction", "Arrests", "Other"},
}


def test_every_kind_is_mapped() -> None:
    assert set(ACLED) == set(Kind)


def test_the_words_are_acleds() -> None:
    for mapped in ACLED.values():
        assert mapped is None or mapped.sub_event_type in _ACLED_TYPES[mapped.event_type]


def test_what_acled_does_not_code() -> None:
    assert {k for k, mapped in ACLED.items() if mapped is None} == {Kind.THREAT, Kind.OTHER_HARM}


def test_the_reference_page_lists_every_kind_as_it_is() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reference" / "kinds.md").read_text(encoding="utf-8")
    rows = {
        cells[1].strip(" `"): [c.strip() for c in cells[3:5]]
        for line in page.splitlines()
        if len(cells := line.split("|")) == 6
    }
    for kind, mapped in ACLED.items():
        assert rows[kind.value] == (list(mapped) if mapped else ["–", "–"])
