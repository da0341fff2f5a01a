"""The first pass: how many incidents it keeps, how much other news it skips, how fast.

``python -m benchmarks.sift`` prints the figures; ``python -m benchmarks.sift fit`` fits the weights anew
(src/onrecord/stages/read/sift/model/weights.json), which takes some minutes the first time.

A sentence's label is whether a claim that the reader found begins in it. Fitted on gva-dev without gva-dev-small, on muc-train, and on a
half of the accounts of wars and of the other news (by hash of the document's id); gva-dev-small, muc-dev, attribution-dev and the other half
are only measured.
"""

import json
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from time import process_time

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from benchmarks import link_weights
from benchmarks.common import CACHE, documents, gold, readings
from benchmarks.sift_words import CLASSES
from onrecord.model import Document, MadeBy, Reading
from onrecord.resources.english import open_english
from onrecord.stages.parse import PARSE
from onrecord.stages.read import READ
from onrecord.stages.read import sift as first_pass
from onrecord.stages.read.sift.forms import forms
from onrecord.stages.read.sift.sieve import Sieve, can_tell, price, sentences, words_of

WEIGHTS = Path(first_pass.__file__).parent / "model" / "weights.json"
OTHER = ("places-lgl", "places-geovirus", "times-tbaq", "attribution-train", "pages-scrapinghub")
WARS = ("airwars-gaza-dev", "times-wikiwars")
LOST = 0.02  # of the other news in which the reader finds a claim, the share that may be skipped: cross-validated on the half fitted on
RIDGE = 0.1  # C of scikit-learn: 0.03, 0.3 and 1 skip about as much at equal loss


@dataclass(frozen=True)
class Read:
    """A document, and where the reader's claims in it begin."""

    document: Document
    claims: tuple[int, ...]


def half(document: Document) -> bool:
    """Whether a document of the other news is in the half that is fitted on."""
    return bool(blake2b(document.id.encode()).digest()[0] & 1)


def read(case: str) -> list[Read]:
    """The documents of a case with their claims, kept until the reader's version changes."""
    kept = CACHE / f"sift-{case}-{PARSE.version}-{READ.version}.pickle"
    if not kept.exists():
        found = [Read(r.document, _claims(r)) for r in _parsed(case)]
        kept.write_bytes(pickle.dumps(found))
    return list(pickle.loads(kept.read_bytes()))


def _claims(reading: Reading) -> tuple[int, ...]:
    (done,) = READ.run([reading], None)
    return tuple(claim.trigger.start for claim in done.claims)


def _parsed(case: str) -> Iterable[Reading]:
    if case == "gva-dev":
        return link_weights.parsed()[::2]
    if case == "pages-scrapinghub":
        return PARSE.run(pages(), open_english())
    return readings(case)[:: 2 if case == "attribution-train" else 1]


def pages() -> list[Document]:
    """The articles of pages-scrapinghub as people cut them out; the longest, a whole book, is left out."""
    made = MadeBy("given", 1)
    texts = ((row["id"], row["articleBody"]) for row in gold("pages-scrapinghub"))
    return [Document(id_, id_, text, made, language="en") for id_, text in texts if len(text) < 40_000]


# Fitting


def train() -> list[Read]:
    """What the weights are fitted on."""
    of_harm = [*read("gva-dev"), *read("muc-train")]
    return of_harm + [one for case in (*OTHER, *WARS) for one in read(case) if half(one.document)]


def examples(given: Iterable[Read]) -> Iterator[tuple[str, frozenset[str], bool]]:
    """The sentences that can tell of harm: document, words, whether a claim begins there."""
    for one in given:
        for start, end in sentences(one.document.text):
            words = words_of(one.document.text[start:end])
            if can_tell(words):
                yield one.document.id, words, any(start <= claim < end for claim in one.claims)


