"""The whole program on many articles: speed of each step on one core and peak memory.

``python -m benchmarks.archive [N [WORDS [WORKERS]]]`` (default 1,000, 400 and 1) makes N articles of about WORDS words: one paragraph in four
is from the practice pages with other towns and numbers, the others harm nobody. It runs ``onrecord run`` on them, and prints articles a second
of processor time, the same by the clock, and the memory of the largest process.
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

PEACE = [
    "The council of {town} met on Tuesday to speak about the water supply. Several members asked for new pipes "
    "before the winter, and the mayor promised a plan by the end of the month. The meeting lasted until late in the "
    "evening.",
    "Prices for wheat and maize rose again last week, traders in {town} said. Exporters wait for a decision about "
    "the ports, which handled {n} ships in the spring. The ministry of agriculture expects a smaller harvest than "
    "last year.",
    "A theatre company from {town} opened its season with a comedy. The hall was sold out for {n} evenings, its "
    "director told reporters, and the actors will travel to three other regions in the summer.",
    "Schools in {town} will begin two weeks later this year. The education department said that {n} classrooms are "
    "being repaired and that lessons will be held online until then. Parents were asked to register by Friday.",
    "The railway has added {n} trains between {town} and the capital for the holidays. Tickets can be bought at the "
    "station or by telephone. Passengers are asked to arrive early.",
    "Scientists at the university of {town} have counted {n} kinds of birds on the river islands. The study took "
    "four years and was paid for by a foundation. Its authors hope that the islands will become a park.",
]


def sentences() -> list[str]:
    """Every paragraph of the English practice articles."""
    found = []
    for source in sorted((ROOT / "practice" / "articles").glob("*.toml")):
        for article in tomllib.loads(source.read_text(encoding="utf-8"))["article"]:
            if "language" not in article:
                found += article["body"].strip().split("\n\n")
    return found


def articles(number: int, words: int) -> Iterator[dict[str, str]]:
    """The same articles every time."""
    told, chance = sentences(), random.Random(20220224)
    for n in range(number):
        day = date(2022, 3, 1) + timedelta(days=chance.randrange(365))
        town = chance.choice(TOWNS)
        text: list[str] = []
        while sum(len(t.split()) for t in text) < words:
            paragraph = chance.choice(told if len(text) % 4 == 0 else PEACE)
            for place in PLACES:
                paragraph = paragraph.replace(place, "{town}")
            some = str(chance.randrange(2, 90))
            text.append(paragraph.replace("{town}", town).replace("{n}", some).replace("50", some))
        yield {
            "id": f"a{n}",
            "published": day.isoformat(),
            "title": f"News of {day}",
            "text": "\n\n".join(text),
        }


def main(number: int = 1_000, words: int = 400, workers: int = 1) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = folder / "articles.jsonl"
        rows.write_text("".join(json.dumps(row) + "\n" for row in articles(number, words)), encoding="utf-8")
        began = time.perf_counter()
        subprocess.run(
            [ONRECORD, "run", rows, "--case", folder / "case", "--workers", str(workers)], check=True
        )
        clock = time.perf_counter() - began
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = used.ru_utime + used.ru_stime
    print(
        f"{number} articles of {words} words: {number / spent:.1f} a second of processor time, {number / clock:.1f} by the clock"
    )
    print(f"peak memory {used.ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
