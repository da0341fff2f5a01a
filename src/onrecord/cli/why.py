"""``onrecord why``: the reasons behind anything that has an id, down to the words and what made it."""

from collections.abc import Callable, Iterator

from onrecord.cli import say
from onrecord.cli.find import DECISION, find, find_decision
from onrecord.cli.show import short
from onrecord.exports import told
from onrecord.model import Claim, Decision, Document, Incident, Link, Origin, Passage, Record
from onrecord.store.fold.decided import undone

Lines = Iterator[str]


def why(record: Record, id_: str) -> Lines:
    """Plain lines; a part of an id is enough when it is unique.

    Raises:
        NotFound: nothing has this id, or several things have.
    """
    if id_.startswith(DECISION):
        return _decision(record, find_decision(record, id_))
    found = find(record, id_)
    explain: dict[type, Callable[..., Lines]] = {
        Incident: _incident,
        Claim: _claim,
        Document: _document,
        Origin: _origin,
        Link: _link,
    }
    return explain[type(found)](record, found)


def _at(passage: Passage) -> str:
    return f"“{' '.join(passage.words.split())}” (characters {passage.start}-{passage.end})"


def _incident(record: Record, incident: Incident) -> Lines:
    yield f"{incident.id}: {incident.kind.value}, {len(incident.claims)} claims joined by the links below"
    yield f"  how sure: {told.fields(incident.sure)}"
    yield f"  status: {incident.status.value}: {incident.status_reason}"
    yield f"  when: {say.days(incident.when)}: {incident.when.reason}"
    yield from (
        f"    from {short(c)}: {_at(t.passage)}" for c in incident.when_claims if (t := record.claims[c].time)
    )
    yield f"  where: {say.where(incident.place)}"
    if incident.place_claim and (place := record.claims[incident.place_claim].place):
        yield f"    from {short(incident.place_claim)}: {_at(place.passage)}: {place.reason}"
    for toll in incident.tolls:
        yield f"  {toll.harm.value}: {say.toll(toll)}"
        for name, id_ in (("low", toll.low_claim), ("best", toll.best_claim), ("high", toll.high_claim)):
            counts = [n for n in record.claims[id_].counts if n.harm is toll.harm] if id_ else []
            yield from (f"    {name} from {short(id_ or '')}: {_at(n.passage)}" for n in counts)
    yield f"  fields in dispute: {', '.join(incident.contested) or 'nothing'}"
    inside = set(incident.claims)
    for link in record.links:
        if link.left in inside or link.right in inside:
            yield from ("  " + line for line in _link(record, link))
    yield from _decisions(record, {incident.id, *incident.decisions, *incident.claims})


def _claim(record: Record, claim: Claim) -> Lines:
    document = record.documents[claim.document]
    yield f"{claim.id}: {claim.kind.value}, because the page says {_at(claim.trigger)}"
    yield f"  sentence: {_at(claim.sentence)}"
    yield f"  stance: {claim.stance.value}" + (
        f", because of {_at(claim.stance_cue)}" if claim.stance_cue else ""
    )
    for said in claim.attributions:
        of = f"; source {_at(said.source)}" if said.source else ""
        yield f"  says: {say.speaker(said)}, told by {_at(said.cue)}{of}"
    if not claim.attributions:
        yield "  says: the page in its own voice"
    for count in claim.counts:
        yield f"  {say.count(count)}, from {_at(count.passage)}"
    for one in claim.participants:
        protected = f", protected as {one.protected}" if one.protected else ""
        yield f"  {one.role.value}: {_at(one.passage)}{protected}"
    if claim.place:
        yield f"  where: {say.where(claim.place.resolved)}, from {_at(claim.place.passage)}: {claim.place.reason}"
        yield from (
            f"    could be: {say.where(c)}" for c in claim.place.candidates if c != claim.place.resolved
        )
    else:
        yield "  where: unknown: the words name no place for it"
    yield f"  when: {say.days(claim.when)}: {claim.when.reason}"
    if claim.time:
        yield f"    from {_at(claim.time.passage)} = {claim.time.value or 'unknown'}"
    yield f"  how sure: {told.fields(claim.sure)}"
    yield f"  made by: {', '.join(map(str, claim.made_by))}"
    yield from _decisions(record, {claim.id})
    yield from ("  " + line for line in _document(record, document))


