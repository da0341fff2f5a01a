"""Fits the place stage's weights anew: ``python -m benchmarks.places_fit`` prints both tables as they stand in the source.

`hint_weights`: logistic regression over the hinted names of places-lgl and places-geovirus; right is a name that overlaps one in the gold.
`weights`: a conditional logit (McFadden 1974) over the candidates of each name with a gold point in places-lgl, places-geovirus and, where
the text names the city of its one incident, gva-dev-small. Right is the gold's own entry, else what lies near its point.

Documents whose id has a SHA-256 that begins with an even byte choose; the figures are of the others. The stage builds on its present weights
while it is fitted (what is firm, what the other names mean), so a run gives the weights in the source nearly and not to the digit:
of 55 signs 22 the same to one decimal and the rest within 0.4, of 18 kinds of evidence 7 and the rest within 0.3.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.common import gold, readings
from onrecord.model import Candidate, Passage, Precision, Reading
from onrecord.resources.gazetteer import Gazetteer, fold
from onrecord.stages.place import PLACE, hint_weights, weights
from onrecord.stages.place.admit import ENOUGH
from onrecord.stages.place.evidence import evidence
from onrecord.stages.place.geometry import kilometres
from onrecord.stages.place.home import home
from onrecord.stages.place.locate import heard
from onrecord.stages.place.mentions import Mention
from onrecord.stages.place.resolve import weighed
from onrecord.stages.place.view import View

PLACES, CITIES = ("places-lgl", "places-geovirus"), "gva-dev-small"
BY_HAND = ("english", "landscape", "home_country", "held", "kind", "wrong_kind", "namesake", "unsaid_kind")
_SEEN, _PENALTY = 15, 0.3  # a sign's fewest occurrences, and scikit-learn's C (0.03 to 1 were tried)
_RIDGE = 0.0005
_A_LINE = 5
_NEAR = {CITIES: 50.0}  # km; the usual 161 for the others, which mark countries and regions too
_MOST, _CITY_SHARE = (
    5,
    0.6,
)  # a name counts by the root of its mentions, up to this many; cities of gva for less, as all are alike

Table = dict[str, float]
Array = NDArray[np.float64]
Truths = Mapping[int, Candidate]


class Hint(NamedTuple):
    """A hinted name: its signs, and whether people marked a place there."""

    case: str
    document: str
    signs: Table
    right: bool


class Name(NamedTuple):
    """A name said `times` times: for each candidate its evidence, whether it is the right one, whether it is near enough."""

    case: str
    document: str
    times: int
    evidence: list[Table]
    right: list[bool]
    near: list[bool]


def examples(case: str, gazetteer: Gazetteer) -> Iterator[Hint | Name]:
    """Everything to learn from in a case, in the order of its documents."""
    marked = _cities() if case == CITIES else {g["id"]: g["places"] for g in gold(case)}
    for reading in readings(case):
        if reading.document.id in marked:
            yield from _examples(case, reading, marked[reading.document.id], gazetteer)


def _cities() -> dict[str, list[dict[str, Any]]]:
    """The city of each document of one incident."""
    told: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for incident in gold(CITIES):
        if incident.get("lat") is not None:
            for document in incident["documents"]:
                told[document].append({n: incident[n] for n in ("city", "lat", "lon")})
    return {document: cities for document, cities in told.items() if len(cities) == 1}


def _examples(
    case: str, reading: Reading, marked: Sequence[dict[str, Any]], gazetteer: Gazetteer
) -> Iterator[Hint | Name]:
    document, parse = reading.document, reading.parse
    if parse is None:
        return
    view, at_home = View(document.told, parse), home(document, gazetteer)
    mentions, _, jury = heard(view, at_home, gazetteer)
    for m in mentions:
        if not m.firm and case != CITIES:
            right = any(_overlap(m.passage, place) > 0 for place in marked)
            yield Hint(case, document.id, dict(jury.signs(m)), right)
    kept = [m for m in mentions if m.firm or jury.admits(m)]
    groups, group_of, context = weighed(view, kept, at_home, gazetteer)
    truths: defaultdict[str, Counter[Candidate]] = defaultdict(Counter)
    for n, truth in (_same_city if case == CITIES else _aligned)(kept, marked).items():
        truths[group_of[n]][truth] += 1
    for key, counted in truths.items():
        group, (truth, times) = groups[key], counted.most_common(1)[0]
        named = [_summed(evidence(c, group, groups, context, gazetteer)) for c in group.candidates]
        if named:
            yield Name(case, document.id, times, named, *_right(case, group.candidates, truth))


def _aligned(mentions: Sequence[Mention], marked: Sequence[dict[str, Any]]) -> Truths:
    """For each mention the gold place with a point whose words it shares most; none is taken twice."""
    found: dict[int, Candidate] = {}
    for place in marked:
        if place.get("lat") is not None:
            free = [n for n in range(len(mentions)) if n not in found]
            best = max(free, key=lambda n: _overlap(mentions[n].passage, place), default=None)
            if best is not None and _overlap(mentions[best].passage, place) > 0:
                found[best] = _truth(place)
    return found


def _same_city(mentions: Sequence[Mention], marked: Sequence[dict[str, Any]]) -> Truths:
    city = marked[0]
    return {n: _truth(city) for n, m in enumerate(mentions) if fold(m.name) == fold(city["city"])}


def _truth(place: Mapping[str, Any]) -> Candidate:
    return Candidate("", place["lat"], place["lon"], "", Precision.SITE, place.get("geonames_id"))


def _right(case: str, candidates: Sequence[Candidate], truth: Candidate) -> tuple[list[bool], list[bool]]:
    """Which candidates are the right one, and which lie near it."""
    near = [kilometres(c, truth) <= _NEAR.get(case, 161.0) for c in candidates]
    if truth.geonames_id and any(c.geonames_id == truth.geonames_id for c in candidates):
        return [c.geonames_id == truth.geonames_id for c in candidates], near
    if case == CITIES:
        return [
            n and c.precision is Precision.SETTLEMENT for n, c in zip(near, candidates, strict=True)
        ], near
    return near, near


def fit_hints(hints: Sequence[Hint]) -> tuple[float, Table]:
    """The constant and the weights of the signs seen often enough."""
    seen = Counter(sign for h in hints for sign in h.signs)
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([{n: v for n, v in h.signs.items() if seen[n] >= _SEEN} for h in hints])
    model = LogisticRegression(C=_PENALTY, max_iter=5000).fit(matrix, np.array([h.right for h in hints]))
    named = zip(vectors.get_feature_names_out(), model.coef_[0].tolist(), strict=True)
    return float(model.intercept_[0]), {str(name): float(weight) for name, weight in named}


def fit_names(names: Sequence[Name]) -> Table:
    """The weights that make the right candidates most likely among all of their name, with a ridge."""
    kinds = sorted({kind for name in names for named in name.evidence for kind in named})
    rows = [
        (_matrix(n.evidence, kinds), np.array(n.right), _share(n))
        for n in names
        if any(n.right) and not all(n.right)
    ]
    whole = sum(share for *_, share in rows)

    def loss(beta: Array) -> tuple[float, Array]:
        total, slope = 0.0, np.zeros(len(kinds))
        for table, right, share in rows:
            odds = np.exp(table @ beta - np.max(table @ beta))
            among, meant = odds / odds.sum(), odds * right / max((odds * right).sum(), 1e-300)
            total -= share * float(np.log(max((among * right).sum(), 1e-300)))
            slope += share * (table.T @ (among - meant))
        return total / whole + _RIDGE * float(beta @ beta) / 2, slope / whole + _RIDGE * beta

    found = minimize(loss, np.zeros(len(kinds)), jac=True, method="L-BFGS-B")
    return dict(zip(kinds, found.x.tolist(), strict=True))


def _share(name: Name) -> float:
    return float(min(name.times, _MOST) ** 0.5) * (_CITY_SHARE if name.case == CITIES else 1.0)


def _matrix(rows: Sequence[Table], columns: Sequence[str]) -> Array:
    return np.array([[row.get(column, 0.0) for column in columns] for row in rows])


def _summed(named: Iterable[tuple[str, float]]) -> Table:
    summed: defaultdict[str, float] = defaultdict(float)
    for kind, amount in named:
        summed[kind] += amount
    return dict(summed)


def _overlap(passage: Passage, place: Mapping[str, Any]) -> int:
    return int(min(passage.end, place["end"]) - max(passage.start, place["start"]))


def _chooses(document: str) -> bool:
    return sha256(document.encode()).digest()[0] % 2 == 0


def _sum(table: Table, named: Table) -> float:
    return sum(table.get(name, 0.0) * amount for name, amount in named.items())


def _rounded(table: Table) -> Table:
    return {name: round(weight, 1) for name, weight in sorted(table.items()) if round(weight, 1)}


def _show(module: str, made: Table, source: Table) -> None:
    """A table as it stands in the source, and how far it is from the one there."""
    parts = [f'"{name}": {weight},' for name, weight in made.items()]
    lines = [f"    {' '.join(parts[n : n + _A_LINE])}" for n in range(0, len(parts), _A_LINE)]
    print(f"# {module}", "WEIGHTS: dict[str, float] = {", *lines, "}", sep="\n")
    fitted = sorted({*made, *source}.difference(BY_HAND))
    apart = {name: abs(made.get(name, 0.0) - source.get(name, 0.0)) for name in fitted}
    most = max(apart, key=apart.__getitem__)
    equal = sum(d < 0.05 for d in apart.values())
    print(
        f"# {equal} of {len(apart)} fitted are as in the source, the farthest from it: {most}, by {apart[most]:.1f}\n"
    )


def _measure_hints(of: Sequence[Hint], start: float, table: Table) -> str:
    """By the weights alone; the stage also leaves out parts of other names (`in_other_name`)."""
    taken = [h for h in of if start + _sum(table, h.signs) > ENOUGH]
    right, places = sum(h.right for h in taken), sum(h.right for h in of)
    return f"of {places} places among {len(of)} hinted names {right} taken, and {len(taken) - right} others"


def _measure_names(of: Sequence[Name], table: Table) -> str:
    said = sum(n.times for n in of)
    best = [(n, _best(n, table)) for n in of]
    near = sum(n.times * n.near[i] for n, i in best) / said
    right = sum(n.times * n.right[i] for n, i in best) / said
    can_be = sum(n.times * any(n.near) for n in of) / said
    return f"of {said} mentions the best candidate near in {near:.3f} (some candidate in {can_be:.3f}), right in {right:.3f}"


def _best(name: Name, table: Table) -> int:
    """The number of the candidate with the highest sum; the gazetteer's order breaks ties."""
    sums = [_sum(table, named) for named in name.evidence]
    return sums.index(max(sums))


