"""Which words tell of harm, and what kind of harm they tell of."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Harm, Kind, Parse, Token
from onrecord.stages.read.grammar import agents, below, patients, prepositional
from onrecord.stages.read.lexicon import ACCIDENTS, HURT, MEANS, NOUNS, PEOPLE, VERBS, Frame, words
from onrecord.stages.read.nouns import common
from onrecord.stages.read.phrases import PHRASES, SUBJECT_PHRASES

_GENERAL = frozenset({Kind.ATTACK, Kind.KILLING, Kind.OTHER_HARM, Kind.DESTRUCTION})
_MODIFIERS = {
    "air": Kind.AIR_STRIKE,
    "aerial": Kind.AIR_STRIKE,
    "suicide": Kind.BOMBING,
    "car": Kind.BOMBING,
    "roadside": Kind.BOMBING,
    "arson": Kind.ARSON,
}
_CHAIN = frozenset({"advcl", "conj", "xcomp", "acl", "relcl", "pcomp", "prep"})
_AIMLESS = frozenset(
    {"deal", "balance", "chord", "tone", "note", "agreement", "record", "home", "run", "road"}
)
_DEADLY = frozenset({"dead", "death", "fatally", "mortally"})
_PARTICIPLES = {"shot": VERBS["shoot"], "slain": VERBS["slay"]}
_PERSON = PEOPLE | {"old"}
_LOOK = frozenset({"by", "with", "in", "from", "during", "after", "when", "using", "to", "of"})
SUPPORT = words(
    """
    carry launch stage stag conduct commit perpetrate mount make execute unleash lead direct plan order
    """
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word of harm: its token, the further token of a set phrase ("opened *fire*"), and what it tells."""

    token: Token
    frame: Frame
    kind: Kind
    harm: Harm | None
    nominal: bool
    extra: Token | None = None


def triggers(parse: Parse, first: int, last: int) -> Iterator[Trigger]:
    """The words of harm in tokens `first` to `last - 1`, before anything is asked about their sense."""
    for i in range(first, last):
        token = parse.tokens[i]
        verbal = _is_verb(parse, token) and not _listed_hurt(parse, token)
        found = _verb(parse, token) if verbal else None
        found = found or _noun(parse, token)
        if found is not None:
            yield found


def _is_verb(parse: Parse, token: Token) -> bool:
    """Also one that the model takes for a noun, though it has an object: "Boy, 3, *kills* himself with loaded gun"."""
    return token.pos in ("VERB", "AUX") or (
        token.tag == "NNS" and any(True for _ in below(parse, token.i, "dobj"))
    )


def _listed_hurt(parse: Parse, token: Token) -> bool:
    """The second word of "dead and *injured*", which the model takes for a verb."""
    head = parse.tokens[token.head]
    return (
        token.dep == "conj"
        and head.pos != "VERB"
        and head.text.lower() in HURT
        and token.text.lower() in HURT
    )


def _verb(parse: Parse, verb: Token) -> Trigger | None:
    lemma = verb.lemma.lower()
    special = _phrase(parse, verb, lemma)
    if special is not None:
        return special
    frame = VERBS.get(lemma) or VERBS.get(verb.text.lower())  # the model's lemma of "raped" is "rap"
    if (
        frame is not None
        and frame.struck
        and any(c.lemma.lower() in _AIMLESS for c in below(parse, verb.i, "dobj"))
    ):
        return None
    if frame is None:
        return None
    harm = Harm.KILLED if frame.harm is Harm.INJURED and _deadly(parse, verb) else frame.harm
    return Trigger(verb, frame, _refine(parse, verb, frame.kind), harm, nominal=False)


def _phrase(parse: Parse, verb: Token, lemma: str) -> Trigger | None:
    """Set phrases: the verb alone says nothing of harm."""
    for child in parse.children(verb.i):
        word = child.lemma.lower()
        kind, harm = PHRASES.get((lemma, word), (None, None))
        if (kind is not None and child.dep not in ("nsubj", "nsubjpass")) or (
            lemma,
            word,
        ) in SUBJECT_PHRASES:
            kind = kind or SUBJECT_PHRASES[lemma, word]
            return Trigger(
                verb, Frame(kind, harm), _refine(parse, verb, kind), harm, nominal=False, extra=child
            )
    return None


