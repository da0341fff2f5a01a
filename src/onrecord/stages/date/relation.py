"""How a time of its sentence dates a happening: as its own time, through what came after or before it, or only as that of the report.

Read from the dependency tree: between the happening and what the time hangs on no clause with another time of its own may begin.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from onrecord.model import Claim, Kind, Parse, Time, Token
from onrecord.stages.date.tense import is_present


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


REPORTING = _words(
    "say report tell announce claim add state confirm write publish post note deny warn insist allege accuse declare describe quote "
    "cite reveal disclose acknowledge admit recall explain release tweet testify speak"
)
# Verbs that only carry an event named by a noun ("the attack took place on Monday"): their time is its time.
_CARRIES = _words(
    "be occur happen take begin start erupt break come hit rock strike leave carry launch conduct mount stage commit suffer "
    "kill injure wound die hurt perish lose target destroy damage unfold follow cause claim shake end"
)
_ANSWERS = _words("respond call dispatch summon")  # help is called at once: "medics responded at 2 a.m."
_FINDS = _words("find discover recover")  # the dead are found later, the wounded at once
# What is done about a happening afterwards: its time is the latest that the happening can have.
AFTERWARDS = _words(
    "arrest charge indict convict sentence plead jail accuse identify try mourn bury release condemn visit vow search "
    "question extradite sue"
)
_AT_ONCE = _words("kill injure wound hurt hit damage destroy strike bomb shell")
_DEAD = _words("dead death body corpse remains")
_WITH = _words("when as while where")  # a clause of the same moment; "because", "until" open one of another
_AFTER = _words("after following since")
_STATES = _words(
    "locate situate base name know call own belong live"
)  # "a house located in the town": takes no day
_OVER = ("for", "of", "with", "from", "over", "about")
_CONDITIONS = _words("condition support")  # "in critical condition", "on life support"
_DYING = _words("die succumb dead death")
_IN_HOSPITAL = _words("hospital later injury wound support complication")
_CLAUSE = 15  # tokens on either side of a death in which a hospital or its wounds are told
_RECENT = timedelta(7)
_BESIDE = 4  # tokens between a verb of saying and its own time


class Relation(IntEnum):
    """How a time dates a happening; the smaller, the better."""

    SAME = 0
    LATER = 1  # it dates what came after: "died on Sunday after he was shot"
    EARLIER = 2  # it dates what came before: "one man is dead after a shooting on Sunday"
    REPORT = 3
    NONE = 4


@dataclass(frozen=True, slots=True)
class Scene:
    """One trigger in its document: `triggers` are the head tokens of all claims, `issued` is the document's date."""

    claim: Claim
    parse: Parse
    trigger: Token
    triggers: frozenset[int]
    issued: date | None


def relation(scene: Scene, time: Time, head: Token) -> Relation:
    """How `time`, whose head token is `head`, dates the trigger of the scene."""
    verb = _governor(scene, head)
    if verb is None or verb.i == scene.trigger.i:
        return Relation.SAME
    if is_alarm(verb, time) or _before_its_comma(scene, head, verb) or _of_old(scene, time, head, verb):
        return Relation.SAME
    if _reports(scene, head, verb):
        return Relation.REPORT
    lemma = verb.lemma.lower()
    told = (
        lemma in REPORTING and verb.i < scene.trigger.i < head.i
    )  # "cited the killing in the town on 16 May"
    if lemma in _ANSWERS or told:
        return Relation.SAME
    if lemma in _FINDS and (scene.claim.kind is Kind.KILLING or scene.trigger.lemma.lower() in _DEAD):
        return Relation.LATER
    return _by_clauses(scene, time, verb)


def _before_its_comma(scene: Scene, head: Token, verb: Token) -> bool:
    """ "A man was shot *Saturday*, the office announced on Monday": the model hangs the first day on the verb of saying."""
    if verb.lemma.lower() not in REPORTING or not scene.trigger.i < head.i < verb.i:
        return False
    words = [t.text for t in scene.parse.tokens[scene.trigger.i : verb.i]]
    at = head.i - scene.trigger.i
    return "," not in words[:at] and "," in words[at:]


def _of_old(scene: Scene, time: Time, head: Token, verb: Token) -> bool:
    """ "Charged with killing a man on *26 January*", told in March: a charge is news, so an old day behind the killing is the killing's."""
    if verb.lemma.lower() not in AFTERWARDS or not verb.i < scene.trigger.i < head.i:
        return False
    return time.latest is not None and scene.issued is not None and time.latest < scene.issued - _RECENT


def is_outcome(parse: Parse, trigger: Token) -> bool:
    """Whether the word tells what became of somebody: a condition, a stay or a death in hospital, which may be days later."""
    lemma = trigger.lemma.lower()
    if lemma in _CONDITIONS or any(
        t.text.lower().startswith("remain") for t in (*parse.children(trigger.i), parse.tokens[trigger.head])
    ):
        return True
    if lemma not in _DYING:
        return False
    first, last = parse.sentences[trigger.sentence]
    near = parse.tokens[max(first, trigger.i - _CLAUSE) : min(last, trigger.i + _CLAUSE)]
    return any(t.lemma.lower() in _IN_HOSPITAL for t in near)


def is_alarm(verb: Token, time: Time) -> bool:
    """Whether the verb tells of a call for help: "the shooting was reported at 2 a.m." is no news report, which seldom has its hour."""
    return verb.lemma.lower() == "report" and has_hour(time)


def has_hour(time: Time) -> bool:
    """Whether a time tells the hour and not only a part of the day."""
    return time.type == "TIME" and ":" in (time.value or "")


