"""Letters as the language model knows them: capitals of wire copy and of headlines in lower case, one character for one."""

import re

# A line without a full stop that is no paragraph, mostly in capitals: both limits were set by eye on titles of gva-dev, not measured.
_HEADLINE = re.compile(r"^[^\n]{12,200}(?<![.\s])$", re.MULTILINE)
_WORD = re.compile(r"(?<=[\w,;)’'] )[A-Z][a-z]+(?![\w'’-])")  # not the first of a line or sentence
_LONG = re.compile(r"[^\W\d_]{4,}")
_CAPITALS = 0.8  # of its words of four letters and more
# Words that are nobody's name: the verbs of a table of names ("Brooks", "Rose", "Said", "Marks", "United") would take half of a victim's name.
_LISTED = """
a an the and or but nor of in on at by for from to with after before during near into through against between among amid as is are was
were be been being has have had his her their its he she they who that than while when where until since not because
kill kills killed killing shoot shoots shot shooting wound wounds wounded wounding injure injures injured injuring hurt dies died dead
dying stab stabs stabbed stabbing strike strikes struck attack attacks attacked attacking bomb bombs bombed bombing shell shells shelled
shelling explode explodes exploded blast blasts murder murders murdered slain kidnap kidnaps kidnapped abducted massacre beheaded tortured
raped burned destroy destroys destroyed hit hits hitting fire fires fired firing arrest arrests arrested charge charged accused convicted
sentenced indicted identified suspected found dead leaves left says say
"""
_LOWERED = frozenset(_LISTED.split())


def recase(text: str) -> str:
    """Lower-case a text that is mostly capitals (wire copy of the 1980s), else the words of harm and the function words of its headlines.

    In "Man Shoots Neighbor And Her Son" the model takes every word for a name; in "Man shoots Neighbor and her Son" it does not.
    """
    letters = [c for c in text if c.isalpha()]
    capitals = sum(map(str.isupper, letters))
    if letters and capitals >= 0.7 * len(letters):
        return "".join(map(_lower, text))
    return _HEADLINE.sub(lambda found: _sentence_case(found[0]), text)


def _lower(character: str) -> str:
    """A letter in lower case; one that becomes two characters ("İ") stays."""
    low = character.lower()
    return low if len(low) == 1 else character


def _sentence_case(line: str) -> str:
    words = _LONG.findall(line)
    if sum(w[0].isupper() for w in words) < _CAPITALS * len(words):
        return line
    return _WORD.sub(_lowered, line)


def _lowered(found: re.Match[str]) -> str:
    word = found[0].lower()
    return word if word in _LOWERED else found[0]


__all__ = ["recase"]
