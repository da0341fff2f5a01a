"""How many people one noun phrase means."""

from typing import NamedTuple

from onrecord.model import Parse, Token
from onrecord.stages.read.grammar import below, prepositional
from onrecord.stages.read.lexicon import OBJECTS, ORGANISATIONS, PERSON_PRONOUNS, words
from onrecord.stages.read.nouns import Nouns, Sort, common
from onrecord.stages.read.numbers import VAGUE, read, value

_NONE = words("no none nobody zero neither")
_SINGULAR = words("he she him her i me someone himself herself another")
_MANY = words("they them we us who these those some many others themselves everyone all")
_GROUPS = words("family group total crew team party crowd convoy gang squad patrol")
# Nouns that only measure: the people come after "of".
_MEASURES = words("number lot majority series handful total body corpse remains member life death")
_PLURAL = words("people staff police troop")
_HOW_MANY = words("number lot majority series handful total")
_UNKNOWN = words("unknown unspecified undisclosed undetermined uncertain")
_OTHER = words("other another")
_NOT_PEOPLE = words(
    "report call case count charge dog cat horse cow animal round year day hour month mile percent dollar story "
    "image time shot bullet window a.m. p.m."
)
_NO_PERSONS_BEHIND = words("time round shot bullet a.m. p.m. am pm o'clock")
_YEARS = range(1900, 2100)
_OLDEST = 110
_LISTED = 20  # tokens behind a noun in which its ages are listed


class Amount(NamedTuple):
    """People meant by a phrase: `low`, `high` as in `Count`; `first`, `last` the tokens the number rests on."""

    low: int | None
    high: int | None
    first: int
    last: int


def amount(parse: Parse, token: Token, nouns: Nouns) -> Amount | None:
    """How many people one noun means; None when it means no people."""
    word, lemma = token.text.lower(), token.lemma.lower()
    children = list(parse.children(token.i))
    if word == "her" and _owns(parse, token):
        return None
    if word in _NONE or any(c.text.lower() == "no" and c.dep in ("det", "neg") for c in children):
        return Amount(0, 0, token.i, token.i + 1)
    if value(word) is not None or word in VAGUE or word in ("dozen", "hundred", "thousand", "million"):
        return None if _times(parse, token) else _number(parse, token, token.i + 1)
    numbers = [c for c in children if c.i < token.i and (c.dep == "nummod" or _spelled(c))]
    if numbers:
        return None if _no_people(token, nouns) else _number(parse, numbers[-1], token.i + 1)
    of = list(prepositional(parse, token.i, "of")) if lemma in _MEASURES | _GROUPS else []
    if of and (lemma in _MEASURES or value(of[0].text) is not None):
        inner = amount(parse, of[0], nouns)  # "the bodies of three men", "a family of four"
        return _a_number(token, children, inner) if lemma == "number" else inner
    vague = [c for c in children if c.text.lower() in VAGUE and c.i < token.i]
    if vague:
        return _number(parse, vague[0], token.i + 1)
    ages = _ages(parse, token)
    if ages is not None:
        return ages
    if _is_pair(token, children):
        return Amount(2, 2, token.i, token.i + 1)
    return _bare(parse, token, nouns)


def _owns(parse: Parse, her: Token) -> bool:
    """ "Shooting *her older* brother": the model takes the owner for one of those shot."""
    behind = parse.tokens[her.i + 1 : her.i + 2]
    return any(t.sentence == her.sentence and t.pos in ("NOUN", "ADJ", "NUM", "PROPN") for t in behind)


def _times(parse: Parse, number: Token) -> bool:
    """ "Shot *ten* times", "shot about *10* p.m.": the model now and then takes the number alone for those shot."""
    behind = parse.tokens[number.i + 1 : number.i + 2]
    return any(t.lemma.lower() in _NO_PERSONS_BEHIND for t in behind)


def _no_people(token: Token, nouns: Nouns) -> bool:
    """ "Three houses were hit", "two reports of a man shot"."""
    return token.lemma.lower() in _NOT_PEOPLE or nouns.sort(token) in (Sort.OBJECT, Sort.WEAPON)


def _spelled(child: Token) -> bool:
    """ "*Sixty* people": the model takes a number that begins a sentence for an adjective now and then."""
    return child.dep == "amod" and value(child.text) is not None


