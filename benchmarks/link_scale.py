"""How linking grows: seconds of one processor, and memory, for 25,000, 50,000 and 100,000 invented claims.

``python -m benchmarks.link_scale [CLAIMS…]``. Pages of 150 words over five years and 3,000 places; incidents have one to sixty reports (a
power law, as news has), a report two to four claims; words follow Zipf's law, and each incident has a few names of its own. The places and
the years stay the same as the claims grow, so places get more crowded, which is the harder case.
"""

import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np

from onrecord.model import (
    Candidate,
    Claim,
    Count,
    Document,
    Harm,
    Interval,
    Kind,
    MadeBy,
    Passage,
    Place,
    Precision,
    Reading,
)
from onrecord.stages.link import link
from onrecord.stages.settle import SETTLE

SIZES = (25_000, 50_000, 100_000)
MADE = MadeBy("invented", 1)
FIRST, DAYS, PLACES, WORDS, LENGTH = date(2019, 1, 1), 1825, 3000, 30_000, 150
ZIPF = np.cumsum(1 / np.arange(1, WORDS + 1)) / np.sum(1 / np.arange(1, WORDS + 1))
KINDS = (Kind.SHELLING, Kind.AIR_STRIKE, Kind.SHOOTING, Kind.BOMBING, Kind.ARMED_CLASH)


def invented(claims: int, seed: int = 7) -> list[Reading]:
    """Settled readings with about that many claims."""
    draw = np.random.default_rng(seed)
    places = [_place(draw, n) for n in range(PLACES)]
    readings: list[Reading] = []
    told = incident = 0
    while told < claims:
        for reading in _incident(draw, incident, places):
            readings.append(reading)
            told += len(reading.claims)
        incident += 1
    return list(SETTLE.run(readings, None))


def _place(draw: np.random.Generator, n: int) -> Candidate:
    lat, lon = draw.uniform(30, 52), draw.uniform(20, 50)
    return Candidate(f"Town{n}", float(lat), float(lon), "XX", Precision.SETTLEMENT, n, f"Region{n % 40}")


def _incident(draw: np.random.Generator, n: int, places: list[Candidate]) -> Iterator[Reading]:
    place = places[int(PLACES * draw.power(0.5))]
    day = FIRST + timedelta(days=int(draw.integers(DAYS)))
    kind = KINDS[int(draw.integers(len(KINDS)))]
    killed = int(draw.geometric(0.3))
    own = " ".join(f"Name{n}x{k}" for k in range(5))
    for report in range(min(60, int(draw.zipf(2.0)))):
        common = " ".join(f"w{w}" for w in np.searchsorted(ZIPF, draw.random(LENGTH)))
        text = f"the strike hit {place.name} and {own} then {common}"
        published = day + timedelta(days=int(draw.geometric(0.6)))
        document = Document(f"doc-{n}-{report}", f"capture-{n}", text, MADE, published=published)
        made = int(draw.integers(2, 5))
        yield Reading(
            document, claims=tuple(_claim(document, k, kind, place, day, killed) for k in range(made))
        )


def _claim(document: Document, n: int, kind: Kind, place: Candidate, day: date, killed: int) -> Claim:
    words = Passage.of(document.text, 4 + n, 10)
    return Claim(
        id="",
        document=document.id,
        made_by=(MADE,),
        kind=kind,
        trigger=words,
        sentence=Passage.of(document.text, 0, 60),
        counts=(Count(Harm.KILLED, killed, killed, words),) if n == 0 else (),
        place=Place(words, place, "invented"),
        when=Interval(day, day, "invented"),
    )


def main() -> None:
    """Print a line for each size."""
    for size in map(int, sys.argv[1:] or SIZES):
        readings = invented(size)
        claims = sum(len(r.claims) for r in readings)
        began = time.process_time()
        links = sum(1 for _ in link(readings))
        seconds = time.process_time() - began
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{claims:7} claims in {len(readings):6} documents: {links:7} links, {seconds:6.1f} s, peak {memory:5.0f} MB",
            flush=True,
        )


if __name__ == "__main__":
    main()
