"""Who does what to whom in a clause, read from the dependency tree (ClearNLP labels)."""

from collections.abc import Iterable, Iterator

from onrecord.model import Parse, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_BEFORE = frozenset({"compound", "amod", "nmod", "poss", "case", "punct", "npadvmod", "advmod"})
_TRANSITIVE = frozenset(
    {"kill", "wound", "injure", "shoot", "murder", "stab", "kidnap", "abduct", "hospitalize"}
)
_ACTIVE = frozenset({"have", "has", "had", "will", "would", "did"})
_AIMED = frozenset({"at", "into", "toward", "towards"})
_REACH = 80  # tokens; the longest sentence of the practice articles has 71
_STATES = frozenset(
    {
        "dead",
        "injured",
        "wounded",
        "slain",
        "killed",
        "missing",
        "other",
        "alleged",
        "suspected",
        "several",
        "many",
    }
)
_DASHES = ("-", "–", "—", "--")
_DATELINE = 12  # tokens: "TOWN, Country, 12 May (Agency) —"
_VERBAL_HEADS = frozenset({"conj", "xcomp"})


def below(parse: Parse, i: int, *deps: str) -> Iterator[Token]:
    """The direct dependents of token `i` with one of these labels."""
    return (t for t in parse.children(i) if t.dep in deps)


def prepositional(parse: Parse, i: int, *words: str) -> Iterator[Token]:
    """The nouns that prepositions under token `i` govern ("in a *raid*"); no words: any preposition."""
    for prep in below(parse, i, "prep", "agent", "dative"):
        if not words or prep.text.lower() in words:
            for deeper in (prep, *below(parse, prep.i, "prep")):
                yield from below(parse, deeper.i, "pobj", "pcomp")


def coordinated(parse: Parse, token: Token) -> list[Token]:
    """A token and what is joined to it by "and", commas or "or"."""
    if token.dep in ("nmod", "compound"):
        return [token]
    found = [token]
    for one in found:
        found.extend(below(parse, one.i, "conj"))
        found.extend(a for a in below(parse, one.i, "appos") if _listed(parse, one, a))
    return [member for one in found for member in (*_hidden(parse, one), one)]


def _listed(parse: Parse, name: Token, other: Token) -> bool:
    """In "Ann Lee, Bo Li and Cy Roe" the model takes the second name for an apposition to the first; so in "his wife, two sons and a guest",
    where several cannot explain one."""
    names = name.pos == other.pos == "PROPN"
    several = name.tag == "NN" and other.tag == "NNS"
    return (names or several) and any(True for _ in below(parse, other.i, "conj"))


def _hidden(parse: Parse, noun: Token) -> list[Token]:
    """As in "Schools and hospital wards": the model takes the first noun for a modifier of the last."""
    return [
        child
        for child in below(parse, noun.i, "nmod", "compound")
        if child.i < noun.i
        and child.pos in ("NOUN", "PROPN")
        and _joins(parse, child)
        and child.tag in ("NNS", "NN")
    ]


def _joins(parse: Parse, token: Token) -> bool:
    return any(c.text.lower() in ("and", "or") for c in below(parse, token.i, "cc"))


def every(parse: Parse, tokens: Iterable[Token]) -> list[Token]:
    """All members of the coordinations that the tokens head."""
    return [member for token in tokens for member in coordinated(parse, token)]


def is_passive(parse: Parse, verb: Token) -> bool:
    """Whether a verb stands in the passive ("were killed", "a man shot by police"): its subject suffers.

    A verb of harm without an object is passive too: "one man was killed and three *wounded*", "four *shot* in the park".
    """
    if verb.tag not in ("VBN", "VBD"):
        return False
    if any(True for _ in below(parse, verb.i, "auxpass", "nsubjpass", "agent")):
        return True
    if any(True for _ in below(parse, verb.i, "dobj")) or _shares_object(parse, verb):
        return False
    active = _ACTIVE | _AIMED if verb.lemma.lower() == "shoot" else _ACTIVE
    if verb.lemma.lower() in _TRANSITIVE and not any(
        t.text.lower() in active for t in below(parse, verb.i, "aux", "prep")
    ):
        return True
    if any(True for _ in below(parse, verb.i, "nsubj", "aux")):
        return False
    if verb.dep in ("acl", "amod") or (verb.tag == "VBN" and verb.dep in ("ROOT", "advcl", "ccomp")):
        return True
    return verb.dep in _VERBAL_HEADS and is_passive(parse, parse.tokens[verb.head])


def _shares_object(parse: Parse, verb: Token) -> bool:
    """ "She shot and killed *her brother*": the object stands with the second verb, which has no subject of its own."""
    second = next((t for t in below(parse, verb.i, "conj") if t.pos == "VERB" and t.tag == verb.tag), None)
    if second is None or not any(True for _ in below(parse, second.i, "dobj")):
        return False
    return not any(True for _ in below(parse, second.i, "nsubj", "nsubjpass"))


