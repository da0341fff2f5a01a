"""Whether words that look like a time are one, and whether a document looks back from afar."""

from collections.abc import Sequence
from datetime import date

from onrecord.model import Parse, Token
from onrecord.stages.date.lex import Word
from onrecord.stages.date.rules import Rule

Match = tuple[Rule, int, int]
_BEFORE_YEAR = ("in", "from", "of", "for", "and", "dash", "open", "to", "before", "after", "this", "that")
_BEFORE_CLOCK = ("at", "about", "from", "to", "and", "dash", "before", "after", "comma", "in", "on")
_STREETS = frozenset(
    {
        "street",
        "st",
        "avenue",
        "ave",
        "road",
        "rd",
        "boulevard",
        "blvd",
        "drive",
        "dr",
        "lane",
        "court",
        "highway",
        "terrace",
    }
)
_USUAL_YEARS = range(1900, 2051)  # others need a preposition: most numbers of four digits are none


def is_time(words: Sequence[Word], found: Match, parse: Parse | None) -> bool:
    """Whether a match is meant as a time: no telephone number, address, age or running time of a film."""
    rule, first, last = found
    before = words[first - 1].kind if first else "break"
    after = words[last].kind if last < len(words) else "break"
    inside = [w.kind for w in words[first:last]]
    if inside[-1] == "year" and set(inside) <= {"the", "year"}:
        return not _is_number(words, first, last) and _is_year(words[last - 1], before, parse, after)
    if inside == ["clock"]:
        return before in _BEFORE_CLOCK or after in ("weekday", "on", "today")
    if rule.kind == "DURATION":
        return after != "old" and not (
            after == "dash" and words[last + 1 : last + 2] and words[last + 1].kind == "old"
        )
    return True


def _is_number(words: Sequence[Word], first: int, last: int) -> bool:
    """An address ("the 1900 block"), a telephone number, a part of a web address or a sum."""
    if last < len(words) and words[last].low in ("block", "blk", "%", "/"):
        return True
    if not first:
        return False
    phone = (
        first > 1
        and words[first - 1].kind == "dash"
        and words[first - 2].kind in ("digits", "day", "short_year")
    )
    return phone or words[first - 1].kind == "digits" or words[first - 1].low in ("/", "$", "£", "€", "#")


def _is_year(word: Word, before: str, parse: Parse | None, after: str) -> bool:
    if before in ("at", "about") or (isinstance(word.value, int) and word.value > _USUAL_YEARS[-1]):
        return False  # a time of day: "at 1930"
    usual = isinstance(word.value, int) and word.value in _USUAL_YEARS
    if not usual and before not in _BEFORE_YEAR and after not in ("dash", "break"):
        return False
    token = next(iter(parse.tokens_in(word.start, word.end)), None) if parse else None
    if parse is None or token is None:
        return before in _BEFORE_YEAR
    if _is_address(parse, token, usual=usual):
        return False
    head = parse.tokens[token.head]
    counts = token.dep in ("nummod", "quantmod") and head.i > token.i and head.tag == "NNS"
    return not counts or (usual and _is_owned(parse, head))


def _is_address(parse: Parse, number: Token, *, usual: bool) -> bool:
    """ "Called to *1101* W. Mill St.": a number before a street's name; one far from our years before any name."""
    behind = [t for t in parse.tokens[number.i + 1 : number.i + 5] if t.sentence == number.sentence]
    if not behind or not behind[0].text[:1].isupper() or behind[0].start - number.end > 1:
        return False
    return not usual or any(t.text.lower().rstrip(".") in _STREETS for t in behind[1:])


def _is_owned(parse: Parse, noun: Token) -> bool:
    """ "the company's 1989 results", "the 1954 accords": with a determiner, years describe things more often than they count them."""
    return any(t.dep in ("det", "poss") for t in parse.children(noun.i))


def is_narrative(words: Sequence[Word], found: Sequence[Match], published: date | None) -> bool:
    """A document without a date, or most of whose years told lie more than a year before its date."""
    if published is None:
        return True
    years = [
        w.value for _, i, j in found for w in words[i:j] if w.kind == "year" and isinstance(w.value, int)
    ]
    far = sum(year < published.year - 1 for year in years)
    deictic = sum(words[i].kind in ("weekday", "today", "last", "this") for _, i, _ in found)
    return far > 5 and far > 0.5 * len(years) and far > 4 * deictic
