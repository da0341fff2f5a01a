"""How sure an incident's values are: as sure as the claim that each rests on."""

from collections.abc import Iterable, Iterator, Mapping

from onrecord.model import Claim, Field, Incident, Sure


def sureness(incident: Incident, claims: Mapping[str, Claim]) -> tuple[Sure, ...]:
    """One `Sure` for each value whose claim has one. Where a value rests on several claims, or several tell the same, the surest counts."""
    rests = {field: [claims[c] for c in ids if c in claims] for field, ids in _rests(incident, claims)}
    guessed = {Field.WHEN: Field.LIKELY} if incident.when.likely else {}
    said = (
        (f, [p for c in of if (p := c.how_sure(guessed.get(f, f))) is not None]) for f, of in rests.items()
    )
    return tuple(Sure(field, max(found)) for field, found in said if found)


def _rests(incident: Incident, claims: Mapping[str, Claim]) -> Iterator[tuple[Field, Iterable[str]]]:
    told = [claims[c] for c in incident.claims]
    yield Field.KIND, [c.id for c in told if c.kind is incident.kind]
    yield Field.STANCE, [c.id for c in told if c.stance is incident.stance]
    yield Field.PLACE, [incident.place_claim] if incident.place_claim else []
    yield Field.WHEN, incident.when_claims
    for toll in incident.tolls:
        yield Field(toll.harm.value), [toll.best_claim] if toll.best_claim else []


def without(sure: tuple[Sure, ...], field: str) -> tuple[Sure, ...]:
    """What is left when a person corrected a field: how sure the machine was of another value is beside the point."""
    return tuple(s for s in sure if s.field != field)
