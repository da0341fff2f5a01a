"""Finding people's names in any words: whole, a part alone, possessive, in any letter case, in a handle or an address."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining, normalize
from urllib.parse import unquote

WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(r"[^\s<>\"“”()]+")
_JOINED = re.compile(r"[@#]|://|www\.")  # a handle, a hashtag, an address: a name in it has no edges
_SITE = re.compile(r"https?://[^/?#@]+(?=[/?#]|$)")
_APOSTROPHES = "'’‘ʼ`´"
_HYPHENS = "-‐‑‒–—−"
_UNSEEN = dict.fromkeys(
    map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff")
)  # soft hyphens and joiners that split a name unseen
_LEAST = 3  # letters of a part that stands alone: shorter ones are particles and initials
_START = 4  # letters by which a name inside other letters is looked up
_INSIDE = 6  # letters of a surname that is looked for inside other letters of a handle or an address


@dataclass(frozen=True)
class Form:
    """A name or a part of it, folded; `spellings` are as written. A given name alone needs a capital ("will" is no name)."""

    folded: str
    spellings: frozenset[str]
    role: str
    whole: bool
    given: bool


class Names:
    """Names and the roles that are shown instead; `replace` looks for them in any words."""

    def __init__(self, roles: Mapping[str, str], public: Iterable[str] = ()) -> None:
        """Take the names to be replaced, and the full names of public persons, to be left where one of them shares a surname."""
        self._forms: dict[str, Form] = {}
        for name in sorted(roles):
            for form in forms(name, roles[name]):
                known = self._forms.get(form.folded)
                if known is None or (form.whole, known.given) > (known.whole, form.given):
                    self._forms[form.folded] = form
        self._spelled = _Index(
            (written, f.folded) for f in self._forms.values() for written in (f.folded, *f.spellings)
        )
        whole = [set(_words(f.folded)) for f in self._forms.values() if f.whole]
        office = (p for p in map(folded, public) if " " in p and not any(w <= set(_words(p)) for w in whole))
        self._public = _Index((name, name) for name in office)
        inside = {
            _run(f.folded)
            for f in self._forms.values()
            if f.whole or (len(f.folded) >= _INSIDE and not f.given)
        }.union(*map(_handles, roles))
        self._inside: dict[str, set[str]] = defaultdict(set)
        for name in inside:
            self._inside[name[:_START]].add(name)

    def replace(self, words: str) -> str:
        """The words with every name in them replaced by its role in brackets."""
        seen = words.translate(_UNSEEN)
        clean = self._replaced(seen)
        return words if clean == seen else clean

    def _replaced(self, words: str) -> str:
        words = _UNSPACED.sub(self._address, words) if _JOINED.search(words) else words
        keys = _keys(words)
        present = frozenset(self._forms[name] for name in self._spelled.within(keys))
        if not present:
            return words
        return _expression(present, frozenset(self._public.within(keys))).sub(self._shown, words)

    def _shown(self, found: re.Match[str]) -> str:
        if found["public"]:
            return found[0]
        form = self._forms.get(folded(found["name"]))
        if form and form.given and found["name"].islower():
            return found[0]
        return f"[{form.role if form else 'a private person'}]{found['plural'] or ''}"

    def _address(self, found: re.Match[str]) -> str:
        """An address that holds a name is cut to its site, a handle is taken out whole."""
        if not _JOINED.search(found[0]) or not self._holds(found[0]):
            return found[0]
        site = _SITE.match(found[0])
        return f"{site[0]}/[address withheld]" if site and not self._holds(site[0]) else "[address withheld]"

    def _holds(self, address: str) -> bool:
        words = _words(folded(unquote(address)))
        run = "".join(words)
        starts = (run[i : i + _START] for i in range(len(run)))
        return any(w in self._forms for w in words) or any(
            name in run for s in starts for name in self._inside.get(s, ())
        )


class _Index:
    """Finds, among many names, those all of whose words a text has: looked up by the word that fewest names share."""

    def __init__(self, spellings: Iterable[tuple[str, str]]) -> None:
        """Take (spelling, name) pairs."""
        listed = [(frozenset(_words(written.casefold())), name) for written, name in spellings]
        often = Counter(word for words, _ in listed for word in words)
        self._by_word: dict[str, set[tuple[frozenset[str], str]]] = defaultdict(set)
        for words, name in listed:
            if words:
                self._by_word[min(words, key=lambda w: (often[w], w))].add((words, name))

    def within(self, keys: set[str]) -> set[str]:
        """The names that may stand in a text with these words."""
        found = (entry for key in keys & self._by_word.keys() for entry in self._by_word[key])
        return {name for words, name in found if words <= keys}


def forms(name: str, role: str) -> list[Form]:
    """The name and its parts that stand alone: "Jan de Wit-Smid" → also Jan, Wit-Smid, Wit and Smid; a particle is no part."""
    if not WORD.search(name):
        return []
    words = [w for w in name.split() if not w.islower()] or name.split()
    found = [_form(name, role, whole=True, given=False)]
    for word in words:
        parts = [word.strip('.,;:!?()[]"“”«»'), *re.split(f"[{_HYPHENS}]", word)]
        given = word is not words[-1]
        found += [_form(p, role, whole=len(words) == 1, given=given) for p in parts if len(_run(p)) >= _LEAST]
    return found


def folded(name: str) -> str:
    """One spelling for all: letter case, accents, spaces, apostrophes, hyphens, composed letters, signs that are not seen."""
    name = re.sub(f"[{_APOSTROPHES}]", "'", _plain(name.translate(_UNSEEN).casefold()))
    return " ".join(re.sub(f"[{_HYPHENS}]", "-", name).split())


def _plain(name: str) -> str:
    """Without accents, as addresses and other papers write it ("Jörg" → "Jorg")."""
    return normalize("NFC", "".join(c for c in normalize("NFD", name) if not combining(c)))


def _handles(name: str) -> set[str]:
    """The name run together as handles have it: "kozaktaras", "tkozak", "kozakt"."""
    words = _words(folded(name))
    first, last = (words[0], words[-1]) if len(words) > 1 else ("", "")
    return {run for run in (last + first, first[:1] + last, last + first[:1]) if len(run) >= _INSIDE}


def _form(name: str, role: str, *, whole: bool, given: bool) -> Form:
    name = name.translate(_UNSEEN)
    spellings = {name, normalize("NFC", name), normalize("NFD", name), _plain(name)}
    return Form(folded(name), frozenset(spellings | {s.upper() for s in spellings}), role, whole, given)


def _words(text: str) -> list[str]:
    return WORD.findall(text)


def _run(text: str) -> str:
    return "".join(_words(text))


def _keys(text: str) -> set[str]:
    """The words that a name may begin with; a plural's ending is taken off too."""
    found = set(_words(text.casefold()))
    return found | {w.removesuffix("s") for w in found} | {w.removesuffix("es") for w in found}


@lru_cache(maxsize=4096)
def _expression(present: frozenset[Form], public: frozenset[str]) -> re.Pattern[str]:
    """Longest first, so that a whole name goes before its parts and a public person's full name before a shared surname."""
    spared = "|".join(_pattern(p) for p in sorted(public, key=_longest)) or r"(?!)"
    spelled = {s for form in present for s in (form.folded, *form.spellings)}
    named = "|".join(_pattern(s) for s in sorted(spelled, key=_longest))
    edge, end = r"(?<![^\W_])", r"(?![^\W_])"
    return re.compile(
        rf"{edge}(?:(?P<public>{spared}){end}|(?P<name>{named})(?P<plural>e?s)?{end})", re.IGNORECASE
    )


def _longest(name: str) -> tuple[int, str]:
    return -len(name), name


def _pattern(name: str) -> str:
    loose = dict.fromkeys(_APOSTROPHES, f"[{_APOSTROPHES}]") | dict.fromkeys(_HYPHENS, f"[{_HYPHENS}]")
    words = ["".join(loose.get(c, re.escape(c)) for c in word) for word in name.split()]
    return r"\s+".join(words).replace("ss", "(?:ss|ß)")
