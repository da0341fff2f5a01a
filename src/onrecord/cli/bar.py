"""A progress bar on a terminal, nothing elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from onrecord.watch import Show, quiet


@contextmanager
def bar() -> Iterator[Show]:
    """Shows each step as a line on standard error, when that is a terminal."""
    error = Console(stderr=True)
    if not error.is_terminal:
        yield quiet
        return
    columns = (TextColumn("{task.description:<7}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    tasks: dict[str, TaskID] = {}
    with Progress(*columns, console=error, transient=True) as progress:

        def show(step: str, done: int, total: int | None) -> None:
            if step not in tasks:
                tasks[step] = progress.add_task(step, total=total)
            progress.update(tasks[step], completed=done)

        yield show
