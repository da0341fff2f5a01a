"""The whole program on many articles: speed of each step on one core and peak memory.

``python -m benchmarks.archive [N]`` (default 1,000) makes N articles of about 400 words from paragraphs of the practice pages with other towns
and numbers, runs ``onrecord run`` on them, and prints articles a second of processor time, the same by the clock, and the largest memory of the
process.
"""

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from benchmarks.common import ROOT

ONRECORD = Path(sys.executable).with_name("onrecord")
WORDS = 400
TOWNS = [
    "Kharkiv",
    "Kherson",
    "Sumy",
    "Mykolaiv",
    "Odesa",
    "Lviv",
    "Dnipro",
    "Poltava",
    "Chernihiv",
    "Izium",
    "Bakhmut",
    "Nikopol",
]
PLACES = ["Kramatorsk", "Vinnytsia", "Kremenchuk", "Okhtyrka", "Zaporizhzhia", "Olenivka", "Mariupol"]


def sentences() -> list[str]:
    """Every paragraph of the English practice articles."""
    found = []
    for source in sorted((ROOT / "practice" / "articles").glob("*.toml")):
        for article in tomllib.loads(source.read_text(encoding="utf-8"))["article"]:
            if "language" not in article:
                found += article["body"].strip().split("\n\n")
    return found


def articles(number: int) -> Iterator[dict[str, str]]:
    """The same articles every time."""
    told, chance = sentences(), random.Random(20220224)
    for n in range(number):
        day = date(2022, 3, 1) + timedelta(days=chance.randrange(365))
        town = chance.choice(TOWNS)
        text: list[str] = []
        while sum(len(t.split()) for t in text) < WORDS:
            paragraph = chance.choice(told)
            for place in PLACES:
                paragraph = paragraph.replace(place, town)
            text.append(paragraph.replace("50", str(chance.randrange(2, 90))))
        yield {
            "id": f"a{n}",
            "published": day.isoformat(),
            "title": f"News of {day}",
            "text": "\n\n".join(text),
        }


def main(number: int) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = folder / "articles.jsonl"
        rows.write_text("".join(json.dumps(row) + "\n" for row in articles(number)), encoding="utf-8")
        began = time.perf_counter()
        subprocess.run([ONRECORD, "run", rows, "--case", folder / "case", "--workers", "1"], check=True)
        clock = time.perf_counter() - began
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = used.ru_utime + used.ru_stime
    print(
        f"{number} articles of {WORDS} words: {number / spent:.1f} a second of processor time, {number / clock:.1f} by the clock"
    )
    print(f"peak memory {used.ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
