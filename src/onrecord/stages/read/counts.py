"""How many people were harmed, as low and high with the words they rest on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from onrecord.model import Count, Harm, Parse, Passage, Token
from onrecord.stages.read.grammar import around, below, every, patients, prepositional, subjects
from onrecord.stages.read.lexicon import HURT, PERSON_PRONOUNS
from onrecord.stages.read.nouns import Nouns, Sort
from onrecord.stages.read.numbers import VAGUE, read, value
from onrecord.stages.read.triggers import Trigger

_NONE = frozenset({"no", "none", "nobody", "zero", "neither"})
_SINGULAR = frozenset({"he", "she", "him", "her", "i", "me", "someone", "himself", "herself"})
_MANY = frozenset(
    {
        "they",
        "them",
        "we",
        "us",
        "who",
        "these",
        "those",
        "some",
        "many",
        "others",
        "themselves",
        "everyone",
        "all",
    }
)
_GROUPS = frozenset(
    {
        "family",
        "group",
        "total",
        "crew",
        "team",
        "party",
        "crowd",
        "convoy",
        "gang",
        "squad",
        "patrol",
        "couple",
    }
)
_MEASURES = frozenset(
    {"number", "lot", "majority", "series", "handful", "body", "corpse", "remains", "member", "life", "death"}
)
_BEARING = frozenset({"suffer", "sustain", "receive", "have", "get", "take"})
_ADDS = frozenset({"another", "additional", "further"})
_TOLL_VERBS = frozenset(
    {
        "rise",
        "climb",
        "reach",
        "bring",
        "increase",
        "stand",
        "raise",
        "jump",
        "grow",
        "push",
        "put",
        "take",
        "go",
        "be",
    }
)


class Amount(NamedTuple):
    """People meant by a phrase: `low`, `high` as in `Count`; `first`, `last` the tokens the number rests on."""

    low: int | None
    high: int | None
    first: int
    last: int


def counts(text: str, parse: Parse, trigger: Trigger, nouns: Nouns) -> tuple[Count, ...]:
    """The counts that a trigger's own grammar gives."""
    toll = _toll(text, parse, trigger)
    if toll is not None:
        return (toll,)
    hurt = victims(parse, trigger)
    if trigger.token.lemma.lower() == "casualty":
        return _no_casualties(text, parse, trigger.token)
    if trigger.harm is None or not hurt or trigger.token.lemma.lower() == "toll":
        return ()
    amounts = [(t, a) for t in hurt if (a := amount(parse, t, nouns)) is not None]
    if not amounts:
        return ()
    whole = _whole(text, parse, trigger.harm, amounts)
    if whole.low is not None and among(parse, trigger.token):
        return (replace(whole, part=True),)
    return (whole, *_fatally(text, parse, trigger), *_parts(text, parse, trigger, hurt, nouns))


def victims(parse: Parse, trigger: Trigger) -> list[Token]:
    """The heads of the phrases that name those hurt."""
    token = trigger.token
    if trigger.extra is not None and trigger.harm is not None:
        return _lives(parse, token, trigger.extra)
    if not trigger.nominal:
        return subjects(parse, token) if trigger.frame.intransitive else patients(parse, token)
    if token.lemma.lower() in HURT or token.text.lower() in HURT:
        return _described(parse, token)
    owners = [t for t in below(parse, token.i, "poss") if t.pos != "DET"]
    return every(parse, [*prepositional(parse, token.i, "of"), *owners])


def _lives(parse: Parse, verb: Token, lives: Token) -> list[Token]:
    """As in "Claimed the lives of four", "three people lost their lives"."""
    of = list(prepositional(parse, lives.i, "of"))
    if of:
        return every(parse, of)
    if any(True for _ in below(parse, lives.i, "nummod")):
        return [lives]
    return subjects(parse, verb) if verb.lemma.lower() == "lose" else []