def _governor(scene: Scene, head: Token) -> Token | None:
    """What the time hangs on: the first happening or verb above it, or the clause that "when" opens after it; None in a fragment."""
    opened = next((t for t in scene.parse.children(head.i) if t.dep == "relcl"), None)
    if opened is not None and "when" in _openers(scene.parse, opened):
        above = {t.i for t in scene.parse.ancestors(scene.trigger.i)}
        if opened.i == scene.trigger.i or opened.i in above:
            return opened
    for token in scene.parse.ancestors(head.i):
        if token.dep == "acl" and token.lemma.lower() in _STATES:
            continue
        if token.i == scene.trigger.i or token.i in scene.triggers or token.pos in ("VERB", "AUX"):
            return token
    return None


def _reports(scene: Scene, head: Token, verb: Token) -> bool:
    """Whether the time hangs on a verb of saying and stands on that verb's side of the trigger."""
    parse, trigger = scene.parse, scene.trigger
    cues = {t.i for a in scene.claim.attributions for t in parse.tokens_in(a.cue.start, a.cue.end)}
    if (verb.i not in cues and verb.lemma.lower() not in REPORTING) or _raised(parse, verb):
        return False
    fronted = head.i < trigger.i < verb.i  # "Late on Saturday two men were shot, police said"
    after = verb.i < trigger.i < head.i and head.i - verb.i > _BESIDE
    return not (fronted or after)


def _raised(parse: Parse, verb: Token) -> bool:
    """ "On Monday two people were reported killed": the day is that of the killing."""
    below = [t.dep for t in parse.children(verb.i)]
    return "auxpass" in below and "xcomp" in below


def _by_clauses(scene: Scene, time: Time, verb: Token) -> Relation:
    parse, trigger = scene.parse, scene.trigger
    up, over = (trigger, *parse.ancestors(trigger.i)), (verb, *parse.ancestors(verb.i))
    reached = {t.i for t in over}
    meeting = next((t.i for t in up if t.i in reached), -1)
    if meeting == trigger.i == verb.head and verb.dep in ("relcl", "acl") and _carries(scene, verb):
        return Relation.SAME  # "the shooting that occurred on Thursday"
    mine = [_breaks(parse, t) for t in _until(up, meeting)]
    theirs = [_breaks(parse, t) for t in _until(over, meeting)]
    if "over" in mine and "other" not in mine + theirs:  # "charged on Thursday with killing a man"
        return Relation.LATER if verb.lemma.lower() in AFTERWARDS else Relation.NONE
    if "other" in mine + theirs or ("after" in mine and "after" in theirs):
        return Relation.NONE
    if (
        "after" in mine
    ):  # "killed on Sunday after a strike" is one moment, "died on Sunday after a strike" is not
        return Relation.SAME if verb.lemma.lower() in _AT_ONCE else Relation.LATER
    if "after" in theirs:
        return Relation.EARLIER
    between = [t for t in (*_until(up, meeting), parse.tokens[meeting], verb) if t.pos == "VERB"]
    return _of_noun(scene, time, between, verb)


def _of_noun(scene: Scene, time: Time, between: Sequence[Token], verb: Token) -> Relation:
    """A happening named by a definite noun has its own time ("arrested on Monday over the shooting"), unless the verbs only carry it."""
    afterwards = any(t.lemma.lower() in AFTERWARDS for t in between)
    carried = all(_carries(scene, t) for t in between)
    known = carried or not (afterwards or is_definite(scene.parse, scene.trigger))
    if scene.trigger.pos in ("VERB", "AUX") or known:
        return Relation.SAME
    past = time.latest is not None and scene.issued is not None and time.latest < scene.issued
    if past and is_present(scene.parse, verb):
        return Relation.SAME
    return Relation.LATER if afterwards else Relation.NONE


def _until(path: Sequence[Token], meeting: int) -> list[Token]:
    return list(path[: next((n for n, t in enumerate(path) if t.i == meeting), len(path))])


def _carries(scene: Scene, verb: Token) -> bool:
    return verb.i in scene.triggers or verb.lemma.lower() in _CARRIES


def _openers(parse: Parse, clause: Token) -> set[str]:
    return {t.text.lower() for t in parse.children(clause.i) if t.dep in ("mark", "advmod")}


def _breaks(parse: Parse, token: Token) -> str:
    """``after`` when the token opens what came before the rest, ``over`` what the rest is about, ``other`` another time; else empty."""
    above = parse.tokens[token.head].text.lower()
    if token.dep in ("pobj", "pcomp") and (above in _AFTER or above == "before"):
        return "other" if above == "before" else "after"
    if token.dep == "pcomp" and above in _OVER:
        return "over"
    if token.tag == "VBG" or token.dep not in ("relcl", "acl", "ccomp", "csubj", "advcl"):
        return ""
    openers = _openers(parse, token)
    if openers & _AFTER:
        return "after"
    same = token.dep == "advcl" and openers & _WITH and token.lemma.lower() not in REPORTING
    return "" if same else "other"


_KNOWN = _words("the this that these those")
_ANOTHER = _words("first second third other another separate similar previous earlier last latest different")


def is_definite(parse: Parse, noun: Token) -> bool:
    """Whether a noun is named as known ("the attack", "his death") and is not one of several ("the second attack")."""
    below = list(parse.children(noun.i))
    if any(t.lemma.lower() in _ANOTHER for t in below):
        return False
    return any(t.dep in ("det", "poss") and (t.dep == "poss" or t.text.lower() in _KNOWN) for t in below)
