"""The words of a page stay what they are, whatever is marked in them."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Attribution, Claim, Document, MadeBy, Passage, Record, SpeakerKind
from onrecord.workbench.layers import LAYERS, Marked, Piece, marked, spans
from tests.store.examples import claim

TEXT = "Shells hit a market, he said, killing two.\nNobody was warned."
NAMES = {mark for layer in LAYERS for mark in layer.marks}


def document(title: str = "Shells hit a market", text: str = TEXT) -> Document:
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    return Document("document-1", "capture-1", text, MadeBy("clean", 1), title=title, paragraphs=tuple(lines))


def passage(words: str, text: str = TEXT) -> Passage:
    start = text.index(words)
    return Passage(start, start + len(words), words)


def words(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.words for piece in pieces)


def marks_of(found: Marked, wanted: str) -> list[str]:
    pieces = [piece for part in (found.title, *found.paragraphs) for piece in part]
    return [piece.words for piece in pieces if wanted in piece.marks.split()]


def test_every_page_of_practice_keeps_its_words(practice: Record) -> None:
    for page in practice.documents.values():
        claims = [c for c in practice.claims.values() if c.document == page.id]
        found = marked(page, claims)
        assert [words(p) for p in found.paragraphs] == [page.text[a:b] for a, b in page.paragraphs]
        assert words(found.title) == (page.title or "")
        begun = [id_ for part in (found.title, *found.paragraphs) for p in part for id_ in p.claims]
        assert sorted(begun) == sorted(c.id for c in claims)
        assert all(
            "trigger" in p.marks for part in (found.title, *found.paragraphs) for p in part if p.claims
        )


def test_every_passage_of_practice_is_marked(practice: Record) -> None:
    for page in practice.documents.values():
        claims = [c for c in practice.claims.values() if c.document == page.id]
        found = marked(page, claims)
        for start, end, mark in (span for one in claims for span in spans(one)):
            assert mark in NAMES
            assert "".join(page.told[start:end].split()) in "".join("".join(marks_of(found, mark)).split())


def test_what_is_said_around_its_speaker_has_a_gap() -> None:
    one = said(Attribution(passage("he"), passage("said"), passage(TEXT.partition("\n")[0]), SpeakerKind.PERSON,
                           spans=((0, 19), (30, 41))))  # fmt: skip
    found = marked(document(), [one])
    assert words(tuple(p for p in found.paragraphs[0] if "said" in p.marks)) == TEXT[:19] + TEXT[30:41]
    assert marks_of(found, "speaker") == ["he"]
    assert marks_of(found, "cue") == ["said"]


def said(*attributions: Attribution) -> Claim:
    return replace(
        claim(0),
        counts=(),
        trigger=passage("hit"),
        sentence=passage(TEXT.partition("\n")[0]),
        attributions=attributions,
    )


def test_a_title_that_is_read_is_marked_in_its_place() -> None:
    title = "Kherson bombed"
    page = document(title)
    assert page.told.endswith(title)
    one = replace(said(), trigger=passage("bombed", page.told), sentence=passage(title, page.told))
    found = marked(page, [one])
    assert [p for p in found.title if p.claims] == [Piece("bombed", "sentence trigger", (one.id,))]
    assert words(found.title) == title


def test_the_claim_that_is_asked_for_stands_out() -> None:
    one, other = said(), replace(said(), id="claim-other", trigger=passage("killing"))
    found = marked(document(), [one, other], other)
    assert marks_of(found, "mine") == ["killing"]
    assert words(tuple(p for p in found.paragraphs[0] if "lit" in p.marks)) == TEXT.partition("\n")[0]
    assert not marks_of(marked(document(), [one, other]), "mine")


def test_two_claims_of_one_word_are_both_to_be_found_there() -> None:
    one, other = said(), replace(said(), id="claim-other")
    (piece,) = [p for p in marked(document(), [one, other]).paragraphs[0] if p.claims]
    assert piece.claims == (one.id, "claim-other")


def test_without_paragraphs_lines_are_taken_for_them() -> None:
    found = marked(replace(document(), paragraphs=()), [said()])
    assert [words(p).strip() for p in found.paragraphs] == TEXT.split("\n")


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(sorted(NAMES)))))
def test_no_words_are_lost_or_doubled(given_: list[tuple[int, int, str]]) -> None:
    claims = [replace(said(), id=f"claim-{n}", trigger=Passage(min(a, b), max(a, b) + 1, ""), sentence=Passage(min(a, b), max(a, b) + 1, ""))
              for n, (a, b, _) in enumerate(given_)]  # fmt: skip
    assert [words(p) for p in marked(document(), claims).paragraphs] == TEXT.split("\n")


def test_a_page_of_one_paragraph_with_a_thousand_claims_is_quick() -> None:
    sentence = "Shells hit a market. "
    text = sentence * 2_000
    claims = [
        replace(said(), id=f"claim-{n}", trigger=Passage(n * 21 + 7, n * 21 + 10, "hit"), sentence=Passage(n * 21, n * 21 + 20, sentence))
        for n in range(2_000)
    ]  # fmt: skip
    found = marked(document(text=text), claims)
    assert len(marks_of(found, "trigger")) == 2_000
