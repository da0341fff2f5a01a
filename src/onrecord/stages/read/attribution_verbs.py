"""Cue verbs: what they bring in, by the grammar around them."""

from collections.abc import Callable, Iterator

from onrecord.model import Parse, Token
from onrecord.stages.read import cues
from onrecord.stages.read.attribution_draft import Draft
from onrecord.stages.read.attribution_source import is_passive, mute, noun_phrase, said_last, source_of
from onrecord.stages.read.attribution_spans import breaks
from onrecord.stages.read.cues import lemma_of, listed
from onrecord.stages.read.grammar import parted

_HELPERS = ("aux", "auxpass", "neg", "prt")
_AS_SAID = listed(
    """
    acknowledge announce argue claim explain indicate mention note observe point predict put report say
    state suggest warn write
    """
)
_ASIDE = listed("although though whereas while whilst")


def verb_drafts(text: str, parse: Parse) -> Iterator[Draft]:
    """Every verb that may be a cue, with what its grammar says is its content (empty when only a quotation can tell)."""
    paragraph = breaks(text, parse)
    for verb in parse.tokens:
        if verb.pos == "VERB":
            lemma = lemma_of(verb)
            frame, content, path = content_of(parse, verb, lemma)
            content = frozenset(i for i in content if paragraph[i] == paragraph[verb.i])
            if content or lemma in cues.QUOTED:
                tells = frame in (_clause, _remark, None) and lemma not in cues.THINKING
                yield _draft(parse, verb, content, path, tells)


def _draft(parse: Parse, verb: Token, content: frozenset[int], path: tuple[int, ...], tells: bool) -> Draft:
    source = source_of(parse, verb) or (said_last(parse, verb) if tells else ())
    cue = cue_words(parse, verb, path)
    return Draft(verb, cue, source, content - set(source) - set(cue), tells=tells)


def cue_words(parse: Parse, verb: Token, path: tuple[int, ...] = ()) -> tuple[int, ...]:
    """The verb with its auxiliaries, particles, adverbs, the verb that leads over to it, and the words on the way to the content."""
    words = {verb.i, *path}
    words.update(c.i for c in parse.children(verb.i) if c.dep in _HELPERS and abs(c.i - verb.i) < 5)
    leading = parse.tokens[verb.head]
    if verb.dep == "xcomp" and lemma_of(leading) in cues.LEADING and 0 < verb.i - leading.i < 5:
        words.update(cue_words(parse, leading))
    _add_adverbs(parse, verb, words)
    _add_occasion(parse, verb, words)
    return tuple(range(min(words), max(words) + 1)) if max(words) - min(words) < 12 else (verb.i,)


def _add_adverbs(parse: Parse, verb: Token, words: set[int]) -> None:
    """Adverbs that touch the cue ("also said", "said repeatedly")."""
    adverbs = [c.i for c in parse.children(verb.i) if c.dep == "advmod" and c.pos == "ADV" and c.tag != "WRB"]
    for i in sorted(adverbs, reverse=True):
        if i == min(words) - 1:
            words.add(i)
    for i in sorted(adverbs):
        if i == max(words) + 1:
            words.add(i)


def _add_occasion(parse: Parse, verb: Token, words: set[int]) -> None:
    """What the words were said in, right behind the cue: "said in a statement", "said at a news conference"."""
    for child in parse.children(verb.i):
        pobj = next((c for c in parse.children(child.i) if c.dep == "pobj"), None)
        if child.dep == "prep" and child.i == max(words) + 1 and pobj and lemma_of(pobj) in cues.CARRIERS:
            words.update(i for i in parse.subtree(child.i) if i <= pobj.i)


Found = tuple[set[int], tuple[int, ...]]
Frame = Callable[[Parse, Token, str], Found]
_NONE: Found = (set(), ())


def _clause(parse: Parse, verb: Token, lemma: str) -> Found:
    """ "said that …", and "…, he said" where the grammar has the speech as a clause of the verb."""
    if lemma not in cues.CLAUSE:
        return _NONE
    content: set[int] = set()
    for child in parse.children(verb.i):
        if child.dep == "ccomp" and not _trails(parse, child) and not parted(parse, child, verb):
            content.update(clause(parse, child))
    return content, ()


def _trails(parse: Parse, verb: Token) -> bool:
    """ "…, the mayor said, an agency reported": the parser makes the last remark a clause of the one before."""
    children = list(parse.children(verb.i))
    subject = next((c for c in children if c.dep == "nsubj"), None)
    if (
        subject is None
        or lemma_of(verb) not in _AS_SAID
        or any(c.dep in ("ccomp", "dobj", "xcomp", "mark") for c in children)
    ):
        return False
    first = noun_phrase(parse, subject)[0]
    return verb.dep == "ccomp" and verb.head < first and parse.tokens[first - 1].text == ","


def clause(parse: Parse, head: Token) -> set[int]:
    """A clause without the contrast that follows it (", while others …") and without the speaker's next words ("… and said")."""
    inside = set(parse.subtree(head.i))
    silent = mute(parse, head)
    for child in parse.children(head.i):
        marks = {c.text.lower() for c in parse.children(child.i) if c.dep == "mark"}
        contrast = child.dep == "advcl" and child.i > head.i and bool(marks & _ASIDE)
        next_words = child.dep == "conj" and silent and lemma_of(child) in cues.CLAUSE
        if contrast or next_words:
            inside.difference_update(parse.subtree(child.i))
    return inside


