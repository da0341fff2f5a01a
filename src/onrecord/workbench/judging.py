"""Decisions as people make them on a page: what must be there, and what the incident held when they looked."""

from collections.abc import Sequence
from datetime import UTC, datetime

from onrecord.errors import BadInput, NotFound
from onrecord.model import Decision, Incident, Verdict, content_id
from onrecord.store.fold.decided import anchor, pair
from onrecord.store.incidents import incident_id
from onrecord.store.index import ask, lookup
from onrecord.workbench.bench import Bench
from onrecord.workbench.people.roles import Action, Person

_WHOLE = (Verdict.ACCEPT, Verdict.REJECT)
_LONGEST = 1_000  # characters of a reason


def reason(given: str) -> str:
    """Why, in one line.

    Raises:
        BadInput: nothing was said, or too much.
    """
    line = " ".join(given.split())
    if not line:
        raise BadInput("say in one line why: the reason is kept with the decision for good")
    if len(line) > _LONGEST:
        raise BadInput(f"a reason has at most {_LONGEST} characters, this one has {len(line):,}")
    return line


def judgement(
    bench: Bench,
    by: Person,
    about: str,
    verdict: Verdict,
    why: str,
    *,
    other: str | None = None,
    field: str | None = None,
    value: str | None = None,
) -> Decision:
    """A decision about a claim or an incident, with the claims that it has now; for same, different and unsure about `other` too.

    Raises:
        NotFound: there is no such claim or incident.
        BadInput: the verdict was not given what it needs, or something it cannot use.
    """
    paired = verdict in (Verdict.SAME, Verdict.DIFFERENT)
    if paired != (other is not None) and verdict is not Verdict.UNSURE:
        raise BadInput(
            f"{verdict.value} is about {'two things: name the second one' if paired else 'one thing'}"
        )
    if (verdict is Verdict.CORRECT) != (field is not None):
        raise BadInput("a correction names the field that it corrects, and nothing else does")
    if other is not None and _number(bench, about) == _number(bench, other) and verdict is not Verdict.UNSURE:
        raise BadInput("these are one incident already: split it to take some of its claims out")
    about = _whole_id(bench, about)
    rest: tuple[str, ...] = ()
    seen = _claims(bench, about) if verdict in _WHOLE and about.startswith("incident-") else ()
    if verdict is Verdict.DIFFERENT and (split_ := _split_between(bench, about, other)):
        seen, rest = (
            split_.seen,
            split_.rest,
        )  # saying once more that they differ does not undo how they were parted
    return Decision(
        "", about, verdict, reason(why), by.name, datetime.now(UTC), other, field, value, seen=seen, rest=rest
    )


def split(bench: Bench, by: Person, about: str, out: Sequence[str], why: str) -> Decision:
    """Take some claims out of an incident; they become one of their own.

    Raises:
        BadInput: none or all of its claims were named, or others.
    """
    whole = set(_claims(bench, about, rejected=True))
    taken = set(out)
    if not taken or taken >= whole or not taken <= whole:
        raise BadInput("choose some of the incident's claims, not all and not none")
    rest = whole - taken
    mine, theirs = (taken, rest) if anchor(about) in taken else (rest, taken)
    about, other = incident_id(mine), incident_id(theirs)
    sides = tuple(sorted(taken)), tuple(sorted(rest))
    at = datetime.now(UTC)
    return Decision(
        "", about, Verdict.DIFFERENT, reason(why), by.name, at, other, seen=sides[0], rest=sides[1]
    )


def taken_back(bench: Bench, by: Person, id_: str, why: str) -> Decision:
    """Undo a decision, of whatever age.

    Raises:
        NotFound: there is none with this id.
        NotAllowed: it is somebody else's, and the person may not undo those.
        BadInput: it was taken back already.
    """
    said = bench.said()
    decision = said.by_id(id_)
    if decision is None:
        raise NotFound(f"no decision has the id {id_[:60]}")
    if decision.by != by.name:
        by.must(Action.UNDO_OTHERS)
    if id_ in said.undone:
        raise BadInput(f"{said.undone[id_].by} took this back already")
    return Decision("", id_, Verdict.UNDO, reason(why), by.name, datetime.now(UTC))


def seen_as(incident: Incident) -> str:
    """What a page writes into its form of the claims that it shows."""
    return content_id("seen", *incident.claims)


def unchanged(bench: Bench, about: str, seen: str) -> None:
    """Whether an incident has still the claims that a person saw on the page on which they judged it.

    Raises:
        BadInput: it has others.
    """
    found = ask.by_number(bench.index.read(), [_number(bench, about)])
    if not found or seen_as(found[0].incident) != seen:
        raise BadInput(
            "this incident has changed since you opened the page, and nothing was recorded: load it again, look, and decide then"
        )


def _split_between(bench: Bench, about: str, other: str | None) -> Decision | None:
    """The split in force that parts these two."""
    said = bench.said()
    asked = frozenset((anchor(about), anchor(other or about)))
    known = (d for d in reversed(said.all) if d.id not in said.undone and frozenset(pair(d)) == asked)
    last = next(known, None)
    return last if last and last.verdict is Verdict.DIFFERENT and last.seen else None


def _whole_id(bench: Bench, id_: str) -> str:
    """An id that was given by its beginning, whole."""
    connection = bench.index.read()
    number = _number(bench, id_)
    if anchor(id_) in lookup.claims_of(connection, number):
        return id_
    return _listed(bench, number).incident.id


def _listed(bench: Bench, number: int) -> ask.Listed:
    found = ask.by_number(bench.index.read(), [number])
    if not found:
        raise NotFound("somebody has just decided about this incident: load the page again")
    return found[0]


def _number(bench: Bench, id_: str) -> int:
    return lookup.number_of(bench.index.read(), id_)


def _claims(bench: Bench, id_: str, *, rejected: bool = False) -> tuple[str, ...]:
    """The claims of an incident, as they are now; with `rejected` also those that a person took out."""
    connection = bench.index.read()
    number = _number(bench, id_)
    if rejected:
        return tuple(lookup.claims_of(connection, number))
    return _listed(bench, number).incident.claims
