"""Persons' names in a text, found by the language model and by the company they keep. It errs on the side of finding."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.model import Entity, Parse, Passage, Token
from onrecord.stages.read import people_words as words
from onrecord.stages.read.cues import CLAUSE, lemma_of, listed
from onrecord.stages.read.speakers_words import KIND_OF, PERSONS, SIDES

Name = tuple[int, int]  # tokens first to last - 1

_LOCAL = ("in", "at", "near", "around", "outside", "towards", "toward")
_CERTAIN = 1000  # outweighs any number of the model's marks
_DOUBT = 2  # votes against a single word before it is taken for no person: rather too many names than too few
_BODILY = words.HARM - {
    "assault",
    "beat",
    "burn",
    "bury",
    "drown",
    "hang",
    "hurt",
}  # no town and no body suffers it
_OLDEST = 120
_DOINGS = {"nsubj": CLAUSE | words.DYING | words.LIVING, "nsubjpass": words.HARM}
_NOT_NAMES = listed(
    """
    allah dad god he here i it lord mom mum she that there they this we what who you
    """
)


def names(parse: Parse, human: Sequence[Passage] = ()) -> tuple[Name, ...]:
    """Every person's name as a run of tokens, in order, without titles; none overlaps another. `human` are the words for a victim or for
    a speaker who is a person, as the trained reader finds them too."""
    labels = {i: e for e in parse.entities for i in range(e.first, e.last)}
    other = _otherwise(parse)
    read = (name for words in human for name in _read(parse, labels, other, words))
    candidates = {*_marked(parse, other), *_told(parse, labels, other), *_titled(parse, labels), *read}
    found: list[Name] = []
    for first, last in sorted(c for c in candidates if not _thing(parse, *c)):
        if found and first < found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return tuple(_with_repeats(parse, found, labels))


def _otherwise(parse: Parse) -> Counter[str]:
    """How far the model takes a word for a place or a body in this text: two for a person weigh more than one for a place."""
    votes: Counter[str] = Counter()
    for entity in parse.entities:
        weight = {"PERSON": -2, "GPE": 1, "LOC": 1, "ORG": 1, "FAC": 1, "NORP": 1}.get(entity.label, 0)
        votes.update(dict.fromkeys((t.text for t in parse.tokens[entity.first : entity.last]), weight))
    votes.update({t.text: _CERTAIN for t in parse.tokens if t.pos == "PROPN" and _located(parse, t)})
    return votes


def _located(parse: Parse, token: Token) -> bool:
    """ "In Lviv", "the town of Lviv", "Lviv, Ukraine": a place, whatever the model calls it elsewhere."""
    before = [t.lemma.lower() for t in parse.tokens[max(0, token.i - 2) : token.i]]
    after = [t.text.lower() for t in parse.tokens[token.i + 1 : token.i + 3]]
    if before[-1:] and before[-1] in ("in", "near", "outside", "inside"):
        return after[:1] not in (["'s"], ["’s"])
    town = len(before) == 2 and before[0] in words.PLACES and before[1] == "of"
    return town or (len(after) == 2 and after[0] == "," and after[1] in SIDES)


def _thing(parse: Parse, first: int, last: int) -> bool:
    """ "The Petrenko Hospital", "Petrenko News": named after somebody, or after nobody."""
    after = parse.tokens[last] if last < len(parse.tokens) else parse.tokens[-1]
    parts = {t.lemma.lower() for t in parse.tokens[first:last]}
    return bool(parts & words.THINGS) or (after.text[:1].isupper() and after.lemma.lower() in words.THINGS)


def _marked(parse: Parse, other: Counter[str]) -> Iterator[Name]:
    """What the model calls a person, mended at its ends."""
    for entity in parse.entities:
        alone = entity.last - entity.first == 1 and other[parse.tokens[entity.first].text] > _DOUBT
        if entity.label == "PERSON" and not alone:
            first, last = _mended(parse, entity.first, entity.last)
            rest = (first, last) == (entity.first, entity.first + 1) and last < entity.last
            # a rest is "Captured", of "Captured Russian"
            if first < last and not rest and not _placed(parse, parse.tokens[first], last - first):
                yield first, last


def _mended(parse: Parse, first: int, last: int) -> Name:
    """Without titles, adjectives of countries and words that are no names; with the surname that the model left out."""
    tokens = parse.tokens
    while first < last and not _part(tokens[first]):
        first += 1
    while first < last and not _part(tokens[last - 1]):
        last -= 1
    while first < last < len(tokens) and _surname(tokens[last]):
        last += 1
    return first, last


def _surname(token: Token) -> bool:
    return token.pos == "PROPN" and token.dep in ("appos", "flat", "compound", "poss") and _part(token)


def _part(token: Token) -> bool:
    """Whether a word can be part of a name."""
    low = token.text.lower()
    known = low in SIDES or low in words.HONOURS or low in words.KIN or low in _NOT_NAMES
    return (
        token.pos in ("PROPN", "NOUN", "X", "ADJ", "ADV", "INTJ", "ADP", "DET")
        and token.text[:1].isupper()
        and not known
    )


def _placed(parse: Parse, token: Token, length: int) -> bool:
    """ "In Lviv", "the town Lviv": a single word after these is a place, whatever the model calls it."""
    before = parse.tokens[token.i - 1] if token.i else None
    if before is None or length > 1:
        return False
    return before.text.lower() in _LOCAL or before.lemma.lower() in words.PLACES


def _told(parse: Parse, labels: dict[int, Entity], other: Counter[str]) -> Iterator[Name]:
    """Names that only their company gives away, where the model calls them nothing."""
    for token in parse.tokens:
        if token.pos == "PROPN" and _part(token) and token.text.lower() not in KIND_OF:
            unmarked = token.i not in labels and other[token.text] < _DOUBT
            label = labels[token.i].label if token.i in labels else None
            harmed = label not in ("GPE", "LOC") and _harmed(parse, token)
            bodily = other[token.text] <= _DOUBT and (harmed or _aged(parse, token, labels))
            told = unmarked and (_human(parse, token) or _described(parse, token))
            if _introduced(parse, token) or bodily or told:
                yield _whole(parse, token)[0], _forward(parse, token.i)[1]


def _read(parse: Parse, labels: dict[int, Entity], other: Counter[str], passage: Passage) -> Iterator[Name]:
    """The names that lead the words for a person, unless the model takes them for a place's or a body's."""
    for token in leading(parse, passage):
        label = labels[token.i].label if token.i in labels else None
        first, last = _hyphened(parse, _whole(parse, token)[0]), _forward(parse, token.i)[1]
        body = last - first == 1 and (label == "ORG" or token.text.isupper())  # "Hamas", "ISIS"
        place = label in ("GPE", "LOC", "FAC", "NORP") and other[token.text] >= 0
        known = body or place or token.text.lower() in KIND_OF or other[token.text] > _DOUBT
        if token.pos == "PROPN" and _part(token) and not known:
            yield first, last


def _hyphened(parse: Parse, first: int) -> int:
    """Where a name begins whose last part is joined by a hyphen ("Ana Roa-Lind")."""
    if first > 1 and parse.tokens[first - 1].text == "-" and parse.tokens[first - 2].pos == "PROPN":
        return _whole(parse, parse.tokens[first - 2])[0]
    return first


def leading(parse: Parse, passage: Passage) -> Iterator[Token]:
    """The head of a phrase with what is in apposition or joined to it: "Petrenko" in "the driver Petrenko", not in "Petrenko's car"."""
    inside = {t.i: t for t in parse.tokens_in(passage.start, passage.end)}
    for token in inside.values():
        top = token
        while top.dep in ("appos", "conj") and top.head in inside and top.head != top.i:
            top = inside[top.head]
        if top.head not in inside or top.head == top.i:
            yield token


def _introduced(parse: Parse, token: Token) -> bool:
    """ "Her cousin Petrenko", "his mother, Olha"."""
    before = parse.tokens[token.i - 1] if token.i else token
    above = parse.tokens[token.head]
    return before.lemma.lower() in words.KIN or (token.dep == "appos" and above.lemma.lower() in words.KIN)


def _human(parse: Parse, token: Token) -> bool:
    """Subjects of what only people do or suffer: they speak, sleep, die, are wounded. A town can be shelled, and is not one of them."""
    verb = parse.tokens[token.head]
    return token.dep in ("nsubj", "nsubjpass") and verb.pos == "VERB" and lemma_of(verb) in _DOINGS[token.dep]


def _harmed(parse: Parse, token: Token) -> bool:
    """ "Killed Petrenko", "Petrenko and Bondar were wounded": a person, also where the model takes the name for a body's or a book's."""
    while token.dep == "conj" and token.head < token.i:
        token = parse.tokens[token.head]
    verb = parse.tokens[token.head]
    return token.dep in ("dobj", "nsubjpass") and verb.pos == "VERB" and lemma_of(verb) in _BODILY


def _aged(parse: Parse, token: Token, labels: dict[int, Entity]) -> bool:
    """ "Petrenko, 34,"; a single word that the model takes for a place may have a number behind it."""
    label = labels.get(token.i)
    if label and label.label in ("GPE", "LOC") and label.last - label.first == 1:
        return False
    comma, age, end = ([t.text for t in parse.tokens[token.i + 1 : token.i + 4]] + [""] * 3)[:3]
    return (
        comma == ","
        and age.isdecimal()
        and len(age) < 4
        and int(age) <= _OLDEST
        and end in (",", ".", ";", ")")
    )


def _described(parse: Parse, token: Token) -> bool:
    """ "Petrenko, 34,", "Petrenko, a driver,"."""
    return any(
        (c.text.isdigit() and c.i - token.i == 2) or c.lemma.lower() in PERSONS
        for c in parse.children(token.i)
        if c.dep in ("appos", "nummod", "npadvmod")
    )


def _titled(parse: Parse, labels: dict[int, Entity]) -> Iterator[Name]:
    """Names behind a title ("Dr. Petrenko", "Sgt. Petrenko") and behind "a man named"."""
    for token, after in pairwise(parse.tokens):
        if token.text == "." and token.i:  # some abbreviations are torn from their stops
            token = parse.tokens[token.i - 1]
        if after.pos != "PROPN" or not _part(after):
            continue
        low = token.text.lower()
        title = low in words.TITLES or (low in words.RANKS and token.text[:1].isupper())
        named = (
            low in ("named", "nicknamed") and parse.tokens[token.head].lemma.lower() in words.KIN | PERSONS
        )
        if named or (title and _unmarked(after, labels)):
            yield _forward(parse, after.i)


def _unmarked(token: Token, labels: dict[int, Entity]) -> bool:
    return token.i not in labels or labels[token.i].label not in ("GPE", "LOC", "DATE", "NORP", "FAC")


def _whole(parse: Parse, head: Token) -> Name:
    """A name's head with the capitalised words right before it."""
    first = head.i
    while first > 0 and parse.tokens[first - 1].pos == "PROPN" and _part(parse.tokens[first - 1]):
        first -= 1
    return first, head.i + 1


