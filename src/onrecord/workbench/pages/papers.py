"""``/pages``: every page of the case, what was kept and not read with the reason, and what could not be kept."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.model import Failure
from onrecord.store.index import lookup
from onrecord.store.index import paper as index
from onrecord.store.index.lookup import Page
from onrecord.store.index.words import LONGEST, unasked
from onrecord.workbench.bench import Bench
from onrecord.workbench.pages.asked import Render, whole_number
from onrecord.workbench.render import query

SIZE = 50
_FAILURES = 50  # listed; of more there is the count, and `onrecord show --failures` lists all
_REASONS = 12


@dataclass(frozen=True)
class Shelf:
    """A part of the pages. `unread` are those that were kept and not read, `reasons` why; `total` counts all that match, in `pages` pages of
    the list; `every` and `never` count those that match on either shelf."""

    q: str
    unread: bool
    page: int
    total: int
    rows: list[Page]
    every: int
    never: int
    reasons: list[tuple[str, int]]

    @property
    def unasked(self) -> str | None:
        """What of the words is not looked for."""
        return unasked(self.q)

    @property
    def pages(self) -> int:
        """How many pages the list has."""
        return max(1, -(-self.total // SIZE))

    def at(self, page: int) -> str:
        """The address of another page of the list."""
        return "/pages" + query(q=self.q, unread=1 if self.unread else None, page=page if page > 1 else None)

    def of(self, *, unread: bool) -> str:
        """The address of the same search among all pages or those that were not read."""
        return "/pages" + query(q=self.q, unread=1 if unread else None)


def routes(bench: Bench, render: Render) -> list[Route]:
    """The list."""

    @lru_cache(maxsize=16)
    def shelf(_seq: int | None, q: str, unread: bool, page: int) -> Shelf:
        return looked_up(bench, q, unread, page)

    def listed(request: Request) -> Response:
        bench.fresh()
        asked = request.query_params
        q, unread = asked.get("q", "").strip()[: LONGEST + 1], asked.get("unread") == "1"
        failures = bench.case.current(Failure)
        first = list(islice(failures, _FAILURES))
        return render(
            request,
            "pages.html",
            shelf=shelf(bench.index.seq(), q, unread, whole_number(asked, "page", 1)),
            failures=first,
            failed=len(first) + sum(1 for _ in failures),
        )

    return [Route("/pages", listed)]


def looked_up(bench: Bench, q: str, unread: bool, page: int) -> Shelf:
    """A part of the pages, with how many there are on the other shelf."""
    connection = bench.index.read()
    total, rows = lookup.pages(connection, q=q, unread=unread, first=(page - 1) * SIZE, most=SIZE)
    other = lookup.pages(connection, q=q, unread=not unread, most=0)[0]
    every, never = (other, total) if unread else (total, other)
    reasons = index.reasons(connection)[:_REASONS] if unread and not q else []
    return Shelf(q, unread, page, total, rows, every, never, reasons)
