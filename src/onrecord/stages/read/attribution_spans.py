"""From tokens to passages: contents with gaps, trimmed of the signs at their ends."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from onrecord.model import Attribution, Parse, Passage
from onrecord.stages.read.quotes import ends_paragraph

Spans = tuple[tuple[int, int], ...]

_LOOSE = " \t\n\xa0,;:–—-"


def breaks(text: str, parse: Parse) -> list[int]:
    """For each token the number of paragraph breaks up to it."""
    return list(accumulate("\n" in t.text and _ends(text, t.start, t.end) for t in parse.tokens))


def _ends(text: str, start: int, end: int) -> bool:
    return any(text[i] == "\n" and ends_paragraph(text, i) for i in range(start, end))


def parts(said: Attribution) -> Spans:
    """The parts of an attribution's content."""
    return said.spans or ((said.content.start, said.content.end),)


def spans_of(text: str, parse: Parse, indices: Iterable[int]) -> Spans:
    """The stretches of text that tokens cover; a stretch without a word is left out."""
    runs: list[list[int]] = []
    for i in sorted(indices):
        if runs and i == runs[-1][-1] + 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    tokens = parse.tokens
    wordy = [r for r in runs if any(tokens[i].pos not in ("PUNCT", "SPACE") for i in r)] or runs
    return tuple(_trimmed(text, tokens[r[0]].start, tokens[r[-1]].end) for r in wordy)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while end - start > 1 and text[start] in _LOOSE:
        start += 1
    while end - start > 1 and text[end - 1] in _LOOSE:
        end -= 1
    return start, end


def passage_of(text: str, parse: Parse, indices: Sequence[int]) -> Passage:
    """From the first to the last of some tokens."""
    start, end = _trimmed(text, parse.tokens[min(indices)].start, parse.tokens[max(indices)].end)
    return Passage.of(text, start, end)
