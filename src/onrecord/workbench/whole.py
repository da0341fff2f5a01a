"""One incident with everything it rests on, as the pages about it need it."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.errors import NotFound
from onrecord.model import Claim, Decision, Document, Incident, Origin
from onrecord.store.fold import corrections
from onrecord.store.fold.decided import anchor
from onrecord.store.fold.sources import Sources
from onrecord.store.incidents import find, incident_id
from onrecord.store.index import ask, lookup
from onrecord.store.index.agreement import machine
from onrecord.store.index.ask import Listed
from onrecord.store.index.folds import Group, gather
from onrecord.workbench.bench import Bench, Said


@dataclass(frozen=True)
class Whole:
    """`claims` are as people corrected them, in the order of publication, without the rejected, which are in `struck`. `read` is the
    incident as the machine alone would have it, None where nobody decided anything about it. `decisions` are all that ever touched it,
    oldest first; `accepting` are those who accepted it as it is; `corrected` are the fields that people corrected, of a claim or of the
    whole."""

    listed: Listed
    group: Group
    claims: tuple[Claim, ...]
    struck: tuple[Claim, ...]
    sources: Sources
    read: Incident | None
    decisions: tuple[Decision, ...]
    accepting: frozenset[str]
    corrected: frozenset[str]

    @property
    def incident(self) -> Incident:
        """As it stands."""
        return self.listed.incident

    @property
    def documents(self) -> Mapping[str, Document]:
        """Its pages."""
        return self.group.documents

    def origin_of(self, claim: Claim) -> Origin | None:
        """The report that a claim's page repeats."""
        id_ = self.sources.origin(claim)
        return next((o for o in self.group.origins if o.id == id_), None)


def whole(bench: Bench, id_: str) -> Whole:
    """The incident called so, by whatever name.

    Raises:
        NotFound: there is none.
    """
    connection = bench.index.read()
    number = lookup.number_of(connection, id_)
    found = ask.by_number(connection, [number])
    if not found:
        raise NotFound(f"no incident has the id {id_[:60]} any more: load the page before this one again")
    listed, said = found[0], bench.said()
    rejected = lookup.claims_of(connection, number)
    group = gather(bench.case, connection, rejected)
    corrected = {id_: corrections.of_claim(c, said.decided) for id_, c in group.claims.items()}
    origin_of = {d: o.id for o in group.origins for d in o.documents}
    kept = [c for id_, c in corrected.items() if not rejected[id_]]
    sources = Sources.of(kept, group.documents, origin_of)
    names = [incident_id([c]) for c in rejected]
    decisions = touching(said, rejected)
    return Whole(
        listed=listed,
        group=group,
        claims=sources.claims,
        struck=Sources.of(
            [c for id_, c in corrected.items() if rejected[id_]], group.documents, origin_of
        ).claims,
        sources=sources,
        read=_read(group, listed.incident) if decisions else None,
        decisions=decisions,
        accepting=said.decided.accepting(names, listed.incident.claims),
        corrected=frozenset(
            corrections.named(field) for about, field in said.decided.corrections if anchor(about) in rejected
        ),
    )


def _read(group: Group, incident: Incident) -> Incident | None:
    alone = machine(group.claims.values(), group.documents.values(), group.links, group.origins)
    return find(alone, incident.id)


def touching(said: Said, claims: Mapping[str, object]) -> tuple[Decision, ...]:
    """Every decision that ever named one of these claims or an incident called after one, and what was undone of them."""
    found: dict[str, Decision] = {}
    for decision in said.all:
        named = {anchor(i) for i in (decision.about, decision.other) if i} | {*decision.seen, *decision.rest}
        if decision.about in found or not named.isdisjoint(claims):
            found[decision.id] = decision
    return tuple(found.values())
