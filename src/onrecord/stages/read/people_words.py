"""Words that tell in what part a person is named: in public office, or as one to be protected."""

OFFICES = frozenset(
    """
    president vice-president minister premier chancellor governor mayor senator lawmaker congressman congresswoman legislator parliamentarian
    mp spokesman spokeswoman spokesperson ambassador envoy secretary secretary-general king queen emir prince sultan pope
    general gen. admiral adm. marshal commander-in-chief chief-of-staff ombudsman ombudswoman prosecutor attorney-general
    sen. sen rep. rep gov. gov pm commissioner councillor councilor councilman councilwoman ayatollah speaker judge justice dictator
    """.split()
)
CHIEFS = frozenset("chief head director leader chairman chairwoman chair commander".split())
BODIES = frozenset(
    """
    police state government ministry army navy force staff intelligence security service council parliament administration agency region oblast
    province district department republic party nation un nato commission military defence defense eu agency
    """.split()
)
# "Smith's forces", "the Smith government": whoever commands these holds office.
COMMANDED = frozenset("force troop army government administration regime cabinet military invasion presidency".split())
FORMER = frozenset("former ex late then ex-".split())

TITLES = frozenset("mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sir dame lord lady rev. rev fr. fr sr. sr jr. jr st. st".split())
RANKS = frozenset(
    """
    private pvt. pvt corporal cpl. cpl sergeant sgt. sgt lieutenant lt. lt captain capt. capt major maj. maj colonel col. col officer
    inspector detective constable deputy brigadier brig. brig
    """.split()
)
HONOURS = OFFICES | TITLES | RANKS | CHIEFS

CHILD = frozenset(
    """
    child boy girl baby infant toddler teenager teen schoolboy schoolgirl newborn kid pupil minor orphan youngster preschooler
    """.split()
)
RELATIVE = frozenset(
    """
    mother father mum mom dad parent wife husband widow widower son daughter brother sister uncle aunt cousin nephew niece grandmother
    grandfather grandson granddaughter relative fiancee fiance girlfriend boyfriend
    """.split()
)
WITNESS = frozenset("witness eyewitness resident neighbour neighbor bystander villager passer-by onlooker inhabitant".split())
JOURNALIST = frozenset("journalist reporter photographer cameraman correspondent photojournalist editor".split())
MEDIC = frozenset("medic paramedic doctor nurse surgeon physician".split())
SOLDIER = frozenset(
    """
    soldier conscript serviceman private pvt corporal cpl sergeant sgt lieutenant lt captain capt major maj colonel col fighter
    marine pilot airman sailor gunner
    """.split()
)
SUSPECT = frozenset("suspect defendant accused gunman shooter attacker assailant perpetrator culprit".split())
VICTIM = frozenset("victim survivor casualty fatality hostage deceased".split())
HARM = frozenset(
    """
    kill wound injure shoot murder rape stab abduct kidnap torture slay maim assassinate execute behead hurt beat burn bury strangle assault
    hang drown mutilate
    """.split()
)
DYING = frozenset("die perish suffocate succumb bleed drown".split())
PLACES = frozenset("town city village district settlement region province oblast street square river suburb port camp near".split())
