"""Words that tell whether a thing happened: general English, by how they act on what they govern (Saurí and Pustejovsky 2009)."""

from onrecord.model import Stance
from onrecord.stages.read.cues import listed


def _all(stance: Stance, words: str) -> dict[str, Stance]:
    return dict.fromkeys(words.split(), stance)


# What stands above the happening: "tried to …", "a plan to …", "likely to …".
GOVERNING = {
    **_all(Stance.DENIED, "debunk denial deny disprove rebut refute"),
    **_all(
        Stance.NEGATED,
        """
        abandon avert avoid avoidance ban cancel decline escape fail failure foil forbid forego
        forestall forgo inability oppose postpone preclude prevent prevention prohibit refrain refusal
        refuse reject resist spare survive thwart unable unwilling
        """,
    ),
    **_all(
        Stance.PLANNED,
        """
        about advise agree aim ask authorise authorize bent bid call command consider conspire
        contemplate dare decide decision demand desire determine due eager encourage expect goal hope
        instruct intend intent intention invite keen likely mean mission need objective offer
        opportunity order permission plan pledge plot poised preparation prepare prepared promise
        proposal propose readiness ready recommend request require seek set swear threat threaten urge
        vote vow want willing willingness wish
        """,
    ),
    **_all(
        Stance.POSSIBLE,
        """
        afraid allegation allege alleged appear assume assumption attempt belief believe capable chance
        claim concern danger doubt dream effort estimate fear feared feel forecast guess hypothesis
        imagine impossible likelihood look possibility possible potential pray predict prediction
        presume probability probable prospect reckon risk rumor rumour seem speculate speculation
        suggest suppose suspect suspected suspicion tend theory think try uncertain unclear unlikely
        unsure vulnerable warn warning wonder worried worry
        """,
    ),
}
# "claim" as a verb is only saying; as a noun ("claims of torture") it holds the thing at arm's length.
NOUN_ONLY = listed("call claim concern due estimate look offer set")
SAYING_NOUNS = listed(
    """
    account accusation allegation charge claim idea involvement notion report responsibility rumor
    rumour story suggestion
    """
)

# "No reports of deaths" leaves it open whether somebody died; "no deaths" does not.
TIDINGS = SAYING_NOUNS | listed(
    """
    confirmation doubt evidence indication information news proof sign word
    """
)
FALSE = listed(
    """
    baseless fabricated fake false fiction groundless hoax incorrect lie nonsense unfounded
    unsubstantiated untrue wrong
    """
)

# The thing said, when it is the object of these, is said not to be so.
DISMISSING = listed("contest debunk deny dismiss disprove dispute rebut refute reject")

MODALS = {
    **_all(Stance.POSSIBLE, "can cd could may might must ought should would"),
    **_all(Stance.PLANNED, "'ll sha shall will wo ’ll"),
}
ADVERBS = _all(
    Stance.POSSIBLE,
    """
        allegedly apparently likely maybe ostensibly perhaps possibly potentially presumably probably
        purportedly reportedly seemingly supposedly
        """,
)
ADJECTIVES = {
    **_all(
        Stance.POSSIBLE,
        """
        alleged apparent attempted feared hypothetical likely possible potential presumed probable
        purported reported supposed suspected
        """,
    ),
    **_all(
        Stance.PLANNED,
        """
        forthcoming future imminent impending intended looming planned threatened upcoming
        """,
    ),
    **_all(Stance.NEGATED, "averted foiled prevented thwarted"),
}
NEVER = listed("barely hardly n't neither never no nor not n’t rarely scarcely")
NOBODY = listed("neither no-one nobody none noone nothing")
CONDITIONS = listed("if lest unless whether")
WITHOUT = frozenset(("without",))

# Verbs whose subject is what happens: "an attack took place".
OCCURRING = listed(
    """
    begin come continue ensue erupt follow happen occur result start take unfold
    """
)
# Verbs that do the thing which their object names: "launched an attack".
LIGHT = listed(
    """
    be begin carry cause commit conduct deliver do end engage face have inflict involve launch lead make
    mount perpetrate provoke report resort result spark stage start suffer sustain take trigger wage
    """
)
# What is seen or heard is there, also when somebody "could see" it.
PERCEIVING = listed(
    """
    describe discuss explain hear investigate know mention recall remember see understand watch witness
    """
)
DEFINITE = listed("all both each that the these this those")
# Verbs whose object is known, and verbs whose prepositional phrase is.
OF_THE_KNOWN = listed("ask believe call consider escape hope oppose resist survive think want")
OF_THE_KNOWN_BY = listed("ask believe call feel look plan set survive think")
# What is said is the speaker's: "may have said that", "denied this and said that" throw no doubt on it.
SPEECH = listed("add announce declare explain note recall report say state tell write")
