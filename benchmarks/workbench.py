"""The workbench on a large case, from the outside: ``python -m benchmarks.workbench CASE [--people 50] [--seconds 20]``.

CASE is made by ``python -m benchmarks.big_case CASE`` (100,000 pages, 20,000 incidents). The real program serves it in a process of its own;
printed are the time until it answers (with its index made anew with ``--anew``), what one person alone waits for each kind of page, first paint
and the map's points in headless Chromium, many people clicking at once, decisions, and the server's memory after all of it. Milliseconds.
"""

import argparse
import asyncio
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil  # type: ignore[import-untyped]
from playwright.sync_api import sync_playwright
from tests.workbench.browser import launch

from benchmarks.load import clicks, timed

ONRECORD = Path(sys.executable).with_name("onrecord")
_ADDRESS = re.compile(r"(http://[^/\s]+)(/enter\?token=\S+)")
FILTERS = (
    "", "kind=shelling", "status=contested&since=2023-01-01&until=2023-06-30", "says=official&origins=2", "precision=region",
    "review=confirmed", "place=UA", "box=30,45,40,52", "shelf=no+place", "language=ar&kind=air_strike",
)  # fmt: skip
SEARCHES = ("killed", "hospital", "market officials", "лікарня", "مستشفى", '"said on"', "zzzz")
PAINT = """
() => new Promise((done) => new PerformanceObserver((list) => {
  const found = list.getEntries().find((entry) => entry.name === 'first-contentful-paint');
  if (found) done(found.startTime);
}).observe({ type: 'paint', buffered: true }))
"""


@dataclass(frozen=True)
class Served:
    """A running workbench: `base` address, the cookie of the person who came in, and its process."""

    base: str
    cookie: tuple[str, str]
    process: psutil.Process
    client: httpx.Client


@contextmanager
def served(case: Path) -> Iterator[Served]:
    """The real program, from its printed address to its end."""
    command = [str(part) for part in (ONRECORD, "serve", "--case", case, "--port", 0)]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        try:
            found = _ADDRESS.search(next(iter(program.stdout or ()), ""))
            assert found, "no address was printed"
            print(f"serving after {time.perf_counter() - began:.1f} s")
            with httpx.Client(base_url=found[1], timeout=60, trust_env=False) as client:
                client.get(found[2])
                cookie = next(iter(client.cookies.items()))
                yield Served(found[1], cookie, psutil.Process(program.pid), client)
        finally:
            program.terminate()


def alone(site: Served, incidents: Sequence[str], documents: Sequence[str]) -> None:
    """What one person waits for."""
    kinds = {
        "overview, filtered": [f"/?{query}" for query in FILTERS],
        "overview, searched": [f"/?q={words}" for words in SEARCHES],
        "points of the map": [f"/points.json?{query}" for query in FILTERS[:4]],
        "incident": [f"/incident/{id_}" for id_ in incidents],
        "document": [f"/document/{id_}" for id_ in documents],
        "pages, searched": [f"/pages?q={words}" for words in SEARCHES],
        "queue": ["/queue"],
    }
    for name, paths in kinds.items():
        first = [timed(site.client, path, 1)[0] for path in paths]
        again = [timed(site.client, path, 4)[0] for path in paths]
        slowest = paths[first.index(max(first))][:50]
        print(f"{name:20} first asked: median {middle(first):5.0f}, slowest {max(first):5.0f} ({slowest})")
        print(f"{'':20} asked again: median {middle(again):5.0f}, slowest {max(again):5.0f}")


def middle(times: Sequence[float]) -> float:
    """The median."""
    return sorted(times)[len(times) // 2]


def painted(site: Served) -> None:
    """First paint and the time until the map has its points, of a browser that has our files already."""
    with sync_playwright() as playwright:
        browser = launch(playwright, "--use-angle=swiftshader", "--enable-unsafe-swiftshader")
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        name, value = site.cookie
        context.add_cookies([{"name": name, "value": value, "url": site.base}])
        page = context.new_page()
        page.goto(site.base)
        for _ in range(3):
            page.goto(site.base)
            first = page.evaluate(PAINT)
            began = time.perf_counter()
            page.wait_for_selector(".map.ready", timeout=60_000)
            print(
                f"overview in Chromium: first paint {first:.0f}, map with its points {1000 * (time.perf_counter() - began):.0f} later"
            )
        browser.close()


def decisions(site: Served, incidents: Sequence[str], number: int = 20) -> None:
    """Accepting, one after another, each on the disk and in the index before it is answered; taken back at the end."""
    page = site.client.get(f"/incident/{incidents[0]}").text
    found = re.search(r'name="csrf" value="([^"]+)"', page)
    assert found
    headers = {"X-CSRF": found[1], "Accept": "application/json", "Origin": site.base}
    taken, made = [], []
    for id_ in incidents[:number]:
        began = time.perf_counter()
        form = {"about": id_, "verdict": "unsure", "reason": "a benchmark"}
        answer = site.client.post("/decide", data=form, headers=headers)
        answer.raise_for_status()
        taken.append(1000 * (time.perf_counter() - began))
        made.append(answer.json()["decision"])
    for id_ in made:
        form = {"decision": id_, "reason": "the benchmark is over"}
        site.client.post("/undo", data=form, headers=headers).raise_for_status()
    print(f"a decision             median {middle(taken):6.0f}   slowest {max(taken):6.0f}")


def memory(site: Served) -> str:
    """Of the server now, in MB."""
    return f"{site.process.memory_info().rss / 1e6:.0f} MB"


def main() -> None:
    """All of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("case", type=Path)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--anew", action="store_true", help="make the index anew first, and time it")
    given = parser.parse_args()
    if given.anew:
        for file in given.case.glob("index.sqlite*"):
            file.unlink()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before")
    with served(given.case) as site:
        print(f"memory at the start    {memory(site)}")
        first = re.findall(r'href="/incident/([^"]+)"', site.client.get("/").text)
        incidents = list(dict.fromkeys(first))[:30]
        pages = site.client.get("/pages").text
        documents = list(dict.fromkeys(re.findall(r'href="/document/([^"?#]+)', pages)))[:20]
        alone(site, incidents, documents)
        decisions(site, incidents)
        painted(site)
        paths = [
            *(f"/?{q}" for q in FILTERS),
            *(f"/incident/{i}" for i in incidents),
            *(f"/document/{d}" for d in documents),
            "/queue",
        ]
        cookie = "=".join(site.cookie)
        report = asyncio.run(clicks(site.base, cookie, paths, people=given.people, seconds=given.seconds))
        print(*report.lines(), sep="\n")
        print(f"memory at the end      {memory(site)}")


if __name__ == "__main__":
    main()
