"""``onrecord show``: the incidents as a table, or one incident with everything it rests on."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from onrecord.cli import say
from onrecord.exports import told
from onrecord.model import Claim, Harm, Incident, Record


def table(record: Record) -> Table:
    """All incidents, earliest first."""
    return table_of(record.incidents)


def table_of(incidents: Iterable[Incident]) -> Table:
    """These, in their order."""
    made = Table(header_style="bold", box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name in ("incident", "when", "where", "what", "killed", "injured", "status"):
        made.add_column(name, overflow="fold", no_wrap=name in ("incident", "when"))
    for incident in incidents:
        cells = (
            short(incident.id),
            say.days(incident.when),
            say.where(incident.place),
            incident.kind.value.replace("_", " "),
            say.toll(incident.toll(Harm.KILLED)),
            say.toll(incident.toll(Harm.INJURED)),
            _status(incident),
        )
        made.add_row(*map(escape, cells))
    return made


def short(id_: str) -> str:
    """The id as people type it: enough of it to be unique among a million."""
    kind, _, digest = id_.partition("-")
    return f"{kind}-{digest[:10]}"


def _status(incident: Incident) -> str:
    disputed = f": {', '.join(incident.contested)}" if incident.contested else ""
    origins = f"{len(incident.origins)} origin{'s' if len(incident.origins) != 1 else ''}"
    pages = f"{len(incident.documents)} page{'s' if len(incident.documents) != 1 else ''}"
    confirmed = ", confirmed" if incident.confirmed else ""
    return f"{incident.status.value}{disputed} ({origins}, {pages}{confirmed})"


def one(console: Console, record: Record, incident: Incident) -> None:
    """One incident: its fields, then every claim with quote, speakers, origin and reason."""
    console.print(f"[bold]{escape(short(incident.id))}[/]  {incident.kind.value.replace('_', ' ')}")
    for name, value in _fields(incident):
        console.print(f"  [bold]{name:<9}[/] {escape(value)}", highlight=False)
    for number, id_ in enumerate(_in_order(record, incident), start=1):
        console.print()
        for line in _claim(record, record.claims[id_], number):
            console.print(line, highlight=False)
    console.print(
        "\nMachine-read; a person decides: [bold]onrecord decide[/]. Reasons: [bold]onrecord why ID[/]."
    )


def _fields(incident: Incident) -> Iterator[tuple[str, str]]:
    yield "when", f"{say.days(incident.when)}: {incident.when.reason}"
    precision = f" (known to the {incident.place.precision.value})" if incident.place else ""
    yield "where", say.where(incident.place) + precision
    for harm in Harm:
        found = incident.toll(harm)
        if found or harm in (Harm.KILLED, Harm.INJURED):
            yield harm.value, say.toll(found)
    for actor in incident.actors:
        protected = f" (protected: {actor.protected})" if actor.protected else ""
        yield actor.role.value, "; ".join(actor.words) + protected
    yield "sure", told.fields(incident.sure)
    yield "status", f"{_status(incident)}. {incident.status_reason}"


def _in_order(record: Record, incident: Incident) -> list[str]:
    """By origin, so that copies stand together, then by date."""

    def key(id_: str) -> tuple[str, str, str, int]:
        claim = record.claims[id_]
        document = record.documents[claim.document]
        origin = record.origin_of.get(document.id, "")
        return origin, str(document.published or "9999"), document.id, claim.trigger.start

    return sorted(incident.claims, key=key)


def _claim(record: Record, claim: Claim, number: int) -> Iterator[str]:
    document = record.documents[claim.document]
    outlet = escape(document.publisher or document.url or record.captures[document.capture].where)
    what = f"{claim.kind.value.replace('_', ' ')} “{escape(say.line(claim.trigger.words))}”"
    yield f"[bold]{number}. {escape(short(claim.id))}[/]  {what}  {outlet}, {document.published or 'undated'}"
    yield f"   “{_quote(claim)}”"
    yield f"   says     {escape(say.chain(claim, document.publisher))}"
    yield f"   stance   {claim.stance.value}" + (
        f" (“{escape(claim.stance_cue.words)}”)" if claim.stance_cue else ""
    )
    yield f"   when     {escape(say.days(claim.when))}: {escape(claim.when.reason)}"
    if claim.place:
        yield f"   where    {escape(say.where(claim.place.resolved))}: {escape(claim.place.reason)}"
    for count in claim.counts:
        yield f"   {escape(say.count(count))} (“{escape(count.passage.words)}”)"
    origin = record.origins.get(record.origin_of.get(document.id, ""))
    yield f"   sure     {told.fields(claim.sure)}"
    if origin and len(origin.documents) > 1:
        yield f"   origin   {short(origin.id)}, {len(origin.documents)} pages: {escape(origin.reason)}"


def _quote(claim: Claim) -> str:
    """The sentence with its trigger marked, on one line."""
    words, start = claim.sentence.words, claim.trigger.start - claim.sentence.start
    end = claim.trigger.end - claim.sentence.start
    parts = (words[:start], words[start:end], words[end:])
    before, trigger, after = (escape(" ".join(p.split(" ")).replace("\n", " ")) for p in parts)
    return f"{before}[bold underline]{trigger}[/]{after}"
