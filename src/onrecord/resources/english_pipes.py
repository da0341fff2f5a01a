"""The steps of the language model, each on as many texts at once as is fastest. What they find is the same as one after another.

Times are processor time for 400 words (`docs/explanation/figures.md`); all of `spacy.Language.pipe` took 49 ms, these and `english_words` 27.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

_VECTORS = 2  # texts at once through the vectors of words: their tables stay in the processor's cache (8.6 ms; 16 texts 11.9, 64 19.2)
_TOGETHER = 6  # texts of like length that make parsing side by side worth its Python: 16 took 4.2 ms against 6.6, 4 took 8.0 against 7.3


def annotated(pipeline: Iterable[tuple[str, Any]], docs: Sequence[Any]) -> list[Any]:
    """The texts with what every step finds in them."""
    found = list(docs)
    for name, step in pipeline:
        if name == "tok2vec":
            _vectors(step, found)
        elif name in ("parser", "ner"):
            step.set_annotations(found, _states(step, found))
        else:
            found = list(step.pipe(found)) if hasattr(step, "pipe") else [step(doc) for doc in found]
    return found


def _vectors(step: Any, docs: Sequence[Any]) -> None:
    for few in _parts(docs, _VECTORS):
        step.set_annotations(few, step.predict(few))


def _states(step: Any, docs: Sequence[Any]) -> Any:
    """What `step.predict` gives, by way of its public parts while this thread keeps the interpreter.

    `predict` lets go of the interpreter, and its compiled code then takes it again for every question to every state, some 200 times a word.
    """
    lengths = [len(doc) for doc in docs]
    if sum(lengths) < _TOGETHER * max(lengths, default=0):
        return step.predict(docs)
    model = step.model.predict(docs)
    states = step.moves.init_batch(docs)
    waiting = [state for state in states if not state.is_final()]
    while waiting:
        waiting = step.transition_states(waiting, model.predict(waiting))
    return states


def _parts(docs: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    for first in range(0, len(docs), size):
        yield docs[first : first + size]
