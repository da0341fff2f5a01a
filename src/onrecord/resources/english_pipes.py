"""The steps of the language model, each on as many texts at once as is fastest. What they find is the same as one after another.

Times are processor time for 400 words (`docs/explanation/figures.md`); all of `spacy.Language.pipe` took 49 ms, these and `english_words` 27.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

_VECTORS = 2  # texts at once through the vectors of words: their tables stay in the processor's cache (8.6 ms; 16 texts 11.9, 64 19.2)
# Texts as long as the longest that make it worth going through them side by side, which costs Python: 16 at once took the parser 4.2 ms, not
# 6.6, 4 at once 8.0, not 7.3; the names 12.6, not 21.3, and 4 at once 14.3, not 21.6.
_TOGETHER = {"parser": 6, "ner": 2}


def annotated(pipeline: Iterable[tuple[str, Any]], docs: Sequence[Any]) -> list[Any]:
    """The texts with what every step finds in them."""
    found = list(docs)
    for name, step in pipeline:
        if name == "tok2vec":
            _vectors(step, found)
        elif name in _TOGETHER:
            step.set_annotations(found, _states(step, found, _TOGETHER[name]))
        else:
            found = list(step.pipe(found)) if hasattr(step, "pipe") else [step(doc) for doc in found]
    return found


def _vectors(step: Any, docs: Sequence[Any]) -> None:
    for few in _parts(docs, _VECTORS):
        step.set_annotations(few, step.predict(few))


def _states(step: Any, docs: Sequence[Any], together: int) -> list[Any]:
    """What `step.predict` gives. Texts much longer than the rest go by that way: the others wait for the longest, step by step."""
    by_length = sorted(range(len(docs)), key=lambda n: len(docs[n]))
    words, alone = sum(map(len, docs)), []
    while by_length and words < together * len(docs[by_length[-1]]):
        alone.append(by_length.pop())
        words -= len(docs[alone[-1]])
    order = [*alone, *by_length]
    found = [state for n in alone for state in step.predict([docs[n]])]
    found += _side_by_side(step, [docs[n] for n in by_length]) if by_length else []
    return [state for _, state in sorted(zip(order, found, strict=True), key=lambda pair: pair[0])]


def _side_by_side(step: Any, docs: Sequence[Any]) -> list[Any]:
    """The states of texts by way of the public parts of `step.predict`, while this thread keeps the interpreter.

    `predict` lets go of the interpreter, and its compiled code then takes it again for every question to every state, some 200 times a word.
    """
    model = step.model.predict(docs)
    states: list[Any] = step.moves.init_batch(docs)
    waiting = [state for state in states if not state.is_final()]
    while waiting:
        waiting = step.transition_states(waiting, model.predict(waiting))
    return states


def _parts(docs: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    for first in range(0, len(docs), size):
        yield docs[first : first + size]