def main() -> None:
    """Print the tables and the figures of the half that did not choose, with the new weights and with those in the source."""
    gazetteer = PLACE.open()
    found = [e for case in (*PLACES, CITIES) for e in examples(case, gazetteer)]
    chosen = [e for e in found if _chooses(e.document)]
    start, signs = fit_hints([e for e in chosen if isinstance(e, Hint)])
    fitted = fit_names([e for e in chosen if isinstance(e, Name)])
    kinds = _rounded(fitted | {name: weights.WEIGHTS[name] for name in BY_HAND})
    print(f"START = {start:.1f}")
    _show("hint_weights", _rounded(signs), hint_weights.WEIGHTS)
    _show("weights", kinds, weights.WEIGHTS)
    print("# set by hand, but by the fit:", ", ".join(f"{name} {fitted[name]:.1f}" for name in BY_HAND))
    tables = (
        ("new", round(start, 1), _rounded(signs), kinds),
        ("source", hint_weights.START, hint_weights.WEIGHTS, weights.WEIGHTS),
    )
    print("\nThe half that did not choose:")
    for case in (*PLACES, CITIES):
        rest = [e for e in found if e.case == case and not _chooses(e.document)]
        hints, names = [e for e in rest if isinstance(e, Hint)], [e for e in rest if isinstance(e, Name)]
        for title, prior, by_sign, by_kind in tables:
            if hints:
                print(f"{case}, {title}: {_measure_hints(hints, prior, by_sign)}")
            print(f"{case}, {title}: {_measure_names(names, by_kind)}")


if __name__ == "__main__":
    main()
