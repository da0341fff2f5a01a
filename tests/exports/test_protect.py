"""No protected name leaves, in any format, spelling or corner."""

import io
import json
import string
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.exports.formats import FORMATS, Options
from onrecord.exports.names import Names
from onrecord.exports.protect import NAMED, shown
from onrecord.model import Passage, Person, Record
from tests.bad_input.given import call, page
from tests.exports.sample import record

ROLE = "a prisoner of war"
ALL = Options()


def everything(of: Record, options: Options = ALL) -> str:
    """All formats in one, unescaped, in small letters."""
    texts = []
    for write in FORMATS.values():
        out = io.StringIO(newline="")
        write(of, out, options)
        texts.append(out.getvalue())
    unescaped = "\n".join(texts)
    for code, sign in (
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#34;", '"'),
        ("&#39;", "'"),
        ("&amp;", "&"),
        ('\\"', '"'),
        ('""', '"'),
    ):
        unescaped = unescaped.replace(code, sign)
    return unescaped.casefold()


def test_a_private_person_is_shown_by_role_everywhere() -> None:
    text = everything(record())
    assert "taras" not in text
    assert "[a prisoner of war]’s mother wept" in text
    assert "by [a prisoner of war]" in text  # the byline
    assert "https://one.example/[address withheld]" in text
    assert "viktor hromyk" in text  # the minister, who shares the surname
    assert "hromyk" not in text.replace("viktor hromyk", "")


def test_asked_for_names_are_shown_and_the_export_says_so() -> None:
    text = everything(record(), Options(names=True))
    assert "taras hromyk" in text
    assert NAMED.casefold() in text


def test_the_export_tells_what_was_withheld() -> None:
    out = io.StringIO()
    FORMATS["jsonl"](record(), out, ALL)
    withheld = json.loads(out.getvalue().splitlines()[0])["withheld"]
    assert (withheld["names"], withheld["roles"]) == (1, {ROLE: 1})
    assert "shown by role" in withheld["rule"]


HOSTILE = [
    'Taras "Tor" <b>Hromyk</b>',
    "D’Arcy O'Hromyk",
    "Anne-Marie de Hromyk-Stal",
    "=cmd|'/c calc'!A1 Hromyk",
    "Тарас Громик",
    "طارق الحر",
    "Hromyk",
    "taras hromyk",
    "Straße İzmiroğlu",
    "\\d+(a+)+$ Hromyk",
    "Taras\u00a0Hromyk",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names(name: str) -> None:
    assert name.casefold() not in everything(record(private=name))
    assert name.casefold() in everything(record(private=name), Options(names=True)).replace(
        "\u00a0", name[5:6] if "\u00a0" in name else " "
    )


LETTERS = string.ascii_letters + "éßñЖжїأب'’-<>&\"(["
PARTS = st.text(LETTERS, min_size=3, max_size=9).filter(lambda s: sum(c.isalpha() for c in s) >= 3)


@settings(max_examples=60)
@given(st.lists(PARTS, min_size=1, max_size=3).map(" ".join))
@example("Iß Ss")
def test_no_export_holds_a_protected_name(name: str) -> None:
    unnamed = everything(record(private="Qqqq Zzzz"))
    if name.casefold() in unnamed:  # a word of the page itself
        return
    assert name.casefold() not in everything(record(private=name))


@pytest.mark.parametrize(
    ("words", "clean"),
    [
        ("TARAS HROMYK wept.", "[a witness] wept."),
        ("taras   hromyk", "[a witness]"),
        ("Hromyk's and hromyk’s", "[a witness]'s and [a witness]’s"),
        ("the Hromyks", "the [a witness]s"),
        ("Taras came.", "[a witness] came."),
        ("Hromykivka is a village", "Hromykivka is a village"),
        ("@taras_hromyk", "[address withheld]"),
        ("see #TarasHromyk now", "see [address withheld] now"),
        ("https://a.example/2022/taras-hromyk?x=1 and on", "https://a.example/[address withheld] and on"),
        ("https://hromyk.example/a", "[address withheld]"),
        ("https://a.example/%48romyk", "https://a.example/[address withheld]"),
        ("@thromyk88 #HromykTaras", "[address withheld] [address withheld]"),
        ("Hro\u00admyk, Ta\u200bras", "[a witness], [a witness]"),
        ("Nothing\u00ad here", "Nothing\u00ad here"),
        ("video_hromyk.mp4", "video_[a witness].mp4"),
        ("Viktor Hromyk resigned", "Viktor Hromyk resigned"),
        ("Nobody else", "Nobody else"),
        ("", ""),
    ],
)
def test_what_is_replaced(words: str, clean: str) -> None:
    assert Names({"Taras Hromyk": "a witness"}, ["Viktor Hromyk"]).replace(words) == clean


def test_a_surname_is_one_though_it_is_another_persons_given_name() -> None:
    assert Names({"Kozak Anna": "a child", "Olha Kozak": "a child"}).replace("kozak") == "[a child]"


def test_short_surnames_are_found_in_handles_and_addresses_without_accents() -> None:
    names = Names({"Taras Kozak": "a child", "Jörg Müller": "a victim"})
    assert names.replace("@tkozak https://a.example/jorg-muller-dies") == (
        "[address withheld] https://a.example/[address withheld]"
    )


def test_a_given_name_needs_a_capital_where_it_stands_alone() -> None:
    names = Names({"Will Hromyk": "a child"})
    assert names.replace("Will will come") == "[a child] will come"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Jörg Strauß", "JÖRG STRAUSS"),
        ("Jörg Strauss", "jörg strauß"),
        ("Jörg", "Jo\u0308rg"),
        ("Jo\u0308rg", "Jörg"),
        ("O’Hara", "O'HARA"),
        ("Jörg Müller", "Jorg Muller"),
        ("Ka\u200cveh", "Kaveh"),
    ],
)
def test_one_name_in_other_letters(name: str, words: str) -> None:
    assert Names({name: "a victim"}).replace(words) == "[a victim]"


