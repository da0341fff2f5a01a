"""What the site never does: the layer around the application through which every request goes."""

from starlette.types import ASGIApp

from onrecord.workbench.guard.csrf import Csrf
from onrecord.workbench.guard.entry import Entry
from onrecord.workbench.guard.headers import POLICY, Headers
from onrecord.workbench.guard.hosts import Hosts
from onrecord.workbench.guard.limits import LARGEST
from onrecord.workbench.guard.refuse import Refusals
from onrecord.workbench.guard.serving import Serving, address, options, site_of
from onrecord.workbench.guard.site import LOOPBACK, Site
from onrecord.workbench.people.gate import Gate

__all__ = [
    "LARGEST",
    "LOOPBACK",
    "POLICY",
    "Gate",
    "Serving",
    "Site",
    "address",
    "guard",
    "options",
    "site_of",
]


def guard(app: ASGIApp, gate: Gate, site: Site | None = None) -> ASGIApp:
    """The application behind all that protects it. From the outside: headers for every answer, refusals in one line, the names of the
    site, who has come in, and that only our own pages change anything.

    Handlers find in ``request.state``: `person` (None only on the pages by which one comes in), `csrf` (for the field ``csrf`` or the
    header ``X-CSRF``), `form` (the fields that were sent), `token` and `cookie`.
    """
    site = site or Site()
    inner = Entry(Csrf(app), gate, site)
    return Headers(Refusals(Hosts(inner, site.names)), encrypted=site.encrypted_only)
