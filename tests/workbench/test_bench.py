"""The case as the workbench holds it: many threads, other processes, and nothing lost."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from threading import Event, Thread

import pytest

from onrecord.errors import BadInput, CaseBusy, NotFound
from onrecord.exports.part import Asked
from onrecord.model import Decision, Verdict
from onrecord.store.case import Case
from onrecord.store.index import Filter, ask
from onrecord.workbench import bench as module
from onrecord.workbench import exporting as files
from onrecord.workbench.bench import Bench
from onrecord.workbench.exporting import Exporting
from onrecord.workbench.judging import judgement, taken_back
from onrecord.workbench.people.roles import Person, Role
from tests.store.examples import whole_page

ANN, BEN = Person("Ann", Role.EDITOR), Person("Ben", Role.REVIEWER)


@pytest.fixture
def bench(practice_case: Path, tmp_path: Path) -> Iterator[Bench]:
    shutil.copytree(practice_case, tmp_path / "case")
    with Bench.open(tmp_path / "case") as opened:
        yield opened


def incidents(bench: Bench, query: str = "") -> list[str]:
    return ask.ids(bench.index.read(), Filter.parse(query))


def accept(bench: Bench, by: Person, id_: str) -> Decision:
    return bench.decide(lambda: [judgement(bench, by, id_, Verdict.ACCEPT, "read")])[0]


def test_people_who_decide_at_once_lose_nothing(bench: Bench) -> None:
    ids = incidents(bench)[:4]
    jobs = [(by, id_) for by in (ANN, BEN) for id_ in ids * 3]
    with ThreadPoolExecutor(8) as pool:
        kept = list(pool.map(lambda job: accept(bench, *job), jobs))
    assert len({d.id for d in kept}) == len(jobs)
    with Case.open(bench.case.folder) as case:
        assert {d.id for d in case.records(Decision)} == {d.id for d in kept}
        assert not list(case.verify())
    assert sorted(incidents(bench, "review=confirmed")) == sorted(ids)


def test_each_decision_replaces_the_one_that_was_there_when_it_was_written(bench: Bench) -> None:
    (id_, *_) = incidents(bench)
    with ThreadPoolExecutor(4) as pool:
        kept = list(pool.map(lambda by: accept(bench, by, id_), [ANN, BEN, ANN, BEN]))
    assert sorted(d.replaces or "" for d in kept) == sorted(
        ["", *(d.id for d in kept if d.id in {k.replaces for k in kept})]
    )


def test_a_run_that_writes_to_the_case_is_waited_for_and_then_named(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.2)
    (id_, *_) = incidents(bench)
    with Case.open(bench.case.folder, write=True), pytest.raises(CaseBusy, match="another run is writing"):
        accept(bench, ANN, id_)
    assert accept(bench, ANN, id_).verdict is Verdict.ACCEPT
    assert len(bench.said().all) == 1


def test_what_the_command_line_decides_shows_at_once(bench: Bench) -> None:
    (id_, *_) = incidents(bench)
    with Case.open(bench.case.folder, write=True) as case:
        case.decide(judgement(bench, BEN, id_, Verdict.REJECT, "read"))
    assert bench.fresh()
    assert id_ not in incidents(bench)
    assert [d.by for d in bench.said().all] == ["Ben"]


def test_new_pages_are_followed_while_the_old_index_is_read(bench: Bench) -> None:
    before = len(incidents(bench))
    with Case.open(bench.case.folder, write=True) as case:
        case.add(whole_page(99))
    assert len(incidents(bench)) == before
    while not bench.fresh(0.05):
        assert len(incidents(bench)) in (before, before + 1)
    assert len(incidents(bench)) == before + 1


def test_a_decision_is_kept_and_told_when_the_index_cannot_follow(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_REST", 0.0)
    (id_, *_) = incidents(bench)

    def broken(*_: object) -> bool:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(bench.index, "refresh", broken)
    kept = accept(bench, ANN, id_)
    assert bench.trouble is not None
    assert "what is decided is kept" in bench.trouble
    monkeypatch.undo()
    assert bench.fresh()
    assert incidents(bench, "review=confirmed") == [id_]
    assert bench.said().all[-1].id == kept.id


def test_what_is_sent_twice_in_haste_is_decided_once(bench: Bench) -> None:
    one, other, *_ = incidents(bench)

    def send(by: Person, id_: str) -> str:
        made = bench.decide(lambda: [judgement(bench, by, id_, Verdict.UNSURE, "read")], (by.name, id_))
        return made[0].id

    with ThreadPoolExecutor(4) as pool:
        kept = set(pool.map(lambda _: send(ANN, one), range(8)))
    assert kept == {d.id for d in bench.said().all}
    assert len(kept) == 1
    for by, id_ in ((BEN, one), (ANN, other), (ANN, one)):
        kept.add(send(by, id_))
    assert len(kept) == len(bench.said().all) == 4


def test_what_was_taken_back_meanwhile_is_decided_again(bench: Bench) -> None:
    (id_, *_) = incidents(bench)

    def send() -> str:
        return bench.decide(lambda: [judgement(bench, ANN, id_, Verdict.UNSURE, "read")], ("Ann", id_))[0].id

    first = send()
    bench.decide(lambda: [taken_back(bench, Person("Eda", Role.EDITOR), first, "not yet")])
    second = send()
    assert second != first
    assert second == send()
    accept(bench, BEN, id_)
    assert send() not in (first, second)


def test_while_the_index_takes_long_nobody_else_waits_for_it(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    (id_, *_) = incidents(bench)
    go_on, refresh = Event(), bench.index.refresh
    monkeypatch.setattr(bench.index, "refresh", lambda: go_on.wait(20) and refresh())
    with Case.open(bench.case.folder, write=True) as case:
        case.decide(judgement(bench, BEN, id_, Verdict.ACCEPT, "read"))
    assert not bench.fresh(0.01)
    assert bench.remaking
    assert bench.heard == 0  # the index has nothing of it yet, and no page shows it
    other = Thread(target=bench.fresh, args=(60,), daemon=True)
    other.start()
    other.join(10)
    assert not other.is_alive()
    go_on.set()
    while not bench.fresh(5):
        pass
    assert bench.heard == 1
    assert not bench.remaking


def test_what_failed_is_tried_when_it_is_sent_again(bench: Bench) -> None:
    (id_, *_) = incidents(bench)
    with pytest.raises(BadInput):
        bench.decide(lambda: [judgement(bench, ANN, id_, Verdict.UNSURE, "")], ("Ann", "form"))
    kept = bench.decide(lambda: [judgement(bench, ANN, id_, Verdict.UNSURE, "read")], ("Ann", "form"))
    assert list(bench.said().all) == kept


def test_several_decisions_are_kept_together_or_not_at_all(bench: Bench) -> None:
    (id_, *_) = incidents(bench)
    good = judgement(bench, ANN, id_, Verdict.ACCEPT, "read")
    bad = judgement(bench, ANN, id_, Verdict.CORRECT, "read", field="killed", value="many")
    with pytest.raises(BadInput):
        bench.decide(lambda: [good, bad])
    assert not bench.said().all


def test_the_rule_of_two_reviewers_is_followed(bench: Bench) -> None:
    (id_, *_) = incidents(bench)
    accept(bench, ANN, id_)
    bench.lay_down(2, "two pairs of eyes", "Ann")
    assert bench.fresh()
    assert incidents(bench, "review=waiting") == [id_]
    assert bench.waiting("Ben") == bench.waiting("Ann") + 1
    accept(bench, BEN, id_)
    assert incidents(bench, "review=confirmed") == [id_]


def test_a_file_lies_ready_for_whoever_prepared_it(bench: Bench) -> None:
    asked = Asked("jsonl", Filter.parse("kind=air_strike"))
    with Exporting.open(bench.case.folder) as exporting:
        ready = exporting.prepare(asked, "Ann")
        assert exporting.ready(ready.token, "Ann") == ready
        with pytest.raises(NotFound):
            exporting.ready(ready.token, "Ben")
        content = ready.path.read_bytes()
        assert (ready.size, ready.sha256) == (len(content), sha256(content).hexdigest())
        rows = [json.loads(line) for line in content.splitlines()]
        assert {row["id"] for row in rows} == set(incidents(bench, "kind=air_strike"))
        assert "shown by role" in ready.written.withheld
        assert content.decode().startswith(ready.begins[:100])
    assert not ready.path.exists()


def test_files_are_thrown_away_after_a_while(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_KEPT", 0.0)
    with Exporting.open(bench.case.folder) as exporting:
        ready = exporting.prepare(Asked("csv"), "Ann")
        with pytest.raises(NotFound, match="prepare it again"):
            exporting.ready(ready.token, "Ann")
        assert not ready.path.exists()


def test_an_export_that_fails_says_why(bench: Bench) -> None:
    with (
        Exporting.open(bench.case.folder) as exporting,
        pytest.raises(NotFound, match="no incident has the id"),
    ):
        exporting.prepare(Asked("csv", incident="incident-nowhere"), "Ann")
