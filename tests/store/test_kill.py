"""A kill at any moment loses nothing that was reported as done, and running again goes on from there."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from onrecord.errors import CaseError
from onrecord.model import Claim, Origin
from onrecord.store.case import Case

ROOT = Path(__file__).parents[2]

_WRITER = """
import sys
from itertools import count
from pathlib import Path
from onrecord.model import Origin
from onrecord.store.case import Case
from tests.store.examples import claim, document, origin, whole_page

print("begun", flush=True)
with Case.open(Path(sys.argv[1]), create=True) as case:
    case.begin("test")
    first = len(case.ids(type(claim(0))))
    for n in count(first, 20):
        case.add(record for page in range(n, n + 20) for record in whole_page(page))
        print("claim", *(claim(page).id for page in range(n, n + 20)), flush=True)
        case.renew(Origin, [origin(document(page)) for page in range(n, n + 3)])
        print("origins", *(origin(document(page)).id for page in range(n, n + 3)), flush=True)
"""


def _run_and_kill(folder: Path, reports: int, seconds: float) -> tuple[set[str], set[str]]:
    """What the run had reported when it was killed, so long after so many reports: all claims, and the origins reported last."""
    command = [sys.executable, "-c", _WRITER, str(folder)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    ) as run:
        assert run.stdout is not None
        told = [run.stdout.readline() for _ in range(1 + reports)]
        time.sleep(seconds)
        run.send_signal(signal.SIGKILL)
        lines = [line.split() for line in (*told, *run.stdout) if line.endswith("\n")]
    claims = {id_ for what, *ids in lines if what == "claim" for id_ in ids}
    return claims, next((set(ids) for what, *ids in reversed(lines) if what == "origins"), set())


def test_a_run_killed_again_and_again_loses_nothing_it_reported(tmp_path: Path) -> None:
    folder, chance = tmp_path / "case", random.Random()
    reported: set[str] = set()
    for reports in (0, 1, 0, 2, 5):  # none: also while the case is being made, or opened
        claims, origins = _run_and_kill(folder, reports, chance.uniform(0, 0.05))
        assert len(claims) >= 20 * min(reports, 1)
        reported |= claims
        try:
            with Case.open(folder) as case:
                assert list(case.verify()) == []
                assert reported <= case.ids(Claim)
                # the run may have ended after a renewal and before its report
                assert not origins or len(list(case.current(Origin))) == 3
        except CaseError:
            assert not reported  # killed while the case was being made
    with Case.open(folder, create=True) as case:
        assert list(case.verify()) == []
        assert reported <= case.ids(Claim)
