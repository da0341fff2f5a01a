"""What of a text the encoder sees at once."""

from onrecord.model import Parse

LONGEST = 700  # characters, about 160 word pieces: the encoder was trained on windows of this size

Span = tuple[int, int]


def sentences(parse: Parse) -> list[Span]:
    """Each sentence alone: for stance and places, which were taught on single sentences (in a window "may resign" is taken for a fact)."""
    return [(parse.tokens[first].start, parse.tokens[last - 1].end) for first, last in parse.sentences]


def windows(parse: Parse) -> list[Span]:
    """Whole sentences together up to `LONGEST` characters; a longer sentence is a window of its own. Offsets of the text."""
    found: list[Span] = []
    for start, end in sentences(parse):
        if found and end - found[-1][0] <= LONGEST:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
