"""The index says what the fold of the whole case says, however it came about."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model import Decision, Link, Rule, Verdict
from onrecord.store.case import Case
from onrecord.store.fold.decided import undone
from onrecord.store.incidents import incident_id
from onrecord.store.index import Filter, Index, ask
from onrecord.store.index.columns import counts, snapshot
from onrecord.store.index.index import FILE
from onrecord.store.record import record_of
from tests.store.examples import NOON, claim, decision, link, origin, whole_page
from tests.store.examples import document as page

PAGES = 7
CLAIMS = [claim(n).id for n in range(PAGES)]
LINKS = [(0, 1, 0.9), (1, 2, 0.8), (2, 3, 0.6), (4, 5, 0.9), (3, 4, 0.2), (5, 6, 0.3)]


def made(folder: Path) -> None:
    with Case.open(folder, create=True) as case:
        case.add(record for n in range(PAGES) for record in whole_page(n))
        case.renew(Link, [link(claim(a), claim(b), score) for a, b, score in LINKS])
        case.renew(
            type(origin(page(0))), [origin(page(0), page(1)), *(origin(page(n)) for n in range(2, PAGES))]
        )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made(tmp_path / "case")
    return tmp_path / "case"


@contextmanager
def opened(folder: Path) -> Iterator[Index]:
    with Case.open(folder) as case, Index.open(case) as index:
        yield index


def decide(folder: Path, *given: Decision) -> list[Decision]:
    with Case.open(folder, write=True) as case:
        return [case.decide(one) for one in given]


TABLES = {
    "incident": "SELECT {incident_columns} FROM incident ORDER BY id",
    "facet": "SELECT f.name, f.value, i.id FROM facet f JOIN incident i ON i.row = f.incident ORDER BY 1, 2, 3",
    "claim": "SELECT c.id, c.page, c.rejected, i.id FROM claim c JOIN incident i ON i.row = c.incident ORDER BY 1",
    "near": "SELECT min(a.id, b.id), max(a.id, b.id), link, score, judged, round(n.worth, 9) FROM near n "
    "JOIN incident a ON a.row = one JOIN incident b ON b.row = other ORDER BY 1, 2",
    "agreed": "SELECT i.id, field, yes, no FROM agreed JOIN incident i ON i.row = incident ORDER BY 1, 2",
    "accepted": "SELECT i.id, person FROM accepted JOIN incident i ON i.row = incident ORDER BY 1, 2",
    "words": "SELECT i.id, w.words FROM incident_words w JOIN incident i ON i.row = w.rowid ORDER BY 1",
    "meta": "SELECT key, value FROM meta ORDER BY 1",
    "strays": "SELECT count(*) FROM facet WHERE incident NOT IN (SELECT row FROM incident)",
}


def dump(connection: sqlite3.Connection) -> dict[str, list[Any]]:
    columns = [name for _, name, *_ in connection.execute("PRAGMA table_info(incident)") if name != "row"]
    return {
        table: connection.execute(query.format(incident_columns=", ".join(columns))).fetchall()
        for table, query in TABLES.items()
    }


CLAIM = st.sampled_from(CLAIMS)
SUBSET = st.sets(CLAIM, min_size=2, max_size=4).map(sorted)


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    about = draw(CLAIM)
    by = draw(st.sampled_from(["A", "B"]))
    verdict = draw(st.sampled_from(Verdict))
    one = replace(decision(about, verdict), by=by)
    if verdict in (Verdict.ACCEPT, Verdict.REJECT, Verdict.UNSURE):
        as_incident = draw(st.booleans())
        return replace(one, about=incident_id([about]), seen=tuple(draw(SUBSET))) if as_incident else one
    if verdict is Verdict.CORRECT:
        field, value = draw(
            st.sampled_from(
                [("killed", "4-6"), ("kind", "arson"), ("when", None), ("perpetrator", "forces; a gang")]
            )
        )
        of_incident = field == "perpetrator" or draw(st.booleans())
        return replace(
            one, field=field, value=value, about=incident_id([about]) if of_incident else one.about
        )
    if verdict is Verdict.UNDO:
        return one  # filled in below: what is undone must be there
    whole = draw(SUBSET)
    out, rest = whole[:1], whole[1:]
    split = verdict is Verdict.DIFFERENT and draw(st.booleans())
    return replace(
        one, about=out[0], other=rest[0], seen=tuple(out) if split else (), rest=tuple(rest) if split else ()
    )


@given(st.lists(decisions(), min_size=1, max_size=8), st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_following_decisions_gives_what_a_new_index_gives(
    tmp_path_factory: pytest.TempPathFactory, given: list[Decision], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("case") / "case"
    made(folder)
    known: list[Decision] = []
    with opened(folder) as index:
        for n, one in enumerate(given):
            if one.verdict is Verdict.UNDO:
                back = undone(known)
                if not (left := [d.id for d in known if d.id not in back]):
                    continue
                one = replace(one, about=data.draw(st.sampled_from(left)))
            known += decide(folder, replace(one, at=NOON + timedelta(minutes=n)))
            index.refresh()
        followed = dump(index.read())
        with Case.open(folder) as case:
            assert [i.id for i in record_of(case).incidents] == ask.ids(index.read(), Filter(sort="first"))
    assert followed == made_anew(folder)


def made_anew(folder: Path) -> dict[str, list[Any]]:
    (folder / FILE).unlink()
    for ending in ("-wal", "-shm"):
        (folder / (FILE + ending)).unlink(missing_ok=True)
    with opened(folder) as index:
        return dump(index.read())


@pytest.mark.parametrize(
    "later",
    [
        decision(CLAIMS[4], Verdict.REJECT),
        replace(decision(CLAIMS[4], Verdict.CORRECT), field="killed", value="9"),
    ],
)
def test_what_takes_an_acceptance_back_reaches_it_over_a_split(folder: Path, later: Decision) -> None:
    """Found by the property test: the claim that was judged lies in another incident than the one it had been accepted with."""
    accepted = replace(
        decision(incident_id([CLAIMS[0]]), Verdict.ACCEPT), seen=(*CLAIMS[:4], CLAIMS[4]), at=NOON
    )
    with opened(folder) as index:
        for one in (accepted, replace(later, at=NOON + timedelta(minutes=1))):
            decide(folder, one)
            index.refresh()
        followed = dump(index.read())
    assert not followed["accepted"]
    assert followed == made_anew(folder)


def test_several_questions_in_a_snapshot_are_about_one_moment(folder: Path) -> None:
    with opened(folder) as index:
        connection = index.read()
        with snapshot(connection):
            before = ask.totals(connection, Filter()), counts(connection, Filter())
            decide(folder, replace(decision(incident_id([CLAIMS[0]]), Verdict.REJECT), seen=(CLAIMS[0],)))
            with ThreadPoolExecutor(1) as aside:
                assert aside.submit(index.refresh).result()
            assert (ask.totals(connection, Filter()), counts(connection, Filter())) == before
        assert counts(connection, Filter(review=("rejected",))) != before[1]


def test_an_index_is_made_anew_when_more_than_decisions_came(folder: Path) -> None:
    with opened(folder) as index:
        assert ask.totals(index.read(), Filter()).incidents == 3
        with Case.open(folder, write=True) as case:
            case.add(whole_page(20))
        assert index.refresh()
        assert ask.totals(index.read(), Filter()).incidents == 4
        assert not index.refresh()


def test_an_index_of_another_copy_of_the_case_is_not_believed(folder: Path, tmp_path: Path) -> None:
    with opened(folder):
        pass
    made(tmp_path / "other")
    decide(tmp_path / "other", decision(CLAIMS[0], Verdict.REJECT))
    (folder / FILE).rename(tmp_path / "other" / FILE)
    with opened(tmp_path / "other") as index, Case.open(tmp_path / "other") as case:
        assert ask.ids(index.read(), Filter(sort="first")) == [i.id for i in record_of(case).incidents]


def test_a_damaged_index_is_made_again(folder: Path) -> None:
    (folder / FILE).write_bytes(b"not a database at all" * 400)
    with opened(folder) as index:
        assert ask.totals(index.read(), Filter()).incidents == 3


def test_a_case_that_cannot_be_written_to_has_its_index_elsewhere(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from onrecord.store.index import index as module

    monkeypatch.setattr(
        module, "_may_write", lambda _: False
    )  # the tests may run as root, who may write everywhere
    with opened(folder) as index:
        assert ask.totals(index.read(), Filter()).incidents == 3
    assert not (folder / FILE).exists()


def test_a_rule_of_two_reviewers_reaches_what_was_accepted_before(folder: Path) -> None:
    with opened(folder) as index:
        (first, *_) = ask.listed(index.read(), Filter(sort="first"))
        decide(folder, replace(decision(first.incident.id), seen=first.incident.claims))
        index.refresh()
        assert ask.totals(index.read(), Filter(review=("confirmed",))).incidents == 1
        with Case.open(folder, write=True) as case:
            case.add([Rule("rule-1", 2, "two pairs of eyes", "an editor", NOON)])
        index.refresh()
        assert ask.totals(index.read(), Filter(review=("waiting",))).incidents == 1
        decide(folder, replace(decision(first.incident.id), seen=first.incident.claims, by="another tester"))
        index.refresh()
        assert ask.totals(index.read(), Filter(review=("confirmed",))).incidents == 1
