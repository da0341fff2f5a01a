"""How many people one noun phrase means."""

from typing import NamedTuple

from onrecord.model import Parse, Token
from onrecord.stages.read.grammar import prepositional
from onrecord.stages.read.lexicon import PERSON_PRONOUNS, words
from onrecord.stages.read.nouns import Nouns, Sort
from onrecord.stages.read.numbers import VAGUE, read, value

_NONE = words("no none nobody zero neither")
_SINGULAR = words("he she him her i me someone himself herself")
_MANY = words("they them we us who these those some many others themselves everyone all")
_GROUPS = words("family group total crew team party crowd convoy gang squad patrol")
# Nouns that only measure: the people come after "of".
_MEASURES = words("number lot majority series handful body corpse remains member life death")
_PLURAL = words("people staff police troop")


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
    if word in _NONE or any(c.text.lower() == "no" and c.dep in ("det", "neg") for c in children):
        return Amount(0, 0, token.i, token.i + 1)
    if value(word) is not None or word in VAGUE or word in ("dozen", "hundred", "thousand", "million"):
        return _number(parse, token, token.i + 1)
    numbers = [c for c in children if c.i < token.i and (c.dep == "nummod" or _spelled(c))]
    if numbers:
        return _number(parse, numbers[-1], token.i + 1)
    of = list(prepositional(parse, token.i, "of")) if lemma in _MEASURES | _GROUPS else []
    if of and (lemma in _MEASURES or value(of[0].text) is not None):
        return amount(parse, of[0], nouns)  # "the bodies of three men", "a family of four"
    vague = [c for c in children if c.text.lower() in VAGUE and c.i < token.i]
    if vague:
        return _number(parse, vague[0], token.i + 1)
    if _is_pair(token, children):
        return Amount(2, 2, token.i, token.i + 1)
    return _bare(token, nouns)


def _spelled(child: Token) -> bool:
    """ "*Sixty* people": the model takes a number that begins a sentence for an adjective now and then."""
    return child.dep == "amod" and value(child.text) is not None


def _is_pair(token: Token, children: list[Token]) -> bool:
    """As in "Both drivers", "a couple"; but in "a man and a woman both" each is counted by itself."""
    if token.lemma.lower() in ("couple", "both"):
        return True
    return any(c.text.lower() == "both" for c in children) and not any(c.dep == "conj" for c in children)


def _number(parse: Parse, number: Token, last: int) -> Amount | None:
    """The amount that the words of a number give; they stand before token `last`."""
    inside = parse.subtree(number.i) if number.i < last - 1 else range(number.i, last)
    found = read(parse, min(inside[0], number.i), min(inside[-1] + 1, last))
    return Amount(*found) if found else None


def _bare(token: Token, nouns: Nouns) -> Amount | None:
    """A noun without a number: one person, some people, or nobody."""
    word, lemma = token.text.lower(), token.lemma.lower()
    one, some = Amount(1, 1, token.i, token.i + 1), Amount(None, None, token.i, token.i + 1)
    if word in _SINGULAR or lemma == "old":
        return one
    if word in _MANY or lemma in _GROUPS:
        return some
    if nouns.sort(token) not in (Sort.PERSON, Sort.NAME) and lemma not in _MEASURES:
        return None
    plural = word in PERSON_PRONOUNS or lemma in _PLURAL or token.tag not in ("NN", "NNP")
    return some if plural else one


__all__ = ["Amount", "amount"]
