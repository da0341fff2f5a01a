"""What a text says about a happening: that it happened, did not, may have, or is to come.

From the trigger upwards through the clauses that govern it each word that speaks against plain fact is gathered, and then the strongest
one tells. "Said" is no doubt: who says so is the attribution's matter.
"""

from collections.abc import Iterator

from onrecord.model import Marks, Parse, Passage, Stance, Token
from onrecord.stages.read import stance_words as words
from onrecord.stages.read.cues import listed
from onrecord.stages.read.grammar import parted
from onrecord.stages.read.stance_known import taken_as_known
from onrecord.stages.read.stance_learned import weighed

Sign = tuple[Stance, Token]

_COMPLEMENT = listed("acl acomp agent attr ccomp dative dobj oprd pcomp pobj prep xcomp")
_HIGHEST = (
    12  # steps up the tree: more than any sentence of the stance texts needs, and a bound for hostile ones
)
_NO = {"det": ("no", "neither"), "preconj": ("no", "neither"), "advmod": words.NEVER}
_SUBJECT = ("nsubj", "nsubjpass")
_NOUNS = ("NOUN", "PROPN")
_NEG_RAISING = listed(
    """
    appear believe confirm expect know mean say see seem suggest think want
    """
)


def stance_of(parse: Parse, trigger: Token, marks: Marks | None = None) -> tuple[Stance, Passage | None]:
    """The stance towards what `trigger` names, and the word that tells; (ASSERTED, None) when nothing speaks against it.

    Where no word tells of a doubt and none takes the thing as known, the trained reader (`marks`) can raise one; then no single word tells.
    """
    signs, known = _signs(parse, trigger)
    for stance in _order({s for s, _ in signs}):
        cue = next(token for s, token in signs if s is stance)
        return stance, Passage(cue.start, cue.end, cue.text)
    seen = marks.stance((trigger.start, trigger.end)) if marks and not known else None
    return weighed(Stance.ASSERTED, seen), None


def _order(found: set[Stance]) -> list[Stance]:
    """Strongest first. "May not have" is open, "did not plan to" is not; a doubtful plan is a plan."""
    if found == {Stance.POSSIBLE, Stance.NEGATED}:
        return [Stance.POSSIBLE]
    return [s for s in (Stance.DENIED, Stance.NEGATED, Stance.PLANNED, Stance.POSSIBLE) if s in found]


def _signs(parse: Parse, trigger: Token) -> tuple[list[Sign], bool]:
    """Everything on the way up from the trigger that bears on it, nearest first, and whether some word takes it as known: beyond that
    only a denial still bears on it."""
    found = [*_own(parse, trigger, trigger), *_command(parse, trigger)]
    node, known = trigger, False
    for _ in range(_HIGHEST):
        above = parse.tokens[node.head]
        if above.i == node.i:
            return [*found, *(() if known else _question(parse, node))], known
        if parted(parse, node, above):
            break
        known = known or taken_as_known(parse, node, above)
        found += (s for s in _step(parse, trigger, node, above) if not known or s[0] is Stance.DENIED)
        if not _inherits(parse, node, above) and not _passes(parse, node, above):
            break
        node = above
    return found, known


def _step(parse: Parse, trigger: Token, node: Token, above: Token) -> Iterator[Sign]:
    """What bears on the trigger between one word on the way and the next."""
    yield from _clause_kind(parse, node)
    yield from _governed(parse, node, above)
    if _inherits(parse, node, above):
        yield from _own(parse, above, node if node.i != trigger.i else above)


def _passes(parse: Parse, node: Token, above: Token) -> bool:
    """Whether words still higher up can bear on the trigger. What is known ("avenged the killing") is out of their reach."""
    if node.dep == "ccomp" and above.lemma.lower() in words.SPEECH:
        return False
    if node.dep == "acl":  # "a plan to attack", not "the man accused"
        return node.tag not in ("VBN", "VBG")
    if node.dep in ("dobj", "prep") and above.pos in ("VERB", "AUX"):
        return _open(parse, node, above.lemma.lower())
    return node.dep in _COMPLEMENT or (node.dep == "conj" and node.pos == above.pos) or node.dep == "compound"


def _open(parse: Parse, node: Token, verb: str) -> bool:
    """Whether an object is new with its verb: of a light verb, or indefinite ("will provoke attacks")."""
    if verb in words.LIGHT or verb in words.GOVERNING:
        return True
    named = any(c.dep == "poss" or c.text.lower() in words.DEFINITE for c in parse.children(node.i))
    return node.dep == "dobj" and node.pos == "NOUN" and not named and verb not in words.PERCEIVING


def _own(parse: Parse, node: Token, below: Token) -> Iterator[Sign]:
    """What stands at a word itself: negation, modal verbs, adverbs, adjectives, "no one"; `below` is the next word towards the trigger."""
    for child in parse.children(node.i):
        low = child.text.lower()
        if child.dep == "neg" or low in _NO.get(child.dep, ()):
            yield Stance.NEGATED, child
        elif child.dep == "aux" and low in words.MODALS and child.tag == "MD":
            yield words.MODALS[low], child
        elif child.dep == "advmod" and low in words.ADVERBS:
            yield words.ADVERBS[low], child
        elif child.dep in ("amod", "nmod") and low in words.ADJECTIVES and node.pos in _NOUNS:
            yield words.ADJECTIVES[low], child
        elif child.dep in (*_SUBJECT, "dobj", "attr") and node.pos in ("VERB", "AUX"):
            yield from _nobody(parse, child, child.i == below.i)