def test_a_town_of_the_gazetteer_keeps_its_name() -> None:
    stavok = shown(record(private="Taras Stavok")).record.incidents[0]
    assert stavok.place is not None
    assert stavok.place.name == "Stavok"


def test_a_public_name_that_holds_the_private_one_is_no_shield() -> None:
    assert "Taras Hromyk" not in Names({"Taras Hromyk": "a child"}, ["Taras Hromyk Junior"]).replace(
        "Taras Hromyk Junior"
    )


def told(of: Record, *people: tuple[str, bool, str]) -> Record:
    """The record with these people named, one in each claim."""
    named = zip(of.claims.values(), people, strict=False)
    return replace(
        of,
        claims=dict(of.claims)
        | {
            c.id: replace(c, people=(Person(Passage(0, len(n), n), pub, role),))
            for c, (n, pub, role) in named
        },
    )


def test_the_most_protected_role_is_shown() -> None:
    part = shown(
        told(
            record(),
            ("Taras Hromyk", False, "a witness"),
            ("Taras Hromyk", False, "a child"),
            ("Taras Hromyk", True, "in public office"),
        )
    )
    assert part.withheld.roles == {"a child": 1}


def test_an_office_holder_whom_one_page_gives_no_office_is_still_named() -> None:
    public = ("Viktor Hromyk", True, "in public office")
    assert (
        shown(told(record(), public, public, ("Viktor Hromyk", False, "a private person"))).withheld.names
        == 0
    )
    assert shown(told(record(), public, public, ("Viktor Hromyk", False, "a victim"))).withheld.names == 1


def test_a_town_that_a_page_takes_for_a_person_keeps_its_name_unless_the_person_has_a_role() -> None:
    town = shown(told(record(), ("Stavok", False, "a private person")))  # two of the pages know it as a place
    assert any("Stavok" in c.sentence.words for c in town.record.claims.values())
    child = shown(told(record(), ("Stavok", False, "a child")))
    assert not any("Stavok" in c.sentence.words for c in child.record.claims.values())


def test_who_is_named_elsewhere_on_a_page_is_withheld_in_its_title_and_counted_only_where_told() -> None:
    of = record()
    elsewhere = Person(Passage(900, 913, "Olha Testenko"), False, "a child")
    claim = of.claims["claim-1"]
    documents = dict(of.documents) | {"doc-1": replace(of.documents["doc-1"], title="Olha Testenko weeps")}
    claims = dict(of.claims) | {"claim-1": replace(claim, people=(*claim.people, elsewhere))}
    part = shown(replace(of, documents=documents, claims=claims))
    assert part.record.documents["doc-1"].title == "[a child] weeps"
    assert part.withheld.roles == {ROLE: 1}


def test_ids_with_a_name_are_changed_alike_wherever_they_stand() -> None:
    of = record()
    bad = {"doc-1": "Taras-Hromyk-1", "doc-2": "Taras-Hromyk-2"}
    claims = {c.id: replace(c, document=bad.get(c.document, c.document)) for c in of.claims.values()}
    documents = {bad.get(i, i): replace(d, id=bad.get(i, i)) for i, d in of.documents.items()}
    part = shown(replace(of, claims=claims, documents=documents)).record
    assert len(part.documents) == 3
    assert all(c.document in part.documents for c in part.claims.values())
    assert not any("Hromyk" in id_ for id_ in part.documents)


def test_the_texts_of_the_pages_do_not_leave() -> None:
    for names in (False, True):
        assert all(d.text == "" for d in shown(record(), names=names).record.documents.values())


def test_a_victim_whom_only_the_trained_reader_finds_leaves_no_export(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(
        page(more="Rebels claimed the assassination of Dobren Varnek on Monday.")
    )
    call("run", tmp_path / "page.html", "--case", tmp_path / "case")
    told = {name: call("export", "--case", tmp_path / "case", "--format", name).output for name in FORMATS}
    assert not [name for name, words in told.items() if "Varnek" in words or "Dobren" in words]
    assert "assassination of [a victim]" in told["jsonl"]
    named = call("export", "--case", tmp_path / "case", "--format", "jsonl", "--names").output
    assert "assassination of Dobren Varnek" in named
