"""From examples to word pieces: which pieces carry which label."""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from training.reader.network import ROLES

LONGEST = 320  # word pieces; what lies behind is cut off (none of the 28,000 windows on news text)


@dataclass
class Example:
    """One window; labels by position of word pieces."""

    task: str
    id: str
    ids: list[int]
    offsets: list[tuple[int, int]]
    tags: list[int] | None = None  # of the task's own group
    events: list[tuple[int, int, int]] = field(default_factory=list)  # first, last, class
    related: list[tuple[int, int, int, list[int]]] = field(
        default_factory=list
    )  # first, last, relation, pieces


def examples(path: Path, tokenizer: Tokenizer, part: str) -> list[Example]:
    """All examples of a part."""
    with path.open(encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["part"] == part]
    encoded = tokenizer.encode_batch([row["text"] for row in rows])
    return [_example(row, e.ids[:LONGEST], e.offsets[:LONGEST]) for row, e in zip(rows, encoded, strict=True)]


def _example(row: dict[str, Any], ids: list[int], offsets: list[tuple[int, int]]) -> Example:
    one = Example(row["task"], row["id"], ids, offsets)
    match row["task"]:
        case "stance":
            one.events = [(*at, e[2]) for e in row["events"] if (at := one_span(offsets, e[0], e[1]))]
        case "place":
            one.related = [
                (*at, 2, _all(offsets, e[2])) for e in row["events"] if (at := one_span(offsets, e[0], e[1]))
            ]
        case "said":
            one.tags = [0] * len(ids)
            for start, end, source, content in row["cues"]:
                if at := one_span(offsets, start, end):
                    one.related += [(*at, 0, _all(offsets, source)), (*at, 1, _all(offsets, content))]
                    _tag(one.tags, at, 0)
        case "roles":
            one.tags = [0] * len(ids)
            for start, end, role in sorted(row["spans"], key=lambda s: s[0] - s[1]):  # the longest first
                if (at := one_span(offsets, start, end)) and not any(one.tags[at[0] : at[1] + 1]):
                    _tag(one.tags, at, ROLES.index(role))
    return one


def _tag(tags: list[int], at: tuple[int, int], kind: int) -> None:
    tags[at[0] : at[1] + 1] = [1 + 2 * kind, *[2 + 2 * kind] * (at[1] - at[0])]


def one_span(offsets: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    """First and last word piece that overlap a stretch of text; None when it was cut off."""
    found = _all(offsets, [[start, end]])
    return (found[0], found[-1]) if found else None


def _all(offsets: Sequence[tuple[int, int]], spans: Sequence[Sequence[int]]) -> list[int]:
    return [
        n for n, (a, b) in enumerate(offsets) if b > a and any(a < end and b > start for start, end in spans)
    ]


def batches(all_: Sequence[Example], pieces: int, chance: random.Random) -> Iterator[list[Example]]:
    """Batches of one task and of like length, up to about `pieces` word pieces, in random order."""
    made: list[list[Example]] = []
    for task in sorted({e.task for e in all_}):
        of = [e for e in all_ if e.task == task]
        of.sort(key=lambda e: len(e.ids) + chance.uniform(0, 12))
        batch: list[Example] = []
        for one in of:
            if batch and (len(batch) + 1) * len(one.ids) > pieces:
                made.append(batch)
                batch = []
            batch.append(one)
        made.append(batch)
    chance.shuffle(made)
    yield from made
