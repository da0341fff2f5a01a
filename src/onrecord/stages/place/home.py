"""Where the publisher sits, as far as its address tells: ``springfieldnewssun.com`` is named after a Springfield, ``.co.uk`` is British."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from onrecord.model import Candidate, Document
from onrecord.resources.gazetteer import Gazetteer

_GENERIC_DOMAINS = {"tv", "co", "io", "me", "ai", "fm", "ws", "cc", "to", "ly", "la", "am", "eu", "su"}
_SHORTEST = 5  # letters: shorter names are mostly parts of other words
_ALONE = (
    20_000  # people: a smaller place that is all of a label ("independence.com") is more likely a plain word
)
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/[^/]{1,20}/(?=https?:)")
# fmt: off
_TITLES = frozenset({
    "a", "action", "advertiser", "advocate", "age", "and", "area", "argus", "banner", "beacon", "bee",
    "blade", "bugle", "bulletin", "call", "channel", "chronicle", "citizen", "city",
    "community", "county", "courier", "daily", "democrat", "digital", "dispatch", "eagle", "echo",
    "enquirer", "enterprise", "evening", "examiner", "express", "first", "free", "gazette", "globe",
    "guardian", "herald", "home", "independent", "inquirer", "inside", "intelligencer", "is", "item", "journal",
    "leader", "ledger", "line", "live", "local", "mail", "media", "mercury", "messenger", "metro",
    "mirror", "monitor", "morning", "my", "nation", "network", "news", "newspaper", "newspapers", "now",
    "observer", "of", "on", "online", "our", "page", "paper", "pilot", "police", "post", "press",
    "radio", "record", "recorder", "register", "report", "reporter", "republic", "republican", "review",
    "s", "sentinel", "spectator", "standard", "star", "state", "sun", "talk", "telegram", "telegraph",
    "the", "this", "times", "today", "town", "tribune", "tv", "union", "valley", "view", "voice", "week",
    "weekly", "world", "www",
})


@dataclass(frozen=True, slots=True)
class Home:
    """Places that the publisher may be named after, and the country of its domain; nothing where the address does not tell."""

    places: tuple[Candidate, ...] = ()
    country: str | None = None


def home(document: Document, gazetteer: Gazetteer) -> Home:
    """What the domain of the publisher or, where none is given, of the page tells."""
    labels = [part for part in _host(document).split(".") if part]
    if len(labels) < 2:
        return Home()
    last = labels[-1]
    two = len(last) == 2 and last not in _GENERIC_DOMAINS
    country = {"uk": "GB"}.get(last, last.upper()) if two else None
    places = (c for label in labels[:-1] for c in _named_after(label, gazetteer))
    return Home(tuple(dict.fromkeys(places)), country)


def _host(document: Document) -> str:
    publisher = (document.publisher or "").casefold()
    if "." in publisher and " " not in publisher:
        return publisher
    url = _ARCHIVED.sub("", document.url or "")
    try:
        return (urlsplit(url).hostname or "").casefold()
    except ValueError:
        return ""


def _named_after(label: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The places in a label that is otherwise made of the words of newspapers' and stations' names."""
    pieces = _pieces("".join(filter(str.isalpha, label)), gazetteer)
    names = [piece for piece in pieces if piece not in _TITLES]
    found = tuple(c for name in names for c in gazetteer.joined(name))
    return found if len(pieces) > 1 else tuple(c for c in found if (c.population or 0) >= _ALONE)


def _pieces(label: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The label cut into titles and names, as few names as can be and then as few pieces; empty where that cannot be done."""
    best: dict[int, tuple[int, int, tuple[str, ...]]] = {0: (0, 0, ())}
    for start in range(len(label)):
        if start in best:
            names, size, pieces = best[start]
            for end in range(start + 1, len(label) + 1):
                piece = label[start:end]
                if piece in _TITLES or (len(piece) >= _SHORTEST and gazetteer.joined(piece)):
                    here = (names + (piece not in _TITLES), size + 1, (*pieces, piece))
                    best[end] = min(here, best.get(end, here))
    return best.get(len(label), (0, 0, ()))[2]
