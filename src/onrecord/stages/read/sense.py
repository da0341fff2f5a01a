"""Whether a word of harm means harm here: figures of speech, everyday senses, courts and habits are put aside."""

from onrecord.model import Kind, Parse, Token
from onrecord.stages.read.grammar import agents, around, below, clause, is_passive, patients, prepositional
from onrecord.stages.read.lexicon import (
    FIGHTERS,
    HURT,
    MEANS,
    NOUNS,
    PEOPLE,
    SPORT,
    words,
)
from onrecord.stages.read.parts import of_a_whole
from onrecord.stages.read.proof import proven
from onrecord.stages.read.sport import is_literal
from onrecord.stages.read.triggers import Trigger

# Nouns after which a word of harm only names a kind of case, office or tool ("homicide detectives", "death row").
_NAMED_AFTER = words(
    """
    detective charge investigation investigator unit rate case suspect trial victim weapon squad penalty
    row sentence threat toll certificate conviction warrant division law count statute story plot scene
    record spot range gallery season club star game aircraft plane helicopter jet rifle dog force
    vehicle tank submarine talk warning report call wish mask bed statistic mystery novel movie film drama
    """
)
_LEGAL = words(
    """
    charge convict accuse acquit indict sentence suspect wanted arraign try
    """
)
_CRIMES = words(
    """
    murder homicide assault robbery manslaughter arson kidnapping rape torture attack shooting
    """
)
_FIGURATIVE = {
    "attack": "heart panic anxiety asthma cardiac verbal ad personal scathing media counter",
    "strike": "labor labour hunger general national teacher union worker civic preemptive-talk rail bus",
    "assault": "verbal",
    "blast": "cold arctic past full",
    "battle": "legal court custody election cancer uphill political primary",
    "fight": "title prize legal fist",
    "raid": "drug police",
    "execution": "program project budget plan",
    "explosion": "population demographic price",
    "clash": "verbal personality",
    "shooting": "film video trouble target skeet",
    "death": "natural",
}
_FIGURES = {noun: words(listed) for noun, listed in _FIGURATIVE.items()}
_ABSTRACT = words(
    """
    bill deal time mood proposal plan measure law idea hope chance conversation engine career project
    program policy problem issue decision amendment process economy inflation balance chord tone note
    record high low target song film video photo picture movie scene glance look hoop three
    basket ball cancer disease virus corruption poverty crime drug terrorism system government provision president
    statement critic criticism opponent rival reputation agreement bargain accord price tax product
    campaign website company brand year week season initiative effort talk peace democracy freedom
    constitution view
    """
)
_OCCURRENCE = words(
    "be occur happen kill injure wound leave erupt break hit destroy damage follow report continue hear ring conduct"
)
_HABIT = words(
    """
    always often usually never sometimes every frequently generally constantly routinely typically daily
    """
)
_THE_HURT = words("dead deceased wounded injured")
_HEDGED_SUBJECTS = words(
    """
    you we one it i they people who
    """
)


def is_harm(parse: Parse, trigger: Trigger) -> bool:
    """Whether a trigger tells of a happening of harm."""
    token = trigger.token
    if (
        _names_something_else(parse, token)
        or _figurative(parse, trigger)
        or _legal(parse, trigger)
        or _habitual(parse, token)
    ):
        return False
    if trigger.nominal and (
        _described_only(parse, token) or _in_general(parse, trigger) or _known_hurt(parse, token)
    ):
        return False
    if trigger.kind is Kind.DETENTION and not _arbitrary(parse, trigger):
        return False
    return not trigger.frame.proof or proven(parse, trigger)


def is_figure(parse: Parse, trigger: Trigger) -> bool:
    """A figure of speech, a habit, or an everyday word without proof of harm."""
    return (
        _figurative(parse, trigger)
        or _habitual(parse, trigger.token)
        or (trigger.frame.proof and not proven(parse, trigger))
    )


def _names_something_else(parse: Parse, token: Token) -> bool:
    """As in "Murder charges", "the shooting range": the trigger only modifies another noun."""
    head = parse.tokens[token.head]
    return token.dep in ("compound", "amod", "nmod", "poss") and head.lemma.lower() in _NAMED_AFTER


def _described_only(parse: Parse, token: Token) -> bool:
    """As in "An injured soldier said": the adjective describes a man in a sentence about something else, unless people are counted by it."""
    head = parse.tokens[token.head]
    attributive = token.dep == "amod" and head.pos in ("NOUN", "PROPN") and token.text.lower() in HURT
    return attributive and not any(True for _ in below(parse, head.i, "nummod"))


