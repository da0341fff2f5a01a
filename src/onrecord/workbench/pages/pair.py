"""``/pair/ONE/OTHER``: two incidents face to face, with what a merge would make of them. ``/split/ID``: which claims to take out."""

from collections.abc import Sequence
from itertools import groupby

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.errors import BadInput
from onrecord.model import Claim, Document, Link
from onrecord.store.index import lookup
from onrecord.workbench.bench import Bench
from onrecord.workbench.joined import Waterfall, steps
from onrecord.workbench.judging import split
from onrecord.workbench.pages.asked import Render, person
from onrecord.workbench.pages.incident import marks
from onrecord.workbench.preview import brief, merged, parted, rows
from onrecord.workbench.quotes import Quote, quote
from onrecord.workbench.whole import Whole, whole

_QUOTES = 8  # sentences of each side


def routes(bench: Bench, render: Render) -> list[Route]:
    """Both pages, and the form that leads to the first."""

    def asked(request: Request) -> Response:
        one, other = (request.query_params.get(name, "").strip() for name in ("one", "other"))
        left, right = whole(bench, one), whole(bench, other)
        return RedirectResponse(f"/pair/{left.incident.id}/{right.incident.id}", status_code=303)

    def pair(request: Request) -> Response:
        bench.fresh()
        one, other = (whole(bench, request.path_params[name]) for name in ("one", "other"))
        if one.incident.id == other.incident.id:
            return RedirectResponse(f"/split/{one.incident.id}", status_code=303)
        return render(request, "pair.html", **compared(bench, one, other))

    def apart(request: Request) -> Response:
        bench.fresh()
        of = whole(bench, request.path_params["id"])
        chosen = [c for c in request.query_params.getlist("claim") if c in of.group.claims]
        return render(request, "split.html", **_split(bench, request, of, chosen))

    return [Route("/pair", asked), Route("/pair/{one}/{other}", pair), Route("/split/{id}", apart)]


def compared(bench: Bench, one: Whole, other: Whole) -> dict[str, object]:
    """What the page shows of two incidents, and of the one that they would be."""
    a, b = one.incident, other.incident
    would = merged(bench, {*one.group.claims, *other.group.claims}, a.id, b.id)
    sides = [brief(a), brief(b), *would[:1]]
    link, judged = _link(bench, one, other)
    return {
        "one": one,
        "other": other,
        "rows": rows(sides),
        "whole": len(would) == 1,
        "waterfall": link and Waterfall(link, a.id, b.id, steps(link)),
        "judged": judged,
        "quotes": [_quotes(one), _quotes(other)],
    }


def _link(bench: Bench, one: Whole, other: Whole) -> tuple[Link | None, bool]:
    """The strongest link between the two that the machine did not follow, and whether people judged the pair."""
    beside = lookup.beside(bench.index.read(), one.listed.number, most=100)
    found = next((b for b in beside if b.number == other.listed.number), None)
    decided = bench.said().decided
    named = decided.judged_same | decided.judged_different | decided.open_pairs
    a, b = one.group.claims, other.group.claims
    judged = any((x in a and y in b) or (x in b and y in a) for x, y in named)
    return (bench.case.get(Link, found.link) if found else None), judged


def _quotes(of: Whole) -> list[tuple[Claim, Quote, Document]]:
    """One sentence of each claim, each sentence once."""
    seen, found = set(), []
    for claim in of.claims:
        if (claim.document, claim.sentence.start) not in seen:
            seen.add((claim.document, claim.sentence.start))
            page = of.documents[claim.document]
            found.append((claim, quote(claim, page, marks(claim)), page))
    return found[:_QUOTES]


def _split(bench: Bench, request: Request, of: Whole, chosen: Sequence[str]) -> dict[str, object]:
    claims = sorted((*of.claims, *of.struck), key=lambda c: (c.document, c.trigger.start))
    pages = [(of.documents[id_], list(inside)) for id_, inside in groupby(claims, key=lambda c: c.document)]
    would, problem = [], None
    if chosen or "preview" in request.query_params:
        try:
            made = split(bench, person(request), of.incident.id, chosen, "a preview")
            would = parted(bench, of.group.claims, made)
        except BadInput as error:
            problem = str(error)
    sides = [brief(of.incident), *would]
    return {
        "of": of,
        "pages": pages,
        "chosen": set(chosen),
        "would": would,
        "rows": rows(sides),
        "error": problem,
        "quote_of": lambda claim: quote(claim, of.documents[claim.document], marks(claim)),
    }
