"""Training examples from the developer cases, as one JSON Lines file: ``python -m training.reader.examples FILE``.

Every example is a window of text with the labels of one task; offsets are characters of the window.

* ``stance`` (stance-dev): `events` [start, end, class], 0 happened, 1 did not happen, 2 uncertain;
* ``place`` (eventplace-dev): `events` [start, end, [[start, end] of each place where it happened]];
* ``said`` (attribution-train, attribution-dev): `cues` [start, end, sources, contents];
* ``roles`` (muc-train, muc-dev): `spans` [start, end, role].

`part` is ``train`` or ``held``. Cases that have no part of their own for training are split by a hash of the id: a fifth is held out, and
nothing of it is trained on. attribution-dev and muc-dev are wholly held out.
"""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.common import gold, readings
from benchmarks.split import held_out

from onrecord.model import Parse, Reading
from onrecord.resources.reader.windows import windows

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")

Row = dict[str, Any]
Span = tuple[int, int]


def main(path: str) -> None:
    """Write all examples, and print how many of each task and part there are."""
    made = [*stances(), *places(), *attributions(), *roles()]
    Path(path).write_text(
        "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in made), encoding="utf-8"
    )
    for task in ("stance", "place", "said", "roles"):
        of = [row for row in made if row["task"] == task]
        held = sum(row["part"] == "held" for row in of)
        print(f"{task}: {len(of) - held} windows to train on, {held} held out")


def stances() -> Iterator[Row]:
    """Sentences with event words and whether those happened."""
    for reading, marked in zip(readings("stance-dev"), gold("stance-dev"), strict=True):
        events = [[e["start"], e["end"], _class(e["label"])] for e in marked["events"]]
        yield _row("stance", reading, _part(reading.document.id), reading.document.text, events=events)


def _class(label: float) -> int:
    return 0 if label >= 1 else 1 if label <= -1 else 2


def places() -> Iterator[Row]:
    """Sentences with event words and the places where those happened."""
    for reading, marked in zip(readings("eventplace-dev"), gold("eventplace-dev"), strict=True):
        events = [
            [e["verb"]["start"], e["verb"]["end"], [[p["start"], p["end"]] for p in e["places"]]]
            for e in marked["events"]
        ]
        yield _row("place", reading, _part(reading.document.id), reading.document.text, events=events)


def _part(id_: str) -> str:
    return "held" if held_out(id_) else "train"


def attributions() -> Iterator[Row]:
    """Windows with cues, and the source and content of each as far as they lie in the window."""
    for case, part in (("attribution-train", "train"), ("attribution-dev", "held")):
        for reading, marked in zip(readings(case), gold(case), strict=True):
            for start, end in windows(_parse(reading)):
                cues = [_said(a, start, end) for a in marked["attributions"] if a.get("cue")]
                yield _row(
                    "said",
                    reading,
                    part,
                    reading.document.text[start:end],
                    cues=[c for c in cues if c],
                    start=start,
                )


def _said(one: Row, start: int, end: int) -> list[Any] | None:
    cue = one["cue"]
    if not start <= cue["start"] < cue["end"] <= end:
        return None
    return [
        cue["start"] - start,
        cue["end"] - start,
        *(_within(one.get(k), start, end) for k in ("source", "content")),
    ]


def _within(part: Row | None, start: int, end: int) -> list[list[int]]:
    """The stretches of a part that lie in the window, cut at its ends."""
    if not part:
        return []
    spans = [(s["start"], s["end"]) if isinstance(s, dict) else tuple(s) for s in part.get("spans") or [part]]
    return [[max(a, start) - start, min(b, end) - start] for a, b in spans if a < end and b > start]


def roles() -> Iterator[Row]:
    """Windows with every mention of those who fill a role in a template of the document."""
    for case, part in (("muc-train", "train"), ("muc-dev", "held")):
        for reading, marked in zip(readings(case), gold(case), strict=True):
            found = list(_mentions(reading.document.text, marked["templates"]))
            for start, end in windows(_parse(reading)):
                here = [[a - start, b - start, role] for a, b, role in found if start <= a and b <= end]
                yield _row("roles", reading, part, reading.document.text[start:end], spans=here, start=start)


def _mentions(text: str, templates: Sequence[Row]) -> Iterator[tuple[int, int, str]]:
    words = {(role, m) for t in templates for role in ROLES for entity in t[role] for m in entity}
    for role, mention in sorted(words):
        pattern = r"\s+".join(map(re.escape, mention.split()))
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE):
            yield match.start(), match.end(), role


def _parse(reading: Reading) -> Parse:
    assert reading.parse
    return reading.parse


def _row(task: str, reading: Reading, part: str, text: str, **labels: Any) -> Row:
    return {"task": task, "id": reading.document.id, "part": part, "text": text, **labels}


if __name__ == "__main__":
    main(sys.argv[1])