def _deadly(parse: Parse, verb: Token) -> bool:
    """As in "Shot dead", "fatally wounded", "beaten to death", "gunned down"."""
    near = {t.text.lower() for t in parse.children(verb.i)}
    to_death = any(t.text.lower() == "death" for t in prepositional(parse, verb.i, "to"))
    down = verb.lemma.lower() == "gun" and "down" in near
    return bool(near & _DEADLY) or to_death or down


def _noun(parse: Parse, token: Token) -> Trigger | None:
    lemma, word = token.lemma.lower(), token.text.lower()
    frame = NOUNS.get(lemma) or NOUNS.get(word)
    if frame is not None and token.pos in ("NOUN", "PROPN", "VERB"):
        return Trigger(token, frame, _refine(parse, token, frame.kind), frame.harm, nominal=True)
    hurt = HURT.get(word) or HURT.get(lemma) or _headline_participle(parse, token)
    if hurt is None or token.pos not in ("ADJ", "NOUN", "VERB", "PROPN", "ADV"):
        return None
    if (token.pos == "ADV" and word != "dead") or (
        token.dep == "oprd" and parse.tokens[token.head].lemma in ("shoot", "leave")
    ):
        return None if parse.tokens[token.head].lemma == "shoot" else _hurt(parse, token, hurt)
    return _hurt(parse, token, hurt)


def _headline_participle(parse: Parse, token: Token) -> Frame | None:
    """As in "4 *shot* in Brask", "Teen *shot* near school", "mourn four *slain*": headlines leave out "was"; the model takes a noun.

    A shot that is fired has no age, is nobody, and four of them have an s.
    """
    if token.text.lower() not in _PARTICIPLES or token.tag not in ("NN", "NNP"):
        return None
    before = {t.lemma.lower() for t in below(parse, token.i, "compound", "amod", "nmod")}
    many = any(t.text.lower() not in ("one", "1") for t in below(parse, token.i, "nummod"))
    return _PARTICIPLES[token.text.lower()] if many or before & _PERSON else None


def _hurt(parse: Parse, token: Token, frame: Frame) -> Trigger:
    return Trigger(token, frame, _refine(parse, token, frame.kind), frame.harm, nominal=True)


def _refine(parse: Parse, token: Token, kind: Kind) -> Kind:
    """A general kind made exact by the weapon or manner that the grammar ties to the trigger."""
    if kind not in _GENERAL:
        return kind
    modified = _modifier_kind(parse, token)
    if modified is not None:
        return modified
    for one in _chain(parse, token):
        for means in _instruments(parse, one):
            if means.lemma.lower() in ACCIDENTS:
                return Kind.OTHER_HARM
            if means.i != token.i and (found := MEANS.get(common(means)) or _modifier_kind(parse, means)):
                return found
        up = VERBS.get(one.lemma.lower())
        if (
            one.i != token.i
            and up is not None
            and up.kind not in (*_GENERAL, Kind.DETENTION)
            and not up.proof
        ):
            return up.kind
    return kind


def _modifier_kind(parse: Parse, noun: Token) -> Kind | None:
    """As in "*Missile* attack", "*car* bomb", "*air* strike"."""
    for child in below(parse, noun.i, "compound", "amod", "nmod"):
        word = child.lemma.lower()
        if found := _MODIFIERS.get(word) or MEANS.get(word):
            return found
    return None


def _chain(parse: Parse, token: Token) -> Iterator[Token]:
    """The trigger and the verbs its clause hangs on ("exploded, *killing*"), nearest first; at most four."""
    yield token
    for _ in range(4):
        if token.head == token.i or (token.pos == "VERB" and token.dep not in _CHAIN):
            return
        token = parse.tokens[token.head]
        yield token


def _instruments(parse: Parse, token: Token) -> Iterator[Token]:
    """What a clause names as its means: its subject and what its prepositions govern."""
    suffered = {t.i for t in patients(parse, token)} if token.pos == "VERB" else set()
    found = [*(agents(parse, token) if token.pos == "VERB" else ()), *prepositional(parse, token.i, *_LOOK)]
    for one in found:
        if one.i in suffered:
            continue
        yield one
        yield from prepositional(parse, one.i, "of", "from")


__all__ = ["SUPPORT", "Trigger", "triggers"]
