"""How sure readings are, and whether that holds: ``python -m benchmarks.sure`` prints a reliability table for each field.

``python -m benchmarks.sure fit`` first fits the weights anew on one half of the developer cases (gva-dev without gva-dev-small, muc-train,
and of the other cases the documents whose hash is even), writes ``src/onrecord/stages/sure/weights.py``, measures on
the other half and writes the tables into ``docs/explanation/reading.md``. Ten bins of equal width; the expected calibration error (ECE;
Naeini et al. 2015) weighs their gaps by size, the Brier score is the mean squared error; *always the share* is that of one who says
the share of right ones of the other half every time.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.common import ROOT
from benchmarks.sure_gold import Example, examples
from onrecord.model import content_id
from onrecord.stages.sure import answers, both, weights

PAGE = ROOT / "docs" / "explanation" / "reading.md"
BEGIN, END = "<!-- made by python -m benchmarks.sure fit -->\n", "<!-- end -->\n"
# A feature's fewest occurrences, and scikit-learn's C: of 0.1, 0.3 and 1 the first calibrates names of places best (0.010; 0.041 with 1),
# the last numbers of killed (0.054; 0.077 with 0.1).
_SEEN, _PENALTY = 30, 0.3
Weights = dict[str, tuple[float, dict[str, float]]]
Row = tuple[dict[str, float], bool]


class Said(NamedTuple):
    """A reading that was said with a probability, and whether it was right."""

    field: str
    source: str
    probability: float
    right: bool


def fit(learned: Sequence[Example]) -> Weights:
    """A logistic regression with L2 for each question."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for one in learned:
        if len(one.asked) == 1:
            ((question, named),) = one.asked.items()
            rows[question].append((named, one.right))
    made = {question: _fitted(of) for question, of in sorted(rows.items())}
    weights.WEIGHTS.clear()
    weights.WEIGHTS.update(made)
    parts = [(answers(one.asked), one.right) for one in learned if one.field == "place"]
    weights.WEIGHTS["place"] = _fitted([(both(of["named"], of["there"]), right) for of, right in parts])
    return weights.WEIGHTS


def _fitted(rows: list[Row]) -> tuple[float, dict[str, float]]:
    seen = Counter(name for named, _ in rows for name in named)
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(
        [{n: v for n, v in named.items() if seen[n] >= _SEEN} for named, _ in rows]
    )
    model = LogisticRegression(C=_PENALTY, max_iter=2000).fit(matrix, np.array([right for _, right in rows]))
    named = zip(vectors.get_feature_names_out(), model.coef_[0].tolist(), strict=True)
    return round(float(model.intercept_[0]), 2), {str(n): round(w, 2) for n, w in named if round(w, 2)}


def write(made: Weights, path: Path) -> None:
    """The table as a Python module; its name is made from its content."""
    lines = [
        '"""For each question a constant and the weights of named features, in log-odds: made by ``python -m benchmarks.sure fit``."""\n',
        f'MODEL = "{content_id("weights", repr(made))[:16]}"',
        '"""The name of this table, in `made_by`: other weights, another name."""\n',
        "# fmt: off",
        "WEIGHTS: dict[str, tuple[float, dict[str, float]]] = {",
    ]
    for question, (start, named) in made.items():
        lines += [
            f'    "{question}": ({start}, {{',
            *_wrapped([f"{_quoted(n)}: {w}," for n, w in named.items()]),
            "    }),",
        ]
    path.write_text("\n".join([*lines, "}", "# fmt: on", ""]), encoding="utf-8")


