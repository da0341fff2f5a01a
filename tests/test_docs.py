"""What is generated is up to date, what is documented exists, what is linked is there."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def test_generated_pages_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "build.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_files_that_a_page_names_exist(page: Path) -> None:
    named = re.findall(
        r"(?:docs|tests|benchmarks|practice|src)/[\w./-]+\.\w+", page.read_text(encoding="utf-8")
    )
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_commands_that_a_page_names_exist(page: Path) -> None:
    modules = re.findall(r"python -m benchmarks\.(\w+)", page.read_text(encoding="utf-8"))
    assert [m for m in modules if not (ROOT / "benchmarks" / f"{m}.py").exists()] == []


def test_practice_pages_are_what_their_sources_make(tmp_path: Path) -> None:
    code = f"import sys; sys.path.insert(0, {str(ROOT / 'practice')!r}); import build, pathlib; build.build(pathlib.Path({str(tmp_path)!r}))"
    subprocess.run([sys.executable, "-c", code], check=True)
    made = {p.relative_to(tmp_path): p.read_bytes() for p in tmp_path.rglob("*.html")}
    pages = ROOT / "practice" / "pages"
    assert made == {p.relative_to(pages): p.read_bytes() for p in pages.rglob("*.html")}
