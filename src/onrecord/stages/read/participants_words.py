"""The words for one who takes part: the noun phrase as tight as an analyst would mark it, whoever found its head."""

from onrecord.model import Parse, Participant, Passage, Role, Token
from onrecord.stages.read.grammar import below, phrase
from onrecord.stages.read.lexicon import FIGHTERS, PEOPLE, words
from onrecord.stages.read.nouns import Nouns, Sort
from onrecord.stages.read.people_words import RANKS, TITLES
from onrecord.stages.read.protected import protected

UNNAMED = words("organization organisation group movement band gang")
_NOBODY = words("other one life number dozen hundred thousand score body remains rest victim")
_GROUPS = words("group band gang column squad crowd mob pair member element")
# With "of" behind them in the text, 82 of 87 buildings of muc-train are written down with whose they are.
_SEATS = words(
    "branch building camp church facility headquarters home house installation office residence university"
)
# With a hyphen, what others say of an organisation and not its name.
_LEANING = words("anti far left non pro right self so ultra")
_NOUNS = ("NOUN", "PROPN", "ADJ", "X", "VERB")


def participant(text: str, parse: Parse, role: Role, token: Token, nouns: Nouns) -> Participant | None:
    """The participant that `token` heads; None where it names nobody and nothing."""
    if token.pos == "PRON" or token.lemma.lower() in _NOBODY or token.pos not in _NOUNS:
        return None
    state = token.pos == "ADJ" and token.dep == "oprd"  # "shot two of them *dead*"
    if state or not any(c.isalpha() for c in token.text):
        return None
    first, last = extent(parse, token, nouns)
    return of_words(text, parse, role, token, (first, last), nouns)


def of_words(
    text: str, parse: Parse, role: Role, head: Token, words_: tuple[int, int], nouns: Nouns
) -> Participant:
    """The participant named by the tokens from first to last - 1."""
    first, last = words_
    kind = None
    if role is Role.PERPETRATOR:
        named = parse.tokens[head.head].lemma.lower() in UNNAMED and head.dep == "appos"
        kind = "organisation" if named or nouns.sort(head) is Sort.ORGANISATION else "person"
    marked = protected(parse, head) if role in (Role.VICTIM, Role.TARGET) else None
    return Participant(
        role, Passage.of(text, parse.tokens[first].start, parse.tokens[last - 1].end), kind, marked
    )


def extent(parse: Parse, head: Token, nouns: Nouns) -> tuple[int, int]:
    """First and last + 1 token of the words for what `head` names: without article and number, a name without its title."""
    first, last = phrase(parse, head)
    if nouns.sort(head) is Sort.ORGANISATION:
        first = _unhyphened(parse, first, head.i)
    return _name(parse, head, first, nouns), _whose(parse, head, last)


def _unhyphened(parse: Parse, first: int, last: int) -> int:
    """ "The pro-Karesti *People's Army*", "the self-styled *Brigade*": an organisation's name without such a word before it."""
    for n in range(max(1, first - 1), min(first + 2, last - 1)):
        if parse.tokens[n].text == "-" and parse.tokens[n - 1].text.lower() in _LEANING:
            return n + 2
    return first


def _whose(parse: Parse, head: Token, last: int) -> int:
    """ "A group *of masked men*", "members *of the front*", "offices *of the union*": the first noun alone tells of nobody and nothing."""
    behind = [
        t.text.lower() for t in parse.tokens[last : last + 1]
    ]  # nothing where a page ends with the noun
    if head.lemma.lower() not in _GROUPS | _SEATS or last != head.i + 1 or behind != ["of"]:
        return last
    return next((phrase(parse, of)[1] for of in below(parse, last, "pobj")), last)


def is_titled(parse: Parse, head: Token, nouns: Nouns) -> bool:
    """Whether a name follows a person's title, so that it is a person's."""
    first, _ = phrase(parse, head)
    return _name(parse, head, first, nouns) > first


def _name(parse: Parse, head: Token, first: int, nouns: Nouns) -> int:
    """Where the name begins after its title ("police *general* Juan Roa"); `first` when `head` is no name.

    The model takes many a name in a text without capitals for a noun.
    """
    if is_title(head) or nouns.sort(head) not in (Sort.NAME, Sort.OTHER, Sort.PERSON):
        return first
    plural = head.tag == "NNS" and head.lemma.lower() != head.text.lower()
    if head.lemma.lower() in FIGHTERS or (plural and not _honour(parse.tokens[first])):
        return first
    return next((n + 1 for n in range(head.i - 1, first - 1, -1) if is_title(parse.tokens[n])), first)


def is_title(token: Token) -> bool:
    """Whether a word before a name says what its bearer is."""
    return token.lemma.lower() in PEOPLE or _honour(token)


def _honour(token: Token) -> bool:
    return token.text.lower() in TITLES | RANKS


__all__ = ["UNNAMED", "extent", "is_title", "is_titled", "of_words", "participant"]
