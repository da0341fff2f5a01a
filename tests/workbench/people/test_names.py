"""Names are readable, and two people's names cannot be taken for one another by case, width or what cannot be seen."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BadInput
from onrecord.workbench.people.names import folded, proper


@pytest.mark.parametrize(
    "name", ["Ed", "Оксана Шевченко", "مريم", "O'Neill-Śmith", "李小龍", "e.d. 2", "x" * 40]
)
def test_names_as_people_have_them(name: str) -> None:
    assert proper(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "E",
        "x" * 41,
        "Edda\n",
        "Ed\x00da",
        "Ed\x1bda",
        "Ed\u202eda",
        "Ed\u2066da",
        "Ed\u200bda",
        "Ed\u200fda",
        "Ed\u3164da",
        "Ed\ufe0fda",
        "Ed\u00a0da",
        "Ed\u2028da",
        "Ed\ue000da",
        "Ed\udcffda",
        "<Edda>",
        "   ",
        "\u0301\u0301",
    ],
)
def test_what_is_no_name(name: str) -> None:
    with pytest.raises(BadInput):
        proper(name)


def test_spaces_around_do_not_count_and_several_are_one() -> None:
    assert proper("  Edda   Berg ") == "Edda Berg"


@given(st.text(max_size=45))
def test_a_kept_name_is_plain_and_stays_as_it_is(name: str) -> None:
    try:
        kept = proper(name)
    except BadInput:
        return
    assert proper(kept) == kept == unicodedata.normalize("NFC", kept)
    assert 2 <= len(kept) <= 40
    assert kept.isprintable()
    assert not {unicodedata.category(c) for c in kept} & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@given(st.text(max_size=40))
def test_case_and_the_way_letters_are_made_up_do_not_tell_two_apart(name: str) -> None:
    assert folded(name) == folded(name.casefold()) == folded(unicodedata.normalize("NFD", name))


def test_case_width_and_sharp_s() -> None:
    assert folded("EDDA") == folded("edda") == folded("Ｅｄｄａ")
    assert folded("Weiß") == folded("WEISS")
    assert folded("Edda") != folded("Eddа")  # the last is Cyrillic: scripts are not compared
