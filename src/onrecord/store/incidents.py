"""Incidents as a fold: a pure function of claims, links, decisions and origins, made anew whenever one of them changes.

An incident's id is ``incident-`` and the rest of its smallest claim id. It needs no table; the same claims always have the same id;
and when other claims join, the old id still names a claim of the incident, so that a decision about it, or a bookmark, finds it
(`find`). Rejected claims keep their place in the joining (what they held together stays together) and give no value.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from onrecord.model import Claim, Decision, Document, Harm, Incident, Link, Origin
from onrecord.store.fold import corrections, standing
from onrecord.store.fold.actors import actors
from onrecord.store.fold.components import components
from onrecord.store.fold.decided import Decided, anchor, in_force
from onrecord.store.fold.sides import accuse_one_another
from onrecord.store.fold.sources import Sources
from onrecord.store.fold.sureness import sureness
from onrecord.store.fold.tolls import contested as toll_contested
from onrecord.store.fold.tolls import toll
from onrecord.store.fold.when import when
from onrecord.store.fold.where import where


@dataclass(frozen=True, slots=True)
class Folded:
    """An incident with all claims that make it up, also those that a person rejected. Of one that was rejected whole: as it would stand."""

    incident: Incident
    group: tuple[str, ...]
    rejected: bool


def fold(
    claims: Iterable[Claim],
    documents: Iterable[Document],
    links: Iterable[Link],
    decisions: Iterable[Decision] = (),
    origins: Iterable[Origin] = (),
    *,
    reviewers: int = 1,
) -> tuple[Incident, ...]:
    """Every incident, earliest first, unknown dates last; input order does not matter."""
    decided = in_force(decisions, reviewers)
    made = folded(claims, documents, links, decided, origins)
    return tuple(sorted((one.incident for one in made if not one.rejected), key=shown_order))


def folded(
    claims: Iterable[Claim],
    documents: Iterable[Document],
    links: Iterable[Link],
    decided: Decided,
    origins: Iterable[Origin] = (),
) -> Iterator[Folded]:
    """Every incident, the rejected ones too, in the order of their ids."""
    by_id = {c.id: corrections.of_claim(c, decided) for c in claims}
    known = {d.id: d for d in documents}
    origin_of = {document: o.id for o in origins for document in o.documents}
    unrejected = replace(decided, rejected=frozenset())
    for group in components(by_id, links, decided):
        if incident := _incident(group, by_id, known, origin_of, decided):
            yield Folded(incident, tuple(group), rejected=False)
        elif incident := _incident(group, by_id, known, origin_of, unrejected):
            yield Folded(incident, tuple(group), rejected=True)


def find(incidents: Iterable[Incident], id_: str) -> Incident | None:
    """The incident that has this id, had it before other claims joined, or holds the claim of this id."""
    claim = anchor(id_)
    return next((i for i in incidents if i.id == id_ or claim in i.claims), None)


def incident_id(claims: Iterable[str]) -> str:
    """The id of the incident made of these claims."""
    return "incident-" + min(claims).removeprefix("claim-")


def shown_order(incident: Incident) -> tuple[date, date, str]:
    """The order in which incidents are shown: earliest first, unknown dates last."""
    return incident.when.earliest or date.max, incident.when.latest or date.max, incident.id


def _incident(
    group: list[str],
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    origin_of: Mapping[str, str],
    decided: Decided,
) -> Incident | None:
    """None when a person rejected it, or every claim of it."""
    names = tuple(incident_id([c]) for c in group)
    kept = [claims[c] for c in group if c not in decided.rejected]
    if not kept or not decided.rejected.isdisjoint(names):
        return None
    sources = Sources.of(kept, documents, origin_of)
    judged = tuple(dict.fromkeys(d for c in group for d in decided.by_claim.get(c, ())))
    confirmed = decided.confirmed(names, (c.id for c in kept))
    computed = replace(_computed(names[0], sources), decisions=judged, confirmed=confirmed)
    computed = replace(computed, sure=sureness(computed, {c.id: c for c in kept}))
    incident = corrections.of_incident(computed, names, decided)
    status, reason = standing.status(sources, incident.contested)  # a correction settles what was contested
    return replace(incident, status=status, status_reason=reason)


def _computed(id_: str, sources: Sources) -> Incident:
    time, place = when(sources), where(sources)
    tolls = tuple(t for harm in Harm if (t := toll(harm, sources)))
    disputed = [name for name, is_ in (("when", time.contested), ("place", place.contested)) if is_]
    disputed += [harm.value for harm in Harm if toll_contested(harm, sources)]
    disputed += ["perpetrator"] if accuse_one_another(sources.claims) else []
    status, reason = standing.status(sources, disputed)
    return Incident(
        id=id_,
        claims=tuple(sorted(c.id for c in sources.claims)),
        documents=standing.in_order(sources.claims),
        origins=sources.origins(),
        kind=standing.kind(sources),
        stance=standing.stance(sources),
        status=status,
        status_reason=reason,
        when=time.interval,
        when_claims=time.claims,
        place=place.place,
        place_claim=place.claim,
        tolls=tolls,
        actors=actors(sources.claims),
        contested=tuple(disputed),
    )
