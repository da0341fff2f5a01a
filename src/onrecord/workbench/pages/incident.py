"""``/incident/ID``: what, where, when, how many, says who; what contradicts what; why these reports are one; what people decided."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.exports.told import RADIUS_KM
from onrecord.model import Claim, Harm, Kind, Origin, Passage, Stance
from onrecord.store.fold.corrections import PARTS
from onrecord.store.fold.decided import undone
from onrecord.store.index import ask, lookup
from onrecord.store.index.ask import Listed
from onrecord.workbench.bench import Bench
from onrecord.workbench.chart import HEIGHT, WIDTH, chart
from onrecord.workbench.joined import waterfalls
from onrecord.workbench.judging import seen_as
from onrecord.workbench.outcome import since
from onrecord.workbench.pages.asked import Render, json, person
from onrecord.workbench.quotes import Quote, quote
from onrecord.workbench.sides import CORRECTED_CLAIM, Word, fields
from onrecord.workbench.whole import Whole, whole

HINTS = {
    "when": "2022-02-24, or 2022-02-24/2022-02-26",
    "place": "a name, such as Vinnytsia",
    **dict.fromkeys(PARTS, "names, with ; between two"),
}
_QUOTES = 60  # sentences shown at once; an incident of 150 pages has more, behind a link


@dataclass(frozen=True)
class Group:
    """The pages of one origin and what they say."""

    number: int
    origin: Origin | None
    pages: int
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Near:
    """An incident that it may be one with."""

    listed: Listed
    score: float
    judged: bool


def routes(bench: Bench, render: Render) -> list[Route]:
    """The page, and what a script asks to see whether somebody else decided meanwhile."""

    def incident(request: Request) -> Response:
        bench.fresh()
        id_ = request.path_params["id"]
        of = whole(bench, id_)
        if id_ != of.incident.id:
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(f"/incident/{of.incident.id}{query}", status_code=302)
        every = "all" in request.query_params
        return render(request, "incident.html", **_values(bench, of, every=every))

    def state(request: Request) -> Response:
        """Who else decided about it since the page was opened; empty where nobody did."""
        number = lookup.number_of(bench.index.read(), request.path_params["id"])
        claims, heard = lookup.claims_of(bench.index.read(), number), request.query_params.get("heard", "")
        others = [d.by for d in since(bench.said(), claims, heard) if d.by != person(request).name]
        return json({"by": others[-1] if others else ""})

    return [Route("/incident/{id}", incident), Route("/incident/{id}/state", state)]


def _values(bench: Bench, of: Whole, *, every: bool) -> dict[str, object]:
    links, joined = waterfalls(bench, of)
    shown = of.claims if every else of.claims[:_QUOTES]
    return {
        "of": of,
        "incident": of.incident,
        "review": of.listed.review,
        "fields": fields(of),
        "charts": [made for harm in (Harm.KILLED, Harm.INJURED) if (made := chart(of, harm))],
        "chart_size": (WIDTH, HEIGHT),
        "groups": list(_groups(bench, of, shown)),
        "hidden": len(of.claims) - len(shown),
        "links": links,
        "joined": joined,
        "near": _near(bench, of),
        "undone": undone(of.decisions),
        "quoted": lambda word: quoted(of, word),
        "quote_of": lambda claim: quote(claim, of.documents[claim.document], marks(claim)),
        "radius_m": (RADIUS_KM[of.incident.place.precision.value] or 0) * 1000 if of.incident.place else 0,
        "correctable": CORRECTED_CLAIM,
        "seen": seen_as(of.incident),
        "choices_of": {"kind": [k.value for k in Kind], "stance": [s.value for s in Stance]},
        "hints": HINTS,
        "reviewers": bench.said().decided.reviewers,
    }


def _groups(bench: Bench, of: Whole, claims: Sequence[Claim]) -> Iterable[Group]:
    def origin(claim: Claim) -> str:
        return of.sources.origin(claim)

    first = {o: n for n, o in reversed(list(enumerate(map(origin, claims))))}
    ordered = sorted(claims, key=lambda c: (first[origin(c)], c.document, c.trigger.start))
    connection = bench.index.read()
    for number, (id_, inside) in enumerate(groupby(ordered, key=origin), start=1):
        here = tuple(inside)
        yield Group(number, of.origin_of(here[0]), lookup.origin_pages(connection, id_) or 1, here)


def _near(bench: Bench, of: Whole) -> list[Near]:
    connection = bench.index.read()
    beside = lookup.beside(connection, of.listed.number)
    listed = {row.number: row for row in ask.by_number(connection, [b.number for b in beside])}
    return [Near(listed[b.number], b.score, b.judged) for b in beside if b.number in listed]


def quoted(of: Whole, word: Word) -> Quote:
    """One claim's word on a field, in its sentence."""
    return quote(word.claim, of.documents[word.claim.document], [(word.passage, "trigger")])


def marks(claim: Claim) -> list[tuple[Passage | None, str]]:
    """What of a claim is marked in its sentence."""
    found: list[tuple[Passage | None, str]] = [(claim.trigger, "trigger")]
    found += [(n.passage, "count-of") for n in claim.counts]
    found += [(claim.place.passage, "place")] if claim.place else []
    found += [(claim.time.passage, "time")] if claim.time else []
    return found + [(said.source, "speaker") for said in claim.attributions]
