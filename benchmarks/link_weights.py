"""Fits the weights of evidence (src/onrecord/stages/link/weights.py) on reports that gva-dev-small does not hold.

``python -m benchmarks.link_weights`` takes `INCIDENTS` incidents of gva-dev and as many documents of none, none of them in gva-dev-small,
and prints the table. A pair's label is whether people put both documents in one incident.
"""

from collections.abc import Callable, Collection, Iterator
from functools import partial
from hashlib import blake2b
from itertools import accumulate, pairwise

import numpy as np
from scipy.optimize import minimize, minimize_scalar

from benchmarks.common import documents, gold, readings
from benchmarks.gva import settled
from onrecord.model import Reading
from onrecord.stages.link.account import Account, accounts_of
from onrecord.stages.link.candidates import Pair, candidates
from onrecord.stages.link.scores import Scores
from onrecord.stages.link.weights import BY_HAND, CURVES, PRIOR, WEIGHTS, weight

INCIDENTS = 1200
DAYS = {
    "same day",
    "days overlap",
    "place and day",
    "a day apart",
    "days apart",
    "weeks apart",
    "after the report",
}
Found = dict[str, float]
Example = tuple[Found, bool]
Column = tuple[
    str, Callable[[Found], float], tuple[float, float]
]  # its level, its value in a pair, the bounds of its weight


def sample() -> tuple[Collection[str], dict[str, set[str]]]:
    """Ids of documents, and the incidents of each; chosen by hash, so always the same."""
    held_out = {d.id for d in documents("gva-dev-small")}
    free = [g for g in gold("gva-dev") if held_out.isdisjoint(g["documents"])]
    chosen = sorted(free, key=lambda g: _hash(g["id"]))[:INCIDENTS]
    of: dict[str, set[str]] = {}
    for incident in chosen:
        for document in incident["documents"]:
            of.setdefault(document, set()).add(incident["id"])
    told = {d for g in gold("gva-dev") for d in g["documents"]}
    rest = [d for d in documents("gva-dev") if d.id not in held_out]
    others = sorted((d for d in rest if d.id not in told), key=lambda d: _hash(d.id))[:INCIDENTS]
    return {*of, *(d.id for d in others)}, of


def parsed() -> list[Reading]:
    """The sample with grammar."""
    chosen, _ = sample()
    return [r for r in readings("gva-dev") if r.document.id in chosen]


def examples(read: list[Reading], of: dict[str, set[str]]) -> Iterator[Example]:
    """What was found about each candidate pair of main accounts, and whether people joined it."""
    accounts = sorted(accounts_of(read), key=lambda a: a.id)
    scores = Scores(accounts, {})
    for left, right in candidates(accounts, scores.text).tolist():
        if _both_main(accounts, (left, right)) and (
            accounts[left].document in of or accounts[right].document in of
        ):
            label = bool(of.get(accounts[left].document, set()) & of.get(accounts[right].document, set()))
            yield scores.findings(left, right), label


def fit(pairs: list[Example]) -> tuple[float, dict[str, float], dict[str, list[float]]]:
    """Prior, weights and the log-odds at the points of each curve: logistic regression with a ridge on weights and on the steps between
    points. Curves of likeness never fall; what is set by hand stays as it is, and the others are fitted beside it."""
    columns = [*_columns()]
    table = np.array([[1.0, *(column(found) for _, column, _ in columns)] for found, _ in pairs])
    sign = np.array([1.0 if label else -1.0 for _, label in pairs])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        margin = sign * (table @ w)
        miss = sign / (1 + np.exp(np.clip(margin, -30, 30)))
        ridge = np.concatenate([[0.0], w[1:]])
        return np.logaddexp(0, -margin).sum() + ridge @ ridge / 2, ridge - table.T @ miss

    bounds = [(-20.0, 20.0), *(bound for _, _, bound in columns)]
    start = np.array([min(max(0.0, low), high) for low, high in bounds])
    w = minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B", options={"maxiter": 2000}).x
    return float(w[0]), *_tables([name for name, _, _ in columns], w[1:].tolist())


def undated(pairs: list[Example], prior: float) -> float:
    """What "days not known" weighs: the constant that makes the other evidence right on the same pairs when nothing is known of their days."""
    odds = np.array(
        [prior + sum(weight(k, v) for k, v in found.items() if k not in DAYS) for found, _ in pairs]
    )
    sign = np.array([1.0 if label else -1.0 for _, label in pairs])
    return float(minimize_scalar(lambda w: np.logaddexp(0, -sign * (odds + w)).sum(), bracket=(-5, 0)).x)


def _columns() -> Iterator[Column]:
    for level, at in WEIGHTS.items():
        bound = (at, at) if level in BY_HAND else (-9.0, 9.0)
        yield level, partial(_value, level), bound
    for level, points in CURVES.items():
        yield level, partial(_known, level), (-9.0, 9.0)
        rises = (-9.0, 9.0) if level == "after the report" else (0.0, 9.0)
        for (low, _), (high, _) in pairwise(points):
            yield level, partial(_step, level, low, high), rises


def _value(level: str, found: Found) -> float:
    return found.get(level, 0.0)


def _known(level: str, found: Found) -> float:
    return float(level in found)


def _step(level: str, low: float, high: float, found: Found) -> float:
    """0 below the two points, 1 above them, straight between."""
    return min(1.0, max(0.0, (found[level] - low) / (high - low))) if level in found else 0.0


def _tables(names: list[str], fitted: list[float]) -> tuple[dict[str, float], dict[str, list[float]]]:
    told: dict[str, list[float]] = {}
    for name, value in zip(names, fitted, strict=True):
        told.setdefault(name, []).append(value)
    return (
        {level: told[level][0] for level in WEIGHTS},
        {level: list(accumulate(told[level])) for level in CURVES},
    )


def _both_main(accounts: list[Account], pair: Pair) -> bool:
    return accounts[pair[0]].main and accounts[pair[1]].main


def _hash(text: str) -> str:
    return blake2b(text.encode()).hexdigest()


def main() -> None:
    """Print the tables; run again when the first is in the program, for what is fitted beside it."""
    chosen, of = sample()
    pairs = list(examples([r for r in settled("gva-dev") if r.document.id in chosen], of))
    prior, weights, curves = fit(pairs)
    weights["days not known"] = undated(pairs, PRIOR)  # beside the weights that are in the program now
    print(f"# {len(pairs)} pairs, {sum(label for _, label in pairs)} of one incident")
    print(f"PRIOR = {prior:.1f}")
    for level, odds in weights.items():
        print(f'    "{level}": {odds:.1f},  # {sum(level in found for found, _ in pairs)} pairs')
    for level, along in curves.items():
        points = ", ".join(f"({at:g}, {o:.1f})" for (at, _), o in zip(CURVES[level], along, strict=True))
        print(f'    "{level}": ({points}),')


if __name__ == "__main__":
    main()
