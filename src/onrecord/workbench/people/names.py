"""What a person may be called. Decisions bear the name for good, so it must be readable and nobody else's."""

import unicodedata

from onrecord.errors import BadInput

_SHORTEST, _LONGEST = 2, 40
# Letters and marks by their category, and yet nothing is to be seen of them (Default_Ignorable_Code_Point; the empty Braille cell)
_BLANK = {
    *"\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0",
    *map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))),
}
_KINDS = "LMNPS"  # letters, marks, numbers, punctuation, symbols: nothing that steers or cannot be seen


def proper(name: str) -> str:
    """The name as it is kept: NFC, single spaces inside, none around.

    Raises:
        BadInput: too short, too long, or with characters that cannot be seen or turn the writing direction.
    """
    kept = " ".join(part for part in unicodedata.normalize("NFC", name).split(" ") if part)
    if not _SHORTEST <= len(kept) <= _LONGEST:
        raise BadInput(f"a name has {_SHORTEST} to {_LONGEST} characters, this one has {len(kept)}")
    if not all(map(_plain, kept)):
        raise BadInput(
            "a name holds letters, digits, signs and single spaces: leave out characters that cannot be seen"
        )
    if not kept[0].isalnum():
        raise BadInput("a name begins with a letter or a digit")
    return kept


def folded(name: str) -> str:
    """What two spellings of one name have in common: case and width do not count (Unicode, toNFKC_Casefold less its ignorables)."""
    sound = name.encode(
        "utf-8", "replace"
    ).decode()  # what was typed in a terminal can hold halves of characters
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", sound).casefold())


def _plain(character: str) -> bool:
    return character == " " or (unicodedata.category(character)[0] in _KINDS and character not in _BLANK)
