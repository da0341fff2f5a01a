"""What only the pool can suffer: workers that die, records that cannot be sent, a parent that is killed."""

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest

from onrecord.engines.pool import Pool
from onrecord.errors import WorkerDied
from onrecord.model import Failure
from onrecord.stage import Stage
from tests.engines import steps
from tests.engines.steps import Number, number

ROOT = Path(__file__).parents[2]


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
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as parent:
        assert parent.stdout is not None
        workers = {int(line) for line in iter(parent.stdout.readline, "done\n")}
        alive = [psutil.Process(pid) for pid in workers]
        parent.send_signal(signal.SIGKILL)
    assert alive
    _, left = psutil.wait_procs(alive, timeout=120)
    assert not left


_BEGINNING = """
import sys, time
from pathlib import Path
from onrecord.engines.pool import Pool
from tests.engines import steps
if __name__ == "__main__":
    try:
        with Pool(1) as pool:
            list(pool.map([steps.DOUBLE], map(steps.number, range(3))))
    except KeyboardInterrupt:
        sys.exit("stopped")
else:
    print("a worker begins", flush=True)
    time.sleep(1)
"""


def test_a_worker_that_begins_does_not_hear_ctrl_c(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(_BEGINNING)
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == "a worker begins\n"
        os.killpg(parent.pid, signal.SIGINT)  # as a terminal does
        _, err = parent.communicate()
    assert (parent.returncode, err) == (1, "stopped\n")
