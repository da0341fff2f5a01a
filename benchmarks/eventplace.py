"""Which place belongs to which event word: ``python -m benchmarks.eventplace``; with ``fit``, the weights of `tie_weights` anew.

Weights of the grammar are fitted on the sentences that the reader is trained on; how both are weighed together, on half of those held out.
All figures are of sentences held out.

The case marks words of any kind of event ("continued", "transferred"), of which most are no harm and get no claim from the read stage. So
every verb, noun and adjective is asked for its place, without looking at the gold words, by the same function as a claim.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.common import gold, readings, score
from benchmarks.split import held_out
from onrecord.exports.readings import reading_row
from onrecord.model import Parse, Passage, Reading
from onrecord.resources.reader import open_reader
from onrecord.stages.place import PLACE
from onrecord.stages.place.attach import by_grammar, log_odds
from onrecord.stages.place.tie import features, wheres
from onrecord.stages.read.events import find_events

CASE = "eventplace-dev"
_SEEN, _PENALTY = (
    60,
    0.1,
)  # a feature's fewest occurrences (30 to 120: the same to 0.003), and scikit-learn's C (0.1 to 0.3: the same)

Row = tuple[dict[str, float], bool]


def main() -> None:
    """Print the scorer's figures."""
    print(score(CASE, map(reading_row, placed(events=True))))


def placed(*, events: bool) -> Iterator[Reading]:
    given = [replace(r, events=find_events(_parse(r))) if events else r for r in readings(CASE)]
    asked = [r for r in given if held_out(r.document.id) or not events]
    reader = open_reader()
    marked = [replace(r, marks=reader.read(r.document.text, _parse(r))) for r in asked]
    return iter(PLACE.run(marked, PLACE.open()))


def _parse(reading: Reading) -> Parse:
    assert reading.parse is not None
    return reading.parse


def fit() -> None:
    """Print the constant and the weights of a logistic regression over pairs of an event and a place of its sentence."""
    told = list(zip(placed(events=False), gold(CASE), strict=True))
    rows = [row for reading, marked in told if not held_out(marked["id"]) for row in _pairs(reading, marked)]
    seen = Counter(name for named, _ in rows for name in named)
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(
        [{n: v for n, v in named.items() if seen[n] >= _SEEN} for named, _ in rows]
    )
    model = LogisticRegression(C=_PENALTY, max_iter=200).fit(matrix, np.array([right for _, right in rows]))
    print(f"START = {model.intercept_[0]:.1f}")
    for name, weight in zip(vectors.get_feature_names_out(), model.coef_[0], strict=True):
        if round(float(weight), 1):
            print(f'"{name}": {weight:.1f},')
    _together([(r, m) for r, m in told if held_out(m["id"])])


def _together(told: list[tuple[Reading, dict[str, Any]]]) -> None:
    """Print how the grammar and the reader are weighed together, fitted on every second sentence held out."""
    table: list[list[float]] = []
    right: list[bool] = []
    for reading, marked in told[::2]:
        for event in marked["events"]:
            parse, marks = _parse(reading), reading.marks
            word = parse.head_of(event["verb"]["start"], event["verb"]["end"])
            found = wheres(parse, word, reading.places) if word else []
            for one in found:
                assert word and marks
                seen = marks.happened_at(
                    (word.start, word.end), (one.place.passage.start, one.place.passage.end)
                )
                others = [o for o in found if o is not one]
                table.append(
                    [by_grammar(parse, word, one, others), log_odds(seen if seen is not None else 0.5)]
                )
                right.append(any(one.place.passage.overlaps(Passage(**p)) for p in event["places"]))
    model = LogisticRegression(C=10.0).fit(np.array(table), np.array(right))
    (grammar, reader), (start,) = model.coef_[0], model.intercept_
    print(f"GRAMMAR, READER, BOTH = {grammar:.2f}, {reader:.2f}, {start:.2f}")


def _pairs(reading: Reading, marked: dict[str, Any]) -> Iterator[Row]:
    parse = _parse(reading)
    for event in marked["events"]:
        word = parse.head_of(event["verb"]["start"], event["verb"]["end"])
        if word is None:
            continue
        found = wheres(parse, word, reading.places)
        right = [Passage(p["start"], p["end"], p["words"]) for p in event["places"]]
        for one in found:
            named = dict(features(parse, word, one, [o for o in found if o is not one]))
            yield named, any(one.place.passage.overlaps(p) for p in right)


if __name__ == "__main__":
    fit() if sys.argv[1:] == ["fit"] else main()
