"""Whom "he", "she", "they" and "who" stand for, where the text makes it plain."""

from collections.abc import Iterator, Mapping

from onrecord.model import Parse, Token
from onrecord.stages.read import speakers_words as words

_SUBJECTS = ("nsubj", "nsubjpass")
_SINGULAR = {"he": words.FEMALE, "she": words.MALE}  # what the pronoun cannot stand for
_THINGS = frozenset(
    {"broadcaster", "department", "journal", "newsletter", "twitter"}
)  # they end as words for people do
_REACH = 2  # sentences back: a pronoun further from its name is not plain any more


def antecedents(parse: Parse) -> Mapping[int, int]:
    """From each pronoun's token to the head of the noun phrase it stands for; pronouns in doubt are left out."""
    found: dict[int, int] = {}
    people = _people(parse)
    for token in parse.tokens:
        if token.pos != "PRON":
            continue
        low = token.text.lower()
        relative = low in ("who", "that", "which", "whom")
        noun = _relative(parse, token) if relative else _personal(parse, token, low, found, people)
        if noun is not None:
            found[token.i] = noun
    return found


def _people(parse: Parse) -> frozenset[int]:
    """The tokens of persons' names."""
    return frozenset(i for e in parse.entities if e.label == "PERSON" for i in range(e.first, e.last))


def _relative(parse: Parse, token: Token) -> int | None:
    """The noun that a relative clause is about."""
    for above in parse.ancestors(token.i):
        if above.dep == "relcl":
            return above.head
        if above.dep in ("ccomp", "advcl"):
            return None
    return None


def _personal(
    parse: Parse, token: Token, low: str, found: Mapping[int, int], people: frozenset[int]
) -> int | None:
    """The subject that the pronoun takes up: in its own sentence before it, or in the nearest sentence that has one."""
    if low not in (*_SINGULAR, "they"):
        return None
    for back in range(_REACH + 1):
        sentence = token.sentence - back
        if sentence < 0:
            return None
        first, last = parse.sentences[sentence]
        before = [t for t in parse.tokens[first:last] if t.i < token.i]
        noun = _choose(parse, list(_candidates(before, low, found, people)))
        if noun is not None:
            return noun
    return None


def _candidates(
    before: list[Token], low: str, found: Mapping[int, int], people: frozenset[int]
) -> Iterator[Token]:
    """Nouns (and pronouns already understood) that agree with the pronoun."""
    for token in before:
        if token.pos == "PRON":
            if token.text.lower() == low:
                yield token
        elif token.pos in ("NOUN", "PROPN") and _agrees(token, low, people):
            yield token


def _agrees(token: Token, low: str, people: frozenset[int]) -> bool:
    lemma = token.lemma.lower()
    if low == "they":
        return (
            token.tag in ("NNS", "NNPS") and (lemma in words.KIND_OF or lemma in words.PERSONS)
        ) or lemma in (
            "police",
            "authorities",
        )
    if token.tag in ("NNS", "NNPS") or lemma in _SINGULAR[low]:
        return False
    return (token.i in people and token.dep != "compound") or lemma in words.PERSONS or _human(lemma)


def _human(lemma: str) -> bool:
    kind = None if lemma in words.BODIES | _THINGS else words.KIND_OF.get(lemma)
    return kind is not None and lemma.endswith(
        ("er", "or", "man", "ant", "ist", "ian", "ee", "ive", "al", "ent", "ness", "ic", "el", "im")
    )


def _choose(parse: Parse, candidates: list[Token]) -> int | None:
    """The subject of the main clause, else the only subject, else the only person there is; None when it is not plain."""
    subjects = [t for t in candidates if t.dep in _SUBJECTS]
    main = [t for t in subjects if parse.tokens[t.head].dep == "ROOT"]
    for group in (main, subjects, candidates):
        if group:
            return group[-1].i if group is not candidates or len(group) == 1 else None
    return None