def subjects(parse: Parse, verb: Token) -> list[Token]:
    """The subject of a verb, its own or the one it shares, with a relative pronoun replaced by what it stands for."""
    own = list(below(parse, verb.i, "nsubj", "nsubjpass"))
    if own:
        return every(parse, (_after_dateline(parse, verb, _antecedent(parse, verb, s)) for s in own))
    head = parse.tokens[verb.head]
    if verb.dep == "acl" and verb.head != verb.i:
        return [t for t in coordinated(parse, head) if t.i < verb.i] or [head]
    if verb.dep in ("advcl", "xcomp", "oprd") and verb.tag == "VBN" and head.lemma.lower() == "leave":
        return every(parse, below(parse, head.i, "dobj"))  # "left dozens of people wounded"
    if (
        verb.dep in ("conj", "xcomp", "advcl", "pcomp", "oprd")
        and verb.head != verb.i
        and head.pos in ("VERB", "AUX")
    ):
        return subjects(parse, head)
    return []


def _after_dateline(parse: Parse, verb: Token, subject: Token) -> Token:
    """In "ODESA, Ukraine - Two people were killed" the model takes the town for the subject and the people for its apposition."""
    first = parse.sentences[subject.sentence][0]
    if not subject.text.isupper() or subject.i - first > 1 or len(subject.text) < 3:
        return subject
    dash = next((t.i for t in parse.tokens[first : first + _DATELINE] if t.text in _DASHES), None)
    if dash is None or not subject.i < dash < verb.i:
        return subject
    behind = parse.tokens[dash + 1 : verb.i]
    return next((t for t in behind if t.pos in ("NOUN", "PROPN", "NUM") and t.head < dash), subject)


def _antecedent(parse: Parse, verb: Token, subject: Token) -> Token:
    if subject.tag not in _RELATIVE:
        return subject
    clause = verb
    while clause.dep in ("conj", "xcomp", "ccomp") and clause.head != clause.i:
        clause = parse.tokens[clause.head]
    return parse.tokens[clause.head] if clause.dep == "relcl" else subject


def agents(parse: Parse, verb: Token) -> list[Token]:
    """Those who act: the subject of an active verb, the by-phrase of a passive one."""
    if is_passive(parse, verb):
        return every(parse, prepositional(parse, verb.i, "by"))
    return subjects(parse, verb)


def patients(parse: Parse, verb: Token) -> list[Token]:
    """Those acted upon: the object of an active verb, the subject of a passive one."""
    if is_passive(parse, verb):
        return subjects(parse, verb)
    own = list(below(parse, verb.i, "dobj", "oprd"))
    if not own and verb.dep == "relcl" and not any(s.tag in _RELATIVE for s in below(parse, verb.i, "nsubj")):
        own = [parse.tokens[verb.head]]  # "the man they killed"
    return every(parse, own)


def around(parse: Parse, i: int) -> tuple[Token, ...]:
    """The tokens of a sentence around token `i`; hostile pages have sentences of any length."""
    first, last = parse.sentences[parse.tokens[i].sentence]
    return parse.tokens[max(first, i - _REACH) : min(last, i + _REACH)]


def phrase(parse: Parse, head: Token) -> tuple[int, int]:
    """First and last + 1 token of a noun with what stands before it, without articles and numbers ("heavily armed *gunmen*")."""
    first = head.i
    for child in sorted(parse.children(head.i), key=lambda t: -t.i):
        if (
            child.i < head.i
            and child.dep in _BEFORE
            and child.pos != "PUNCT"
            and not _apart(parse, child, head)
        ):
            inside = [i for i in parse.subtree(child.i) if i < head.i]
            if _joins(parse, child) and child.dep in ("nmod", "compound"):
                inside = [t.i for t in below(parse, child.i, "conj") if t.i < head.i]
            if inside and max(inside) >= first - 2:
                first = min(first, *inside)
    while first < head.i and _leads(parse.tokens[first]):
        first += 1
    last = head.i + 1
    while last < len(parse.tokens) and parse.tokens[last].head == head.i and parse.tokens[last].dep == "flat":
        last += 1
    return first, last


def _apart(parse: Parse, child: Token, head: Token) -> bool:
    """An age ("12-year-old"), or words of another paragraph."""
    if child.lemma.lower() == "old" or child.text.lower().endswith("-old"):
        return True
    return any(parse.tokens[i].text.count("\n") > 1 for i in range(child.i, head.i))


def _leads(token: Token) -> bool:
    """Whether a word before a noun says only which, how many or in what state, or is a sign."""
    if token.text.lower() in _STATES:
        return True
    return token.pos in ("DET", "NUM", "PUNCT", "PRON", "ADP", "CCONJ") or token.tag in (
        "PRP$",
        "WP$",
        "POS",
        "PDT",
        "CD",
    )


def parted(parse: Parse, node: Token, above: Token) -> bool:
    """ "The town says it was hit; the army denies it": the model makes the first part a clause of the second, which has its own object."""
    if node.dep != "ccomp" or node.i > above.i or not any(True for _ in below(parse, above.i, "dobj")):
        return False
    return any(c.text == ";" and c.i > node.i for c in (*parse.children(above.i), *parse.children(node.i)))


def clause(parse: Parse, i: int) -> Token:
    """The verb of the clause that holds token `i` (or the root)."""
    token = parse.tokens[i]
    while token.head != token.i and token.pos not in ("VERB", "AUX"):
        token = parse.tokens[token.head]
    return token


__all__ = [
    "SUBJECTS",
    "agents",
    "around",
    "below",
    "clause",
    "coordinated",
    "every",
    "is_passive",
    "parted",
    "patients",
    "phrase",
    "prepositional",
    "subjects",
]
