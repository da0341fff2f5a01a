"""The places of a document: the firm names first, then those of the hinted ones that agree with them."""

from onrecord.model import Document, Parse, Place
from onrecord.resources.gazetteer import Gazetteer
from onrecord.stages.place.admit import Jury
from onrecord.stages.place.home import Home, home
from onrecord.stages.place.mentions import Mention, find_mentions
from onrecord.stages.place.resolve import resolve
from onrecord.stages.place.view import View

Located = list[tuple[Mention, Place]]


def locate(document: Document, parse: Parse, gazetteer: Gazetteer) -> Located:
    """Every mention of a place with what it means, in text order."""
    view, at_home = View(document.told, parse), home(document, gazetteer)
    mentions, places, jury = heard(view, at_home, gazetteer)
    kept = [m for m in mentions if m.firm or jury.admits(m)]
    if len(kept) > len(places):
        places = resolve(view, kept, at_home, gazetteer)
    return list(zip(kept, places, strict=True))


def heard(view: View, at_home: Home, gazetteer: Gazetteer) -> tuple[list[Mention], list[Place], Jury]:
    """Every name that may be a place, what the firm ones mean, and these as the jury of the hinted."""
    mentions = find_mentions(view, gazetteer)
    firm = [m for m in mentions if m.firm]
    places = resolve(view, firm, at_home, gazetteer)
    return mentions, places, Jury(view, mentions, places, at_home)
