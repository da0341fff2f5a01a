"""Bytes to characters: what the bytes prove, then what is declared and can be true, then the best guess that is sure enough."""

import codecs
import re
from collections.abc import Callable
from typing import TypeGuard

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,30})""", re.I
)
_BROWSERS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""A declared name and what browsers read it as (WHATWG Encoding Standard, table of labels)."""
_LATIN = ("cp1252", "cp1250", "cp1254", "cp1257", "iso8859_2")
_CANDIDATES = [
    *("cp1251", "koi8_u", "cp866", "iso8859_5", "mac_cyrillic"),
    *_LATIN,
    *("cp1253", "cp1255", "cp1256", "gb18030", "big5", "cp932", "euc_jp", "cp949"),
]
_SAMPLE = 10_000  # bytes; charset-normalizer needs no more, and its time grows with them
_DIGITS = 1  # of readability: finer differences are chance (right on 203 of 212 paragraphs in 9 languages, with 2 digits on 194)
_BETTER = 0.1  # of readability: Ukrainian declared as its other Cyrillic charset passes for tidy in 3 of 60 paragraphs, and reads 0.25 worse
_FEW = 0.02  # of the characters beyond ASCII: a page glued together with a few broken ones is still UTF-8


def decode(
    content: bytes, declared: str | None, *, markup: bool, reads: Callable[[str], float]
) -> str | None:
    """The characters of a text; None when no encoding is sure enough. A byte order mark is not part of the text.

    `declared` is the charset that the capture came with; a page's own declaration (`markup`) is looked for in its first bytes.
    `reads` says how much a text reads like some language (0 to 1): it decides between encodings of Latin letters.
    """
    for text in (_marked(content), _wide(content, declared), _utf8(content)):
        if text is not None:
            return text
    sample = _sample(content, markup=markup)
    guesses = _guesses(sample, reads)
    told = [
        name
        for name in (declared, _in_page(content) if markup else None)
        if _believed(name, sample, guesses, reads)
    ]
    for name in (*told, *guesses):
        try:
            return content.decode(_browsers(name))
        except UnicodeDecodeError:  # the rest holds bytes that the sample did not
            continue
    return None


def _marked(content: bytes) -> str | None:
    """By its byte order mark."""
    codec = next((codec for mark, codec in _MARKS if content.startswith(mark)), None)
    return None if codec is None else _mended(content, codec)


def _wide(content: bytes, declared: str | None) -> str | None:
    """UTF-16 without a mark: plain Latin letters in it are valid UTF-8 too, so it goes first where it is declared and NUL bytes prove it."""
    is_wide = (declared or "").startswith("utf-16") and b"\0" in content[:4096]
    return _mended(content, str(declared)) if is_wide else None


def _utf8(content: bytes) -> str | None:
    """Bytes that decode as UTF-8 are UTF-8, whatever is declared: other encodings do so by chance only in very short texts."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        return _mended(content, "utf-8")


def _mended(content: bytes, codec: str) -> str | None:
    """With the broken characters replaced by U+FFFD, if there are few of them."""
    text = content.decode(codec, "replace")
    broken = text.count("\ufffd")
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    return text if broken == 0 or broken <= max(1, _FEW * beyond) < beyond else None


def _in_page(content: bytes) -> str | None:
    found = _DECLARED.search(content[:4096])
    return found[1].decode("ascii", "replace") if found else None


def _browsers(name: str | None) -> str:
    """The codec that browsers use for a name; empty when there is none."""
    try:
        codec = codecs.lookup(name or "").name
    except (LookupError, ValueError):
        return ""
    return _BROWSERS.get(codec, codec)


def _believed(
    name: str | None, sample: bytes, guesses: list[str], reads: Callable[[str], float]
) -> TypeGuard[str]:
    """Whether a declared charset makes no mess of the words, and the best guess does not read much better."""
    codec = _browsers(name)
    if not codec or not _matches(sample, [codec]):
        return False
    best = reads(sample.decode(guesses[0], "replace")) if guesses else 0.0
    return reads(sample.decode(codec, "replace")) >= best - _BETTER


def _matches(sample: bytes, names: list[str]) -> list[str]:
    """Those of the encodings in which charset-normalizer sees no mess, the tidiest first."""
    try:
        return [match.encoding for match in from_bytes(sample, cp_isolation=names)]
    except (LookupError, ValueError):  # codecs of Python that are no charset (rot13, idna)
        return []


def _guesses(sample: bytes, reads: Callable[[str], float]) -> list[str]:
    names = _matches(sample, _CANDIDATES)
    return (
        sorted(names, key=lambda name: _rank(name, sample, reads)) if names and names[0] in _LATIN else names
    )


def _rank(name: str, sample: bytes, reads: Callable[[str], float]) -> tuple[float, int]:
    """Encodings of Latin letters differ in a few of them: the one that reads best, the commonest of those that read alike."""
    if name not in _LATIN:
        return 1.0, 0
    return -round(reads(sample.decode(name, "replace")), _DIGITS), _LATIN.index(name)


def _sample(content: bytes, *, markup: bool) -> bytes:
    """The stretches that hold bytes beyond ASCII, without tags: scripts and styles say nothing about the words."""
    kept, size = [], 0
    for part in re.split(rb"[<>]", content) if markup else content.splitlines():
        if not part.isascii():
            kept.append(part[:_SAMPLE])
            size += len(part)
        if size >= _SAMPLE:
            break
    return b"\n".join(kept)[:_SAMPLE]