def _nobody(parse: Parse, noun: Token, between: bool) -> Iterator[Sign]:
    """ "No civilians", "none of them", "nobody" as the subject or object. A noun in between negates itself, not the trigger."""
    if noun.text.lower() in words.NOBODY and not between:
        yield Stance.NEGATED, noun
    for child in parse.children(noun.i):
        if child.dep in ("det", "neg") and child.text.lower() in ("no", "neither"):
            if not between:
                yield Stance.NEGATED, child
            elif noun.lemma.lower() in words.TIDINGS:
                yield Stance.POSSIBLE, child


def _clause_kind(parse: Parse, node: Token) -> Iterator[Sign]:
    """If-clauses, infinitives of purpose and of nouns, "without …"."""
    children = list(parse.children(node.i))
    mark = next(
        (c for c in children if c.dep in ("mark", "advmod") and c.text.lower() in words.CONDITIONS), None
    )
    if mark is not None and node.dep in ("advcl", "ccomp", "pcomp", "acl"):
        yield Stance.POSSIBLE, mark
    to = next((c for c in children if c.tag == "TO" and c.dep == "aux"), None)
    if (
        to is not None
        and node.dep in ("advcl", "relcl", "acl")
        and not _ordinal(parse, parse.tokens[node.head])
    ):
        yield Stance.PLANNED, to
    above = parse.tokens[node.head]
    if node.dep in ("pobj", "pcomp") and above.text.lower() in words.WITHOUT:
        yield Stance.NEGATED, above


def _ordinal(parse: Parse, noun: Token) -> bool:
    """ "The first to be killed" was killed."""
    return any(
        c.text.lower() in ("first", "second", "third", "last", "latest", "only")
        for c in (noun, *parse.children(noun.i))
    )


def _governed(parse: Parse, node: Token, above: Token) -> Iterator[Sign]:
    """What the word above makes of its complement, subject or first part ("an attack was feared", "a bomb threat")."""
    lemma = above.lemma.lower()
    stance = words.GOVERNING.get(lemma)
    if above.pos in ("AUX", "ADP") or (lemma in words.NOUN_ONLY and above.pos not in _NOUNS):
        stance = None
    reached = {
        **dict.fromkeys(_COMPLEMENT, _really(node, above, lemma)),
        "nsubjpass": True,
        "compound": above.pos in _NOUNS,
    }
    if stance and reached.get(node.dep):
        yield stance, above
    if lemma in words.DISMISSING and (node.lemma.lower() in words.SAYING_NOUNS or node.dep == "ccomp"):
        yield Stance.DENIED, above
    if lemma == "be" and node.dep == "nsubj" and node.lemma.lower() in words.SAYING_NOUNS:
        yield from ((Stance.DENIED, c) for c in parse.children(above.i) if c.lemma.lower() in words.FALSE)
    if lemma == "go" and above.tag == "VBG" and node.dep == "xcomp":
        yield Stance.PLANNED, above
    if node.dep == "ccomp" and lemma in _NEG_RAISING:
        yield from (s for s in _own(parse, above, node) if s[0] is Stance.NEGATED)


def _really(node: Token, above: Token, lemma: str) -> bool:
    """A wish or a fear about a known thing ("feared the army", "considered the attack a crime") is no doubt about it."""
    if node.dep == "dobj":
        return lemma not in words.OF_THE_KNOWN
    return not (node.dep == "prep" and above.pos == "VERB" and lemma in words.OF_THE_KNOWN_BY)


def _inherits(parse: Parse, node: Token, above: Token) -> bool:
    """Whether negation and modal verbs of the word above hold for this one too."""
    if above.pos not in ("VERB", "AUX"):
        return False
    lemma = above.lemma.lower()
    if node.dep == "xcomp" or (node.dep in ("dobj", "attr", "acomp") and lemma in words.LIGHT):
        return True
    if node.dep in _SUBJECT:
        return lemma in (words.OCCURRING if node.dep == "nsubj" else words.LIGHT)
    alone = not any(c.dep in _SUBJECT or c.dep == "aux" for c in parse.children(node.i))
    return node.dep == "conj" and node.tag == above.tag and alone


def _question(parse: Parse, root: Token) -> Iterator[Sign]:
    """A question that can be answered with yes or no; "who killed him?" takes the killing as known."""
    sentence = parse.sentence_of(root.i)
    asked = next((t for t in reversed(sentence) if t.text == "?"), None)
    if asked is not None and not any(t.tag in ("WP", "WRB", "WDT", "WP$") for t in sentence):
        yield Stance.POSSIBLE, asked


def _command(parse: Parse, verb: Token) -> Iterator[Sign]:
    """ "Kill them all": a bare verb with no subject, as a sentence or as quoted words."""
    kinds = {c.dep for c in parse.children(verb.i)}
    if (
        verb.tag == "VB"
        and verb.dep in ("ROOT", "ccomp")
        and not kinds & {"nsubj", "nsubjpass", "aux", "expl"}
    ):
        yield Stance.PLANNED, verb