def _features() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Of each form its words; of each word its features: its classes, and itself where it is more than a word for people or things."""
    of_form: dict[str, list[str]] = {}
    for word in sorted(CLASSES):
        for form in set(forms(word)):
            of_form.setdefault(form, []).append(word)
    by_class = {word: [f"class {name}" for name in sorted(names)] for word, names in CLASSES.items()}
    own = {word for word, names in CLASSES.items() if not all(name.startswith("a ") for name in names)}
    return of_form, {
        word: [*names, f"word {word}"] if word in own else names for word, names in by_class.items()
    }


def table(told: Iterable[frozenset[str]]) -> tuple[csr_matrix, dict[str, int], dict[str, list[str]]]:
    """How many forms of each feature stand in each sentence."""
    of_form, of_word = _features()
    column = {name: n for n, name in enumerate(sorted({f for names in of_word.values() for f in names}))}
    cells: list[tuple[int, int]] = []
    rows = 0
    for rows, words in enumerate(told, start=1):
        cells += (
            (rows - 1, column[f]) for w in words for lemma in of_form.get(w, ()) for f in of_word[lemma]
        )
    at = np.array(cells).T
    return csr_matrix((np.ones(len(cells)), (at[0], at[1])), shape=(rows, len(column))), column, of_word


def fit() -> None:
    """Write the weights: those of a word's classes and its own are added up, so that a word that was never met has those of its classes."""
    given = train()
    ids, told, labels = zip(*examples(given), strict=True)
    x, column, of_word = table(told)
    model = LogisticRegression(C=RIDGE, max_iter=3000)
    unseen = cross_val_predict(
        model, x, np.array(labels), groups=ids, cv=GroupKFold(5), method="decision_function"
    )
    model.fit(x, np.array(labels))
    weight = {
        word: round(sum(model.coef_[0][column[f]] for f in names), 2) for word, names in of_word.items()
    }
    start = round(float(model.intercept_[0]), 2)
    keep = _threshold(given, ids, unseen)
    shown = {word: value for word, value in sorted(weight.items()) if abs(value) >= 0.05}
    WEIGHTS.write_text(json.dumps({"start": start, "keep": keep, "weights": shown}, indent=1) + "\n", "utf-8")
    print(
        f"{len(told)} sentences, {sum(labels)} with a claim; {len(shown)} words; start {start}, keep {keep}"
    )


def _threshold(given: list[Read], ids: Iterable[str], scores: Iterable[float]) -> float:
    """The weight below which `LOST` of the other news with claims would fall."""
    best: dict[str, float] = {}
    for id_, score in zip(ids, scores, strict=True):
        best[id_] = max(best.get(id_, -np.inf), score)
    other = {one.document.id for case in OTHER for one in read(case)}
    told = [one for one in given if one.claims and one.document.id in other]
    net = [best.get(one.document.id, -99.0) - price(_length(one.document)) for one in told]
    return round(float(np.quantile(net, LOST)), 2)


# Measuring


def main() -> None:
    """Print the figures."""
    sieve = first_pass.open_sieve()
    kept: Callable[[Document], bool] = lambda d: first_pass.why_not(d, sieve) is None  # noqa: E731
    for case in ("gva-dev", "gva-dev-small", "muc-dev", "muc-train"):
        _incidents(case, {d.id for d in documents(case) if kept(d)})
    for case in (*WARS, *OTHER, "attribution-dev"):
        _told(case, [one for one in read(case) if case == "attribution-dev" or not half(one.document)], kept)
    _alone(sieve)
    _speed(sieve)


def _incidents(case: str, kept: set[str]) -> None:
    """Of gold incidents, those of which a document is kept; of documents that tell of one, those kept."""
    told = [g["documents"] if "documents" in g else [g["id"]] * len(g["templates"]) for g in gold(case)]
    groups = [[d] for ids in told for d in ids] if case.startswith("muc") else told
    having, of = [bool(kept & set(ids)) for ids in groups], {d for ids in groups for d in ids}
    print(
        f"{case:20} incidents kept {sum(having)}/{len(having)} = {np.mean(having):.4f}, their documents {len(of & kept)}/{len(of)}"
    )


def _told(name: str, given: list[Read], kept: Callable[[Document], bool]) -> None:
    skipped = [one for one in given if not kept(one.document)]
    with_claims, lost = sum(bool(one.claims) for one in given), sum(bool(one.claims) for one in skipped)
    free = len(given) - with_claims
    saved = sum(_length(one.document) for one in skipped) / sum(_length(one.document) for one in given)
    print(
        f"{name:20} {len(given):4} documents, skipped {len(skipped) / len(given):.2f} ({saved:.2f} of the words); of {free:3} without a claim "
        f"{(len(skipped) - lost) / max(free, 1):.2f}; of {with_claims:3} with claims {lost}"
    )


def _alone(sieve: Sieve) -> None:
    """Each sentence of the wars as if it were all that a page says."""
    given = [one for case in WARS for one in read(case) if not half(one.document)]
    lost = [sieve.weigh(words) < sieve.least(len(words)) for _, words, label in examples(given) if label]
    print(f"sentences of wars with a claim, alone: {sum(lost)} of {len(lost)} skipped")


def _length(document: Document) -> int:
    return len(document.text.split())


def _speed(sieve: Sieve) -> None:
    given = [one.document for case in OTHER for one in read(case)] + documents("muc-dev")
    words = sum(map(_length, given))
    began = process_time()
    list(first_pass.SIFT.run(given, sieve))
    print(f"{words / 400 / (process_time() - began):.0f} articles of 400 words a second on one core")


if __name__ == "__main__":
    fit() if sys.argv[1:] == ["fit"] else main()