def _remark(parse: Parse, verb: Token, lemma: str) -> Found:
    """ "…, he said, …" and "as he said": the content is the clause in which the remark stands."""
    if lemma not in cues.CLAUSE or verb.head == verb.i:
        return _NONE
    as_ = any(c.text.lower() == "as" and c.i < verb.i for c in parse.children(verb.i))
    ahead = lemma == "tell" and verb.i < verb.head  # "as he told reporters, …", not "weeps as he tells her"
    as_he_said = as_ and verb.dep == "advcl" and (ahead or lemma in _AS_SAID)
    if verb.dep != "parataxis" and not as_he_said and not _trails(parse, verb):
        return _NONE
    return set(parse.subtree(verb.head)) - set(parse.subtree(verb.i)), ()


def _reported(parse: Parse, verb: Token, lemma: str) -> Found:
    """ "is believed to have been killed": the content is subject and infinitive, and nobody is named."""
    if lemma not in cues.REPORTED or not is_passive(parse, verb):
        return _NONE
    subject = [i for c in parse.children(verb.i) if c.dep == "nsubjpass" for i in parse.subtree(c.i)]
    rest = [i for c in parse.children(verb.i) if c.dep in ("xcomp", "oprd") for i in parse.subtree(c.i)]
    return (set(subject + rest) if subject and rest else set()), ()


def _infinitive(parse: Parse, verb: Token, lemma: str) -> Found:
    """ "threatened to …", "asked him to …": with the one who is asked."""
    if lemma not in cues.INFINITIVE:
        return _NONE
    content = {
        i for c in parse.children(verb.i) if c.dep == "xcomp" and c.i > verb.i for i in clause(parse, c)
    }
    return content, ()


def _carried(parse: Parse, verb: Token, lemma: str) -> Found:
    """ "expressed concern that …", "made the claim that …": the noun belongs to the cue."""
    for noun in parse.children(verb.i):
        if lemma_of(noun) in cues.NOUNS and lemma not in cues.UNDERGOING and is_carried(parse, noun):
            content, path = said_by_noun(parse, noun)
            if content:
                return content, (verb.i, noun.i, *path)
    return _NONE


def is_carried(parse: Parse, noun: Token) -> bool:
    """Whether a noun only completes its verb: "made a claim", but not "denied the ministry’s claim", which is the ministry's."""
    verb = parse.tokens[noun.head]
    if noun.dep != "dobj" or verb.pos != "VERB" or noun.i - verb.i > 4 or lemma_of(verb) in cues.REJECTING:
        return False
    return not any(c.dep == "poss" and c.pos != "PRON" for c in parse.children(noun.i))


def said_by_noun(parse: Parse, noun: Token) -> Found:
    """What a noun such as "claim" brings in: a that-clause, an infinitive, or "of …", "about …"."""
    for child in parse.children(noun.i):
        if child.dep == "acl" and child.i > noun.i and child.tag not in ("VBG", "VBN"):
            return clause(parse, child), ()
        if child.dep == "acl" and any(
            c.text.lower() == "that" for c in parse.children(child.i) if c.dep == "mark"
        ):
            return clause(parse, child), ()
    for child in parse.children(noun.i):
        if child.dep == "prep" and child.text.lower() in ("about", "of", "against", "on", "for", "over"):
            return {i for i in parse.subtree(child.i) if i != child.i}, (child.i,)
    return _NONE


def _about(parse: Parse, verb: Token, lemma: str) -> Found:
    """ "spoke of …", "warned against …"."""
    for child in parse.children(verb.i):
        if child.dep == "prep" and f"{lemma}+{child.text.lower()}" in cues.ABOUT and child.i > verb.i:
            path = (child.i,) if child.i - verb.i < 4 else ()
            return {i for i in parse.subtree(child.i) if i != child.i}, path
    return _NONE


def _object(parse: Parse, verb: Token, lemma: str) -> Found:
    """ "denied the report", "called it a crime", and in the passive "the report was denied"."""
    if lemma not in cues.OBJECT:
        return _NONE
    after = [c for c in parse.children(verb.i) if c.i > verb.i]
    whole = [c for c in after if c.dep in ("dobj", "oprd", "attr", "xcomp")]
    if not any(c.dep == "dobj" for c in whole):
        whole = _passive_object(parse, verb, lemma)
    if whole:
        whole += [c for c in after if c.dep == "prep" and c.text.lower() in ("of", "as", "for")]
    return {i for c in whole for i in parse.subtree(c.i)}, ()


def _passive_object(parse: Parse, verb: Token, lemma: str) -> list[Token]:
    """ "The deaths were reported"; with nobody named only where the verb can mean nothing but speech ("two men were charged")."""
    children = list(parse.children(verb.i))
    named = any(c.dep == "agent" for c in children)
    if not is_passive(parse, verb) or not (named or (lemma in cues.CLAUSE and lemma != "charge")):
        return []
    return [c for c in children if c.dep in ("nsubjpass", "oprd")]


_FRAMES: tuple[Frame, ...] = (_clause, _remark, _reported, _infinitive, _carried, _about, _object)


def content_of(parse: Parse, verb: Token, lemma: str) -> tuple[Frame | None, frozenset[int], tuple[int, ...]]:
    """The grammar that holds, the content's tokens, and the tokens between verb and content that belong to the cue."""
    for frame in _FRAMES:
        content, path = frame(parse, verb, lemma)
        if content:
            return frame, frozenset(content), path
    return None, frozenset(), ()
