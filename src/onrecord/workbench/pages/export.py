"""``/export``: any filtered view as a file, with what is withheld shown before anything leaves."""

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from onrecord.errors import BadInput
from onrecord.exports.formats import FORMATS
from onrecord.exports.part import Asked
from onrecord.exports.protect import NAMED, RULE
from onrecord.store.index import Filter, ask
from onrecord.workbench.bench import Bench
from onrecord.workbench.exporting import Exporting
from onrecord.workbench.pages.asked import Render, field, person, wanted
from onrecord.workbench.people.roles import Action
from onrecord.workbench.threads import waiting
from onrecord.workbench.whole import whole

_WORDS = {
    "csv": "a table, one incident a row, columns as ACLED and UCDP GED name them",
    "geojson": "points with how exact they are, for a map",
    "html": "a page to read, to print and to send",
    "jsonl": "everything: each claim with its sentence, speakers, page and hash",
}


def routes(bench: Bench, render: Render, exporting: Exporting) -> list[Route]:
    """Choosing, preparing, taking."""

    def choose(request: Request) -> Response:
        person(request, Action.EXPORT)
        bench.fresh()
        asked, one = wanted(request), request.query_params.get("id")
        number = 1 if one else ask.totals(bench.index.read(), asked).incidents
        of = whole(bench, one) if one else None
        return render(
            request, "export.html", asked=asked, of=of, number=number, formats=_WORDS, rule=RULE, named=NAMED
        )

    def prepare(request: Request) -> Response:
        names = field(request, "names") == "yes"
        by = person(request, Action.EXPORT_NAMES if names else Action.EXPORT)
        format_ = field(request, "format")
        if format_ not in FORMATS:
            raise BadInput(f"a format is one of {', '.join(FORMATS)}")
        asked = Asked(format_, Filter.parse(field(request, "filter")), field(request, "id") or None, names)
        return render(request, "export_ready.html", ready=exporting.prepare(asked, by.name))

    def take(request: Request) -> Response:
        by = person(request, Action.EXPORT)
        ready = exporting.ready(request.path_params["token"], by.name)
        by.must(Action.EXPORT_NAMES if ready.asked.names else Action.EXPORT)
        name = f"on-record-{ready.written.incidents}-incidents.{ready.path.suffix.lstrip('.')}"
        headers = {
            "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
            "Cache-Control": "no-store",
        }
        return FileResponse(ready.path, media_type="application/octet-stream", filename=name, headers=headers)

    return [
        Route("/export", choose, methods=["GET"]),
        Route("/export", waiting(prepare), methods=["POST"]),
        Route("/export/file/{token}", take),
    ]