def _decisions(record: Record, about: set[str]) -> Lines:
    """Every decision about these, also one that a later one took the place of."""
    replaced, back = {d.replaces for d in record.decisions}, undone(record.decisions)
    for one in record.decisions:
        if about.isdisjoint((one.id, one.about, one.other, *one.seen)):
            continue
        what = (
            f" {one.field} = {one.value or 'unknown'}"
            if one.field
            else f" {short(one.other)}"
            if one.other
            else ""
        )
        past = " (since replaced)" if one.id in replaced else ""
        past += f" (taken back by {back[one.id].by}: {back[one.id].reason})" if one.id in back else ""
        yield f"  decided by {one.by}, {one.at:%Y-%m-%d %H:%M} UTC: {one.verdict.value}{what}: {one.reason}{past}"


def _decision(record: Record, decision: Decision) -> Lines:
    yield f"{decision.id}: about {', '.join(id_ for id_ in (decision.about, decision.other) if id_)}"
    yield from _decisions(record, {decision.id})
    if decision.seen:
        yield f"  with these claims in view: {', '.join(map(short, decision.seen))}"
    if decision.rest:
        yield f"  parted from these: {', '.join(map(short, decision.rest))}"
    if decision.replaces:
        yield f"  in place of {decision.replaces}"
    for later in (d for d in record.decisions if d.replaces == decision.id):
        yield f"  {later.id} took its place"


def _document(record: Record, document: Document) -> Lines:
    capture = record.captures[document.capture]
    yield f"page: {document.id}, “{document.title or 'untitled'}”, {document.publisher or 'publisher unknown'}"
    found = f" (found by: {document.published_by})" if document.published_by else ""
    yield f"  published: {document.published or 'unknown'}{found}; language {document.language or 'unknown'}"
    yield f"  bytes: {capture.where}, taken in {capture.captured_at:%Y-%m-%d %H:%M:%S} UTC, SHA-256 {capture.sha256}"
    yield f"  kept in: {capture.warc_file or 'not kept'} {capture.warc_record or ''}".rstrip()
    yield f"  made by: {document.made_by}"
    for note in (note for id_, note in record.notes if id_ == document.id):
        yield f"  not read: {note}"
        yield from _nearest(document, note)
    origin = record.origins.get(record.origin_of.get(document.id, ""))
    if origin:
        yield f"  origin: {short(origin.id)}, {len(origin.documents)} page(s): {origin.reason}"


def _nearest(document: Document, note: str) -> Lines:
    """The words for which an article that was skipped would have been read soonest."""
    from onrecord.stages.read import sift  # here: it loads the reader, which no other reason needs

    if note == sift.UNLIKELY and (words := sift.most_telling(document, sift.open_sieve())):
        yield f"    nearest to harm: “{' '.join(words.split())}” (onrecord run --read-all reads it)"


def _origin(record: Record, origin: Origin) -> Lines:
    yield f"{origin.id}: {len(origin.documents)} page(s): {origin.reason}"
    for id_ in origin.documents:
        document = record.documents[id_]
        yield f"  {short(id_)} {document.publisher or 'publisher unknown'}, {document.published or 'undated'}: {document.title or ''}"
    for one in origin.shared:
        yield f"  {short(one.document)} with {short(one.joined_to)}: {one.reason}, {one.share:.0%} shared: “{one.words}”"
    yield f"  made by: {origin.made_by}"


def _link(record: Record, link: Link) -> Lines:
    verdict = "joined" if link.joined else "not joined"
    yield f"{short(link.id)}: {short(link.left)} and {short(link.right)} {verdict}, score {link.score:.2f} ({link.made_by})"
    yield from (f"  {clue.score:+.2f} {clue.name}: {clue.detail}" for clue in link.clues)
