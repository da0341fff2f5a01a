"""Fits the weights of who takes part anew: ``python -m benchmarks.muc_fit`` writes `onrecord.stages.read.participants_weights`.

Logistic regressions over everyone whom the pages of muc-train mention around a claim, once for each slot that may be theirs; right is
one whose words are a mention in the gold. The trained reader has seen muc-train: what it says there is a little too good (participants,
CEAF-REE F1 0.476, on muc-dev 0.451, before they were weighed).
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.common import gold, readings
from onrecord.resources.reader import open_reader
from onrecord.stages.read import participants_weights
from onrecord.stages.read.claims import find_claims
from onrecord.stages.read.nouns import Nouns
from onrecord.stages.read.participants_marked import ROLE_OF
from onrecord.stages.read.participants_mentions import Page, key_of
from onrecord.stages.read.participants_signs import Entity, Signs, entities

CASE = "muc-train"
_PENALTY = 0.3  # scikit-learn's C; 0.03 to 1 were tried on muc-dev: mean average precision 0.582, 0.591 (0.1), 0.592, 0.591 (1)
_SEEN = 15  # a sign's fewest occurrences
_WIDTH = 140

Case = tuple[Entity, Signs, bool]


def cases() -> Iterator[Case]:
    """Everyone mentioned around a claim of the case, with the signs, and whether people wrote them down."""
    reader = open_reader()
    right = {row["id"]: _written(row["templates"]) for row in gold(CASE)}
    for reading in readings(CASE):
        assert reading.parse is not None
        text, parse, nouns = reading.document.told, reading.parse, Nouns(reading.parse)
        claims = find_claims(text, parse)
        if claims:
            page = Page.of(text, parse, nouns, claims, reader.read(text, parse))
            written = right[reading.document.id]
            yield from (
                ((s, key), signs, (s, _plain(key)) in written) for (s, key), signs, _ in entities(page)
            )


def _written(templates: list[dict[str, Any]]) -> set[Entity]:
    return {(s, _plain(words)) for t in templates for s in ROLE_OF for entity in t[s] for words in entity}


def _plain(words: str) -> str:
    """Without articles and signs, as the scorer compares."""
    letters = "".join(c for c in key_of(words) if c.isalnum() or c == " ")
    return " ".join(word for word in letters.split() if word not in ("a", "an", "the"))


def fitted(told: list[tuple[Signs, bool]]) -> tuple[float, Signs]:
    """Constant and weights of one slot."""
    number: dict[str, int] = {}
    for signs, _ in told:
        for name, value in signs.items():
            number[name] = number.get(name, 0) + (value != 0)
    kept = [{name: value for name, value in signs.items() if number[name] >= _SEEN} for signs, _ in told]
    vectors = DictVectorizer()
    model = LogisticRegression(C=_PENALTY, max_iter=3000).fit(
        vectors.fit_transform(kept), [r for _, r in told]
    )
    weights = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    return round(float(model.intercept_[0]), 2), {n: w for n, x in weights if (w := round(float(x), 2))}


def main() -> None:
    """Write the table."""
    found = list(cases())
    table = {
        slot: fitted([(signs, right) for entity, signs, right in found if entity[0] == slot])
        for slot in ROLE_OF
    }
    Path(str(participants_weights.__file__)).write_text("".join(_source(table)), encoding="utf-8")


def _source(table: dict[str, tuple[float, Signs]]) -> Iterator[str]:
    yield '"""For each slot a constant and the weights of the signs, in log-odds: made by ``python -m benchmarks.muc_fit``."""\n\n'
    yield "# fmt: off\nWEIGHTS: dict[str, tuple[float, dict[str, float]]] = {\n"
    for slot, (constant, weights) in table.items():
        yield f'    "{slot}": ({constant}, {{\n'
        yield from _lines(f'"{name}": {weight},' for name, weight in weights.items())
        yield "    }),\n"
    yield '}\n# fmt: on\n\n__all__ = ["WEIGHTS"]\n'


def _lines(parts: Iterator[str]) -> Iterator[str]:
    line = ""
    for part in parts:
        if len(line) + len(part) > _WIDTH - 8:
            yield f"       {line}\n"
            line = ""
        line += f" {part}"
    yield f"       {line}\n"


if __name__ == "__main__":
    main()
