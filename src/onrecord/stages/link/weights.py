"""What each finding weighs, in log-odds.

``python -m benchmarks.link_weights`` prints this table; it is fitted on documents that no floor is measured on.
"""

from math import exp

PRIOR = -5.8
TOLL_CAP = 3.0  # the surprise of one number, log(1 + n), is bounded
WEIGHTS = {
    "text": 7.5,
    "names": 10.9,
    "title": 2.4,
    "ages": 4.5,
    "same place": 0.0,
    "places differ": -0.7,
    "far apart": -1.6,
    "same region": 0.0,
    "regions differ": -1.9,
    "same day": 3.0,
    "days overlap": 1.8,
    "place and day": 0.5,
    "a day apart": 0.0,
    "days apart": -1.7,
    "weeks apart": -2.0,
    "published apart": -0.7,
    "same toll": 1.3,
    "toll may have grown": 0.4,
    "tolls clash": -0.3,
    "same kind": 0.0,
    "kinds differ": -1.0,
    "told aside": -1.0,
}
MOST = (  # findings beside words never add up to more
    sum(max(0.0, WEIGHTS[level]) for level in ("same place", "same day", "place and day", "same kind"))
    + 2 * TOLL_CAP * max(0.0, WEIGHTS["same toll"])
)
JOIN = 0.35  # average score at which two groups are one: best on the documents that the weights are fitted on
NEAR = 0.15  # a pair above this that is not joined is worth a person's look


def probability(log_odds: float) -> float:
    """The logistic function, rounded so that the order of sums does not show."""
    return round(1 / (1 + exp(-max(-30.0, min(30.0, log_odds)))), 6)
