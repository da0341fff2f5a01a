"""Make the generated pages of ``docs/``: ``python docs/build.py`` writes them, ``--check`` says which are out of date.

``docs/reference/commands.md`` and ``settings.md`` come from the program itself; ``docs/record.svg`` is what ``onrecord show`` prints about the
practice case (only written when a case is named: ``--case practice-case``).
"""

import argparse
import ast
import inspect
import re
import sys
from collections.abc import Iterator
from dataclasses import fields
from enum import EnumType
from itertools import pairwise
from pathlib import Path
from typing import Any

import typer.main
from rich.console import Console

from onrecord import settings as settings_module
from onrecord.cli import app, show
from onrecord.settings import Settings
from onrecord.store.case import Case
from onrecord.store.record import record_of

HERE = Path(__file__).resolve().parent
NOTE = "<!-- made by docs/build.py: change the program, not this page -->\n\n"


def commands() -> str:
    """Every command with its arguments and options."""
    group: Any = typer.main.get_command(app)
    parts = [f"# Commands\n\n{NOTE}{group.help}\n"]
    for name, command in _leaves(group, "onrecord"):
        parts.append(f"## `{name}`\n{command.help}\n\n| | |\n|---|---|\n" + "".join(_parameters(command)))
    return "\n".join(parts)


def _leaves(group: Any, name: str) -> Iterator[tuple[str, Any]]:
    for word, command in sorted(group.commands.items()):
        if hasattr(command, "commands"):
            yield from _leaves(command, f"{name} {word}")
        else:
            yield f"{name} {word}", command


def _parameters(command: Any) -> Iterator[str]:
    for one in command.params:
        if one.name == "help":
            continue
        word = one.opts[0] if one.param_type_name == "option" else (one.metavar or one.name.upper())
        metavar = f" {one.metavar}" if one.param_type_name == "option" and one.metavar else ""
        kind = "required. " if one.required else ""
        among = f" One of {', '.join(one.bare_type)}." if isinstance(one.bare_type, EnumType) else ""
        yield f"| `{word}{metavar}` | {kind}{one.help or ''}{among} |\n"


def settings() -> str:
    """Every setting with its default and the docstring under it."""
    tree = ast.parse(inspect.getsource(settings_module))
    body = next(node for node in tree.body if isinstance(node, ast.ClassDef)).body
    told = {
        before.target.id: str(after.value.value)
        for before, after in pairwise(body)
        if isinstance(before, ast.AnnAssign)
        and isinstance(before.target, ast.Name)
        and isinstance(after, ast.Expr)
        and isinstance(after.value, ast.Constant)
    }
    rows = [f"| `ONRECORD_{f.name.upper()}` | {_default(f)} | {told[f.name]} |\n" for f in fields(Settings)]
    return (
        f"# Settings\n\n{NOTE}Read once, from the environment.\n\n| variable | default | what |\n|---|---|---|\n"
        + "".join(rows)
    )


def _default(field: Any) -> str:
    return f"`{field.default}`" if isinstance(field.default, int | str) else "the user's cache folder"


def picture(case: Path) -> str:
    """The table of a case as an SVG picture, without any font from elsewhere."""
    console = Console(record=True, width=172, file=Path("/dev/null").open("w", encoding="utf-8"))
    with Case.open(case) as opened:
        console.print(show.table(record_of(opened)))
    return re.sub(r"@font-face \{.*?\}\s*", "", console.export_svg(title="onrecord show"), flags=re.DOTALL)


PAGES = {HERE / "reference" / "commands.md": commands, HERE / "reference" / "settings.md": settings}


def main() -> None:
    """Write or check the pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--case", type=Path)
    given = parser.parse_args()
    old = [
        path
        for path, make in PAGES.items()
        if not path.exists() or path.read_text(encoding="utf-8") != make()
    ]
    if given.check:
        sys.exit(
            "\n".join(f"{p.relative_to(HERE)} is out of date: run python docs/build.py" for p in old) or 0
        )
    for path in old:
        path.write_text(PAGES[path](), encoding="utf-8")
    if given.case:
        (HERE / "record.svg").write_text(picture(given.case), encoding="utf-8")


if __name__ == "__main__":
    main()
