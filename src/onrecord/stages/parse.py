"""Document → Reading with its grammar. A document in a language that is not read yet passes through with a note."""

from collections.abc import Iterator, Sequence

from onrecord.model import Document, Reading
from onrecord.resources.english import MODEL, English, open_english
from onrecord.stage import Stage


def run(documents: Sequence[Document], english: English) -> Iterator[Reading]:
    """Parse the English documents of a batch; `language` None (too short to tell) is tried as English."""
    readable = [d for d in documents if d.language in ("en", None)]
    parses = dict(zip((d.id for d in readable), english.parse(d.told for d in readable), strict=True))
    for document in documents:
        if document.id in parses:
            yield Reading(document, (PARSE.made_by,), parses[document.id])
        else:
            yield Reading(document, (PARSE.made_by,), note=f"language {document.language} is not read yet")


PARSE = Stage("parse", 4, (Document,), Reading, run, open=open_english, batch=16, model=MODEL)
