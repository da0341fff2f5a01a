"""In what part each person appears, gathered over all mentions: in office, or as one whom an export must not name."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.model import Attribution, Parse, Passage, Situation, SpeakerKind, Token
from onrecord.stages.read import people_words as words
from onrecord.stages.read.people_names import Name, leading
from onrecord.stages.read.speakers_words import HELD

OFFICE = "in public office"
PRIVATE = "a private person"
POW, DETAINEE, CHILD, VICTIM, RELATIVE, WITNESS = (
    "a prisoner of war",
    "a detainee",
    "a child",
    "a victim",
    "a relative",
    "a witness",
)
# Told by no word beside the name: who is said to be charged or to be a soldier is that, and the reader may err.
_SUFFERS = "said to suffer harm"
# The first that applies is shown; those before OFFICE protect office holders too.
_ORDER = (
    CHILD,
    POW,
    DETAINEE,
    OFFICE,
    VICTIM,
    WITNESS,
    RELATIVE,
    "a journalist",
    "a medic",
    "a soldier",
    "a suspect",
    _SUFFERS,
)
_WORDS = {
    CHILD: words.CHILD,
    VICTIM: words.VICTIM,
    RELATIVE: words.RELATIVE,
    WITNESS: words.WITNESS,
    "a journalist": words.JOURNALIST,
    "a medic": words.MEDIC,
    "a soldier": words.SOLDIER,
    "a suspect": words.SUSPECT,
}
_SPEAKERS = {SpeakerKind.WITNESS: WITNESS, SpeakerKind.VICTIM: VICTIM, SpeakerKind.PRISONER: DETAINEE}
_ADULT = 18


def roles(
    parse: Parse, found: Sequence[Name], attributions: Sequence[Attribution], victims: Sequence[Passage] = ()
) -> dict[Name, str]:
    """The part of each mention's person: what one mention tells holds for every mention of the same name."""
    speaking = _speaking(parse, attributions)
    suffering = {token.i for passage in victims for token in leading(parse, passage)}
    told: dict[str, set[str]] = defaultdict(set)
    whole = _whole(parse, found)
    for name in found:
        part = set(_evidence(parse, name)) | {r for i in range(*name) for r in speaking.get(i, ())}
        part |= {_SUFFERS} if suffering & set(range(*name)) else set()
        for key in _same(_key(parse, name), whole):
            told[key] |= part
    return {name: _strongest([told[k] for k in _same(_key(parse, name), whole)]) for name in found}


def _key(parse: Parse, name: Name) -> str:
    return " ".join(parse.tokens[i].text.lower() for i in range(*name))


def _whole(parse: Parse, found: Sequence[Name]) -> dict[str, set[str]]:
    """The full names of the text by their first and by their last word."""
    by: dict[str, set[str]] = defaultdict(set)
    for key in (_key(parse, n) for n in found if n[1] - n[0] > 1):
        by[key.split()[0]].add(key)
        by[key.split()[-1]].add(key)
    return by


def _same(key: str, whole: Mapping[str, set[str]]) -> list[str]:
    """The full names that a mention may stand for, or itself: "Petrenko" for every "… Petrenko" of the text."""
    return sorted(whole.get(key, ())) or [key]


def _strongest(told: Sequence[set[str]]) -> str:
    """The part to show. A surname that two people share is protected when one of them is."""
    parts = [next((r for r in _ORDER if r in part), PRIVATE) for part in told]
    strongest = next((p for p in parts if p != OFFICE), OFFICE)
    return VICTIM if strongest == _SUFFERS else strongest


def _speaking(parse: Parse, attributions: Sequence[Attribution]) -> Mapping[int, list[str]]:
    """What kind of speaker the tokens of a source tell."""
    found: dict[int, list[str]] = defaultdict(list)
    for said in attributions:
        for passage in (said.source, said.of):
            role = _SPEAKERS.get(said.speaker)
            if passage is not None and role is not None:
                held = Situation.IN_CAPTIVITY in said.situations and _soldierly(passage.words)
                for token in parse.tokens_in(passage.start, passage.end):
                    found[token.i].append(POW if held else role)
    return found


