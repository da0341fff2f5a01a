"""Vendored files are the ones that were published, their licences lie beside them, and nothing of ours names where they came from."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = [ROOT / "src/onrecord/workbench/static/vendor", ROOT / "tests/workbench/vendor"]
# Put together here, so that this file names none either
HOSTS = [
    f"{name}.{end}"
    for name, end in (("npmjs", "org"), ("npmjs", "com"), ("pypi", "org"), ("pythonhosted", "org"))
]
HOSTS += [f"{name}.{end}" for name, end in (("unpkg", "com"), ("jsdelivr", "net"), ("debian", "org"))]
OURS = (".py", ".js", ".mjs", ".css", ".html", ".md", ".toml", ".lock", ".tsv", ".json", ".sh", ".txt")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_files_are_those_of_the_list(folder: Path) -> None:
    listed = json.loads((folder / "HASHES.json").read_text(encoding="utf-8"))
    there = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
    del there["HASHES.json"]
    assert there == {name: entry["sha256"] for name, entry in listed.items()}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_each_package_has_its_licence(folder: Path) -> None:
    listed = json.loads((folder / "HASHES.json").read_text(encoding="utf-8"))
    packages = {entry["package"] for entry in listed.values()}
    assert packages == {entry["package"] for name, entry in listed.items() if ".LICENSE" in name}
    assert not list(folder.glob("*.map"))


def test_check_tells_a_changed_file(tmp_path: Path) -> None:
    script = ROOT / "assets/vendor.py"
    assert subprocess.run([sys.executable, script, "--check"], check=False).returncode == 0
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/vendor.py").write_bytes(script.read_bytes())
    for folder in FOLDERS:
        copy = tmp_path / folder.relative_to(ROOT)
        copy.mkdir(parents=True)
        for path in folder.iterdir():
            (copy / path.name).write_bytes(path.read_bytes() + (b" " if path.name == "htmx.min.js" else b""))
    checked = [sys.executable, str(tmp_path / "assets/vendor.py"), "--check"]
    done = subprocess.run(checked, check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert "htmx.min.js: not the file of htmx.org" in done.stderr


def test_no_file_of_ours_names_a_registry() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    own = [
        ROOT / name for name in listed.stdout.splitlines() if "/vendor/" not in name and name.endswith(OURS)
    ]
    named = [
        path.name for path in own if path.is_file() and any(h.encode() in path.read_bytes() for h in HOSTS)
    ]
    assert len(own) > 100
    assert named == []
