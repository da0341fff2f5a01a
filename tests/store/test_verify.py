"""What someone did to the rows by hand shows, and what stays whole is not suspected."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from hashlib import sha256
from json import dumps
from pathlib import Path

import pytest

from onrecord.errors import OnRecordError
from onrecord.model import Claim, Document, Verdict
from onrecord.store.case import Case
from tests.store.examples import claim, decision, document, link, origin, receipt, whole_page

Change = Callable[[sqlite3.Connection], object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed case of 22 rows: 5 pages, a link and a decision."""
    with Case.open(tmp_path / "case", write=True, create=True) as case:
        for n in range(5):
            case.add(whole_page(n))
        case.add([link(claim(1), claim(2))])
        case.decide(decision(claim(1).id))
    return tmp_path / "case"


def wrongs(folder: Path, head: str | None = None) -> list[tuple[str, str]]:
    with Case.open(folder) as case:
        return [(f.record, f.reason) for f in case.verify(head)]


def by_hand(folder: Path, *statements: str | Change) -> None:
    """What anyone with the file can do: the guards go first."""
    with sqlite3.connect(folder / "record.sqlite") as database:
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            database.execute(statement) if isinstance(statement, str) else statement(database)
    database.close()


def test_a_whole_case_has_nothing_wrong(folder: Path) -> None:
    assert wrongs(folder) == []
    with Case.open(folder) as case:
        assert case.head().seq == 22
        assert list(case.verify(case.head().hash)) == []
        assert list(case.verify(case.head().hash[:16].upper())) == []


@pytest.mark.parametrize("action", ["UPDATE ledger SET body = '{}'", "DELETE FROM ledger WHERE seq = 22"])
def test_the_database_itself_refuses_to_change_a_row(folder: Path, action: str) -> None:
    database = sqlite3.connect(folder / "record.sqlite")
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        database.execute(action)
    database.close()


@pytest.mark.parametrize("column", ["kind", "id", "subject", "body", "made_by", "run", "at", "prev", "hash"])
def test_any_column_altered_by_hand_shows_with_its_row(folder: Path, column: str) -> None:
    by_hand(folder, f"UPDATE ledger SET {column} = coalesce({column}, '') || ' ' WHERE seq = 7")  # noqa: S608
    assert any(record.startswith("row 7 ") for record, _ in wrongs(folder))


def test_any_character_of_a_body_altered_shows(folder: Path) -> None:
    chance = random.Random(3)

    def alter(seq: int) -> Change:
        def change(database: sqlite3.Connection) -> None:
            [body] = database.execute("SELECT body FROM ledger WHERE seq = ?", (seq,)).fetchone()
            at = chance.randrange(len(body))
            other = body[:at] + chr(ord(body[at]) ^ 1) + body[at + 1 :]
            database.execute("UPDATE ledger SET body = ? WHERE seq = ?", (other, seq))

        return change

    by_hand(folder, *map(alter, range(1, 23)))
    assert {record.split(" (")[0] for record, _ in wrongs(folder)} >= {f"row {n}" for n in range(1, 23)}


def test_text_that_is_no_longer_valid_shows_with_its_row(folder: Path) -> None:
    by_hand(folder, "UPDATE ledger SET body = CAST(CAST(body AS BLOB) || x'FF' AS TEXT) WHERE seq = 7")
    assert "row 7 " in wrongs(folder)[0][0]


@pytest.mark.parametrize("id_", [claim(3).id, document(3).id])
def test_an_id_altered_anywhere_in_the_file_shows_also_where_it_only_leads_to_a_row(
    folder: Path, id_: str
) -> None:
    file = folder / "record.sqlite"
    whole = file.read_bytes()
    places = [at for at in range(len(whole)) if whole.startswith(id_.encode(), at)]
    assert len(places) >= 4  # rows, their bodies, indexes
    for at in places:
        file.write_bytes(whole[: at + 12] + bytes([whole[at + 12] ^ 1]) + whole[at + 13 :])
        assert wrongs(folder), at


def test_an_altered_row_with_its_hash_remade_shows_at_the_next(folder: Path) -> None:
    def remake(database: sqlite3.Connection) -> None:
        database.execute("UPDATE ledger SET body = replace(body, 'bridge', 'palace') WHERE seq = 6")
        *columns, _ = database.execute("SELECT * FROM ledger WHERE seq = 6").fetchone()
        database.execute("UPDATE ledger SET hash = ? WHERE seq = 6", (digest(columns),))

    by_hand(folder, remake)
    assert [record.split(" (")[0] for record, _ in wrongs(folder)] == ["row 7"]