def _soldierly(phrase: str) -> bool:
    low = phrase.lower()
    return any(
        w in low
        for w in (
            "soldier",
            "fighter",
            "prisoner of war",
            "prisoners of war",
            "pow",
            "captured",
            "serviceman",
            "officer",
        )
    )


def _evidence(parse: Parse, name: Name) -> Iterator[str]:
    """What the words around one mention tell."""
    head = _head(parse, name)
    around = list(_around(parse, name, head))
    low = {t.lemma.lower() for t in around} | {t.text.lower() for t in around}
    yield from (role for role, listed in _WORDS.items() if low & listed)
    if low & {"prisoner", "captive", "pow"} or any(
        t.lemma.lower() in HELD and t.tag == "VBN" for t in around
    ):
        yield POW if low & words.SOLDIER or "war" in low or "pow" in low else DETAINEE
    if _in_office(parse, around, low, head):
        yield OFFICE
    if _under_age(around):
        yield CHILD
    yield from _done_to(parse, head)


def _head(parse: Parse, name: Name) -> Token:
    inside = range(*name)
    return next(
        (parse.tokens[i] for i in inside if parse.tokens[i].head not in inside), parse.tokens[name[0]]
    )


def _around(parse: Parse, name: Name, head: Token) -> Iterator[Token]:
    """The words of the noun phrase: titles, appositions on either side, what the person "is"."""
    inside = set(range(*name))
    tops = [head]
    above = parse.tokens[head.head]
    if head.dep in ("appos", "compound", "nmod", "flat") and above.pos in ("NOUN", "PROPN"):
        tops.append(above)
    if head.dep == "nsubj" and above.lemma == "be":
        tops += [c for c in parse.children(above.i) if c.dep == "attr"]
    for top in tops:
        if top.i not in inside:
            yield top
        for child in parse.children(top.i):
            if child.i not in inside and child.dep in (
                "compound",
                "amod",
                "appos",
                "nmod",
                "acl",
                "nummod",
                "npadvmod",
                "prep",
            ):
                yield from (
                    parse.tokens[i]
                    for i in parse.subtree(child.i)[:14]
                    if i not in inside and not _owner(parse, i)
                )


def _owner(parse: Parse, i: int) -> bool:
    """ "The general's aide" is no general."""
    return (
        any(t.dep == "poss" for t in (parse.tokens[i], *parse.ancestors(i)))
        and parse.tokens[i].dep != "appos"
    )


def _in_office(parse: Parse, around: Sequence[Token], low: set[str], head: Token) -> bool:
    """In office now: by title, as head of a public body, or as one who commands forces."""
    above = parse.tokens[head.head]
    if head.dep in ("poss", "compound") and above.lemma.lower() in words.COMMANDED:
        return True
    if low & words.FORMER:
        return False
    titled = any(
        t.pos in ("NOUN", "PROPN") and {t.lemma.lower(), t.text.lower()} & words.OFFICES for t in around
    )
    return titled or bool(low & words.CHIEFS and low & words.BODIES)


def _under_age(around: Sequence[Token]) -> bool:
    """ "Aged 7", ", 12,", "7-year-old"."""
    numbers = (
        t.text.lower().removesuffix("-year-old")
        for t in around
        if t.dep in ("nummod", "appos", "amod", "npadvmod", "compound")
    )
    return any(n.isdigit() and len(n) < 3 and int(n) < _ADULT for n in numbers)


def _done_to(parse: Parse, head: Token) -> Iterator[str]:
    """Whom harm was done to is a victim; who was captured is held."""
    verb = parse.tokens[head.head]
    lemma = verb.lemma.lower()
    suffers = head.dep in ("nsubjpass", "dobj") or (head.dep == "nsubj" and lemma in words.DYING)
    if suffers and lemma in words.HARM | words.DYING:
        yield VICTIM
    if head.dep in ("nsubjpass", "dobj") and lemma in HELD:
        yield DETAINEE
