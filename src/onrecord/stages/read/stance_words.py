"""Words that tell whether a thing happened: general English, by how they act on what they govern (Saurí and Pustejovsky 2009)."""

from onrecord.model import Stance


def _all(stance: Stance, words: str) -> dict[str, Stance]:
    return dict.fromkeys(words.split(), stance)


# What stands above the happening: "tried to …", "a plan to …", "likely to …".
GOVERNING = {
    **_all(Stance.DENIED, "deny refute rebut debunk disprove denial"),
    **_all(
        Stance.NEGATED,
        """
        fail refuse decline avoid prevent avert thwart foil forbid prohibit ban forestall preclude refrain failure refusal avoidance prevention
        inability unable unwilling cancel postpone abandon forgo forego resist spare escape survive oppose reject
        """,
    ),
    **_all(
        Stance.PLANNED,
        """
        plan intend threaten vow promise order want hope wish aim seek ask urge demand call command instruct decide expect mean
        prepare pledge swear agree propose offer desire need conspire plot consider contemplate ready poised set due determine
        bent keen eager willing about likely intention intent goal objective threat pledge vow proposal decision desire wish
        readiness willingness preparation prepared authorize authorise advise recommend encourage invite require request permission
        dare vote bid opportunity mission
        """,
    ),
    **_all(
        Stance.POSSIBLE,
        """
        try attempt suspect allege fear believe think suppose guess assume presume reckon imagine doubt wonder speculate rumor rumour suggest
        suspicion allegation belief assumption rumor speculation possibility probability likelihood chance risk danger prospect
        potential concern effort appear seem possible probable impossible unlikely unclear uncertain unsure worry worried afraid claim
        hypothesis theory estimate predict prediction forecast pray dream warn warning vulnerable capable feel look suspected alleged feared
        tend
        """,
    ),
}
# "claim" as a verb is only saying; as a noun ("claims of torture") it holds the thing at arm's length.
NOUN_ONLY = frozenset("claim concern look call set due offer estimate".split())
SAYING_NOUNS = frozenset("claim report allegation accusation suggestion rumor rumour charge idea notion account story involvement responsibility".split())

# "No reports of deaths" leaves it open whether somebody died; "no deaths" does not.
TIDINGS = SAYING_NOUNS | frozenset("evidence sign indication confirmation word proof information news doubt".split())
FALSE = frozenset("false untrue baseless groundless unfounded wrong incorrect fake fabricated fiction lie nonsense hoax unsubstantiated".split())

# The thing said, when it is the object of these, is said not to be so.
DISMISSING = frozenset("reject dismiss dispute contest deny refute rebut debunk disprove".split())

MODALS = {
    **_all(Stance.POSSIBLE, "may might could can would should must ought cd"),
    **_all(Stance.PLANNED, "will shall 'll ’ll wo sha"),
}
ADVERBS = _all(
    Stance.POSSIBLE,
    "allegedly reportedly possibly perhaps maybe probably apparently presumably supposedly seemingly purportedly potentially likely ostensibly",
)
ADJECTIVES = {
    **_all(Stance.POSSIBLE, "alleged suspected possible potential apparent probable presumed supposed purported reported attempted feared likely hypothetical"),
    **_all(Stance.PLANNED, "planned future imminent impending intended threatened upcoming forthcoming looming"),
    **_all(Stance.NEGATED, "foiled thwarted averted prevented"),
}
NEVER = frozenset("not n't n’t never neither nor no hardly scarcely rarely barely".split())
NOBODY = frozenset("nobody none nothing neither no-one noone".split())
CONDITIONS = frozenset("if unless whether lest".split())
WITHOUT = frozenset(("without",))

# Verbs whose subject is what happens: "an attack took place".
OCCURRING = frozenset("occur happen take unfold follow result start begin continue come ensue erupt".split())
# Verbs that do the thing which their object names: "launched an attack".
LIGHT = frozenset(
    """
    be have do make take launch carry conduct commit stage mount perpetrate cause face suffer start begin wage inflict sustain report deliver
    result lead end engage resort involve provoke spark trigger
    """.split()
)
# What is seen or heard is there, also when somebody "could see" it.
PERCEIVING = frozenset("see hear witness watch remember recall describe discuss mention know understand explain investigate".split())
DEFINITE = frozenset("the this that these those both all each".split())