def _described(parse: Parse, token: Token) -> list[Token]:
    """Whom "dead", "injured" or "fatalities" is said of."""
    head = parse.tokens[token.head]
    if token.dep in ("amod", "nmod", "compound") and head.pos in ("NOUN", "PROPN"):
        return [head]
    own = list(below(parse, token.i, "nsubj", "nsubjpass"))
    if own:
        return every(parse, own)
    if token.dep in ("oprd", "acomp", "xcomp", "advcl") and head.pos in ("VERB", "AUX"):
        objects = list(below(parse, head.i, "dobj"))
        return (
            every(parse, objects)
            if objects and head.lemma.lower() in ("leave", "find", "make")
            else subjects(parse, head)
        )
    if token.dep in ("acl", "appos") and head.pos in ("NOUN", "PROPN", "NUM"):
        return every(parse, [head])
    if token.lemma.lower() in ("injury", "wound"):
        return _bearers(parse, token)
    return among(parse, token) or [token]


def _bearers(parse: Parse, wound: Token) -> list[Token]:
    """Who has the wounds: "*two men* suffered wounds", "*a boy* was taken to hospital with injuries", "the woman's injuries"."""
    owners = list(below(parse, wound.i, "poss"))
    if owners:
        return every(parse, owners)
    above = parse.tokens[wound.head]
    if above.pos == "VERB" and above.lemma.lower() in _BEARING:
        return subjects(parse, above)
    if above.dep == "prep" and above.lemma.lower() in ("with", "for", "from", "of"):
        governor = parse.tokens[above.head]
        if governor.pos in ("NOUN", "PROPN"):
            return [governor]
        return patients(parse, governor) or subjects(parse, governor)
    return []


def among(parse: Parse, token: Token) -> list[Token]:
    """Who is among those hurt: "among dead and injured are *children*", "*two nurses* are among the dead"; some of them, not all."""
    top = token
    while top.dep == "conj":
        top = parse.tokens[top.head]
    prep = parse.tokens[top.head]
    if prep.lemma.lower() != "among":
        return []
    verb = parse.tokens[prep.head]
    return every(parse, below(parse, verb.i, "nsubj", "attr")) if verb.pos in ("AUX", "VERB") else []


def amount(parse: Parse, token: Token, nouns: Nouns) -> Amount | None:
    """How many people one noun means; None when it means no people."""
    word, lemma = token.text.lower(), token.lemma.lower()
    children = list(parse.children(token.i))
    if word in _NONE or any(c.text.lower() == "no" and c.dep in ("det", "neg") for c in children):
        return Amount(0, 0, token.i, token.i + 1)
    if value(word) is not None or word in VAGUE or word in ("dozen", "hundred", "thousand", "million"):
        return _number(parse, token, token.i + 1)
    numbers = [c for c in children if c.dep == "nummod" and c.i < token.i]
    if numbers:
        return _number(parse, numbers[-1], token.i + 1)
    of = list(prepositional(parse, token.i, "of"))
    if lemma in _MEASURES | _GROUPS and of and (inner := amount(parse, of[0], nouns)) is not None:
        return (
            inner
            if lemma not in _GROUPS or value(of[0].text) is not None
            else Amount(None, None, token.i, token.i + 1)
        )
    both, coordinated = (any(test(c) for c in children) for test in (_is_both, _is_conjunct))
    vague = [c for c in children if c.text.lower() in VAGUE and c.i < token.i]
    if vague:
        return _number(parse, vague[0], token.i + 1)
    if (both and not coordinated) or lemma == "couple" or word == "both":
        return Amount(2, 2, token.i, token.i + 1)
    return _bare(token, nouns)


def _is_both(token: Token) -> bool:
    return token.text.lower() == "both"


def _is_conjunct(token: Token) -> bool:
    return token.dep == "conj"


def _number(parse: Parse, number: Token, last: int) -> Amount | None:
    first = min(parse.subtree(number.i)[0], number.i)
    found = read(parse, first, max(number.i + 1, last - 1) if last - number.i < 4 else number.i + 1)
    return Amount(*found) if found else None


def _bare(token: Token, nouns: Nouns) -> Amount | None:
    """A noun without a number: one person, some people, or nobody."""
    word, lemma = token.text.lower(), token.lemma.lower()
    here = (token.i, token.i + 1)
    if word in _SINGULAR or lemma == "old":
        return Amount(1, 1, *here)
    if word in _MANY or lemma in _GROUPS:
        return Amount(None, None, *here)
    sort = nouns.sort(token)
    if sort not in (Sort.PERSON, Sort.NAME) and lemma not in _MEASURES:
        return None
    plural = (
        token.tag in ("NNS", "NNPS")
        or word in PERSON_PRONOUNS
        or lemma in ("people", "staff", "police", "troop")
    )
    return Amount(None, None, *here) if plural or token.tag not in ("NN", "NNP") else Amount(1, 1, *here)


