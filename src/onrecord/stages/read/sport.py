"""Pages about sport: there shots hit the post, attacks collapse and teams are slaughtered, and nobody is harmed.

A page is one about sport when the words of sport on it outweigh those of violence. Words are counted once each. Neither gva-dev-small nor
muc-dev nor airwars-gaza-dev has a page that counts as one; a shooting at a match has too many words of violence.
"""

from itertools import pairwise

from onrecord.model import Parse
from onrecord.stages.read.grammar import around, patients, subjects
from onrecord.stages.read.lexicon import MEANS, PEOPLE, words
from onrecord.stages.read.triggers import Trigger

_STRONG = words(
    """
    batsman batter championship coach cup equaliser equalizer fixture fullback goal goalkeeper goalless halftime half-time homer inning
    innings kickoff kick-off knockout league linebacker match midfielder offside penalty pitcher playoff quarterback quarter-final
    rebound referee scorer scoreline season semi-final semifinal shortstop striker tournament touchdown wicket winger
    """
)
_PAIRS = words(
    "cup_final half_time extra_time injury_time free_kick home_run world_cup premier_league top_corner full_time stoppage_time"
)
_WEAK = words(
    """
    box captain champion club corner crossbar defence defender defense draw fan fielder final keeper lead manager minute player point post
    score shot squad stadium standings substitute supporter table team title victory win winner
    """
)
_VIOLENT = (MEANS.keys() - {"shooting", "plane", "gun", "tank", "mine"}) | words(
    """
    ambulance army assailant civilian corpse dead death die guerrilla gunman hospital militant murder police policeman rebel soldier
    suspect terrorist troop victim wounded
    """
)
# They are beaten, injured and killed off in figures of speech, or hurt in play.
_TEAM = words(
    "player manager coach owner champion defender pitcher leader captain defence side keeper athlete"
)
_ENOUGH = 6  # two strong words or pairs and two weak ones
_OUTWEIGHED = 4  # times as much sport as violence


def is_sport(parse: Parse) -> bool:
    """Whether a document is about sport."""
    told = [t.lemma.lower() for t in parse.tokens]
    seen = set(told)
    strong = len(seen & _STRONG) + len({f"{a}_{b}" for a, b in pairwise(told)} & _PAIRS)
    points = 2 * strong + len(seen & _WEAK)
    return strong >= 2 and points >= max(_ENOUGH, _OUTWEIGHED * len(seen & _VIOLENT))


def is_literal(parse: Parse, trigger: Trigger) -> bool:
    """Whether harm is meant on a page about sport: a word of violence stands by, or people are said to be killed or hurt in so many words."""
    if {t.lemma.lower() for t in around(parse, trigger.token.i) if t.i != trigger.token.i} & _VIOLENT:
        return True
    suffered = (subjects if trigger.frame.intransitive else patients)(parse, trigger.token)
    return trigger.harm is not None and any(t.lemma.lower() in PEOPLE - _TEAM for t in suffered)


__all__ = ["is_literal", "is_sport"]
