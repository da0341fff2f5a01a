"""Where the verb above an expression looks: back or ahead."""

from onrecord.model import Parse, Token

_DESCRIBES = ("poss", "compound", "nmod", "amod")
_AHEAD = {"will", "'ll", "’ll", "shall", "wo", "would", "may", "might", "should", "can", "must"}
_SURE = {"will", "'ll", "’ll", "shall", "wo"}
_DUE = {"payable", "effective", "due"}
_SOON = {"early", "soon"}
_PLANS = {"schedule", "plan", "expect", "intend", "set", "due", "slate", "hope", "aim", "prepare"}


def direction_of(parse: Parse | None, start: int, end: int) -> int:
    """-1 when the governing verb is in a past tense, 1 when it looks ahead, 0 when there is none or it does not tell."""
    head = parse.head_of(start, end) if parse else None
    if parse is None or head is None:
        return 0
    if way := _by_preposition(parse, head):
        return way
    if head.dep in _DESCRIBES:  # "Wednesday's ruling", "a third-quarter loss": no verb speaks of it
        return 0
    noun = False
    for token in (head, *parse.ancestors(head.i)):
        if token.pos in ("VERB", "AUX"):
            return _of_verb(parse, token, loose=noun)
        noun = noun or (token.pos == "NOUN" and token.i != head.i)
    return 0


def _by_preposition(parse: Parse, head: Token) -> int:
    """What is told before the verb is asked: "until Tuesday", "as early as Tuesday" lie ahead, "since Tuesday" behind."""
    above = parse.tokens[head.head]
    word = above.text.lower()
    if head.dep != "pobj" and above.lemma not in _DUE:
        return 0
    if word == "since":
        return -1
    soon = word == "as" and parse.tokens[above.head].text.lower() in _SOON
    until = word in ("until", "till") and above.head < above.i  # "until Friday nobody had called" looks back
    return int(until or soon or above.lemma in _DUE)


def _of_verb(parse: Parse, verb: Token, *, loose: bool = False) -> int:
    """`loose`: the time hangs on a noun, so that "may", "could" above it tell nothing ("may be tied to the attack on Sunday")."""
    helpers = [t for t in parse.children(verb.i) if t.dep in ("aux", "auxpass")]
    if any(t.text.lower() in _AHEAD and t.tag == "MD" for t in helpers):
        sure = not loose or any(t.text.lower() in _SURE for t in helpers)
        return 0 if any(t.lemma == "have" for t in helpers) or not sure else 1
    if any(t.tag == "TO" for t in helpers):
        return _of_purpose(parse, verb)
    if verb.lemma in _PLANS and verb.tag != "VBD":
        return 1
    if any(t.tag == "VBD" for t in helpers):
        return -1
    if any(
        t.lemma == "have" for t in helpers
    ):  # the present perfect takes no date of the past: "has set Nov. 10 as the deadline"
        return 0
    if verb.tag == "VBD" or (verb.tag == "VBN" and not helpers):
        return -1
    if verb.tag == "VBG" and not helpers:
        above = verb if verb.head == verb.i else parse.tokens[verb.head]
        return _of_verb(parse, above) if above.i != verb.i and above.pos in ("VERB", "AUX") else 0
    return 0


def _of_purpose(parse: Parse, verb: Token) -> int:
    """ "Crowds gathered to mark the day on Friday" looks back as its verb does; "asked them to leave on Friday" looks ahead."""
    above = parse.tokens[verb.head]
    if verb.dep == "advcl" and above.i != verb.i and above.pos in ("VERB", "AUX"):
        return _of_verb(parse, above)
    return 1


def is_present(parse: Parse, verb: Token) -> bool:
    """Whether a verb is in the present or the present perfect, which take no day of the past ("are investigating a shooting on Saturday")."""
    helpers = [t for t in parse.children(verb.i) if t.dep in ("aux", "auxpass")]
    finite = next((t for t in helpers if t.tag in ("VBZ", "VBP", "VBD", "MD")), verb)
    return finite.tag in ("VBZ", "VBP")
