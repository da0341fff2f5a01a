"""How many people were harmed, as low and high with the words they rest on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model import Count, Harm, Parse, Passage, Token
from onrecord.stages.read.amounts import Amount, amount
from onrecord.stages.read.grammar import around, below
from onrecord.stages.read.hurt import among, victims
from onrecord.stages.read.killer import with_killer
from onrecord.stages.read.lexicon import HURT
from onrecord.stages.read.nouns import Nouns, Sort
from onrecord.stages.read.numbers import read, value
from onrecord.stages.read.parts import of_a_whole, parts
from onrecord.stages.read.several import of_many
from onrecord.stages.read.tally import tally, tally_noun
from onrecord.stages.read.triggers import Trigger

_ADDS = frozenset({"another", "additional", "further"})

_DASHES = ("-", "–", "—", "--")
_ANYBODY = frozenset({"victim", "other", "person", "people", "individual"})
_DATELINE = 12  # tokens: "TOWN, Country (Agency) —"
_WHETHER = frozenset({"whether", "if"})
_TRYING = frozenset({"try", "attempt", "attempted"})
_NEARLY = frozenset({"almost", "nearly"})
_ROUGHLY = frozenset(
    ["about", "approximately", "around", "almost", "circa", "estimated", "nearly", "roughly", "some"]
)


def counts(text: str, parse: Parse, trigger: Trigger, nouns: Nouns) -> tuple[Count, ...]:
    """The counts that a trigger's own grammar gives."""
    if _not_told(parse, trigger.token) or of_many(parse, trigger):
        return ()
    hurt = victims(parse, trigger)
    toll = tally(text, parse, trigger)
    if toll is not None:
        noun = tally_noun(parse, trigger) or trigger.token
        return (toll, *parts(text, parse, trigger, [*hurt, parse.tokens[noun.head]], nouns))
    some = _some_of(text, parse, trigger)
    if some is not None:
        return (some,)
    if trigger.token.lemma.lower() == "casualty":
        return _no_casualties(text, parse, trigger.token)
    if trigger.harm is None or not hurt or trigger.token.lemma.lower() == "toll":
        return ()
    smaller = parts(text, parse, trigger, hurt, nouns)
    hurt = [
        t
        for t in hurt
        if not (_dateline(parse, t, trigger.token) or _in(t, smaller) or _own(parse, t, trigger))
    ]
    amounts = _once(parse, _amounts(parse, hurt, nouns))
    if not amounts:
        return ()
    whole = with_killer(text, parse, trigger, hurt, _whole(text, parse, trigger.harm, amounts))
    if whole.low == 1 and any(t.text.lower() == "also" for t in below(parse, trigger.token.i, "advmod")):
        whole = replace(whole, adds=True)  # "a guard was also killed"
    if whole.low is not None and among(parse, trigger.token):
        return (replace(whole, part=True),)
    return (whole, *_fatally(text, parse, trigger), *smaller)


def _not_told(parse: Parse, token: Token) -> bool:
    """ "Tried to kill two guards", "nearly killed him", "could not say whether he died": it is not told that anybody was hurt."""
    if any(c.dep == "mark" and c.text.lower() in _WHETHER for c in parse.children(token.i)):
        return token.dep in ("ccomp", "conj")
    if token.pos == "VERB" and any(t.text.lower() in _NEARLY for t in below(parse, token.i, "advmod")):
        return True
    above = parse.tokens[token.head]
    tried = [above] if token.dep in ("xcomp", "acl", "pcomp") else []
    if token.dep == "pcomp":
        tried = [parse.tokens[above.head]]  # "an attempt at killing him"
    return any(t.lemma.lower() in _TRYING for t in (*tried, *below(parse, token.i, "amod", "compound")))


def _own(parse: Parse, token: Token, trigger: Trigger) -> bool:
    """ "One *dead* and three injured": the one has a word of harm of its own behind it."""
    states = below(parse, token.i, "amod", "acl")
    return any(
        t.i == token.i + 1 != trigger.token.i and (t.text.lower() in HURT or t.lemma.lower() in HURT)
        for t in states
    )


def _amounts(parse: Parse, hurt: Sequence[Token], nouns: Nouns) -> list[tuple[Token, Amount]]:
    """Each phrase with its number; beside a person's name any name is a person's ("killed Ann Lee, *Bay* and Bo Roe")."""
    found = [(t, amount(parse, t, nouns)) for t in hurt]
    persons = any(a and nouns.sort(t) in (Sort.PERSON, Sort.NAME) for t, a in found)
    named = persons and all(t.tag == "NNP" and not t.text.isupper() for t in hurt)
    return [
        (t, a or Amount(1, 1, t.i, t.i + 1)) for t, a in found if a is not None or (named and t.dep == "conj")
    ]


def _once(parse: Parse, amounts: list[tuple[Token, Amount]]) -> list[tuple[Token, Amount]]:
    """ "Three others, a woman and two men": those of the list are the three, where the two are no coordination."""
    if len(amounts) < 2:
        return amounts
    (first, whole), rest = amounts[0], amounts[1:]
    as_many = whole.low != 1 and whole.low == sum(a.low or 0 for _, a in rest)
    if as_many and len(rest) > 1 and first.lemma.lower() in _ANYBODY:
        return amounts[:1]  # "13 people, 11 men and two women"
    if amounts[1][0].dep == "conj" or _and(parse, first):
        return amounts
    return amounts[:1] if as_many or first.lemma.lower() in _ANYBODY else amounts


