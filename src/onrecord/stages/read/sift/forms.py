"""The written forms under which a word of the reader's lists may stand in a text: all that its grammar brings back to that word, and more.

The lemmatizer of the English model takes endings off by rule and knows irregular forms by heart; `forms` puts the same endings on. A test
holds it to the model's own tables, so that a text in which no form of a word stands has no token with that word as its lemma.
"""

from collections.abc import Iterator

_ENDINGS = ("s", "es", "ed", "d", "ing", "er", "est", "r", "st")
_CHANGED = (("y", "ies"), ("y", "ied"), ("e", "ing"), ("f", "ves"), ("fe", "ves"), ("man", "men"))
_DOUBLED = frozenset("bdglmnprt")
_IRREGULAR = {
    word: forms.split()
    for word, forms in {
        "beat": "beaten",
        "blow": "blew blown",
        "break": "broke broken",
        "burn": "burnt",
        "child": "children",
        "die": "dying",
        "fall": "fell fallen",
        "fight": "fought",
        "find": "found",
        "flee": "fled",
        "go": "gone went goes",
        "have": "had has having",
        "hear": "heard",
        "hold": "held",
        "leave": "left",
        "lose": "lost",
        "overrun": "overran",
        "ring": "rang rung",
        "shoot": "shot",
        "slay": "slain slew",
        "steal": "stole stolen",
        "strike": "struck stricken",
        "take": "taken took",
        "throw": "threw thrown",
    }.items()
}


def forms(word: str) -> Iterator[str]:
    """Every form of a lower-case word, some of them no English: they do no harm, since nobody writes them."""
    yield word
    yield from (word + ending for ending in _ENDINGS)
    yield from (word[: -len(end)] + new for end, new in _CHANGED if word.endswith(end))
    if word[-1:] in _DOUBLED:
        yield from (word + word[-1] + ending for ending in ("ed", "ing", "er"))
    yield from _IRREGULAR.get(word, ())


__all__ = ["forms"]
