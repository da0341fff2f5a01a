"""What each finding weighs, in log-odds.

``python -m benchmarks.link_weights`` prints this table, fitted on reports that no floor is measured on; but for the levels in `BY_HAND`,
which those reports cannot teach: they tell of one kind of happening, their places and days are read with errors, and other days must keep
two strikes on one town apart (fitted: -1.7 and -2.0; what was set costs nothing there, B³ F1 .914 and .913).
"""

from math import exp

PRIOR = -5.6
TOLL_CAP = 3.0  # the surprise of one number, log(1 + n), is bounded
WEIGHTS = {
    "text": 8.3,
    "names": 10.6,
    "title": 2.6,
    "ages": 4.3,
    "same place": 0.0,
    "places differ": -0.6,
    "far apart": -1.7,
    "same region": 0.0,
    "regions differ": -1.9,
    "same day": 3.0,
    "days overlap": 1.7,
    "place and day": 0.7,
    "a day apart": 0.0,
    "days apart": -4.0,
    "weeks apart": -4.0,
    "published apart": -0.7,
    "same toll": 1.3,
    "toll may have grown": 0.3,
    "tolls clash": -0.3,
    "same kind": 0.0,
    "kinds differ": -1.0,
    "told aside": -1.0,
}
BY_HAND = frozenset(
    (
        "same place",
        "same region",
        "a day apart",
        "days apart",
        "weeks apart",
        "tolls clash",
        "same kind",
        "kinds differ",
        "told aside",
    )
)
MOST = (  # findings beside words never add up to more
    sum(max(0.0, WEIGHTS[level]) for level in ("same place", "same day", "place and day", "same kind"))
    + 2 * TOLL_CAP * max(0.0, WEIGHTS["same toll"])
)
JOIN = 0.30  # average score at which two groups are one: best on the documents that the weights are fitted on
NEAR = 0.10  # a pair above this that is not joined is worth a person's look


def probability(log_odds: float) -> float:
    """The logistic function, rounded so that the order of sums does not show."""
    return round(1 / (1 + exp(-max(-30.0, min(30.0, log_odds)))), 6)
