"""The trained reader's say in the stance: whether, as the text tells it, the thing had happened.

The reader was taught by annotators who mark what is planned, conditional or general as not having happened. A record needs to know which,
so where the grammar has a sign, the sign stands: with the reader's leave to take it back, "planned to attack" (0.97 happened) and "foiled
an attack" (0.98) became facts. The reader only raises doubt where no sign is seen.
"""

from onrecord.model import Stance

LEFT_OPEN = 2.0  # odds in favour of "left open", which the reader gives too seldom: macro F1 on half of the held-out sentences 0.61 to 0.67
SURE = 0.7  # below, what no sign speaks against is not said not to have happened, but left open

Seen = tuple[float, float, float]


def weighed(told: Stance, seen: Seen | None) -> Stance:
    """The stance by the grammar (`told`) and the reader (`seen`: happened, did not, left open)."""
    if seen is None or told is not Stance.ASSERTED:
        return told
    happened, not_, left = seen[0], seen[1], seen[2] * LEFT_OPEN
    if happened >= max(not_, left):
        return told
    return Stance.NEGATED if not_ > left and not_ >= SURE else Stance.POSSIBLE


def alone(seen: Seen) -> Stance:
    """On the annotators' own scale, for words that are no claim (`Event`): what is still to come has not happened."""
    happened, not_, left = seen[0], seen[1], seen[2] * LEFT_OPEN
    return max((happened, Stance.ASSERTED), (not_, Stance.NEGATED), (left, Stance.POSSIBLE))[1]
