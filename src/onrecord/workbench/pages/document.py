"""``/document/ID``: one page's text with all that was read in it, beside the preserved original; and the list of all pages."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from onrecord.model import Capture, Document
from onrecord.workbench import inert
from onrecord.workbench.bench import Bench
from onrecord.workbench.layers import LAYERS, marked
from onrecord.workbench.pages import papers
from onrecord.workbench.pages.asked import Render
from onrecord.workbench.paper import paper
from onrecord.workbench.preserved import SHOWN, kept, shown

_OURS = inert.POLICY.removeprefix("sandbox; ")
"""For a page of our own words that stands where an original would: it may link to us."""
_SEALED = "sandbox; default-src 'none'; frame-ancestors 'none'"


def routes(bench: Bench, render: Render) -> list[Route]:
    """The page, its original as a page that does nothing, and the original bytes."""

    def document(request: Request) -> Response:
        bench.fresh()
        of = paper(bench, request.path_params["id"])
        asked = request.query_params.get("claim")
        lit = of.claim(asked)
        return render(
            request,
            "document.html",
            of=of,
            layers=LAYERS,
            marked=marked(of.document, [one.claim for one in of.claims], lit),
            lit=lit,
            gone=asked if asked and lit is None else None,
            rendered=of.capture.media_type in SHOWN,
        )

    def original(request: Request) -> Response:
        capture = _capture(bench, request)
        found = kept(bench.case.folder, capture)
        if found.content is not None and capture.media_type in SHOWN:
            return HTMLResponse(
                shown(capture, found.content), headers={"Content-Security-Policy": inert.POLICY}
            )
        answer = render(
            request,
            "original_note.html",
            id=request.path_params["id"],
            capture=capture,
            trouble=found.trouble,
        )
        answer.headers["Content-Security-Policy"] = _OURS
        answer.status_code = 404 if found.content is None else 200
        return answer

    def download(request: Request) -> Response:
        capture = _capture(bench, request)
        found = kept(bench.case.folder, capture)
        headers = {"Content-Security-Policy": _SEALED}
        if found.content is None:
            return PlainTextResponse(f"{found.trouble}\n", 404, headers)
        headers["Content-Disposition"] = f'attachment; filename="{capture.id}.bin"'
        return Response(found.content, headers=headers, media_type="application/octet-stream")

    return [
        Route("/document/{id}", document),
        Route("/document/{id}/original", original),
        Route("/document/{id}/bytes", download),
        *papers.routes(bench, render),
    ]


def _capture(bench: Bench, request: Request) -> Capture:
    return bench.capture(bench.case.get(Document, request.path_params["id"]).capture)
