"""Fits the weights of evidence (src/onrecord/stages/link/weights.py) on reports that gva-dev-small does not hold.

``python -m benchmarks.link_weights`` takes `INCIDENTS` incidents of gva-dev and as many documents of none, none of them in gva-dev-small,
and prints the table. A pair's label is whether people put both documents in one incident.
"""

import pickle
from collections.abc import Iterator
from hashlib import blake2b

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.common import CACHE, documents, gold
from benchmarks.gva import read_on
from onrecord.model import Document, Reading
from onrecord.resources.english import open_english
from onrecord.stages.link.account import Account, accounts_of
from onrecord.stages.link.candidates import Pair, candidates
from onrecord.stages.link.scores import Scores
from onrecord.stages.link.weights import BY_HAND, WEIGHTS
from onrecord.stages.parse import PARSE

INCIDENTS = 1200
KEPT = CACHE / "link-weights.pickle"


def sample() -> tuple[list[Document], dict[str, set[str]]]:
    """Documents, and the incidents of each; chosen by hash, so always the same."""
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
    return [d for d in rest if d.id in of] + others, of


def parsed(chosen: list[Document]) -> list[Reading]:
    """With grammar, from the cache when it is there."""
    if not KEPT.exists():
        KEPT.write_bytes(pickle.dumps(list(open_english().parse(d.told for d in chosen))))
    parses = pickle.loads(KEPT.read_bytes())
    return [Reading(d, (PARSE.made_by,), p) for d, p in zip(chosen, parses, strict=True)]


def examples(readings: list[Reading], of: dict[str, set[str]]) -> Iterator[tuple[dict[str, float], bool]]:
    """What was found about each candidate pair of main accounts, and whether people joined it."""
    accounts = sorted(accounts_of(readings), key=lambda a: a.id)
    scores = Scores(accounts, {})
    for left, right in candidates(accounts, scores.text).tolist():
        if _both_main(accounts, (left, right)) and (
            accounts[left].document in of or accounts[right].document in of
        ):
            label = bool(of.get(accounts[left].document, set()) & of.get(accounts[right].document, set()))
            yield scores.findings(left, right), label


def fit(pairs: list[tuple[dict[str, float], bool]]) -> tuple[float, dict[str, float]]:
    """Prior and weights by logistic regression with a weak ridge."""
    levels = [level for level in WEIGHTS if level not in BY_HAND]
    table = np.array([[found.get(level, 0.0) for level in levels] for found, _ in pairs])
    model = LogisticRegression(C=10.0, max_iter=5000).fit(table, [label for _, label in pairs])
    return float(model.intercept_[0]), dict(zip(levels, model.coef_[0].tolist(), strict=True))


def _both_main(accounts: list[Account], pair: Pair) -> bool:
    return accounts[pair[0]].main and accounts[pair[1]].main


def _hash(text: str) -> str:
    return blake2b(text.encode()).hexdigest()


def main() -> None:
    """Print the table."""
    chosen, of = sample()
    pairs = list(examples(list(read_on(parsed(chosen))), of))
    prior, weights = fit(pairs)
    print(f"{len(pairs)} pairs, {sum(label for _, label in pairs)} of one incident")
    print(f"PRIOR = {prior:.1f}")
    seen = {level: sum(level in found for found, _ in pairs) for level in weights}
    for level, weight in weights.items():
        print(f'    "{level}": {weight:.1f},  # {seen[level]} pairs')


if __name__ == "__main__":
    main()
