#!/usr/bin/env python3
"""The two commands of the README: ``python3 dev.py practice`` and ``python3 dev.py test``. Standard library only.

Both set up ``.venv`` first when it is missing or the lock file changed: uv (installed into a folder of its own when it is not on the
path) makes the environment from ``requirements.lock``, in which every file has its hash.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "lock.sha256"
UV_VERSION = "0.13.9"
# Where Python keeps no bytecode, each of the hundreds of starts in the tests compiles all it loads: 2.0 s in place of 0.9
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def run(*command: object, quiet: bool = False) -> None:
    """Run a command in the checkout; its failure ends the program with its exit code."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL if quiet else None,
    )
    if done.returncode:
        sys.exit(done.returncode)


def uv() -> str:
    """Find uv, or install it beside the checkout's other tools."""
    found = shutil.which("uv")
    if found:
        return found
    home = ROOT / ".cache" / "uv-tool"
    tool = home / ("Scripts" if os.name == "nt" else "bin") / "uv"
    if not tool.exists():
        run(sys.executable, "-m", "venv", home)
        run(tool.with_name("python"), "-m", "pip", "install", "--quiet", f"uv=={UV_VERSION}")
    return str(tool)


def set_up() -> None:
    """Make ``.venv`` hold exactly what the lock file names, and this checkout."""
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        sys.exit(
            f"On Record needs Python 3.11 to 3.13, this is {sys.version.split()[0]}: "
            "run the command again with python3.11, python3.12 or python3.13"
        )
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return
    print("Setting up .venv (once; about a minute) …", file=sys.stderr)
    tool = uv()
    run(tool, "venv", "--quiet", "--clear", "--python", sys.executable, VENV)
    run(tool, "pip", "sync", "--quiet", "--compile-bytecode", "--python", VENV, "--require-hashes", LOCK)
    run(tool, "pip", "install", "--quiet", "--python", VENV, "--no-deps", "--editable", ROOT)
    STAMP.write_text(wanted)


def practice(case: Path) -> None:
    """Read the practice articles into a case and print the record."""
    onrecord = BIN / "onrecord"
    run(onrecord, "run", ROOT / "practice" / "pages", "--case", case)
    run(onrecord, "show", "--case", case)


def test(arguments: list[str]) -> None:
    """Style, types, layers, tests and accuracy floors, in the order of their speed."""
    python = BIN / "python"
    run(BIN / "ruff", "check", "--quiet", ".")
    run(BIN / "ruff", "format", "--check", "--quiet", ".")
    run(BIN / "lint-imports", quiet=True)
    run(BIN / "mypy")
    run(python, "-m", "benchmarks.floors")
    run(python, "-m", "pytest", "-n", "2", "--dist", "loadfile", *arguments)


def main() -> None:
    """Set up if needed, then do what is asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    demo = commands.add_parser("practice", help="set up, read the practice articles, print the record")
    demo.add_argument("--case", type=Path, default=ROOT / "practice-case")
    commands.add_parser("test", help="set up if needed, run all checks and tests; further words go to pytest")
    commands.add_parser("setup", help="only set up")
    given, rest = parser.parse_known_args()
    if rest and given.command != "test":
        parser.error(f"not understood: {' '.join(rest)}")
    set_up()
    if given.command == "practice":
        practice(given.case)
    elif given.command == "test":
        test(rest)


if __name__ == "__main__":
    main()