def _and(parse: Parse, token: Token) -> bool:
    return any(True for _ in below(parse, token.i, "cc", "conj"))


def _dateline(parse: Parse, token: Token, trigger: Token) -> bool:
    """ "ODESA (Agency) – Two people were killed": the model takes the town for one of them."""
    if not token.text.isupper() or token.tag != "NNP" or len(token.text) < 3:
        return False
    between = parse.tokens[token.i + 1 : min(trigger.i, token.i + _DATELINE)]
    return any(
        t.text in _DASHES
        and parse.tokens[t.i - 1].end < t.start
        and not parse.tokens[t.i + 1].text[1:].isupper()
        for t in between
    )


def _in(token: Token, smaller: Sequence[Count]) -> bool:
    return any(c.passage.start <= token.start and token.end <= c.passage.end for c in smaller)


def _some_of(text: str, parse: Parse, trigger: Trigger) -> Count | None:
    """As in "Three of the dead were children": a part of a number that is told elsewhere."""
    number = of_a_whole(parse, trigger.token)
    if number is None or trigger.harm is None:
        return None
    found = read(parse, number.i, number.i + 1)
    verb = parse.tokens[number.head]
    whom = next(below(parse, verb.i, "attr"), None) if verb.lemma.lower() == "be" else None
    if found is None:
        return None
    passage = Passage.of(text, parse.tokens[found.first].start, max(trigger.token.end, number.end))
    return Count(trigger.harm, found.low, found.high, passage, whom=whom.text if whom else None, part=True)


def _whole(text: str, parse: Parse, harm: Harm, amounts: Sequence[tuple[Token, Amount]]) -> Count:
    """The sum over a coordination: "a man and his two sons" is three; open when a member has no number."""
    lows = [a.low for _, a in amounts]
    known = [n for n in lows if n is not None]
    low = sum(known) if known else None
    high = None if any(a.high is None for _, a in amounts) else sum(a.high or 0 for _, a in amounts)
    first = min(a.first for _, a in amounts)
    last = max(max(t.i + 1, a.last) for t, a in amounts)
    passage = Passage.of(text, parse.tokens[first].start, parse.tokens[last - 1].end)
    adds = low != 1 and _adds(parse, amounts[0][0])
    return Count(harm, low, high, passage, whom=_whom(amounts), adds=adds, how=_roughly(parse, first))


def _roughly(parse: Parse, first: int) -> str | None:
    """That a number is not meant exactly, in the text's own words: "about 300", "nearly 50", "close to 600"."""
    before = [t.text.lower() for t in parse.sentence_of(first) if first - 2 <= t.i < first]
    if before[-2:] == ["close", "to"]:
        return "“close to” in the text: not exact"
    return f"“{before[-1]}” in the text: not exact" if before and before[-1] in _ROUGHLY else None


def _fatally(text: str, parse: Parse, trigger: Trigger) -> Iterator[Count]:
    """As in "Five were shot, two of them fatally": the dead among those hit."""
    if not trigger.frame.struck or trigger.harm is Harm.KILLED:
        return
    for token in around(parse, trigger.token.i):
        if token.text.lower() in ("fatally", "mortally"):
            one = _before_fatally(parse, token)
            if one is not None:
                number = value(one.text)
                yield Count(Harm.KILLED, number, number, Passage.of(text, one.start, token.end))


def _before_fatally(parse: Parse, token: Token) -> Token | None:
    """The number in "*one* fatally", "*two* of them fatally"; "a father of three fatally shot" has none."""
    at = token.i - 1
    if (
        at > 1
        and parse.tokens[at].text.lower() in ("them", "whom")
        and parse.tokens[at - 1].text.lower() == "of"
    ):
        at -= 2
    one = parse.tokens[max(at, 0)]
    if (
        value(one.text) is None
        or one.sentence != token.sentence
        or parse.tokens[one.i - 1].text.lower() == "of"
    ):
        return None
    return one


def _whom(amounts: Sequence[tuple[Token, Amount]]) -> str | None:
    return " and ".join(t.text for t, _ in amounts[:4] if t.pos != "NUM") or None


def _adds(parse: Parse, token: Token) -> bool:
    children = [c.text.lower() for c in parse.children(token.i)]
    return any(w in _ADDS for w in children) or (
        "more" in children and "than" not in {t.text.lower() for t in around(parse, token.i)}
    )


def _no_casualties(text: str, parse: Parse, token: Token) -> tuple[Count, ...]:
    """As in "No casualties" is nobody killed and nobody injured; "five casualties" does not say how many died."""
    if not any(c.text.lower() == "no" for c in parse.children(token.i)):
        return ()
    passage = Passage.of(
        text, min(c.start for c in parse.children(token.i) if c.text.lower() == "no"), token.end
    )
    return tuple(Count(harm, 0, 0, passage) for harm in (Harm.KILLED, Harm.INJURED))


__all__ = ["counts"]
