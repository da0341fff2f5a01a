"""The trained reader's say in the stance: whether, as the text tells it, the thing had happened.

The reader was taught by annotators who mark what is planned, conditional or general as not having happened. A record needs to know which,
so where the grammar has a sign, the sign stands: with the reader's leave to take it back, "planned to attack" (0.97 happened) and "foiled
an attack" (0.98) became facts. The reader only raises doubt where no sign is seen.
"""

from onrecord.model import Stance

# Odds in favour of "left open", which the reader gives too seldom. Both chosen on the 7,537 held-out events of stance-dev that are not about
# conflict (macro F1): 0.619 with 1, 0.631 with 2 on the 4,939 where the grammar sees no sign; alone 0.645 with 1, 0.656 with 1.5, 0.655 with 2.
LEFT_OPEN, LEFT_OPEN_ALONE = 2.0, 1.5
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
    happened, not_, left = seen[0], seen[1], seen[2] * LEFT_OPEN_ALONE
    return max((happened, Stance.ASSERTED), (not_, Stance.NEGATED), (left, Stance.POSSIBLE))[1]
