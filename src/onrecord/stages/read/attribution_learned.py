"""The trained reader beside the grammar: it knows more cues than any list, and where the grammar's is none.

Each attribution keeps the grammar's words where the grammar finds it too: its contents follow a quotation over paragraphs, which the reader's
windows do not (content F1 0.77 against 0.75 on half of attribution-dev).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.model import Marks, Parse, Said
from onrecord.stages.read import cues
from onrecord.stages.read.attribution_draft import Draft

SURE = 0.6  # of a cue that only the reader finds; found F1 on half of attribution-dev with 0.4 0.804, 0.5 0.804, 0.6 0.812

Span = tuple[int, int]

_BEFORE = ("amod", "compound", "det", "nmod", "poss")


def with_learned(
    parse: Parse, drafts: Iterable[Draft], marks: Marks | None, within: Sequence[Span] | None = None
) -> Iterator[Draft]:
    """The grammar's drafts that the reader does not contradict, and what only the reader finds.

    Where the reader looked (`within`, None: everywhere) and finds no cue, what the grammar takes for one is none, unless words stand in
    quotation marks or it is a denial, of which none may be lost ("Moscow denies it").
    """
    said = marks.said(within) if marks else ()
    looked = marks.looked(within) if marks else ()
    at = {i: one for one in said for i in _tokens(parse, [one.cue])}
    taken: set[int] = set()
    for draft in drafts:
        seen = next((at[i] for i in draft.cue if i in at), None)
        if seen is not None:
            yield _agreed(parse, draft, seen)
            taken.update(draft.cue)
        elif (
            draft.spoken
            or cues.lemma_of(draft.verb) in cues.REJECTING
            or not _inside(draft.verb.start, looked)
        ):
            yield draft
            taken.update(draft.cue)
    for one in said:
        found = _draft(parse, one)
        if found is not None and one.sure >= SURE and taken.isdisjoint(found.cue):
            yield found


def _inside(at: int, spans: Sequence[Span]) -> bool:
    return any(start <= at < end for start, end in spans)


def _agreed(parse: Parse, draft: Draft, seen: Said) -> Draft:
    """A draft with how sure the reader is, and with its source where the grammar finds none."""
    if draft.source or seen.source is None:
        return replace(draft, sure=seen.sure)
    source = tuple(i for i in _whole(parse, seen.source) if i not in draft.cue and i not in draft.content)
    return replace(draft, sure=seen.sure, source=source)


def _draft(parse: Parse, one: Said) -> Draft | None:
    """None where no word is said, or the cue holds none."""
    verb = parse.head_of(*one.cue)
    cue = _tokens(parse, [one.cue])
    source = _whole(parse, one.source) if one.source else []
    content = frozenset(_tokens(parse, one.content)) - set(cue) - set(source)
    if verb is None or not any(parse.tokens[i].pos != "PUNCT" for i in content):
        return None
    return Draft(
        verb, tuple(cue), tuple(i for i in source if i not in cue), content, grammar=False, sure=one.sure
    )


def _whole(parse: Parse, source: Span) -> list[int]:
    """The tokens of a source with what stands before its noun: the reader may begin with "'s general staff", and whose it is tells the side."""
    tokens = _tokens(parse, [source])
    nouns = [i for i in tokens if parse.tokens[i].pos in ("NOUN", "PROPN")]
    if not nouns:
        return tokens
    owned = [c.i for c in parse.children(nouns[-1]) if c.i < tokens[0] and c.dep in _BEFORE]
    return list(range(min((i for c in owned for i in parse.subtree(c)), default=tokens[0]), tokens[-1] + 1))


def _tokens(parse: Parse, spans: Iterable[Span]) -> list[int]:
    """The tokens of stretches that are no white space."""
    return [t.i for span in spans for t in parse.tokens_in(*span) if t.pos != "SPACE"]
