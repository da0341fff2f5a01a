"""``onrecord decide``: a person's judgement, appended and never overwritten."""

import getpass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.app import CaseFolder, app
from onrecord.cli.find import CLAIM, INCIDENT, find, find_incident
from onrecord.model import Decision, Record, Verdict
from onrecord.store.case import Case
from onrecord.store.record import record_of

_PAIRS = (Verdict.SAME, Verdict.DIFFERENT)
_WHOLE = (
    Verdict.ACCEPT,
    Verdict.REJECT,
)  # judged with the claims that are there now; what joins later must be judged again


@app.command()
def decide(
    case: CaseFolder,
    about: Annotated[str, typer.Argument(metavar="ID", help="A claim or an incident.")],
    verdict: Annotated[Verdict, typer.Argument(help=", ".join(Verdict))],
    reason: Annotated[str, typer.Option(help="Why; kept for good.")],
    other: Annotated[
        str | None, typer.Argument(metavar="[OTHER]", help="The second one, for same and different.")
    ] = None,
    field: Annotated[
        str | None,
        typer.Option(help="What to correct: kind, killed, injured, place, when, earliest, latest …"),
    ] = None,
    value: Annotated[
        str | None,
        typer.Option(help="What it should be: 7, 6-8, 6+; 2022-02-24; a place's name; left out = unknown."),
    ] = None,
    by: Annotated[str | None, typer.Option(help="Who decides. Default: your user name.")] = None,
) -> None:
    """Accept, reject, join (same), split (different), leave open (unsure) or correct. Undo: decide again."""
    _check(verdict, other, field)
    with Case.open(case, write=True) as opened:
        record = record_of(opened)
        meant = _id(record, about)
        kept = opened.decide(
            Decision(
                id="",
                about=meant,
                verdict=verdict,
                reason=reason,
                by=by or getpass.getuser(),
                at=datetime.now(UTC),
                other=_id(record, other) if other else None,
                field=field,
                value=_value(field, value, case),
                seen=_seen(record, meant) if verdict in _WHOLE else (),
            )
        )
    replaced = f", in place of {kept.replaces}" if kept.replaces else ""
    print(f"{kept.id}: {kept.about} {verdict.value}{f' {kept.other}' if kept.other else ''}{replaced}")


def _check(verdict: Verdict, other: str | None, field: str | None) -> None:
    """Whether the verdict was given what it needs, and nothing that it cannot use."""
    if verdict in _PAIRS and other is None:
        raise typer.BadParameter(f"{verdict.value} needs two ids: onrecord decide ID {verdict.value} OTHER")
    if verdict not in (*_PAIRS, Verdict.UNSURE) and other is not None:
        raise typer.BadParameter(f"{verdict.value} is about one id: leave out {other}")
    if (verdict is Verdict.CORRECT) != (field is not None):
        raise typer.BadParameter("--field goes with correct, and correct needs it")


def _value(field: str | None, value: str | None, case: Path) -> str | None:
    """What is kept: for a place its name with what the gazetteer knows of it."""
    if field != "place" or value is None:
        return value
    from onrecord.cli.placed import placed  # here: only this needs the gazetteer

    return placed(value, case)


def _id(record: Record, given: str) -> str:
    """The whole id of what was meant. An incident keeps the name it is called by, joined or not: so a join is undone."""
    if not given.startswith(INCIDENT):
        return find(record, given).id
    return INCIDENT + find(record, CLAIM + given.removeprefix(INCIDENT)).id.removeprefix(CLAIM)


def _seen(record: Record, id_: str) -> tuple[str, ...]:
    """The claims that an incident has now; none for a claim, which stands for itself."""
    return find_incident(record, id_).claims if id_.startswith(INCIDENT) else ()
