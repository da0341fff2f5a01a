"""What each finding weighs, in log-odds.

``python -m benchmarks.link_weights`` prints both tables, fitted on reports that no floor is measured on; but for the levels in `BY_HAND`,
which those reports cannot teach: they tell of one kind of happening, their places and days are read with errors, and other days must keep
two strikes on one town apart (what was set costs nothing there: B³ F1 .946 with -4 and .946 with the fitted weights). Pages that agree in
days or dates of publication are the rule there, so without either the others promise too much: what "days not known" takes back is fitted
last, on the same pairs with their days left out.
"""

from bisect import bisect_right
from math import exp

TOLL_CAP = 3.0  # the surprise of one number, log(1 + n), is bounded
PRIOR = -6.4
WEIGHTS = {
    "same place": 0.0,
    "places differ": -1.2,
    "far apart": -1.4,
    "same region": 0.0,
    "regions differ": -0.6,
    "same day": 0.9,
    "days overlap": 0.3,
    "place and day": 0.7,
    "a day apart": 0.0,
    "days apart": -4.0,
    "weeks apart": -4.0,
    "days not known": -2.4,
    "same toll": 0.7,
    "toll may have grown": 0.0,
    "tolls clash": -0.4,
    "same kind": 0.0,
    "kinds differ": -1.0,
    "told aside": -1.0,
}
CURVES: dict[str, tuple[tuple[float, float], ...]] = {
    "text": ((0.1, 0.0), (0.25, 1.5), (0.35, 3.1), (0.5, 4.1)),
    "names": ((0.1, -0.5), (0.2, 0.8), (0.3, 1.2), (0.4, 2.8), (0.5, 5.0), (0.7, 6.9)),
    "ages": ((0, -1.3), (0.2, 0.5), (0.6, 1.2)),
    "title told": ((0, 0.0), (0.2, 0.8), (0.4, 2.2), (0.8, 3.2)),
    "after the report": (
        (-60, 0.3),
        (-14, 2.2),
        (-6, 2.2),
        (0, 2.2),
        (2, 1.3),
        (6, -0.2),
        (14, -1.5),
        (60, -2.8),
    ),
}
BY_HAND = frozenset(
    (
        "same place",
        "same region",
        "a day apart",
        "days apart",
        "weeks apart",
        "same kind",
        "kinds differ",
        "told aside",
    )
)


def weight(level: str, value: float) -> float:
    """Log-odds of a finding: along its curve where it has one (straight between the points, level beyond them), else in proportion."""
    points = CURVES.get(level)
    if points is None:
        return WEIGHTS[level] * value
    n = bisect_right(points, (value, float("inf")))
    if n in (0, len(points)):
        return points[max(0, n - 1)][1]
    (low, at_low), (high, at_high) = points[n - 1], points[n]
    return at_low + (at_high - at_low) * (value - low) / (high - low)


MOST = (  # findings beside words never add up to more
    sum(max(0.0, WEIGHTS[level]) for level in ("same place", "same day", "place and day", "same kind"))
    + 2 * TOLL_CAP * max(0.0, WEIGHTS["same toll"])
    + max(0.0, *(odds for _, odds in CURVES["after the report"]))
)
JOIN = 0.35  # average score at which two groups are one: best on the documents that the weights are fitted on
NEAR = 0.10  # a pair above this that is not joined is worth a person's look


def probability(log_odds: float) -> float:
    """The logistic function, rounded so that the order of sums does not show."""
    return round(1 / (1 + exp(-max(-30.0, min(30.0, log_odds)))), 6)
