"""Style sheets that can load nothing: what is left holds no escape, no `<`, and only at-rules and functions that are named here.

A list of what may stay and not of what must go: a function that a later browser adds is not on it. What is checked is what is given out, letter
by letter, so that no way of writing ``url(`` (``u\\72l(``, ``u/**/rl(``, ``URL(``) says something else to a browser than it did here.
"""

import re


def listed(words: str) -> frozenset[str]:
    """Words that stand in one string, apart by spaces."""
    return frozenset(words.split())


_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\n\r\f]?|([^0-9a-fA-F\n\r\f]))")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.S)
_NEVER = re.compile(r"[\\<\x00-\x08\x0b\x0e-\x1f\x7f]")
_FUNCTION = re.compile(r"(?<![\w-])([\w-]*+)\(")  # the lookbehind keeps it linear in a run of letters
_RULE = re.compile(r"@([\w-]*+)")
_RULES = listed("media supports keyframes -webkit-keyframes layer container page")
_FUNCTIONS = listed(
    # colours, numbers
    "rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark calc min max clamp round abs sign var env "
    # pictures that are made and not loaded
    "linear-gradient radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient repeating-conic-gradient "
    "-webkit-linear-gradient -webkit-radial-gradient -moz-linear-gradient -o-linear-gradient "
    # shapes, movements, filters
    "translate translatex translatey translatez translate3d rotate rotatex rotatey rotatez rotate3d scale scalex scaley scalez scale3d "
    "skew skewx skewy matrix matrix3d perspective cubic-bezier steps linear rect inset circle ellipse polygon "
    "blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia "
    # lists, grids
    "counter counters repeat minmax fit-content "
    # selectors and conditions
    "not is where has matches nth-child nth-last-child nth-of-type nth-last-of-type lang dir selector style"
)


def harmless(style: str) -> str:
    """A style sheet or the value of a ``style`` attribute, without what could load or name anything outside it."""
    plain = _COMMENT.sub(" ", _NEVER.sub("", _ESCAPE.sub(_unescaped, style)))
    return _FUNCTION.sub(_function, _RULE.sub(_rule, plain))


def _unescaped(escape: re.Match[str]) -> str:
    """The letter that an escape stands for (CSS Syntax Level 3, 4.3.7)."""
    if escape[1] is None:
        return escape[2]
    code = int(escape[1], 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _function(found: re.Match[str]) -> str:
    return found[0] if not found[1] or found[1].lower() in _FUNCTIONS else "none("


def _rule(found: re.Match[str]) -> str:
    return found[0] if found[1].lower() in _RULES else "@none"
