"""What each sign of `hinted` and `admit` says for (above 0) or against (below 0) a name being meant as a place, in log-odds.

Logistic regression (L2, C = 0.3; signs seen 15 times or more) on the half of places-lgl and places-geovirus whose document ids have a
SHA-256 that begins with an even byte: 2,748 names, 508 of them places.
"""

START = -2.5
"""Before any sign is looked at."""

# fmt: off
WEIGHTS: dict[str, float] = {
    "ORG before a body": -0.1, "ORG ends a name": 0.3, "ORG within a name": 0.3,
    "ORG whole name": -0.2, "PERSON begins a name": -1.4, "PERSON ends a name": -0.3, "PERSON within a name": -0.3,

    "PERSON whole name": 0.4, "after ": 0.4, "after ,": -0.7, "after -": 1.0, "after a": 0.1,
    "after a direction": 0.7, "after a sign": -0.8, "after a word": -0.8, "after and": -0.1,
    "after at": -0.1, "after from": -0.1, "after of": 0.3, "after on": 0.1, "after to": 0.1,
    "before 's": 0.1, "before ,": 0.1, "before .": 0.4, "before a body": 0.4, "before a dweller": 0.3,
    "before and": 0.6, "begins a name": 0.2, "beside a name": -0.1, "country": 0.2,
    "first in its sentence": 0.2, "free": 0.4, "marked DATE": -0.4, "marked EVENT": -0.5,
    "marked NORP": 0.4, "marked PERSON": -0.1, "marked PRODUCT": 0.1, "marked WORK_OF_ART": 0.1,
    "marked nothing": 0.2, "no firm places": 1.2, "other hints": -0.6, "other name only": 0.1,
    "people": 0.3, "publisher": 1.1, "region": 0.6, "region share": 1.4, "same name": 0.8,
    "same name times": 0.8, "several words": 1.1, "whole name": 0.3, "wide": 0.1, "within a name": -0.8,
}
