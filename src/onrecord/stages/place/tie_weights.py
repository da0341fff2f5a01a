"""What each feature of `tie` says for (above 0) or against (below 0) a place being where it happened, in log-odds.

Logistic regression on eventplace-dev (13,052 pairs of an event and a place; L2, C = 0.1; features seen 60 times or more; rounded to 0.1).
``python -m benchmarks.eventplace fit`` prints them. With five-fold cross-validation over sentences they give what they give on all.
"""

START = 1.0
"""Before any feature is looked at."""

# fmt: off
WEIGHTS: dict[str, float] = {
    "a noun follows": -0.1, "after a place and and": 0.8, "after a place and comma": 0.2,
    "after a place and in": -0.3, "after a place and other": -0.2, "after the event": 0.7, "alone": 0.5,
    "another below is nearer": -0.5, "another is finer": -1.2, "another is nearer": -0.1,
    "another verb between": -0.4, "before a place and and": 0.4, "before a place and comma": 0.4,
    "before a place and in": -0.1, "before a place and other": 0.2, "below another place": -0.3,
    "below the event": 0.4, "by acl": -0.1, "by advcl": 0.1, "by advmod": -0.6, "by agent": -0.2,
    "by amod": -0.5, "by appos": -1.1, "by ccomp": -0.4, "by compound": -0.2, "by dobj": -0.1,
    "by nmod": -0.2, "by npadvmod": -0.4, "by nsubj": -0.3, "by pcomp": -0.2, "by pobj": -0.4,
    "by poss": -0.4, "by prep after": -0.2, "by prep against": -0.1, "by prep around": 0.3,
    "by prep at": 0.2, "by prep between": -0.3, "by prep by": -0.2, "by prep for": -0.2,
    "by prep from": -0.5, "by prep in": 0.6, "by prep including": -0.2, "by prep inside": 0.2,
    "by prep near": 0.6, "by prep of": -0.1, "by prep on": 0.3, "by prep outside": 0.5, "by prep over": 0.1,
    "by prep to": -0.7, "by prep with": -0.6, "by relcl": -0.3, "first advcl": -0.3, "first advmod": -0.6,
    "first agent": -0.2, "first ccomp": -0.8, "first conj": -0.2, "first dobj": 0.5, "first nsubj": -0.4,
    "first nsubjpass": -0.3, "first prep according": -0.4, "first prep after": -0.1,
    "first prep against": -0.5, "first prep along": 0.1, "first prep at": 0.5, "first prep by": 0.3,
    "first prep during": -0.1, "first prep from": -0.1, "first prep in": 0.3, "first prep near": 0.4,
    "first prep on": 0.3, "first prep outside": 0.3, "first prep through": 0.6, "first prep to": 0.2,
    "first xcomp": 0.2, "follows ,": 0.6, "follows -": -0.3, "follows and": -0.3, "follows at": -0.2,
    "follows by": -0.8, "follows captured": -1.2, "follows central": 0.1, "follows eastern": 0.4,
    "follows from": -0.4, "follows in": 0.1, "follows northern": 0.2, "follows of": 0.4, "follows on": -0.1,
    "follows southern": 0.4, "follows the": -0.1, "follows to": -0.1, "follows western": 0.3,
    "follows with": -0.4, "governs the event": 0.2, "in a longer name": -0.3, "is 1": 0.2, "is 2": 0.6,
    "is 3": 0.1, "is 4": -0.8, "last amod": -0.7, "last appos": 0.4, "last compound": 0.5, "last conj": 1.1,
    "last dobj": 0.3, "last nmod": -0.2, "last npadvmod": -0.2, "last nsubj": -1.2, "last nsubjpass": 0.3,
    "last pobj": 0.4, "last poss": -0.3, "last prep across": 0.2, "last prep against": -0.4,
    "last prep at": 0.4, "last prep between": -0.4, "last prep for": -0.5, "last prep from": -0.3,
    "last prep in": 0.4, "last prep inside": 0.3, "last prep near": -0.2, "last prep of": 0.4,
    "last prep on": -0.2, "last prep outside": -0.1, "last prep over": 0.7, "last prep through": 0.2,
    "last prep to": -0.2, "last prep with": -0.2, "marked GPE": 0.1, "marked LOC": 0.2, "marked NORP": -0.8,
    "marked PERSON": 0.5, "marked PRODUCT": -0.1, "marked nothing": 0.2, "no prep": -0.8, "steps": -0.1,
    "up acl": 0.2, "up advcl": 0.1, "up amod": 0.1, "up ccomp": -0.2, "up conj": 0.6, "up dobj": -0.1,
    "up nsubj": -0.1, "up pcomp": -0.2, "up pobj": 0.1, "up prep": 0.4, "words between": -0.8,
}
# fmt: on
