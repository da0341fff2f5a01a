"""Who says what: source, cue and content, from the grammar (Pareti 2015; PolNeAR's scheme)."""

from collections.abc import Iterator, Sequence

from onrecord.model import Attribution, Parse, Passage, Token
from onrecord.stages.read import cues
from onrecord.stages.read.attribution_spans import parts, passage_of, spans_of
from onrecord.stages.read.quotes import quotations
from onrecord.stages.read.speakers import situations_of, speaker_of

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")


def find_attributions(text: str, parse: Parse) -> tuple[Attribution, ...]:
    """Every attribution of a text, in order of its cue."""
    quotes = quotations(text)
    found = [a for cue in parse.tokens if cue.lemma.lower() in cues.VERBS and cue.pos == "VERB" for a in _verb(text, parse, cue, quotes)]
    found += _according(text, parse)
    return _nested(sorted(found, key=lambda a: a.cue))


def _verb(text: str, parse: Parse, cue: Token, quotes: Sequence[tuple[int, int]]) -> Iterator[Attribution]:
    source = _source(parse, cue)
    content = _content(parse, cue, source, quotes)
    if content:
        yield _made(text, parse, source, _cue(parse, cue), content)


def _source(parse: Parse, cue: Token) -> tuple[int, ...]:
    """The tokens of the one who says: the subject, the agent of a passive, or the subject of the verb above."""
    for child in parse.children(cue.i):
        if child.dep == "agent":
            return parse.subtree(child.i)
    for child in parse.children(cue.i):
        if child.dep == "nsubj":
            return parse.subtree(child.i)
    if cue.dep in ("conj", "xcomp", "advcl") and cue.head != cue.i and not any(c.dep in _SUBJECTS for c in parse.children(cue.i)):
        return _source(parse, parse.tokens[cue.head])
    if cue.dep == "acl" and cue.tag == "VBG":
        return tuple(i for i in parse.subtree(cue.head) if i < cue.i)
    return ()


def _cue(parse: Parse, cue: Token) -> tuple[int, ...]:
    around = [c.i for c in parse.children(cue.i) if c.dep in ("aux", "auxpass", "neg", "prt") and abs(c.i - cue.i) < 4]
    return tuple(range(min([*around, cue.i]), max([*around, cue.i]) + 1))


def _content(parse: Parse, cue: Token, source: tuple[int, ...], quotes: Sequence[tuple[int, int]]) -> set[int]:
    content: set[int] = set()
    for child in parse.children(cue.i):
        if child.dep in ("ccomp", "xcomp", "parataxis") and child.lemma.lower() not in ("accord",):
            content.update(parse.subtree(child.i))
    sentence = parse.sentence_of(cue.i)
    for start, end in quotes:
        if start < sentence[-1].end and sentence[0].start < end and not start <= cue.start < end:
            content.update(t.i for t in parse.tokens_in(start, end))
    if cue.dep == "parataxis" or (not content and cue.dep == "ccomp" and cue.head < cue.i):
        content.update(parse.subtree(cue.head))
    if not content:
        for child in parse.children(cue.i):
            if child.dep in ("dobj", "nsubjpass") and child.lemma.lower() not in cues.PERSONAL:
                content.update(parse.subtree(child.i))
    return content - set(source) - set(parts_of_cue(parse, cue))


def parts_of_cue(parse: Parse, cue: Token) -> tuple[int, ...]:
    """The cue's own tokens."""
    return _cue(parse, cue)


def _according(text: str, parse: Parse) -> Iterator[Attribution]:
    for token in parse.tokens:
        if token.lemma.lower() not in ("accord", "according") or token.text.lower() != "according":
            continue
        to = next((c for c in parse.children(token.i) if c.text.lower() == "to"), None)
        if to is None:
            continue
        phrase = set(parse.subtree(token.i))
        source = tuple(sorted(i for i in parse.subtree(to.i) if i != to.i))
        above = parse.tokens[token.head]
        content = set(parse.subtree(above.i)) - phrase
        if source and content:
            yield _made(text, parse, source, (token.i, to.i), content)


def _made(text: str, parse: Parse, source: Sequence[int], cue: Sequence[int], content: set[int]) -> Attribution:
    spans = spans_of(text, parse, content)
    named = passage_of(text, parse, source) if source else None
    kind, side = speaker_of(parse, source)
    return Attribution(
        source=named,
        cue=passage_of(text, parse, cue),
        content=Passage.of(text, spans[0][0], spans[-1][1]),
        speaker=kind,
        side=side,
        situations=situations_of(parse, source),
        spans=spans if len(spans) > 1 else (),
    )


def _nested(found: list[Attribution]) -> tuple[Attribution, ...]:
    """Set `within` to the innermost attribution whose content holds the cue."""
    from dataclasses import replace

    def outer(n: int) -> int | None:
        around = [m for m, a in enumerate(found) if m != n and _holds(a, found[n].cue)]
        return min(around, key=lambda m: found[m].content.end - found[m].content.start, default=None)

    return tuple(replace(a, within=outer(n)) for n, a in enumerate(found))


def _holds(said: Attribution, passage: Passage) -> bool:
    return any(start <= passage.start and passage.end <= end for start, end in parts(said))


def chain_for(parse: Parse, trigger: Passage, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions whose content holds the trigger, innermost first."""
    holding = [a for a in attributions if _holds(a, trigger)]
    return tuple(sorted(holding, key=lambda a: (sum(e - s for s, e in parts(a)), a.cue)))
