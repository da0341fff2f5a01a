"""Where the grammar puts those who do harm and those who suffer it, for verbs and for nouns of harm."""

from collections.abc import Iterable, Iterator

from onrecord.model import Parse, Token
from onrecord.stages.read.grammar import agents, below, every, patients, prepositional, subjects
from onrecord.stages.read.hurt import victims
from onrecord.stages.read.lexicon import AREAS, ORGANISATIONS
from onrecord.stages.read.triggers import SUPPORT, Trigger

_TOWARDS = ("on", "at", "against", "upon", "into", "toward", "towards")
_AT = (
    "at",
    "in",
    "inside",
    "outside",
    "near",
    "under",
    "of",
    "against",
    "on",
    "opposite",
    "beside",
    "behind",
)
# A part or a side stands for the thing it belongs to.
_PARTS = frozenset(
    {
        "front",
        "door",
        "entrance",
        "section",
        "part",
        "side",
        "vicinity",
        "gate",
        "premise",
        "facade",
        "wall",
        "stretch",
        "block",
    }
)
_DEEP = 3  # "the front of part of a block of flats"
_BLAMED = frozenset({"responsibility", "responsible", "blame", "credit"})


def doers(parse: Parse, trigger: Trigger) -> list[Token]:
    """Those who did it: agents of the verb, of the verb that carries a noun ("*rebels* staged the attack"), or those said to be to blame."""
    token = trigger.token
    if not trigger.nominal:
        return agents(parse, token)
    found = list(prepositional(parse, token.i, "by"))
    for child in below(parse, token.i, "poss", "compound", "amod", "nmod"):
        if trigger.harm is None and (child.dep == "poss" or child.lemma.lower() in ORGANISATIONS):
            found.append(child)
    for verb in _carriers(parse, token):
        found.extend(agents(parse, verb))
    return every(parse, [*found, *_blamed(parse, token)])


def _carriers(parse: Parse, noun: Token) -> Iterator[Token]:
    """Verbs that only say that the noun took place: "the attack *carried out* by", "they *staged* a raid"."""
    above = parse.tokens[noun.head]
    if above.lemma.lower() in SUPPORT and noun.dep in ("dobj", "nsubjpass"):
        yield above
    yield from (v for v in below(parse, noun.i, "acl", "relcl") if v.lemma.lower() in SUPPORT)


def _blamed(parse: Parse, noun: Token) -> list[Token]:
    """ "*The front* claimed responsibility for the attack", "police hold *the front* responsible for it", "blamed *the front* for it"."""
    above = parse.tokens[noun.head]
    if noun.dep != "pobj" or above.lemma.lower() not in ("for", "to", "on"):
        return []
    governor = parse.tokens[above.head]
    verb = governor if governor.pos == "VERB" else parse.tokens[governor.head]
    if governor.lemma.lower() == "responsibility" and verb.lemma.lower() in (
        "claim",
        "assume",
        "take",
        "accept",
        "admit",
    ):
        return subjects(parse, verb)
    if governor.lemma.lower() == "responsible" or (
        verb.lemma.lower() == "blame" and above.lemma.lower() == "for"
    ):
        return list(below(parse, verb.i, "dobj")) or subjects(parse, governor)
    return []


def sufferers(parse: Parse, trigger: Trigger) -> list[Token]:
    """Those and that which suffered, by the grammar of the trigger."""
    token = trigger.token
    if trigger.harm is not None:
        hurt = [t for t in victims(parse, trigger) if t.i != token.i]
        return _things(parse, hurt) if trigger.frame.proof else hurt
    if trigger.nominal:
        aimed = [*prepositional(parse, token.i, "of"), *prepositional(parse, token.i, *_TOWARDS)]
        for verb in _carriers(parse, token):
            aimed.extend(prepositional(parse, verb.i, "against", "on", "at"))
        return _things(parse, aimed)
    if trigger.frame.intransitive or _planted(trigger):
        return _things(
            parse, (t for t in prepositional(parse, token.i, *_AT) if t.lemma.lower() not in AREAS)
        )
    if trigger.extra is not None and trigger.extra.dep == "prt":
        return _things(parse, patients(parse, token))
    if trigger.extra is not None or token.lemma.lower() in ("fire", "launch"):
        return _things(parse, prepositional(parse, token.i, *_TOWARDS))
    return _things(parse, patients(parse, token))


def _planted(trigger: Trigger) -> bool:
    """ "Placed a bomb at the office", "a bomb went off"."""
    return trigger.token.lemma.lower() in ("plant", "place", "throw", "hurl", "drop", "go", "toss", "lob")


def _things(parse: Parse, tokens: Iterable[Token]) -> list[Token]:
    """Each with its coordination; "the front of the bank" is the bank."""
    return every(parse, (whole for token in tokens for whole in _whole(parse, token)))


def _whole(parse: Parse, token: Token) -> list[Token]:
    """The front, the part or the block of a thing is the thing; "part of a block of flats" are the flats."""
    for _ in range(_DEEP):
        of = list(prepositional(parse, token.i, "of")) if token.lemma.lower() in _PARTS else []
        if len(of) != 1:
            return of or [token]
        token = of[0]
    return [token]


__all__ = ["doers", "sufferers"]