def _forward(parse: Parse, first: int) -> Name:
    last = first + 1
    while last < len(parse.tokens):
        step = 2 if _hyphen(parse, last) else 1  # "Petrenko-Bondar"
        after = parse.tokens[last + step - 1]
        if after.pos != "PROPN" or not _part(after):
            break
        last += step
    return first, last


def _hyphen(parse: Parse, i: int) -> bool:
    """Whether a hyphen joins the words around it."""
    if i + 1 >= len(parse.tokens) or parse.tokens[i].text != "-":
        return False
    before, hyphen, after = parse.tokens[i - 1 : i + 2]
    return before.end == hyphen.start and hyphen.end == after.start


def _with_repeats(parse: Parse, found: list[Name], labels: dict[int, Entity]) -> Iterator[Name]:
    """Also every later mention of a name's last or first word that the model overlooked."""
    taken = {i for first, last in found for i in range(first, last)}
    known = {
        parse.tokens[i].text
        for first, last in found
        for i in (first, last - 1)
        if len(parse.tokens[i].text) > 2
    }
    again = [
        (t.i, t.i + 1)
        for t in parse.tokens
        if t.text in known and t.i not in taken and _unmarked(t, labels) and t.pos == "PROPN"
    ]
    yield from sorted([*found, *again])