def _quoted(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _wrapped(parts: Sequence[str]) -> Iterator[str]:
    line = ""
    for part in parts:
        if len(line) + len(part) > 130:
            yield f"        {line}".rstrip()
            line = ""
        line += part + " "
    yield f"        {line}".rstrip()


def said(measured: Sequence[Example]) -> Iterator[Said]:
    """What the stage says of each."""
    for one in measured:
        told = answers(one.asked).get(one.field)
        if told is not None:
            yield Said(one.field, one.source, told, one.right)


def table(found: Sequence[Said]) -> Iterator[str]:
    """The reliability diagram of a field: said, right, how many, drawn."""
    bins: dict[int, list[Said]] = defaultdict(list)
    for one in found:
        bins[min(int(one.probability * 10), 9)].append(one)
    yield "| said | mean | right | n | right, drawn; `|` is where it should end |"
    yield "|---|---|---|---|---|"
    for n, inside in sorted(bins.items()):
        mean, right = _mean([s.probability for s in inside]), _mean([s.right for s in inside])
        yield f"| {n / 10:.1f}-{(n + 1) / 10:.1f} | {mean:.2f} | {right:.2f} | {len(inside)} | `{_bar(right, mean)}` |"


def _bar(right: float, mean: float) -> str:
    drawn = ["█" if n < round(right * 20) else "·" for n in range(20)]
    drawn.insert(round(mean * 20), "¦")
    return "".join(drawn)


def figures(found: Sequence[Said]) -> dict[str, float]:
    """How many, the share of right ones, Brier score, that of always saying the share, ECE, and the area under the ROC curve."""
    share = _mean([s.right for s in found])
    bins: dict[int, list[Said]] = defaultdict(list)
    for one in found:
        bins[min(int(one.probability * 10), 9)].append(one)
    gaps = (abs(sum(s.probability - s.right for s in inside)) for inside in bins.values())
    return {
        "n": len(found),
        "right": share,
        "Brier": _mean([(s.probability - s.right) ** 2 for s in found]),
        "spread": share * (1 - share),
        "ECE": sum(gaps) / len(found),
        "AUC": _auc(found),
    }


def _auc(found: Sequence[Said]) -> float:
    ranked = np.argsort(np.argsort([s.probability for s in found], kind="stable"), kind="stable") + 1
    right = np.array([s.right for s in found])
    yes, no = int(right.sum()), int((~right).sum())
    return float((ranked[right].sum() - yes * (yes + 1) / 2) / (yes * no)) if yes and no else float("nan")


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def report(found: Sequence[Said]) -> Iterator[str]:
    """All fields in one table by case, then each field's diagram."""
    yield "| field | case | n | right | Brier | always the share | ECE | AUC |"
    yield "|---|---|---|---|---|---|---|---|"
    by_field: dict[str, list[Said]] = defaultdict(list)
    for one in found:
        by_field[one.field].append(one)
    for field, all_of in sorted(by_field.items()):
        sources = sorted({s.source for s in all_of})
        for source in [*sources, "all"] if len(sources) > 1 else sources:
            of = [s for s in all_of if source in ("all", s.source)]
            n, *rest = figures(of).values()
            yield f"| {field} | {source} | {n:.0f} | " + " | ".join(f"{v:.3f}" for v in rest) + " |"
    for field, of in sorted(by_field.items()):
        yield f"\n**{field}**\n"
        yield from table(of)


def publish(every: Sequence[Example]) -> str:
    """Learn from one half, write the weights, measure on the other half, and write the tables into the page."""
    write(fit([e for e in every if e.fits]), Path(weights.__file__))
    told = measured(every)
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}{told}\n{END}{rest.partition(END)[2]}", encoding="utf-8")
    return told


def measured(every: Sequence[Example]) -> str:
    """The tables of the half that nothing is learned from."""
    return "\n".join(report(list(said([e for e in every if not e.fits]))))


def main() -> None:
    """Print, and with ``fit`` write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("fit", nargs="?", choices=["fit"])
    parser.add_argument("--every", type=int, default=1, help="one document in so many")
    given = parser.parse_args()
    every = list(examples(given.every))
    print(publish(every) if given.fit else measured(every))


if __name__ == "__main__":
    main()
