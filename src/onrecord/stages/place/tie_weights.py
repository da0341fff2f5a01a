"""What each feature of `tie` says for (above 0) or against (below 0) a place being where it happened, in log-odds.

Logistic regression on the four fifths of eventplace-dev that the trained reader learnt from (pairs of an event and a place; L2, C = 0.1;
features seen 60 times or more; rounded to 0.1). ``python -m benchmarks.eventplace fit`` prints them.
"""

START = 0.9
"""Before any feature is looked at."""

GRAMMAR, READER, BOTH = 0.51, 0.65, -0.06
"""How the log-odds of the grammar and of the trained reader are weighed together, and a constant."""

# fmt: off
WEIGHTS: dict[str, float] = {
    "a noun follows": 0.1, "after a place and and": 0.8, "after a place and comma": 0.1,
    "after a place and in": -0.6, "after a place and other": -0.1, "after the event": 0.8, "alone": 0.5,
    "another below is nearer": -0.6, "another is finer": -1.1, "another is nearer": -0.1,
    "another verb between": -0.4, "before a place and and": 0.4, "before a place and comma": 0.4,
    "before a place and other": 0.2, "below another place": -0.1, "below the event": 0.4,
    "by acl": -0.1, "by advcl": 0.1, "by advmod": -0.7, "by agent": -0.1, "by amod": -0.4,
    "by appos": -1.0, "by ccomp": -0.2, "by compound": -0.1, "by npadvmod": -0.3, "by nsubj": -0.2,
    "by pcomp": -0.3, "by pobj": -0.4, "by poss": -0.3, "by prep against": -0.2, "by prep at": 0.2,
    "by prep between": -0.3, "by prep by": -0.2, "by prep for": -0.2, "by prep from": -0.6,
    "by prep in": 0.6, "by prep inside": 0.2, "by prep near": 0.6, "by prep of": -0.2,
    "by prep on": 0.3, "by prep over": 0.2, "by prep to": -0.5, "by prep with": -0.3, "by relcl": -0.2,
    "by xcomp": 0.1, "first advcl": -0.3, "first advmod": -0.6, "first agent": -0.2,
    "first ccomp": -0.7, "first conj": -0.2, "first dobj": 0.5, "first npadvmod": -0.1,
    "first nsubj": -0.4, "first nsubjpass": -0.3, "first prep according": -0.4,
    "first prep after": -0.2, "first prep against": -0.7, "first prep at": 0.3,
    "first prep during": -0.2, "first prep from": -0.3, "first prep in": 0.3, "first prep near": 0.4,
    "first prep on": 0.2, "first prep outside": 0.3, "first prep through": 0.6, "first prep to": 0.2,
    "follows ,": 0.5, "follows -": -0.3, "follows a": -0.2, "follows and": -0.3, "follows at": -0.1,
    "follows by": -0.6, "follows central": 0.3, "follows eastern": 0.4, "follows from": -0.4,
    "follows in": 0.1, "follows northern": 0.3, "follows of": 0.5, "follows on": -0.1,
    "follows southern": 0.4, "follows the": -0.1, "follows to": -0.2, "follows western": 0.2,
    "follows with": -0.4, "is 1": 0.1, "is 2": 1.0, "is 3": -0.1, "is 4": -0.8, "last amod": -0.4,
    "last appos": 0.2, "last compound": 0.3, "last conj": 0.9, "last dobj": 0.2, "last nmod": -0.3,
    "last npadvmod": -0.1, "last nsubj": -1.0, "last nsubjpass": 0.2, "last pobj": 0.4,
    "last poss": -0.4, "last prep against": -0.5, "last prep at": 0.4, "last prep between": -0.2,
    "last prep for": -0.6, "last prep from": -0.3, "last prep in": 0.3, "last prep inside": 0.3,
    "last prep near": -0.2, "last prep of": 0.3, "last prep on": -0.3, "last prep outside": -0.1,
    "last prep over": 0.8, "last prep to": -0.2, "last prep with": -0.3, "marked FAC": 0.1,
    "marked GPE": 0.2, "marked LOC": 0.4, "marked NORP": -0.5, "marked ORG": 0.1, "marked PERSON": 0.4,
    "marked nothing": 0.2, "no prep": -0.9, "steps": -0.1, "up acl": 0.2, "up advcl": 0.2,
    "up ccomp": -0.4, "up conj": 0.4, "up dobj": 0.1, "up nsubj": -0.2, "up pcomp": -0.3,
    "up pobj": 0.1, "up prep": 0.3, "up xcomp": 0.1, "within the doer": -0.1, "words between": -0.7,
}
# fmt: on
