"""``/``: list, map and timeline of the incidents that are asked for, one filter over all three."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sqlite3 import Connection

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.errors import NotFound
from onrecord.exports.told import RADIUS_KM
from onrecord.model import Status
from onrecord.store.index import Filter, ask
from onrecord.store.index.ask import Listed, Totals
from onrecord.store.index.columns import Counts, counts, snapshot
from onrecord.store.index.words import unasked
from onrecord.workbench import say
from onrecord.workbench.bench import Bench
from onrecord.workbench.pages.asked import Render, json, wanted, whole_number
from onrecord.workbench.timeline import Timeline, bar, timeline

SIZE = 50
_ROWS = 2**62  # no index has so many
_DIGITS = 18  # of a number that SQLite can hold
_NAMED = 100  # incidents at one place that the map lists
_BARS = 120  # so few incidents are drawn each as a bar of its own
_SIDES = 60  # countries and sides listed for choosing
_STATUS = {
    s.value: n
    for n, s in enumerate((Status.SINGLE_ORIGIN, Status.CORROBORATED, Status.CONTESTED, Status.DENIED))
}
_REJECTED = 4
# Fields in the order of the page, with what they are called; those after the first three are folded until something in them is chosen
CHOICES = {
    "kind": "Kind",
    "status": "Standing",
    "review": "Review",
    "contested": "In dispute",
    "precision": "Place known to the",
    "place": "Country",
    "says": "Who says so",
    "side": "For which side",
    "protected": "Protected",
    "language": "Language",
    "stance": "Stance",
}


@dataclass(frozen=True)
class View:
    """All that the page shows of one filter."""

    wanted: Filter
    totals: Totals
    counts: Counts
    rows: Sequence[Listed]
    timeline: Timeline | None
    bars: Sequence[tuple[Listed, float, float]]
    regions: Sequence[tuple[str, str | None, int]]
    page: int

    @property
    def pages(self) -> int:
        """How many pages the list has."""
        return max(1, -(-self.totals.incidents // SIZE))

    @property
    def unasked(self) -> str | None:
        """What of the words is not looked for."""
        return unasked(self.wanted.q)

    def bar(self, row: Listed) -> tuple[float, float] | None:
        """Where a row's interval lies in the whole time."""
        when, of = row.incident.when, self.timeline
        return bar(when.earliest, when.latest, of.since, of.until) if of else None

    def to(self, **changes: object) -> str:
        """The address of the same view with another filter."""
        query = self.wanted.but(**changes).query()
        return f"/?{query}" if query else "/"

    def at(self, page: int) -> str:
        """The address of another page of the list."""
        query = self.wanted.query()
        return f"/?{query}{'&' if query else ''}page={page}"


def routes(bench: Bench, render: Render) -> list[Route]:
    """The overview, the points of its map, and the way from a point to its incident."""

    @lru_cache(maxsize=32)
    def viewed(_state: str, asked: Filter, page: int) -> View:
        return view(bench, asked, page)

    def overview(request: Request) -> Response:
        asked, page = wanted(request), whole_number(request.query_params, "page", 1)
        bench.fresh()
        seen = viewed(bench.index.state(), asked, page)
        return render(
            request, "overview.html", view=seen, choices=CHOICES, chosen_of=choices, without=without
        )

    def points(request: Request) -> Response:
        bench.fresh()
        found = ask.points(bench.index.read(), wanted(request))
        return json([_point(*row) for row in found])

    def names(request: Request) -> Response:
        given = request.query_params.getlist("number")[:_NAMED]
        numbers = [int(n) for n in given if n.isdecimal() and len(n) <= _DIGITS]
        return json(
            {row.number: say.title(row.incident) for row in ask.by_number(bench.index.read(), numbers)}
        )

    def numbered(request: Request) -> Response:
        number = request.path_params["number"]
        found = ask.by_number(bench.index.read(), [number]) if number < _ROWS else []
        if not found:
            raise NotFound("this incident has changed since the map was drawn: load the page again")
        return RedirectResponse(f"/incident/{found[0].incident.id}", status_code=303)

    return [
        Route("/", overview),
        Route("/points.json", points),
        Route("/names.json", names),
        Route("/number/{number:int}", numbered),
    ]


def view(bench: Bench, asked: Filter, page: int) -> View:
    """Gather it, all of one moment."""
    with snapshot(bench.index.read()) as connection:
        return _view(connection, asked, page)


def _view(connection: Connection, asked: Filter, page: int) -> View:
    totals = ask.totals(connection, asked)
    rows = ask.listed(connection, asked, first=(page - 1) * SIZE, most=SIZE)
    drawn = timeline(ask.spans(connection, asked), asked.since, asked.until)
    few = totals.incidents - totals.no_date <= _BARS
    bars = (
        _bars(ask.listed(connection, asked.but(sort="first"), most=2 * _BARS), drawn) if few and drawn else []
    )
    return View(
        asked,
        totals,
        counts(connection, asked),
        rows,
        drawn,
        tuple(bars),
        ask.regions(connection, asked),
        page,
    )


def _bars(rows: Sequence[Listed], drawn: Timeline) -> Iterator[tuple[Listed, float, float]]:
    for row in rows:
        when = row.incident.when
        if place := bar(when.earliest, when.latest, drawn.since, drawn.until):
            yield row, *place


def _point(
    number: int, lon: float, lat: float, precision: str, status: str, review: str, killed: int
) -> list[float]:
    radius = (RADIUS_KM[precision] or 0) * 1000
    return [number, lon, lat, radius, _REJECTED if review == "rejected" else _STATUS[status], killed]


def choices(view: View, name: str) -> list[tuple[str, str, int, bool]]:
    """Value, words, number and whether it is chosen, of all that can be chosen in a field; what is chosen stays in sight."""
    chosen = getattr(view.wanted, name)
    counted = view.counts.get(name, [])[:_SIDES]
    regions = {f"{country}/{region}": n for country, region, n in view.regions} if name == "place" else {}
    found = [*counted, *((v, regions.get(v, 0)) for v in chosen if v not in dict(counted))]
    return [(v, words(name, v), n, v in chosen) for v, n in found]


def words(name: str, value: str) -> str:
    """A value in words."""
    if name == "review":
        return say.spoken(say.REVIEWS[value])
    if name == "contested":
        return say.field(value)
    if name == "says" and value == "page":
        return "The page itself"
    return value if name in ("place", "side", "language") else say.spoken(value)


def without(asked: Filter, name: str, value: str) -> tuple[str, ...]:
    """What is chosen in a field, but for one value."""
    return tuple(v for v in getattr(asked, name) if v != value)
