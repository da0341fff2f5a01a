"""Words in any script, as SQLite's full-text search (FTS5) is given them.

FTS5 takes what stands between spaces and signs for a word. Chinese, Japanese, Thai and the like write without spaces: there each sign is a
word of its own, and what a person looks for is a row of them (a phrase). Points that Arabic and Hebrew may leave out go.
"""

import re
from unicodedata import normalize

# Thai, Lao, Khmer, Myanmar, kana, CJK ideographs (Unicode 15, blocks that are written without spaces)
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_POINTS = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]"
)
_PART = re.compile(r'"([^"]*)"|(\S+)')
_LETTER = re.compile(r"[^\W_]")
_ENDS = {0: " ", ord('"'): " "}  # what would end a string in a question
LONGEST = 200  # characters of a question: nobody types more, and each word costs time
_MOST = 12  # words of a question


def spread(text: str) -> str:
    """The text as it is put into the index."""
    return _UNSPACED.sub(r" \g<0> ", _POINTS.sub("", normalize("NFKC", text)))


def question(typed: str) -> str | None:
    """What a person typed, as an FTS5 expression: all words, the last letters of each open, "words in quotes" as they stand.

    Nothing typed can be an operator of FTS5, each word being quoted; None when it holds no letter or digit.
    """
    parts = []
    for found in _parts(typed)[:_MOST]:
        exact = found[1] is not None
        words = spread(found[1] if exact else found[2]).translate(_ENDS)
        if _LETTER.search(words):
            parts.append(f'"{" ".join(words.split())}"' + ("" if exact else "*"))
    return " ".join(parts) or None


def unasked(typed: str) -> str | None:
    """What of it `question` leaves out, in words; None when all of it is looked for."""
    if typed and question(typed) is None:
        return "this holds no letter or digit, so no words are looked for"
    if len(typed) > LONGEST or len(_parts(typed)) > _MOST:
        return f"only the first {_MOST} words are looked for, within {LONGEST} characters"
    return None


def _parts(typed: str) -> list[re.Match[str]]:
    return list(_PART.finditer(typed[:LONGEST]))