def _known_hurt(parse: Parse, token: Token) -> bool:
    """As in "Asked for access to the wounded", "buried the dead": people hurt before, of whom no number and no harm is told here."""
    if token.text.lower() not in _THE_HURT or token.dep not in ("pobj", "dobj", "conj"):
        return False
    if any(c.dep in ("nummod", "quantmod", "conj") for c in parse.children(token.i)):
        return False
    top = token
    while top.dep == "conj" and parse.tokens[top.head].pos not in ("VERB", "AUX"):
        top = parse.tokens[top.head]
    above = parse.tokens[top.head]
    if above.lemma.lower() in ("among", "include", "leave", "count", "number"):
        return False
    return any(c.text.lower() == "the" for c in parse.children(token.i)) and (
        above.text.lower() != "of" or of_a_whole(parse, token) is None
    )


def _in_general(parse: Parse, trigger: Trigger) -> bool:
    """As in "Attacks", "their killings": many happenings, of which the text tells nothing here."""
    token = trigger.token
    if token.tag != "NNS" or token.lemma.lower() not in NOUNS:
        return False
    told = {c.text.lower() for c in parse.children(token.i) if c.dep in ("det", "nummod")} - {
        "all",
        "any",
        "such",
        "these",
    }
    governor = parse.tokens[token.head]
    return (
        not told
        and governor.lemma.lower() not in _OCCURRENCE
        and not any(t.lemma.lower() in PEOPLE or t.pos == "PROPN" for t in prepositional(parse, token.i))
    )


def _figurative(parse: Parse, trigger: Trigger) -> bool:
    token = trigger.token
    before = {t.lemma.lower() for t in below(parse, token.i, "compound", "amod", "nmod")}
    if before & _FIGURES.get(token.lemma.lower(), frozenset()):
        return True
    if token.pos == "VERB":
        if _only_words(parse, token):
            return True
        suffered = [t.lemma.lower() for t in patients(parse, token)]
        if suffered and all(word in _ABSTRACT for word in suffered):
            return True
    if trigger.nominal:
        aimed = [t.lemma.lower() for t in prepositional(parse, token.i, "on", "of", "against", "with")]
        if aimed and all(word in _ABSTRACT for word in aimed):
            return True
    near = {t.lemma.lower() for t in around(parse, token.i)}
    return len(near & SPORT) >= 2 and not near & MEANS.keys() and not is_literal(parse, trigger)


def _only_words(parse: Parse, verb: Token) -> bool:
    """ "She attacked him for his vote", "tariffs hurt farmers": criticism and loss, with no weapon in sight."""
    lemma = verb.lemma.lower()
    if {t.lemma.lower() for t in around(parse, verb.i)} & MEANS.keys() or is_passive(parse, verb):
        return False
    blamed = any(p.text.lower() in ("for", "over", "as") for p in below(parse, verb.i, "prep"))
    return lemma == "hurt" or (lemma in ("attack", "assault", "hit", "strike", "blast") and blamed)


def _legal(parse: Parse, trigger: Trigger) -> bool:
    """A crime named as a charge ("charged with murder") without its victim tells of no happening of its own."""
    token = trigger.token
    if not trigger.nominal or token.lemma.lower() not in _CRIMES:
        return False
    if any(True for _ in prepositional(parse, token.i, "of", "on", "against")) or any(
        True for _ in below(parse, token.i, "poss")
    ):
        return False
    before = {t.text.lower() for t in below(parse, token.i, "amod", "compound", "nmod")}
    degree = {
        "first",
        "second",
        "third",
        "degree",
        "aggravated",
        "attempted",
        "capital",
        "first-degree",
        "second-degree",
        "armed",
    }
    governors = {t.lemma.lower() for t in list(parse.ancestors(token.i))[:4]}
    return bool(before & degree) or bool(governors & (_LEGAL | {"count", "suspicion", "charge", "guilty"}))


def _habitual(parse: Parse, token: Token) -> bool:
    """As in "They kill people every day": a present tense with a habit word, or about nobody in particular."""
    verb = clause(parse, token.i)
    if verb.tag not in ("VBP", "VBZ"):
        return False
    around = {t.text.lower() for t in parse.children(verb.i)}
    return bool(around & _HABIT) or (
        any(s.text.lower() in _HEDGED_SUBJECTS for s in below(parse, verb.i, "nsubj")) and "n't" in around
    )


def _arbitrary(parse: Parse, trigger: Trigger) -> bool:
    """Detention is harm when soldiers or an armed group do it, when nobody is accused of a crime, or when it is called unlawful.

    An arrest of a suspect by the police is justice at work, not an incident.
    """
    near = {t.lemma.lower() for t in around(parse, trigger.token.i)}
    if near & {
        "suspect",
        "charge",
        "suspicion",
        "custody",
        "warrant",
        "gunman",
        "shooter",
        "connection",
        "accuse",
    }:
        return False
    if near & {
        "arbitrarily",
        "arbitrary",
        "unlawfully",
        "unlawful",
        "illegally",
        "incommunicado",
        "forcibly",
    }:
        return True
    who = {t.lemma.lower() for t in agents(parse, trigger.token)}
    return bool(
        who
        & (FIGHTERS - {"police", "policeman", "officer", "man", "individual", "people", "person", "group"})
    )


__all__ = ["is_figure", "is_harm"]
