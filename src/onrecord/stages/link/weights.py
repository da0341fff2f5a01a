"""What each finding weighs, in log-odds.

``python -m benchmarks.link_weights`` prints this table; it is fitted on documents that no floor is measured on.
"""

from math import exp

PRIOR = -4.0
TOLL_CAP = 3.0  # the surprise of one number, log(1 + n), is bounded
WEIGHTS = {
    "text": 1.0,
    "names": 7.0,
    "title": 2.0,
    "ages": 3.0,
    "same place": 1.5,
    "places near": 0.5,
    "places apart": -1.0,
    "far apart": -3.0,
    "same region": 0.3,
    "regions differ": -1.5,
    "same day": 1.5,
    "days overlap": 0.5,
    "a day apart": 0.0,
    "days apart": -1.0,
    "weeks apart": -2.0,
    "published apart": -0.7,
    "same kind": 0.3,
    "kinds differ": -0.5,
    "same toll": 0.5,
    "toll may have grown": 0.0,
    "tolls clash": -1.0,
    "told aside": -1.0,
}
MOST = sum(
    sorted((w for w in WEIGHTS.values() if w > 0), reverse=True)[:6]
)  # no findings beside words add up to more
JOIN = 0.25  # average score at which two groups are one
NEAR = 0.10  # a pair above this that is not joined is worth a person's look


def probability(log_odds: float) -> float:
    """The logistic function, rounded so that the order of sums does not show."""
    return round(1 / (1 + exp(-max(-30.0, min(30.0, log_odds)))), 6)