def digest(columns: list[object]) -> str:
    """The hash of a row as the documentation tells a stranger to make it: with Python's own JSON, without this program."""
    return sha256(dumps(columns, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def test_missing_rows_show_with_their_numbers(folder: Path) -> None:
    by_hand(folder, "DELETE FROM ledger WHERE seq IN (3, 10, 11)")
    reasons = [reason for record, reason in wrongs(folder) if record.startswith("row")]
    assert reasons == ["row 3 is missing before it", "rows 10 to 11 are missing before it"]


def test_rows_in_another_order_show(folder: Path) -> None:
    by_hand(
        folder,
        "UPDATE ledger SET seq = -1 WHERE seq = 8",
        "UPDATE ledger SET seq = 8 WHERE seq = 9",
        "UPDATE ledger SET seq = 9 WHERE seq = -1",
    )
    assert {record.split(" (")[0] for record, _ in wrongs(folder)} >= {"row 8", "row 9"}


@pytest.mark.parametrize("seq", [0, -5, 23])
def test_a_row_put_in_by_hand_shows(folder: Path, seq: int) -> None:
    columns = (
        "kind, 'claim-invented', subject, replace(body, 'claim-', 'claim+'), made_by, run, at, prev, hash"
    )
    by_hand(folder, f"INSERT INTO ledger SELECT {seq}, {columns} FROM ledger WHERE seq = 3")  # noqa: S608
    assert any(record.startswith(f"row {seq} ") for record, _ in wrongs(folder))


def test_newest_rows_cut_off_show_only_against_a_hash_written_down(folder: Path) -> None:
    with Case.open(folder) as case:
        head = case.head().hash
    by_hand(folder, "DELETE FROM ledger WHERE seq > 20")
    assert wrongs(folder) == []
    [(record, reason)] = wrongs(folder, head)
    assert record == "row 20"
    assert "cut off" in reason


def test_a_hash_written_down_earlier_still_holds_when_the_case_has_grown(folder: Path) -> None:
    with Case.open(folder, write=True) as case:
        head = case.head().hash
        case.add(whole_page(9))
        assert list(case.verify(head)) == []
    assert wrongs(folder, "0" * 64)
    assert wrongs(folder, head[:8])  # too short to prove anything


def test_a_body_that_is_no_record_shows_even_where_all_hashes_were_remade(folder: Path) -> None:
    def remake(database: sqlite3.Connection) -> None:
        prev = "0" * 64
        for *columns, _, _ in database.execute("SELECT * FROM ledger ORDER BY seq").fetchall():
            columns[4] = '{"id": 5}' if columns[0] == 7 else columns[4]
            made = digest([*columns, prev])
            database.execute(
                "UPDATE ledger SET body = ?, prev = ?, hash = ? WHERE seq = ?",
                (columns[4], prev, made, columns[0]),
            )
            prev = made

    by_hand(folder, remake)
    [(record, reason)] = [one for one in wrongs(folder) if one[0].startswith("row")]
    assert record.startswith("row 7 (Claim")
    assert "does not hold a Claim" in reason


def test_a_record_filed_under_the_id_of_another_shows_even_where_its_hash_was_remade(folder: Path) -> None:
    def remake(database: sqlite3.Connection) -> None:
        database.execute("UPDATE ledger SET id = 'decision-other' WHERE seq = 22")
        *columns, _ = database.execute("SELECT * FROM ledger WHERE seq = 22").fetchone()
        database.execute("UPDATE ledger SET hash = ? WHERE seq = 22", (digest(columns),))

    by_hand(folder, remake)
    [(record, reason)] = wrongs(folder)
    assert record.startswith("row 22 (Decision")
    assert "not its own" in reason


def test_records_that_name_what_is_not_there_show(tmp_path: Path) -> None:
    with Case.open(tmp_path / "case", write=True, create=True) as case:
        case.add(
            [
                document(1),
                receipt(document(1), claim(1)),
                claim(2),
                link(claim(2), claim(3)),
                origin(document(4)),
            ]
        )
        case.add([decision("claim-x", Verdict.ACCEPT, replaces="decision-lost")])
        named = {(f.record, f.reason.split(",")[0].removeprefix("it names the ")) for f in case.verify()}
    assert named == {
        (document(1).id, "capture capture-1"),
        (receipt(document(1)).id, f"claim {claim(1).id}"),
        (claim(2).id, f"document {document(2).id}"),
        (link(claim(2), claim(3)).id, f"claim {claim(3).id}"),
        (origin(document(4)).id, f"document {document(4).id}"),
        ("", "decision decision-lost"),
    }


def test_a_byte_altered_anywhere_in_the_file_shows_or_changes_nothing(folder: Path, tmp_path: Path) -> None:
    """Free space and counters may change unseen; a row, or the way to it, may not."""
    chance = random.Random(11)
    whole = (folder / "record.sqlite").read_bytes()
    with Case.open(folder) as case:
        expected = _everything(case)
    copy = shutil.copytree(folder, tmp_path / "copy")
    shown = 0
    for _ in range(80):
        at = chance.randrange(len(whole))
        (copy / "record.sqlite").write_bytes(
            whole[:at] + bytes([whole[at] ^ (1 << chance.randrange(8))]) + whole[at + 1 :]
        )
        try:
            with Case.open(copy) as case:
                failures = list(case.verify())
                assert failures or _everything(case) == expected, f"byte {at}"
                shown += bool(failures)
        except OnRecordError:
            shown += 1
    assert shown > 5


def _everything(case: Case) -> list[object]:
    found = [case.get(Claim, claim(n).id) for n in range(5)]
    return [
        list(case.rows()),
        found,
        list(case.records(Claim)),
        list(case.records(Document, about="capture-3")),
    ]


@pytest.mark.parametrize("length", [0, 60, 3_000, 20_000])
def test_a_file_cut_short_is_told_plainly(folder: Path, length: int) -> None:
    file = folder / "record.sqlite"
    file.write_bytes(file.read_bytes()[:length])
    try:
        assert wrongs(folder)
    except OnRecordError as error:
        assert str(folder) in str(error)
