"""What each feature of `tie` says for (above 0) or against (below 0) a place being where it happened, in log-odds.

Logistic regression on eventplace-dev (13,052 pairs of an event and a place; L2, C = 0.1; features seen 60 times or more; rounded to 0.1).
``python -m benchmarks.eventplace fit`` prints them. With five-fold cross-validation over sentences they give what they give on all.
"""

START = 1.0
"""Before any feature is looked at."""

# fmt: off
WEIGHTS: dict[str, float] = {
    "a noun follows": 0.1, "after a place and and": 0.5, "after a place and comma": 0.1,
    "after a place and in": -0.7, "after a place and other": -0.1, "after the event": 0.8, "alone": 0.6,
    "another below is nearer": -0.5, "another is finer": -1.2, "another is nearer": -0.1,
    "another verb between": -0.4, "before a place and and": 0.4, "before a place and comma": 0.5,
    "before a place and in": 0.1, "before a place and other": 0.2, "below another place": 0.1,
    "below the event": 0.4, "by acl": -0.2, "by advcl": 0.1, "by advmod": -0.7, "by agent": -0.2,
    "by amod": -0.4, "by appos": -1.2, "by ccomp": -0.3, "by compound": -0.3, "by conj": -0.1,
    "by dobj": -0.1, "by nmod": -0.1, "by npadvmod": -0.4, "by nsubj": -0.3, "by pcomp": -0.2,
    "by pobj": -0.4, "by poss": -0.4, "by prep after": -0.2, "by prep against": -0.1, "by prep around": 0.3,
    "by prep at": 0.2, "by prep between": -0.3, "by prep by": -0.2, "by prep for": -0.2,
    "by prep from": -0.5, "by prep in": 0.6, "by prep including": -0.2, "by prep inside": 0.2,
    "by prep near": 0.6, "by prep of": -0.1, "by prep on": 0.3, "by prep outside": 0.5, "by prep to": -0.7,
    "by prep with": -0.6, "by relcl": -0.4, "first advcl": -0.4, "first advmod": -0.7, "first agent": -0.2,
    "first ccomp": -0.8, "first conj": -0.2, "first dobj": 0.5, "first nsubj": -0.6,
    "first nsubjpass": -0.3, "first prep according": -0.4, "first prep after": -0.1,
    "first prep against": -0.6, "first prep along": 0.2, "first prep at": 0.5, "first prep by": 0.3,
    "first prep during": -0.1, "first prep from": -0.1, "first prep in": 0.3, "first prep near": 0.4,
    "first prep on": 0.2, "first prep outside": 0.3, "first prep through": 0.6, "first prep to": 0.2,
    "first prep with": 0.1, "first xcomp": 0.2, "follows ,": 0.6, "follows -": -0.3, "follows a": -0.1,
    "follows and": -0.5, "follows at": -0.2, "follows by": -0.8, "follows captured": -1.1,
    "follows central": 0.2, "follows eastern": 0.4, "follows from": -0.4, "follows in": 0.1,
    "follows northern": 0.2, "follows of": 0.4, "follows southern": 0.4, "follows the": -0.1,
    "follows to": -0.1, "follows western": 0.3, "follows with": -0.4, "governs the event": 0.2,
    "in a longer name": -0.2, "is 1": 0.1, "is 2": 0.9, "is 4": -0.8, "last amod": -0.5, "last appos": 0.3,
    "last compound": 0.4, "last conj": 0.9, "last dobj": 0.3, "last nmod": -0.3, "last npadvmod": -0.2,
    "last nsubj": -1.0, "last nsubjpass": 0.4, "last pobj": 0.4, "last poss": -0.4, "last prep across": 0.2,
    "last prep against": -0.5, "last prep at": 0.4, "last prep between": -0.4, "last prep for": -0.5,
    "last prep from": -0.4, "last prep in": 0.4, "last prep inside": 0.3, "last prep near": -0.1,
    "last prep of": 0.5, "last prep on": -0.3, "last prep outside": -0.2, "last prep over": 0.6,
    "last prep through": 0.3, "last prep to": -0.2, "last prep with": -0.2, "marked GPE": 0.1,
    "marked LOC": 0.2, "marked NORP": -0.5, "marked ORG": 0.1, "marked PERSON": 0.3, "marked PRODUCT": -0.1,
    "marked nothing": 0.2, "no prep": -0.9, "steps": -0.1, "up acl": 0.2, "up advcl": 0.1, "up amod": 0.1,
    "up ccomp": -0.2, "up conj": 0.6, "up dobj": -0.1, "up nsubj": -0.2, "up pcomp": -0.2, "up pobj": 0.1,
    "up prep": 0.4, "within the doer": 0.1, "words between": -0.8,
}
# fmt: on
