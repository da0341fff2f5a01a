"""The decisions in force: the latest about each thing, as the fold needs them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise, product

from onrecord.model import Decision, Verdict

_JUDGED = frozenset({Verdict.ACCEPT, Verdict.REJECT, Verdict.UNSURE})

Pair = tuple[str, str]


def anchor(id_: str) -> str:
    """The claim an incident id is made from (its own id for a claim): it stays in the incident when other claims join it."""
    return "claim-" + id_.removeprefix("incident-") if id_.startswith("incident-") else id_


@dataclass(frozen=True, slots=True)
class Decided:
    """`same` is newest first. `corrections` is keyed by (what it is about, field); `by_claim` gives all in force that touch a claim.

    `accepted` gives for what was accepted the people who did so and the claims that each had in view (none: not written down); `rejected`
    are claims, those of rejected incidents too, and the ids of incidents of whose claims nothing was written down. `reviewers` is how many
    people must accept before something is confirmed. `unsure` are single things left open. `judged_same` and
    `judged_different` are the pairs that people named, `open_pairs` those that they left open.
    """

    same: tuple[Pair, ...]
    different: frozenset[Pair]
    accepted: Mapping[str, Mapping[str, frozenset[str]]]
    rejected: frozenset[str]
    corrections: Mapping[tuple[str, str], Decision]
    by_claim: Mapping[str, tuple[str, ...]]
    unsure: frozenset[str] = frozenset()
    judged_same: frozenset[Pair] = frozenset()
    judged_different: frozenset[Pair] = frozenset()
    open_pairs: frozenset[Pair] = frozenset()
    reviewers: int = 1

    def confirmed(self, names: Iterable[str], claims: Iterable[str]) -> bool:
        """Whether enough people accepted the incident with just these claims; one more or one less, and it must be looked at again."""
        return len(self.accepting(names, claims)) >= self.reviewers

    def accepting(self, names: Iterable[str], claims: Iterable[str]) -> frozenset[str]:
        """Who did so, under any of its names."""
        whole = frozenset(claims)
        accepted = (by for name in names for by in self.accepted.get(name, {}).items())
        return frozenset(who for who, seen in accepted if not seen or seen == whole)


def in_order(decisions: Iterable[Decision]) -> list[Decision]:
    """Oldest first; one that replaces another or takes it back comes after it, whatever the clocks said."""
    known = {d.id: d for d in decisions}
    placed: dict[str, tuple[datetime, int]] = {}
    for decision in known.values():
        chain = list(_unplaced(decision, known, placed))
        at, depth = placed.get(_before(chain[-1]) or "", (chain[-1].at, 0)) if chain else (decision.at, 0)
        for one in reversed(chain):
            at, depth = max(at, one.at), depth + 1
            placed[one.id] = at, depth
    return sorted(known.values(), key=lambda d: (*placed[d.id], d.id))


def _before(decision: Decision) -> str | None:
    return decision.about if decision.verdict is Verdict.UNDO else decision.replaces


def _unplaced(
    decision: Decision, known: Mapping[str, Decision], placed: Mapping[str, object]
) -> Iterator[Decision]:
    """It and what came before it, back to what is placed already; a damaged case may name them in a circle."""
    one, met = known.get(decision.id), set[str]()
    while one is not None and one.id not in placed and one.id not in met:
        met.add(one.id)
        yield one
        one = known.get(_before(one) or "")


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """In order, those that nobody took back; the undoing itself is not among them."""
    ordered = in_order(decisions)
    undone = _undone(ordered)
    return [d for d in ordered if d.verdict is not Verdict.UNDO and d.id not in undone]


def undone(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """For the id of each decision that is taken back, the undo that does so."""
    return _undone(in_order(decisions))


def _undone(ordered: Sequence[Decision]) -> dict[str, Decision]:
    """The newest first: an undo that is taken back itself takes nothing back."""
    found: dict[str, Decision] = {}
    for decision in reversed(ordered):
        if decision.verdict is Verdict.UNDO and decision.id not in found:
            found.setdefault(decision.about, decision)
    return found


def in_force(decisions: Iterable[Decision], reviewers: int = 1) -> Decided:
    """Keep the latest decision about each thing; ``unsure`` supersedes what was said before and itself changes nothing."""
    stands = standing(decisions)
    latest = _latest(stands)
    by_claim: dict[str, list[str]] = {}
    for decision in latest:
        for id_ in dict.fromkeys((decision.about, decision.other)):
            if id_ is not None:
                by_claim.setdefault(anchor(id_), []).append(decision.id)
    return Decided(
        same=tuple(pair for d in reversed(latest) for pair in _together(d)),
        different=frozenset(pair for d in latest for pair in _apart(d)),
        accepted=_accepted(stands),
        rejected=frozenset(
            id_ for d in latest if d.verdict is Verdict.REJECT for id_ in d.seen or (d.about,)
        ),
        corrections={(d.about, d.field or ""): d for d in latest if d.verdict is Verdict.CORRECT},
        by_claim={claim: tuple(ids) for claim, ids in by_claim.items()},
        unsure=frozenset(d.about for d in latest if d.verdict is Verdict.UNSURE and d.other is None),
        judged_same=_named(latest, Verdict.SAME),
        judged_different=_named(latest, Verdict.DIFFERENT),
        open_pairs=_named(latest, Verdict.UNSURE),
        reviewers=reviewers,
    )


def _named(latest: Iterable[Decision], verdict: Verdict) -> frozenset[Pair]:
    return frozenset(pair(d) for d in latest if d.verdict is verdict and d.other is not None)


def matter(decision: Decision) -> tuple[str, ...]:
    """What two decisions have in common of which only the later holds: the pair, or the thing and the field, that they judge."""
    if decision.other is not None:
        return pair(decision)
    if decision.verdict is Verdict.CORRECT:
        return decision.about, "correct", decision.field or ""
    return (decision.about,)


def _latest(ordered: Sequence[Decision]) -> list[Decision]:
    """Oldest first."""
    replaced = {d.replaces for d in ordered}
    last = {matter(d): d for d in ordered if d.id not in replaced}
    return [d for d in ordered if last.get(matter(d)) is d]


def _accepted(ordered: Iterable[Decision]) -> dict[str, dict[str, frozenset[str]]]:
    """Acceptances add up over people until somebody rejects it or takes the judgement back; each person's latest counts.

    A value corrected afterwards, or a claim left out, is not what they accepted: everybody must look again.
    """
    accepted: dict[str, dict[str, frozenset[str]]] = {}
    holding: dict[str, set[str]] = {}
    for decision in ordered:
        left_out = decision.verdict is Verdict.REJECT and decision.about.startswith("claim-")
        if decision.verdict is Verdict.CORRECT or left_out:
            for name in (decision.about, *holding.get(decision.about, ())):
                accepted.get(name, {}).clear()
        if decision.other is None and decision.verdict in _JUDGED:
            for claim in decision.seen:
                holding.setdefault(claim, set()).add(decision.about)
            by = accepted.setdefault(decision.about, {})
            if decision.verdict is Verdict.ACCEPT:
                by[decision.by] = frozenset(decision.seen)
            else:
                by.clear()
    return accepted


def pair(decision: Decision) -> Pair:
    """The two claims that a decision about two things is about, in order."""
    low, high = sorted((anchor(decision.about), anchor(decision.other or decision.about)))
    return low, high


def _together(decision: Decision) -> list[Pair]:
    """The claims that a decision joins: a pair, or what a split leaves on either side."""
    if decision.verdict is Verdict.SAME:
        return [pair(decision)]
    if decision.verdict is Verdict.DIFFERENT:
        return [*pairwise(sorted(decision.seen)), *pairwise(sorted(decision.rest))]
    return []


def _apart(decision: Decision) -> list[Pair]:
    if decision.verdict is not Verdict.DIFFERENT:
        return []
    across = ((min(a, b), max(a, b)) for a, b in product(decision.seen, decision.rest))
    return [pair(decision), *across]
