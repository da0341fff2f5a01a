"""The workbench as people get it: the program itself, over a case, as a process that can be stopped and killed."""

import json
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import httpx

from onrecord.model import Decision
from onrecord.store.case import Case
from tests.cli.command import ONRECORD
from tests.workbench.people.site import csrf_in

BY = "Vera"
PATIENCE = 30.0  # seconds for anything at all: a slow machine is no wrong program
_ADDRESS = re.compile(r"the workbench is at (http://[^/\s]+)(\S*)")


@dataclass
class Site:
    """A program that serves a case. `entry` is the path by which one person comes in, once; empty where a team logs in."""

    case: Path
    process: subprocess.Popen[str]
    address: str
    entry: str
    errors: Path

    @property
    def port(self) -> int:
        return int(self.address.rpartition(":")[2])

    @cached_property
    def session(self) -> str:
        """The token of the one person, who comes in by the printed address."""
        answer = httpx.get(self.address + self.entry, timeout=PATIENCE)
        assert answer.status_code == 303, answer.text
        return str(answer.cookies[self.cookie])

    @property
    def cookie(self) -> str:
        """The name of the cookie that holds it."""
        return f"onrecord-{self.port}"

    def sender(self) -> "Sender":
        """Somebody who sends forms without a browser."""
        return Sender(self.address, f"{self.cookie}={self.session}")

    def decisions(self) -> list[Decision]:
        """What the ledger holds."""
        with Case.open(self.case) as opened:
            return list(opened.records(Decision))

    def kill(self) -> None:
        """As a power cut would."""
        self.process.kill()
        self.process.wait()


@dataclass
class Sender:
    """Sends what a browser would, as whoever has the cookie. One for each thread."""

    address: str
    cookie: str
    client: httpx.Client = field(init=False)

    def __post_init__(self) -> None:
        headers = {"Cookie": self.cookie, "Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "navigate"}
        self.client = httpx.Client(base_url=self.address, headers=headers, timeout=PATIENCE)

    @cached_property
    def csrf(self) -> str:
        return csrf_in(self.client.get("/export").text)

    def post(self, path: str, **fields: str) -> httpx.Response:
        return self.client.post(path, data={"csrf": self.csrf, **fields})

    def decide(self, about: str, verdict: str, reason: str, **fields: str) -> str:
        """The id of the decision, which was answered as kept."""
        given = {"csrf": self.csrf, "about": about, "verdict": verdict, "reason": reason, **fields}
        answer = self.client.post("/decide", data=given, headers={"Accept": "application/json"})
        assert answer.status_code == 200, answer.text
        return str(json.loads(answer.text)["decision"])


@contextmanager
def served(case: Path, *options: str) -> Iterator[Site]:
    """``onrecord serve`` over this case; afterwards nothing in it may have gone wrong."""
    errors = case.with_name(f"{case.name}-{time.monotonic_ns()}.log")
    command = [str(ONRECORD), "serve", "--case", str(case), "--port", "0", *options]
    with (
        errors.open("w") as log,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True) as process,
    ):
        try:
            assert process.stdout is not None
            said = _ADDRESS.match(process.stdout.readline())
            assert said, errors.read_text()
            yield Site(case, process, said[1], said[2], errors)
        finally:
            process.terminate()
            process.wait(PATIENCE)
    assert "Traceback" not in errors.read_text(), errors.read_text()


def copied(case: Path, folder: Path) -> Path:
    """A copy to decide in."""
    return Path(shutil.copytree(case, folder / "case"))


__all__ = ["BY", "PATIENCE", "Sender", "Site", "copied", "served"]
