"""``onrecord decide``: a person's judgement, appended and never overwritten."""

import getpass
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.app import CaseFolder, app
from onrecord.cli.find import CLAIM, INCIDENT, find, find_decision, find_incident
from onrecord.errors import BadInput
from onrecord.model import Decision, Record, Rule, Verdict, content_id
from onrecord.store.case import Case
from onrecord.store.fold.decided import anchor
from onrecord.store.incidents import incident_id
from onrecord.store.record import record_of

_PAIRS = (Verdict.SAME, Verdict.DIFFERENT)
_WHOLE = (
    Verdict.ACCEPT,
    Verdict.REJECT,
)  # judged with the claims that are there now; what joins later must be judged again


@app.command()
def decide(
    case: CaseFolder,
    about: Annotated[
        str, typer.Argument(metavar="ID", help="A claim, an incident, or, to undo it, a decision.")
    ],
    verdict: Annotated[Verdict, typer.Argument(help=", ".join(Verdict))],
    reason: Annotated[str, typer.Option(help="Why; kept for good.")],
    other: Annotated[
        str | None, typer.Argument(metavar="[OTHER]", help="The second one, for same and different.")
    ] = None,
    field: Annotated[
        str | None,
        typer.Option(
            help="What to correct: kind, killed, injured, place, when, earliest, perpetrator, weapon …"
        ),
    ] = None,
    value: Annotated[
        str | None,
        typer.Option(
            help="What it should be: 7, 6-8, 6+; 2022-02-24; a place's name; names with ; between; left out = unknown."
        ),
    ] = None,
    out: Annotated[
        list[str] | None,
        typer.Option(
            "--out",
            metavar="CLAIM",
            help="For different: a claim to take out of the incident; several times for several.",
        ),
    ] = None,
    by: Annotated[str | None, typer.Option(help="Who decides. Default: your user name.")] = None,
) -> None:
    """Accept, reject, join (same), split (different), leave open (unsure), correct, or undo an earlier decision."""
    _check(verdict, other, field, out or [])
    with Case.open(case, write=True) as opened:
        record = record_of(opened)
        meant = _id(record, about, verdict)
        said = Decision("", meant, verdict, reason, by or getpass.getuser(), datetime.now(UTC))
        if out:
            said = _split(record, said, out)
        elif verdict in _WHOLE:
            said = replace(said, seen=_seen(record, meant))
        if other:
            said = replace(said, other=_id(record, other, verdict))
        kept = opened.decide(replace(said, field=field, value=_value(field, value, case)))
    replaced = f", in place of {kept.replaces}" if kept.replaces else ""
    print(f"{kept.id}: {kept.about} {verdict.value}{f' {kept.other}' if kept.other else ''}{replaced}")


@app.command()
def reviewers(
    case: CaseFolder,
    number: Annotated[int, typer.Argument(metavar="NUMBER", min=1, max=9)],
    reason: Annotated[str, typer.Option(help="Why; kept for good.")],
    by: Annotated[str | None, typer.Option(help="Who lays it down. Default: your user name.")] = None,
) -> None:
    """Say how many different people must accept an incident before it is confirmed."""
    if not reason.strip():
        raise BadInput("say in one line why: the reason is kept for good")
    at, who = datetime.now(UTC), by or getpass.getuser()
    with Case.open(case, write=True) as opened:
        opened.add([Rule(content_id("rule", number, reason, who, at), number, reason, who, at)])
    print(f"an incident is confirmed when {number} {'person accepts' if number == 1 else 'people accept'} it")


def _check(verdict: Verdict, other: str | None, field: str | None, out: list[str]) -> None:
    """Whether the verdict was given what it needs, and nothing that it cannot use."""
    if out and (verdict is not Verdict.DIFFERENT or other is not None):
        raise typer.BadParameter(
            "--out goes with different and one incident: onrecord decide INCIDENT different --out CLAIM"
        )
    if verdict in _PAIRS and other is None and not out:
        raise typer.BadParameter(f"{verdict.value} needs two ids: onrecord decide ID {verdict.value} OTHER")
    if verdict not in (*_PAIRS, Verdict.UNSURE) and other is not None:
        raise typer.BadParameter(f"{verdict.value} is about one id: leave out {other}")
    if (verdict is Verdict.CORRECT) != (field is not None):
        raise typer.BadParameter("--field goes with correct, and correct needs it")


def _value(field: str | None, value: str | None, case: Path) -> str | None:
    """What is kept: for a place its name with what the gazetteer knows of it."""
    if field != "place" or value is None:
        return value
    # Here and not above: only this needs the gazetteer
    from onrecord.resources.gazetteer import ADDED
    from onrecord.resources.gazetteer.named import named

    extra = case / ADDED
    return named(value, extra if extra.exists() else None)


def _id(record: Record, given: str, verdict: Verdict) -> str:
    """The whole id of what was meant. An incident keeps the name it is called by, joined or not: so a join is undone."""
    if verdict is Verdict.UNDO:
        return find_decision(record, given).id
    if not given.startswith(INCIDENT):
        return find(record, given).id
    claim = CLAIM + given.removeprefix(INCIDENT)
    if not any(id_.startswith(claim) for id_ in record.claims):
        return find(record, given).id  # says that there is none, by the name that was typed
    return INCIDENT + find(record, claim).id.removeprefix(CLAIM)


def _split(record: Record, said: Decision, out: list[str]) -> Decision:
    """The incident's claims, those that are taken out and those that stay."""
    whole = set(find_incident(record, said.about).claims)
    taken = {find(record, claim).id for claim in out}
    if not taken < whole:
        raise typer.BadParameter(
            "--out names claims of the incident, not all of them: onrecord show lists them"
        )
    rest = whole - taken
    mine, theirs = (taken, rest) if anchor(said.about) in taken else (rest, taken)
    sides = tuple(sorted(taken)), tuple(sorted(rest))
    return replace(said, about=incident_id(mine), other=incident_id(theirs), seen=sides[0], rest=sides[1])


def _seen(record: Record, id_: str) -> tuple[str, ...]:
    """The claims that an incident has now; none for a claim, which stands for itself."""
    return find_incident(record, id_).claims if id_.startswith(INCIDENT) else ()
