"""Many people clicking at once on a server of this machine, and one person clicking alone: how long answers take, and what goes wrong.

The driver is one process beside the server, so that what people wait for holds a millisecond or so of its own for each click, and more where
both fight for the processor. It asks only this machine, follows no redirect and uses no proxy.
"""

import asyncio
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from random import Random
from time import perf_counter
from urllib.parse import urlsplit

import httpx

_OURS = frozenset({"127.0.0.1", "localhost", "::1"})
_PAUSE = 0.200  # seconds at most between an answer and the next click
_PATIENCE = 30.0  # seconds until a person gives up: an error


@dataclass(frozen=True, slots=True)
class Figures:
    """Of a group of answers: how many, how many went wrong, and how long the others took, in milliseconds (0 where there was none)."""

    count: int
    errors: int
    p50: float
    p95: float
    p99: float
    max: float

    def __str__(self) -> str:
        times = f"p50 {self.p50:.0f}, p95 {self.p95:.0f}, p99 {self.p99:.0f}, max {self.max:.0f} ms"
        return f"{self.count:,} answers, {self.errors:,} errors; {times}"


@dataclass(frozen=True, slots=True)
class Report:
    """`groups` by the first part of the path; `wrong` says how often each thing went wrong (``"/queue: 500"``)."""

    people: int
    seconds: float
    all: Figures
    groups: Mapping[str, Figures]
    wrong: Mapping[str, int]

    def lines(self) -> Iterator[str]:
        """As it is printed."""
        a_second = self.all.count / self.seconds
        yield f"{self.people} people, {self.seconds:.1f} s, {a_second:.0f} answers a second: {self.all}"
        yield from (f"  {name}: {figures}" for name, figures in self.groups.items())
        yield from (f"  wrong: {what}, {count} times" for what, count in self.wrong.items())


@dataclass(frozen=True, slots=True)
class _Answer:
    group: str
    seconds: float
    wrong: str | None


async def clicks(base_url: str, cookie: str, paths: Sequence[str], *, people: int, seconds: float) -> Report:
    """Let `people` click for `seconds`: each waits for the answer, pauses 0 to 200 ms and takes the next path.

    Everyone goes round all paths, each from a place of their own. `cookie` is sent as it is (``name=value``; empty: none). An answer that is
    neither 2xx nor 3xx, or none within 30 s, is an error.

    Raises:
        ValueError: another machine, no path, or a path that is not one.
    """
    _check(base_url, paths)
    headers = {"cookie": cookie} if cookie else {}
    limits = httpx.Limits(max_connections=people, max_keepalive_connections=people)
    async with httpx.AsyncClient(
        base_url=base_url, headers=headers, limits=limits, timeout=_PATIENCE, trust_env=False
    ) as client:
        began = perf_counter()
        everyone = (_person(client, paths, who, people, began + seconds) for who in range(people))
        answers = [answer for one in await asyncio.gather(*everyone) for answer in one]
    return _report(answers, people, perf_counter() - began)


async def _person(
    client: httpx.AsyncClient, paths: Sequence[str], who: int, people: int, until: float
) -> list[_Answer]:
    """At least one click, however slow the machine is."""
    draw, at, answers = Random(who), who * len(paths) // people, list[_Answer]()
    while not answers or perf_counter() < until:
        answers.append(await _click(client, paths[at % len(paths)]))
        at += 1
        await asyncio.sleep(draw.uniform(0, _PAUSE))
    return answers


async def _click(client: httpx.AsyncClient, path: str) -> _Answer:
    began, name = perf_counter(), group(path)
    try:
        answer = await client.get(path, follow_redirects=False)
    except httpx.HTTPError as error:
        return _Answer(name, perf_counter() - began, f"{name}: {type(error).__name__}")
    wrong = None if 200 <= answer.status_code < 400 else f"{name}: {answer.status_code}"
    return _Answer(name, perf_counter() - began, wrong)


def group(path: str) -> str:
    """The first part of a path: ``/incident`` of ``/incident/incident-0f3a?tab=map``."""
    return "/" + urlsplit(path).path.strip("/").partition("/")[0]


def timed(client: httpx.Client, path: str, times: int = 20) -> tuple[float, float]:
    """How long one person alone waits for a path, in milliseconds: the median and the 95th percentile of so many times.

    Raises:
        ValueError: the client's `base_url` is another machine, or the path is not one.
        httpx.HTTPError: no answer, or one that is neither 2xx nor 3xx.
    """
    _check(str(client.base_url), [path])
    taken = []
    for _ in range(times):
        began = perf_counter()
        answer = client.get(path, follow_redirects=False)
        taken.append(1000 * (perf_counter() - began))
        if not answer.has_redirect_location:
            answer.raise_for_status()
    return percentile(taken, 50), percentile(taken, 95)


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that so many of a hundred do not exceed (nearest rank); 0 of none."""
    ordered = sorted(values)
    return ordered[max(0, ceil(len(ordered) * share / 100) - 1)] if ordered else 0.0


def _report(answers: Sequence[_Answer], people: int, seconds: float) -> Report:
    names = sorted({a.group for a in answers})
    groups = {name: _figures([a for a in answers if a.group == name]) for name in names}
    wrong = Counter(a.wrong for a in answers if a.wrong)
    return Report(people, seconds, _figures(answers), groups, dict(wrong.most_common()))


def _figures(answers: Sequence[_Answer]) -> Figures:
    good = [1000 * a.seconds for a in answers if a.wrong is None]
    p50, p95, p99 = (percentile(good, share) for share in (50, 95, 99))
    return Figures(len(answers), len(answers) - len(good), p50, p95, p99, max(good, default=0.0))


def _check(base_url: str, paths: Sequence[str]) -> None:
    parts = urlsplit(base_url)
    if parts.scheme not in ("http", "https") or parts.hostname not in _OURS:
        raise ValueError(f"{base_url!r} is not on this machine: give http://127.0.0.1:PORT")
    strange = [p for p in paths if not p.startswith("/") or p.startswith(("//", "/\\"))]
    if strange or not paths:
        raise ValueError(f"{strange[0]!r} is no path" if strange else "there is no path to click on")


__all__ = ["Figures", "Report", "clicks", "group", "percentile", "timed"]
