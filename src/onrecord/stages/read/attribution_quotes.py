"""Which cue a quotation belongs to, and what follows it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.model import Parse, Token
from onrecord.stages.read import cues
from onrecord.stages.read.attribution_draft import Draft
from onrecord.stages.read.cues import lemma_of
from onrecord.stages.read.quotes import Span


def with_quotations(text: str, parse: Parse, drafts: Sequence[Draft], quotes: Sequence[Span]) -> list[Draft]:
    """The drafts with the quotations that belong to them, without those that have no content."""
    made = list(drafts)
    near: dict[int, list[int]] = defaultdict(list)  # the drafts of each sentence
    for m, draft in enumerate(made):
        near[draft.verb.sentence].append(m)
    before: int | None = None  # the draft that took the quotation before
    for start, end in quotes:
        words = [t.i for t in parse.tokens_in(start, end)]
        if not words:
            continue
        about = range(parse.tokens[words[0]].sentence - 1, parse.tokens[words[-1]].sentence + 2)
        here = [m for sentence in about for m in near[sentence] if made[m].verb.i not in words]
        n: int | None = _owner(text, parse, {m: made[m] for m in here}, words)
        if n is None and before is not None and _continues(text, parse, made[before], words):
            n = before
        if n is not None:
            made = _given(made, n, here, words)
            before = n
    return [d for d in made if d.content]


def _given(made: list[Draft], n: int, here: Sequence[int], words: Sequence[int]) -> list[Draft]:
    """Quoted words go to one draft; another that held nothing else loses them."""
    for m in here:
        if m != n and made[m].content <= set(words):
            made[m] = replace(made[m], content=frozenset())
    made[n] = made[n].quoting(words)
    return made


def _owner(text: str, parse: Parse, drafts: Mapping[int, Draft], words: list[int]) -> int | None:
    """The draft whose grammar holds the quotation, else the one whose cue stands next to it."""
    inside = set(words)
    beside = [
        n
        for n, d in drafts.items()
        if not d.spoken and (not d.content or d.content & inside) and _beside(text, parse, d, words)
    ]
    holding = [n for n, d in drafts.items() if d.content & inside]
    if holding:
        best = max(holding, key=lambda n: (len(drafts[n].content & inside), drafts[n].verb.i))
        beside = [
            n
            for n in beside
            if drafts[best].verb.i < drafts[n].verb.i < words[0] or drafts[n].verb.i in drafts[best].content
        ]
        return min(beside, key=lambda n: _gap(drafts[n].verb, words), default=best)
    return min(beside, key=lambda n: _gap(drafts[n].verb, words), default=None)


def _gap(verb: Token, words: list[int]) -> int:
    return words[0] - verb.i if verb.i < words[0] else verb.i - words[-1]


def _beside(text: str, parse: Parse, draft: Draft, words: list[int]) -> bool:
    """Whether a cue without a clause of its own stands right before ("said: “…”") or after the quotation ("“…,” he said")."""
    verb, first, last = draft.verb, parse.tokens[words[0]], parse.tokens[words[-1]]
    if lemma_of(verb) not in cues.QUOTED:
        return False
    if verb.i > last.i:
        return (verb.sentence == last.sentence or _runs_on(text, last, verb)) and _follows(parse, draft, last)
    gap = text[verb.end : first.start]
    if gap.rstrip().endswith((":", ",")) and len(gap) < 160:
        return not any(
            t.pos == "VERB" and lemma_of(t) in cues.QUOTED for t in parse.tokens[verb.i + 1 : first.i]
        )
    return verb.sentence == first.sentence and first.i - verb.i < 3


def _runs_on(text: str, last: Token, verb: Token) -> bool:
    """ "“Why?” she asked": the parser ends a sentence at the mark, the writer does not. After a full stop one does end."""
    inner = text[max(0, last.end - 4) : last.end].rstrip("\"”’'»")
    return inner.endswith(("?", "!", ",", "…")) and "\n" not in text[last.end : verb.start]


def _follows(parse: Parse, draft: Draft, last: Token) -> bool:
    """ "…,” an official in the region who was there said": the one who says stands right behind the quotation."""
    between = range(last.i + 1, min([*draft.source, *draft.cue]))
    return all(parse.tokens[i].pos in ("PUNCT", "ADV", "PART", "AUX", "SPACE") for i in between)


def _continues(text: str, parse: Parse, said: Draft, words: list[int]) -> bool:
    """Whether a quotation goes on where the last one was broken off: "“…,” he said. “…”"."""
    last_sentence = max(parse.tokens[max(said.content, default=said.verb.i)].sentence, said.verb.sentence)
    first = parse.tokens[words[0]]
    begins = parse.sentences[first.sentence][0] >= words[0] - 1
    gap = text[parse.tokens[parse.sentences[last_sentence][1] - 1].end : first.start]
    return begins and first.sentence <= last_sentence + 1 and "\n\n" not in gap
