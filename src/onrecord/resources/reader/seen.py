"""What the network says of a text, asked for by character offsets."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.model.marks import Filler, Said, Span
from onrecord.resources.reader.heads import CONTENT, PLACE, ROLES, SOURCE, Heads

_CUE = slice(0, 3)
_ROLE = slice(3, 3 + 1 + 2 * len(ROLES))


@dataclass(frozen=True, eq=False)
class Window:
    """The network's outputs for T word pieces: `tags` T × 14 and `stance` T × 3 logits, `query` and `key` T × 3 × 64.

    `offsets` T × 2 are those of the document's text.
    """

    span: Span
    offsets: np.ndarray
    tags: np.ndarray
    stance: np.ndarray
    query: np.ndarray
    key: np.ndarray
    heads: Heads

    def pieces(self, span: Span) -> tuple[int, int] | None:
        """First and last piece that overlap a stretch of text; None when it was cut off."""
        starts, ends = self.offsets[:, 0], self.offsets[:, 1]
        found = np.flatnonzero((ends > starts) & (starts < span[1]) & (ends > span[0]))
        return (int(found[0]), int(found[-1])) if len(found) else None

    def related(self, at: tuple[int, int], relation: int) -> np.ndarray:
        """Log-odds for each piece that it belongs to the cue or event at these pieces."""
        return self.heads.related(self.query, self.key, *at, relation)

    def text(self, first: int, last: int) -> Span:
        """The stretch of text from one piece to another."""
        return int(self.offsets[first, 0]), int(self.offsets[last, 1])


class Seen:
    """A text, each part of which is read when it is first asked for: `onrecord.model.Marks`.

    Speakers and roles are read in windows, stance and places in single sentences, as they were taught.
    """

    def __init__(
        self, windows: Sequence[Span], sentences: Sequence[Span], read: Callable[[Span], Window]
    ) -> None:
        self._windows, self._sentences, self._read = windows, sentences, read
        self._kept: dict[Span, Window] = {}

    def said(self, within: Sequence[Span] | None = None) -> tuple[Said, ...]:
        """Every cue, with its source and content as far as they lie in its window."""
        return tuple(one for span in self._touching(within) for one in _said(self._part(span)))

    def looked(self, within: Sequence[Span] | None = None) -> tuple[Span, ...]:
        """The windows that touch these stretches, or all."""
        return tuple(self._touching(within))

    def fillers(self, within: Sequence[Span] | None = None) -> tuple[Filler, ...]:
        """Everyone and everything that takes part in an incident."""
        return tuple(one for span in self._touching(within) for one in _fillers(self._part(span)))

    def role(self, words: Span, role: str) -> float | None:
        """How likely words fill a role: the highest of their word pieces."""
        chances = self.roles(words)
        return chances[role] if chances else None

    def roles(self, words: Span) -> dict[str, float] | None:
        """The same of every role."""
        window = self._at(self._windows, words)
        at = window.pieces(words) if window else None
        if window is None or at is None:
            return None
        chances = _softmax(window.tags[at[0] : at[1] + 1, _ROLE])[:, 1:]
        highest = chances.reshape(-1, len(ROLES), 2).sum(axis=2).max(axis=0)
        return dict(zip(ROLES, highest.tolist(), strict=True))

    def stance(self, event: Span) -> tuple[float, float, float] | None:
        """How likely what a word names happened, did not happen, or is left open."""
        window = self._at(self._sentences, event)
        at = window.pieces(event) if window else None
        if window is None or at is None:
            return None
        happened, not_, open_ = _softmax(window.stance[at[0] : at[1] + 1].mean(axis=0)).tolist()
        return happened, not_, open_

    def happened_at(self, event: Span, place: Span) -> float | None:
        """How likely what a word names happened at a place of the same sentence: the highest of the place's word pieces."""
        window = self._at(self._sentences, event)
        at, there = (window.pieces(event), window.pieces(place)) if window else (None, None)
        if window is None or at is None or there is None:
            return None
        return float(_logistic(window.related(at, PLACE)[there[0] : there[1] + 1].max()))

    def _touching(self, within: Sequence[Span] | None) -> list[Span]:
        if within is None:
            return list(self._windows)
        return [(a, b) for a, b in self._windows if any(start < b and end > a for start, end in within)]

    def _at(self, spans: Sequence[Span], words: Span) -> Window | None:
        """The part of the text that holds the beginning of some words."""
        n = bisect_right(spans, words[0], key=lambda span: span[0]) - 1
        return self._part(spans[n]) if n >= 0 and words[0] < spans[n][1] else None

    def _part(self, span: Span) -> Window:
        if span not in self._kept:
            self._kept[span] = self._read(span)
        return self._kept[span]


def _said(window: Window) -> Iterator[Said]:
    for first, last, _, sure in _runs(window.tags[:, _CUE]):
        source = _best_run(window.related((first, last), SOURCE)[1:-1])
        content = _all_runs(window.related((first, last), CONTENT)[1:-1])
        yield Said(
            window.text(first, last),
            window.text(source[0] + 1, source[1] + 1) if source else None,
            tuple(window.text(a + 1, b + 1) for a, b in content),
            sure,
        )


def _fillers(window: Window) -> Iterator[Filler]:
    for first, last, kind, sure in _runs(window.tags[:, _ROLE]):
        yield Filler(window.text(first, last), ROLES[kind], sure)


def _runs(logits: np.ndarray) -> Iterator[tuple[int, int, int, float]]:
    """Stretches of pieces that are not outside (label 0; begin is odd, inside even): first, last, kind, mean probability."""
    chances = _softmax(logits)
    best = chances.argmax(axis=1)
    start: int | None = None
    for n in range(1, len(best)):
        inside = n < len(best) - 1 and best[n] > 0
        goes_on = (
            start is not None and inside and best[n] % 2 == 0 and (best[n] - 1) // 2 == (best[start] - 1) // 2
        )
        if start is not None and not goes_on:
            yield start, n - 1, int((best[start] - 1) // 2), float((1 - chances[start:n, 0]).mean())
            start = None
        if inside and start is None:
            start = n


def _all_runs(odds: np.ndarray) -> list[tuple[int, int]]:
    inside = np.concatenate([[False], odds > 0, [False]])
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    return [(int(a), int(b) - 1) for a, b in edges.reshape(-1, 2)]


def _best_run(odds: np.ndarray) -> tuple[int, int] | None:
    return max(_all_runs(odds), key=lambda r: float(odds[r[0] : r[1] + 1].sum()), default=None)


def _softmax(logits: np.ndarray) -> np.ndarray:
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    made: np.ndarray = raised / raised.sum(axis=-1, keepdims=True)
    return made


def _logistic(x: np.ndarray) -> np.ndarray:
    made: np.ndarray = 1 / (1 + np.exp(-x))
    return made
