"""Names that the language model marks as places and that are more likely persons."""

from onrecord.resources.gazetteer import Gazetteer
from onrecord.stages.place.known import says_place
from onrecord.stages.place.view import View
from onrecord.stages.place.words import FIRM

_ACTING = ("nsubj", "dobj", "poss", "appos", "ROOT")  # unknown names so: 7 places, 130 persons and things


def doubtful(view: View, gazetteer: Gazetteer, first: int, last: int) -> bool:
    """A surname of somebody in the text, or one unknown word that acts as a person does, where nothing near it says place."""
    if last - first > 1 or view.before(first) in FIRM or says_place(view, gazetteer, first, last):
        return False
    name = view.slice(first, last)
    unknown = not gazetteer.look_up(name) and not gazetteer.abbreviation(name)
    return view.surname(first, last) or (unknown and view.tokens[first].dep in _ACTING)
