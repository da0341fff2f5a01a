"""Bytes to characters: what the bytes prove, then what is declared and can be true, then the best guess that is sure enough."""

import codecs
import re
from collections.abc import Callable

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
_DIGITS = 1  # of readability: finer differences are chance (right on 273 of 280 paragraphs in 9 languages, with 2 digits on 251)
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
    for name in (declared, _in_page(content) if markup else None):
        text = _believed(content, sample, name)
        if text is not None:
            return text
    return _guessed(content, sample, reads)


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


def _believed(content: bytes, sample: bytes, declared: str | None) -> str | None:
    """By the declared charset, unless that makes a mess of the words."""
    try:
        name = codecs.lookup(declared or "").name
        name = _BROWSERS.get(name, name)
        text = content.decode(name)
    except (LookupError, ValueError):
        return None
    return text if from_bytes(sample, cp_isolation=[name]).best() is not None else None


def _guessed(content: bytes, sample: bytes, reads: Callable[[str], float]) -> str | None:
    names = [match.encoding for match in from_bytes(sample, cp_isolation=_CANDIDATES)]
    if names and names[0] in _LATIN:
        names.sort(key=lambda name: _rank(name, sample, reads))
    for name in names:
        try:
            return content.decode(name)
        except UnicodeDecodeError:  # the rest holds bytes that the sample did not
            continue
    return None


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
