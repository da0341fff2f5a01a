"""What only the pool can suffer: workers that die, records that cannot be sent, a parent that is killed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest

from onrecord.engines.pool import Pool
from onrecord.errors import WorkerDied
from onrecord.model import Failure
from onrecord.stage import Stage
from tests.engines import steps
from tests.engines.steps import Number, number


def test_what_a_killed_worker_had_is_done_again(tmp_path: Path) -> None:
    with Pool(2) as pool:
        results = list(pool.map([steps.DEADLY], (number(n, str(tmp_path / "flag")) for n in range(14, 50))))
    assert [n.value for n in results] == list(range(14, 50))
    assert (tmp_path / "flag").exists()


def test_a_record_that_always_kills_its_worker_is_named_and_the_rest_goes_on() -> None:
    with Pool(2) as pool:
        results = list(pool.map([steps.DEADLY, steps.DOUBLE], map(number, range(24))))
    [failure] = [r for r in results if isinstance(r, Failure)]
    assert (failure.record, failure.stage) == ("number-13", "deadly+double")
    assert sorted(n.value for n in results if isinstance(n, Number)) == [2 * n for n in range(24) if n != 13]


def test_workers_that_cannot_begin_blame_no_record() -> None:
    with Pool(1) as pool, pytest.raises(WorkerDied, match="get ready for dying"):
        list(pool.map([steps.DYING], map(number, range(3))))


def test_a_result_that_cannot_be_sent_is_named() -> None:
    with Pool(1) as pool:
        results = list(pool.map([steps.UNSENDABLE], map(number, range(6))))
    assert [r.record for r in results if isinstance(r, Failure)] == ["number-3"]
    assert [r.value for r in results if isinstance(r, Number)] == [0, 1, 2, 4, 5]


def test_a_stage_that_cannot_be_sent_is_an_error_of_the_program() -> None:
    stage = Stage("here", 1, (Number,), Number, lambda numbers, _: numbers)
    with Pool(1) as pool, pytest.raises(Exception, match="pickle"):
        list(pool.map([stage], [number(1)]))


_PARENT = """
import sys, time
from onrecord.engines.pool import Pool
from tests.engines import steps
if __name__ == "__main__":
    with Pool(2) as pool:
        for pid, _ in pool.map([steps.OPENED], map(steps.number, range(40))):
            print(pid, flush=True)
        print("done", flush=True)
        time.sleep(60)
"""


def test_workers_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(_PARENT)
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(root)},
    ) as parent:
        assert parent.stdout is not None
        workers = {int(line) for line in iter(parent.stdout.readline, "done\n")}
        alive = [psutil.Process(pid) for pid in workers]
        parent.send_signal(signal.SIGKILL)
    assert alive
    _, left = psutil.wait_procs(alive, timeout=20)
    assert not left
