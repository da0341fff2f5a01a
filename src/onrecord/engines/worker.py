"""What runs in a worker process of the pool."""

import os
import signal
from collections.abc import Sequence
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Any

from onrecord.engines.work import Group, Opened, Work, through, through_group
from onrecord.stage import Stage

_opened = Opened()  # this process's own: models are opened once and never sent


def begin() -> None:
    """Set a new worker up: the parent alone answers Ctrl-C, and a worker does not outlive it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def ready(stages: Sequence[Stage]) -> None:
    """Open the stages."""
    for stage in stages:
        _opened.of(stage)


def run(stages: Sequence[Stage], batch: Sequence[Any]) -> Work:
    """Send a batch through the stages."""
    return through(stages, batch, _opened)


def run_groups(stage: Stage, groups: Sequence[Group]) -> Work:
    """Run a group stage on whole groups."""
    return through_group(stage, groups, _opened)