def _whole(text: str, parse: Parse, harm: Harm, amounts: Sequence[tuple[Token, Amount]]) -> Count:
    """The sum over a coordination: "a man and his two sons" is three; open when a member has no number."""
    lows = [a.low for _, a in amounts]
    known = [n for n in lows if n is not None]
    low = sum(known) if known else None
    high = None if any(a.high is None for _, a in amounts) else sum(a.high or 0 for _, a in amounts)
    first = min(a.first for _, a in amounts)
    last = max(max(t.i + 1, a.last) for t, a in amounts)
    passage = Passage.of(text, parse.tokens[first].start, parse.tokens[last - 1].end)
    return Count(harm, low, high, passage, whom=_whom(amounts), adds=_adds(parse, amounts[0][0]))


def _fatally(text: str, parse: Parse, trigger: Trigger) -> Iterator[Count]:
    """As in "Five were shot, two of them fatally": the dead among those hit."""
    if not trigger.frame.struck or trigger.harm is Harm.KILLED:
        return
    for token in around(parse, trigger.token.i):
        if token.text.lower() in ("fatally", "mortally"):
            before = [t for t in parse.tokens[max(0, token.i - 3) : token.i] if value(t.text) is not None]
            if before:
                number = value(before[0].text)
                yield Count(Harm.KILLED, number, number, Passage.of(text, before[0].start, token.end))


def _whom(amounts: Sequence[tuple[Token, Amount]]) -> str | None:
    return " and ".join(t.text for t, _ in amounts[:4] if t.pos != "NUM") or None


def _adds(parse: Parse, token: Token) -> bool:
    children = [c.text.lower() for c in parse.children(token.i)]
    return any(w in _ADDS for w in children) or (
        "more" in children and "than" not in {t.text.lower() for t in around(parse, token.i)}
    )


def _parts(text: str, parse: Parse, trigger: Trigger, hurt: Sequence[Token], nouns: Nouns) -> Iterator[Count]:
    """As in "Including two children", "among them a nurse": parts of the whole."""
    for token in [*hurt, trigger.token]:
        for one in every(parse, prepositional(parse, token.i, "including", "among")):
            found = amount(parse, one, nouns)
            if (
                found is not None
                and trigger.harm is not None
                and nouns.sort(one) in (Sort.PERSON, Sort.NAME, Sort.OTHER)
            ):
                passage = Passage.of(
                    text, parse.tokens[found.first].start, max(one.end, parse.tokens[found.last - 1].end)
                )
                yield Count(trigger.harm, found.low, found.high, passage, whom=one.text, part=True)


def _no_casualties(text: str, parse: Parse, token: Token) -> tuple[Count, ...]:
    """As in "No casualties" is nobody killed and nobody injured; "five casualties" does not say how many died."""
    if not any(c.text.lower() == "no" for c in parse.children(token.i)):
        return ()
    passage = Passage.of(
        text, min(c.start for c in parse.children(token.i) if c.text.lower() == "no"), token.end
    )
    return tuple(Count(harm, 0, 0, passage) for harm in (Harm.KILLED, Harm.INJURED))


def _toll(text: str, parse: Parse, trigger: Trigger) -> Count | None:
    """As in "The toll rose to seven": an update of what was told before."""
    token = trigger.token
    if token.lemma.lower() != "toll":
        return None
    verb = parse.tokens[token.head]
    if verb.lemma.lower() not in _TOLL_VERBS:
        return None
    near = [
        *prepositional(parse, verb.i, "to", "at"),
        *prepositional(parse, token.i, "to"),
        *below(parse, verb.i, "dobj", "attr"),
    ]
    for number in near:
        if value(number.text) is None and not any(
            value(c.text) is not None for c in below(parse, number.i, "nummod")
        ):
            continue
        found = read(parse, parse.subtree(number.i)[0], number.i + 1)
        if found:
            start, end = parse.tokens[found.first].start, parse.tokens[found.last - 1].end
            return Count(Harm.KILLED, found.low, found.high, Passage.of(text, start, end), replaces=True)
    return None


__all__ = ["Amount", "amount", "counts", "victims"]
