"""Denials that only point back: "Moscow denies it", "the army denied responsibility", "they rejected the accusation".

What is denied was told just before: each such denial is a claim of the same happening with the same trigger, denied by its own speaker.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model import Attribution, Claim, Kind, Parse, Passage, Stance, Token
from onrecord.stages.read.attribution import chain_for
from onrecord.stages.read.grammar import around, below
from onrecord.stages.read.lexicon import words

_DENYING = words("deny reject dismiss dispute refute rebut")
_POINTING = words("it this that")
_BLAME = words("responsibility involvement role part hand blame")
_WHAT_WAS_SAID = words("accusation allegation claim account report assertion version")
_NEAR, _FAR = 1, 2  # sentences back to what "it" means, and to what "responsibility" is for
_TOLD = frozenset({Stance.ASSERTED, Stance.POSSIBLE})
_GENERAL = frozenset({Kind.OTHER_HARM, Kind.KILLING, Kind.DESTRUCTION})


def with_denials(
    text: str,
    parse: Parse,
    claims: Sequence[Claim],
    attributions: Sequence[Attribution],
) -> tuple[Claim, ...]:
    """The claims of a text with those that are denied by a word that points back to them, in text order."""
    cues = {c.stance_cue for c in claims if c.stance is Stance.DENIED}
    found = []
    for said in attributions:
        for verb in parse.tokens_in(said.cue.start, said.cue.end):
            reach = None if _passage(verb) in cues else _reach(parse, verb)
            meant = None if reach is None else _meant(parse, verb, said, reach, claims)
            if meant is not None:
                outer = (a for a in chain_for(parse, _passage(verb), attributions) if a is not said)
                found.append(_denied(text, parse, meant, verb, (said, *outer)))
    return tuple(sorted((*claims, *found), key=lambda c: c.trigger)) if found else tuple(claims)


def _passage(token: Token) -> Passage:
    return Passage(token.start, token.end, token.text)


def _reach(parse: Parse, verb: Token) -> int | None:
    """How many sentences back lies what the verb denies; None when it denies nothing that was told before."""
    if verb.lemma.lower() not in _DENYING or any(c.dep == "neg" for c in parse.children(verb.i)):
        return None
    for thing in below(parse, verb.i, "dobj"):
        lemma = thing.lemma.lower()
        if lemma in _POINTING and verb.lemma.lower() == "deny":
            return _NEAR
        if lemma in _BLAME or (lemma in _WHAT_WAS_SAID and not _tells(parse, thing)):
            return _FAR
    responsible = any(t.lemma.lower() == "responsible" for t in _clause(parse, verb))
    return _FAR if verb.lemma.lower() == "deny" and responsible else None


def _clause(parse: Parse, verb: Token) -> Iterator[Token]:
    """ "Denied that it was responsible", "denied being responsible"."""
    for child in below(parse, verb.i, "ccomp", "xcomp"):
        yield from below(parse, child.i, "acomp")


def _tells(parse: Parse, said: Token) -> bool:
    """Whether the thing said brings its own content ("the claim that …"): it need not be looked for."""
    return any(True for _ in below(parse, said.i, "acl", "relcl", "ccomp"))


def _denied(text: str, parse: Parse, meant: Claim, verb: Token, chain: tuple[Attribution, ...]) -> Claim:
    """The same happening, denied; its sentence reaches from the one that tells of it to the one that denies it."""
    start, last = meant.sentence.start, around(parse, verb.i)[-1].end
    sentence = text[start : max(last, meant.sentence.end)].rstrip()
    return replace(
        meant,
        sentence=Passage(start, start + len(sentence), sentence),
        stance=Stance.DENIED,
        stance_cue=_passage(verb),
        attributions=chain,
        situations=tuple(dict.fromkeys(s for a in chain for s in a.situations)),
        counts=(),
    )


def _meant(parse: Parse, verb: Token, said: Attribution, reach: int, claims: Sequence[Claim]) -> Claim | None:
    """The happening that another tells in the nearest sentence before; rather the deed than the deaths."""
    first = verb.sentence - reach
    near: dict[int, list[Claim]] = {}
    for claim in claims:
        sentence = parse.tokens_in(claim.trigger.start, claim.trigger.end)[0].sentence
        before = first <= sentence and claim.trigger.end <= verb.start
        others = said.source not in {a.source for a in claim.attributions}
        if before and others and claim.stance in _TOLD:
            near.setdefault(sentence, []).append(claim)
    if not near:
        return None
    return max(near[max(near)], key=lambda c: (c.kind not in _GENERAL, not c.counts, c.trigger))


__all__ = ["with_denials"]
