"""A progress bar on a terminal, nothing elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

from rich.console import Console
from rich.progress import BarColumn, Progress, Task, TaskID, TextColumn, TimeElapsedColumn
from rich.text import Text

from onrecord.watch import Show, quiet

_PATIENCE = 2.0  # seconds: what is done by then shows no bar


@contextmanager
def bar() -> Iterator[Show]:
    """Shows each step as a line on standard error, when that is a terminal and it takes more than two seconds."""
    error = Console(stderr=True)
    if not error.is_terminal:
        yield quiet
        return
    columns = (TextColumn("{task.description:<12}"), BarColumn(), _Done(""), TimeElapsedColumn())
    progress = Progress(*columns, console=error, transient=True)
    begin = Timer(_PATIENCE, progress.start)
    begin.daemon = True
    begin.start()
    try:
        yield _shown(progress)
    finally:
        begin.cancel()
        begin.join()
        progress.stop()


class _Done(TextColumn):
    """``12/37``, ``12``, or nothing while it cannot be told how far a step is."""

    def render(self, task: Task) -> Text:
        whole = f"/{task.total:.0f}" if task.total is not None else ""
        return Text(f"{task.completed:.0f}{whole}" if whole or task.completed else "")


def _shown(progress: Progress) -> Show:
    tasks: dict[str, TaskID] = {}

    def show(step: str, done: int, total: int | None) -> None:
        if step not in tasks:
            tasks[step] = progress.add_task(step, total=total)
        progress.update(tasks[step], completed=done)

    return show
