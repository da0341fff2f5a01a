"""Claims get ids from what they rest on, whatever the order."""

from onrecord.model import Claim, Document, Kind, MadeBy, Passage, Reading
from onrecord.stages.settle import SETTLE, run

BY = MadeBy("test", 1)


def _reading(id_: str, *starts: int) -> Reading:
    text = "shelled shelled shelled"
    document = Document(id_, "capture-1", text, BY)
    claims = tuple(
        Claim("", "", (), Kind.SHELLING, Passage.of(text, s, s + 7), Passage(0, 23, text)) for s in starts
    )
    return Reading(document, (BY,), claims=claims)


def test_ids_are_distinct_and_repeatable() -> None:
    first, again = (next(iter(run([_reading("d", 0, 8, 8)], None))) for _ in range(2))
    assert first == again
    assert len({c.id for c in first.claims}) == 3
    assert all(c.document == "d" and c.made_by == (BY,) for c in first.claims)
    assert first.parse is None


def test_another_document_or_version_makes_another_id() -> None:
    one, other = run([_reading("d", 0), _reading("e", 0)], None)
    assert one.claims[0].id != other.claims[0].id


def test_stage_is_declared() -> None:
    assert SETTLE.makes is Reading
    assert SETTLE.made_by == MadeBy("settle", 1)