def _ages(parse: Parse, token: Token) -> Amount | None:
    """ "His sons, *ages 3 and 4*" are as many as their ages."""
    if token.tag not in ("NNS", "NNPS"):
        return None
    behind = [t for t in parse.tokens[token.i + 1 : token.i + _LISTED] if t.sentence == token.sentence]
    listed = behind[1:] if behind and behind[0].text == "," else behind
    if not listed or listed[0].text.lower() not in ("ages", "aged"):
        return None
    found: list[Token] = []
    for one in listed[1:]:
        if one.text.isdigit() and int(one.text) < _OLDEST:
            found.append(one)
        elif one.text.lower() not in (",", "and", "&"):
            break
    if len(found) < 2 or parse.tokens[found[-1].i - 1].text == ",":
        return None
    return Amount(len(found), len(found), token.i, found[-1].i + 1)


def _is_pair(token: Token, children: list[Token]) -> bool:
    """As in "Both drivers", "a couple"; but in "a man and a woman both" each is counted by itself."""
    if token.lemma.lower() in ("couple", "both"):
        return True
    return any(c.text.lower() == "both" for c in children) and not any(c.dep == "conj" for c in children)


def _a_number(token: Token, children: list[Token], inner: Amount | None) -> Amount | None:
    """ "A number of men" is two or more; "an unknown number", "the number of men" are no number."""
    before = {c.text.lower() for c in children if c.i < token.i}
    if inner is None or inner.low is not None or "a" not in before or before & _UNKNOWN:
        return inner
    return Amount(2, None, token.i - 1, inner.last)


def is_year(token: Token) -> bool:
    """Whether a number is rather a year ("the homicides of 2013"): four digits without a comma."""
    return len(token.text) == 4 and token.text.isdigit() and int(token.text) in _YEARS


def _number(parse: Parse, number: Token, last: int) -> Amount | None:
    """The amount that the words of a number give; they stand before token `last`."""
    if number.i == last - 1 and is_year(number):
        return None
    inside = parse.subtree(number.i) if number.i < last - 1 else range(number.i, last)
    found = read(parse, min(inside[0], number.i), min(inside[-1] + 1, last))
    return Amount(*found) if found else None


def _bare(parse: Parse, token: Token, nouns: Nouns) -> Amount | None:
    """A noun without a number: one person, some people, or nobody."""
    word, lemma = token.text.lower(), token.lemma.lower()
    one, some = Amount(1, 1, *_described(parse, token)), Amount(None, None, token.i, token.i + 1)
    if word in _SINGULAR or lemma == "old":
        return one
    if word in _MANY or lemma in _GROUPS | _HOW_MANY:
        return some
    person = nouns.sort(token) in (Sort.PERSON, Sort.NAME) or _aged(parse, token)
    if not person and lemma not in _MEASURES:
        return None
    plural = word in PERSON_PRONOUNS or lemma in _PLURAL or token.tag not in ("NN", "NNP")
    return some if plural else one


def _described(parse: Parse, token: Token) -> tuple[int, int]:
    """From "another" or the age to the age behind: what tells one person from the next."""
    first = [token.i] if (years := _years_old(parse, token)) is None else [token.i, years]
    first += [c.i for c in below(parse, token.i, "det", "amod") if c.text.lower() in _OTHER]
    age = _age_behind(parse, token)
    return min(first), token.i + 1 if age is None else age.i + 1


def _years_old(parse: Parse, token: Token) -> int | None:
    """Where "27-year-old" begins before a noun; None when it does not stand there."""
    old = next((c for c in below(parse, token.i, "amod") if c.i < token.i and c.lemma.lower() == "old"), None)
    return None if old is None else min(parse.subtree(old.i), default=old.i)


def _age_behind(parse: Parse, token: Token) -> Token | None:
    """The number in "Bo Roe, *27*,"."""
    near = (c for c in below(parse, token.i, "appos", "nummod") if c.i == token.i + 2)
    return next((c for c in near if c.text.isdigit() and len(c.text) < 3), None)


def _aged(parse: Parse, token: Token) -> bool:
    """Whether a name that the model takes for a firm or a building has an age, and so is a person's."""
    if token.tag != "NNP" or common(token) in OBJECTS | ORGANISATIONS:
        return False
    return _age_behind(parse, token) is not None or _years_old(parse, token) is not None


__all__ = ["Amount", "amount", "is_year"]
