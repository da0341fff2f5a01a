"""Headlines and transcripts: "Governor: two killed in shelling", "INTERVIEWER: Who fired first?"."""

from collections.abc import Iterator

from onrecord.model import Parse, Token
from onrecord.stages.read.attribution_draft import Draft
from onrecord.stages.read.speakers_words import KIND_OF

_LONGEST = 6  # words of a speaker's label; longer ones are sentences
_SHORTEST = 3  # words of a content; "Photo: Reuters" is a credit
_NAMES = ("PERSON", "ORG", "NORP")


def colon_drafts(parse: Parse) -> Iterator[Draft]:
    """Lines that begin with who speaks and a colon."""
    names = {i for e in parse.entities if e.label in _NAMES for i in range(e.first, e.last)}
    for token in parse.tokens:
        if token.text == ":":
            label = _label(parse, token)
            content = _line(parse, token)
            if (
                label
                and _speaks(parse, label, names)
                and sum(parse.tokens[i].pos != "PUNCT" for i in content) >= _SHORTEST
            ):
                yield Draft(token, (token.i,), label, frozenset(content))


def _label(parse: Parse, colon: Token) -> tuple[int, ...]:
    """The words from the line's start to the colon; none when there are too many or it is no line's start."""
    words: list[int] = []
    for i in range(colon.i - 1, max(-1, colon.i - _LONGEST - 2), -1):
        if "\n" in parse.tokens[i].text:
            return tuple(reversed(words))
        words.append(i)
    return tuple(reversed(words)) if words and words[-1] == 0 else ()


def _line(parse: Parse, colon: Token) -> list[int]:
    last = colon.i + 1
    while last < len(parse.tokens) and "\n" not in parse.tokens[last].text:
        last += 1
    return list(range(colon.i + 1, last))


def _speaks(parse: Parse, label: tuple[int, ...], names: set[int]) -> bool:
    """A label without a verb that ends in a name or tells a kind of speaker."""
    tokens = [parse.tokens[i] for i in label]
    if any(t.pos in ("VERB", "AUX", "NUM") for t in tokens):
        return False
    return tokens[-1].i in names or any(t.lemma.lower() in KIND_OF for t in tokens)
