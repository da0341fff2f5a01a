"""Pages from templates. Everything is escaped; addresses of our own files bear the hash of their content, so that browsers may keep them."""

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from onrecord.exports import told
from onrecord.model import Harm
from onrecord.workbench import say
from onrecord.workbench.people.roles import Action

STATIC = Path(__file__).parent / "static"


class Pages:
    """Makes pages of the templates in this package. `values` are for every page; called, they are what is known of the case now."""

    def __init__(self, values: Callable[[Request], dict[str, Any]]) -> None:
        self._values = values
        self._templates = Environment(
            loader=PackageLoader("onrecord.workbench"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals |= {
            "say": say,
            "told": told,
            "static": static,
            "Action": Action,
            "Harm": Harm,
            "query": query,
        }

    def __call__(self, request: Request, name: str, /, **values: Any) -> Response:
        """The page, with status 200."""
        person = getattr(request.state, "person", None)
        known = {"person": person, "error": None, "notice": None} | self._values(request) | values
        template = self._templates.get_template(name)
        return HTMLResponse(
            template.render(request=request, csrf=getattr(request.state, "csrf", ""), **known)
        )


@cache
def static(path: str) -> str:
    """The address of one of our files."""
    digest = sha256((STATIC / path).read_bytes()).hexdigest()[:16]
    return f"/static/{path}?v={digest}"


def query(**values: object) -> str:
    """``?a=1&b=2`` of what is not None or empty; nothing when all are."""
    given = [(k, str(v)) for k, v in values.items() if v not in (None, "")]
    return f"?{urlencode(given)}" if given else ""
