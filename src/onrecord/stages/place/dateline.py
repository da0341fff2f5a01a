"""The line that says where a report was written, which is not where a thing happened."""

from onrecord.model import Parse

_DASHES = ("-", "--", "–", "—")
_LONGEST = 14  # tokens from the place to the dash


def in_dateline(parse: Parse, first: int, last: int, *, shouting: bool = False) -> bool:
    """ "KHARKIV, Ukraine (Agency) —" at the start of a text, a line or, where titles are not parted from it, a sentence.

    In a text of capitals only one with an agency in brackets is told from other words.
    """
    tokens = parse.tokens
    starts = first == parse.sentences[tokens[first].sentence][0] or "\n" in tokens[first - 1].text
    window = tokens[last : last + _LONGEST]
    dash = next((n for n, t in enumerate(window) if t.text in _DASHES), None)
    if not starts or dash is None or not all(_of_dateline(t.text) for t in window[:dash]):
        return False
    if shouting:
        return any(t.text == "(" for t in window[:dash])
    shouted = all(t.text.isupper() or not t.text.isalpha() for t in tokens[first:last])
    return (shouted and len(tokens[first].text) > 1) or window[0].text == "("


def _of_dateline(word: str) -> bool:
    return not word[0].isalpha() or word[0].isupper()
