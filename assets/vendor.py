"""Brings the workbench's browser libraries into the tree: ``python assets/vendor.py``, or ``--check`` without the network.

Each file is exactly the one that the package publishes; HASHES.json beside them says which package, version and SHA-256.
Standard library only; needs ``npm`` to fetch, nothing to check.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SERVED = ROOT / "src/onrecord/workbench/static/vendor"
FOR_TESTS = ROOT / "tests/workbench/vendor"
LICENCES = Path(__file__).resolve().parent / "licences"  # of packages that ship none
HASHES = "HASHES.json"


@dataclass(frozen=True, slots=True)
class Package:
    """A package at a version: which files to take (path in the package → name here), and where its licence text is."""

    name: str
    version: str
    files: dict[str, str]
    folder: Path = SERVED
    licence: str = "LICENSE"

    @property
    def licence_name(self) -> str:
        """The name of the licence text beside the files."""
        return f"{self.name.removesuffix('.org')}.LICENSE.txt"


PACKAGES = (
    Package("htmx.org", "2.0.11", {"dist/htmx.min.js": "htmx.min.js"}),
    Package(
        "maplibre-gl",
        "6.17.0",
        {f"dist/{name}": name for name in ("maplibre-gl.mjs", "maplibre-gl-worker.mjs", "maplibre-gl.css")},
        licence="LICENSE.txt",
    ),
    Package("pmtiles", "4.5.0", {"dist/pmtiles.js": "pmtiles.js"}, licence=""),
    Package("fflate", "0.8.2", {}),  # its code is inside pmtiles.js
    Package(
        "axe-core",
        "4.14.1",
        {"axe.min.js": "axe.min.js", "LICENSE-3RD-PARTY.txt": "axe-core.LICENSE-3RD-PARTY.txt"},
        folder=FOR_TESTS,
    ),
)


def main() -> None:
    """Fetch and write, or check what is there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="only compare the files with their hashes")
    if not parser.parse_args().check:
        fetch()
    wrong = [line for folder in (SERVED, FOR_TESTS) for line in differences(folder)]
    if wrong:
        sys.exit("\n".join(wrong) + "\nTo bring back what is published: python assets/vendor.py")


def fetch() -> None:
    """Download every package and write its files, licence texts and hashes; files of no package are deleted."""
    listed: dict[Path, dict[str, dict[str, str]]] = {SERVED: {}, FOR_TESTS: {}}
    for package in PACKAGES:
        for name, content in _download(package).items():
            package.folder.mkdir(parents=True, exist_ok=True)
            (package.folder / name).write_bytes(content)
            digest = hashlib.sha256(content).hexdigest()
            entry = {"package": package.name, "version": package.version, "sha256": digest}
            listed[package.folder][name] = entry
    for folder, files in listed.items():
        for path in folder.iterdir():
            if path.name not in files:
                path.unlink()
        (folder / HASHES).write_text(json.dumps(files, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _download(package: Package) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        wanted = f"{package.name}@{package.version}"
        subprocess.run(["npm", "pack", "--silent", wanted], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            taken = {name: _member(archive, path) for path, name in package.files.items()}
            own = LICENCES / package.licence_name
            licence = _member(archive, package.licence) if package.licence else own.read_bytes()
    return {**taken, package.licence_name: licence}


def _member(archive: tarfile.TarFile, path: str) -> bytes:
    file = archive.extractfile(f"package/{path}")
    if file is None:
        raise FileNotFoundError(f"{path} is not a file of the package")
    return file.read()


def differences(folder: Path) -> list[str]:
    """What in a folder is not as its HASHES.json says, one line each."""
    listed = json.loads((folder / HASHES).read_text(encoding="utf-8"))
    there = {path.name for path in folder.iterdir()} - {HASHES}
    wrong = [f"{folder / name}: in no package" for name in sorted(there - set(listed))]
    for name, entry in listed.items():
        path = folder / name
        if name not in there:
            wrong.append(f"{path}: missing")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != entry["sha256"]:
            wrong.append(f"{path}: not the file of {entry['package']} {entry['version']}")
    return wrong


if __name__ == "__main__":
    main()
