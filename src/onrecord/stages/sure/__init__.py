"""Reading → Reading whose claims say how sure each of their fields is.

Each field has a logistic regression over named features of what was read (`onrecord.stages.sure.weights`, fitted and measured by
``python -m benchmarks.sure``; docs/explanation/reading.md shows how well it holds). What a trained reader says of its own probability
(`Reading.marks`, `Attribution.sure`) is one more feature, as log-odds.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import exp

from onrecord.model import Claim, Field, Harm, Parse, Reading, Sure
from onrecord.stage import Stage
from onrecord.stages.sure import counts, days, kinds, places, speakers, stances
from onrecord.stages.sure.scene import LEAST, Features, Scene, odds
from onrecord.stages.sure.weights import MODEL, WEIGHTS
from onrecord.stages.sure.whole import Whole


def run(readings: Sequence[Reading], _: None) -> Iterator[Reading]:
    """Say of each claim how sure it is; a reading without grammar passes through."""
    for reading in readings:
        done = reading.by(SURE.made_by)
        yield done if reading.parse is None else replace(done, claims=tuple(_judged(reading, reading.parse)))


def _judged(reading: Reading, parse: Parse) -> Iterator[Claim]:
    whole = Whole.of(reading, parse)
    for claim in reading.claims:
        scene = Scene.of(claim, whole)
        yield replace(claim, sure=tuple(_sure(scene)) if scene else ())


def _sure(scene: Scene) -> Iterator[Sure]:
    said = answers(dict(questions(scene)))
    for field in Field:
        if (probability := said.get(field.value)) is not None:
            yield Sure(field, round(probability, 2))


def questions(scene: Scene) -> Iterator[tuple[str, dict[str, float]]]:
    """The features of every question that can be asked of a claim: a field, or for the place the two questions it is made of."""
    claim = scene.claim
    found: dict[str, Features] = {
        "kind": kinds.features(scene),
        "stance": stances.features(scene),
        "speaker": speakers.features(scene),
        "when": days.features(scene, claim.when),
        "killed": counts.features(scene, Harm.KILLED),
        "injured": counts.features(scene, Harm.INJURED),
        "there": places.there(scene),
    }
    if claim.likely:
        found["likely"] = days.features(scene, claim.likely)
    if claim.place:
        found["named"] = places.named(claim.place, scene.whole)
    for name, named in found.items():
        if features := dict(named):
            yield name, features


def answers(asked: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """The probability of a yes to each question that was measured, and for the place to both of its questions together."""
    said = {q: p for q, named in asked.items() if (p := answer(q, named)) is not None}
    if "named" in said and "there" in said:
        together = answer("place", both(said["named"], said["there"]))
        if together is not None:
            said["place"] = together
    return said


def both(named: float, there: float) -> dict[str, float]:
    """The features of the place: what the two questions about it gave, as log-odds."""
    return {"named": odds(named), "there": odds(there)}


def answer(question: str, features: Mapping[str, float]) -> float | None:
    """The probability of a yes; None when the question was never measured."""
    if question not in WEIGHTS:
        return None
    start, weights = WEIGHTS[question]
    total = start + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return min(max(1 / (1 + exp(-total)), LEAST), 1 - LEAST)


SURE = Stage("sure", 1, (Reading,), Reading, run, model=MODEL)

__all__ = ["SURE", "answer", "answers", "both", "questions"]
