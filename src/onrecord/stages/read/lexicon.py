"""The words of harm, as plain data. General English; what a word means beyond its kind is in the columns of its table."""

from typing import NamedTuple

from onrecord.model import Harm, Kind


class Frame(NamedTuple):
    """What a trigger tells: the kind; whom it harms and how; whether it needs proof from its arguments that harm is meant."""

    kind: Kind
    harm: Harm | None = None
    intransitive: bool = False  # its subject suffers ("died") or is the event itself ("exploded")
    struck: bool = False  # its victims are hit, dead or alive ("shot")
    proof: bool = False  # an everyday word too ("hit", "launched"): a weapon, fighter, person hurt or building must be there


def words(listed: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(listed.split())


def _table(rows: dict[str, Frame]) -> dict[str, Frame]:
    return {word: frame for words, frame in rows.items() for word in words.split()}


_K, _I = Harm.KILLED, Harm.INJURED

VERBS = _table(
    {
        "kill martyr slay slaughter massacre murder assassinate execute behead strangle lynch decapitate electrocute": Frame(
            Kind.KILLING, _K
        ),
        "die perish succumb": Frame(Kind.OTHER_HARM, _K, intransitive=True),
        "wound maim injure hurt hospitalize hospitalise": Frame(Kind.OTHER_HARM, _I),
        "stab knife bludgeon": Frame(Kind.KILLING, _I, struck=True),
        "shoot gun": Frame(Kind.SHOOTING, _I, struck=True),
        "attack assault ambush": Frame(Kind.ATTACK),
        "storm raid invade overrun besiege stone harass": Frame(Kind.ATTACK, proof=True),
        "beat": Frame(Kind.ATTACK, _I, proof=True),
        "bomb dynamite": Frame(Kind.BOMBING),
        "detonate": Frame(Kind.BOMBING, intransitive=True),
        "explode": Frame(Kind.BOMBING, intransitive=True),
        "machinegun machinegunned strafe": Frame(Kind.SHOOTING, _I, struck=True),
        "shell bombard mortar rocket": Frame(Kind.SHELLING),
        "airstrike": Frame(Kind.AIR_STRIKE),
        "hit strike graze": Frame(Kind.ATTACK, _I, struck=True, proof=True),
        "pound target blast rock": Frame(Kind.ATTACK, proof=True),
        "fire launch": Frame(Kind.ATTACK, proof=True),
        "kidnap abduct hijack": Frame(Kind.ABDUCTION),
        "arrest detain imprison jail": Frame(Kind.DETENTION, Harm.DETAINED),
        "torture mutilate": Frame(Kind.TORTURE),
        "rape raped raping molest": Frame(Kind.SEXUAL_VIOLENCE),
        "rob loot plunder pillage ransack": Frame(Kind.ROBBERY),
        "steal": Frame(Kind.ROBBERY, proof=True),
        "demolish raze obliterate sabotage": Frame(Kind.DESTRUCTION),
        "destroy damage level wreck flatten": Frame(Kind.DESTRUCTION, proof=True),
        "torch": Frame(Kind.ARSON),
        "burn": Frame(Kind.ARSON, proof=True),
        "displace uproot": Frame(Kind.DISPLACEMENT, Harm.DISPLACED),
        "flee": Frame(Kind.DISPLACEMENT, Harm.DISPLACED, intransitive=True, proof=True),
        "clash skirmish": Frame(Kind.ARMED_CLASH),
        "battle fight": Frame(Kind.ARMED_CLASH, proof=True),
    }
)

NOUNS = _table(
    {
        "attack assault ambush onslaught": Frame(Kind.ATTACK),
        "raid": Frame(Kind.ATTACK, proof=True),
        "strike": Frame(Kind.ATTACK, proof=True),
        "shelling bombardment barrage": Frame(Kind.SHELLING),
        "airstrike": Frame(Kind.AIR_STRIKE),
        "bombing": Frame(Kind.BOMBING),
        "blast explosion detonation": Frame(Kind.BOMBING),
        "shooting gunfire": Frame(Kind.SHOOTING),
        "killing murder assassination execution massacre slaughter homicide slaying beheading": Frame(
            Kind.KILLING, _K
        ),
        "stabbing": Frame(Kind.KILLING, _I),
        "death": Frame(Kind.OTHER_HARM, _K),
        "clash fighting firefight gunfight shootout skirmish": Frame(Kind.ARMED_CLASH),
        "combat battle confrontation": Frame(Kind.ARMED_CLASH, proof=True),
        "kidnapping abduction hijacking": Frame(Kind.ABDUCTION),
        "disappearance": Frame(Kind.ABDUCTION, proof=True),
        "torture": Frame(Kind.TORTURE),
        "rape": Frame(Kind.SEXUAL_VIOLENCE),
        "robbery looting": Frame(Kind.ROBBERY),
        "arson": Frame(Kind.ARSON),
        "destruction": Frame(Kind.DESTRUCTION, proof=True),
        "demolition": Frame(Kind.DESTRUCTION, proof=True),
    }
)

# Words for people hurt: adjectives and nouns alike ("three dead", "was found dead", "the wounded", "two fatalities").
HURT: dict[str, Frame] = _table(
    {
        "dead fatality killed martyr deceased": Frame(Kind.OTHER_HARM, _K),
        "injured wounded injury wound": Frame(Kind.OTHER_HARM, _I),
        "missing": Frame(Kind.OTHER_HARM, Harm.MISSING),
        "casualty": Frame(Kind.OTHER_HARM),
        "toll": Frame(Kind.OTHER_HARM, _K, proof=True),
        "body corpse": Frame(Kind.OTHER_HARM, _K, proof=True),
    }
)

# What a weapon or manner in the clause makes of a general trigger.
MEANS: dict[str, Kind] = {
    word: kind
    for kind, words in {
        Kind.DRONE_STRIKE: "drone uav shahed quadcopter",
        Kind.AIR_STRIKE: "airstrike jet warplane aircraft plane helicopter airplane aviation",
        Kind.SHELLING: "missile rocket artillery mortar shell howitzer tank shelling bombardment grad projectile",
        Kind.LANDMINE: "mine landmine",
        Kind.BOMBING: "bomb explosive dynamite grenade ied tnt explosion blast device bombing",
        Kind.SHOOTING: "gun rifle pistol gunshot gunfire bullet machinegun shotgun handgun firearm shooting sniper revolver",
        Kind.KILLING: "knife machete axe hatchet stabbing",
        Kind.ARSON: "molotov",
        Kind.ARMED_CLASH: "clash firefight gunfight shootout combat crossfire skirmish battle fighting",
    }.items()
    for word in words.split()
}
# What kills without anybody meaning to: then the kind is other_harm.
ACCIDENTS = words(
    """
    crash accident collision earthquake quake flood flooding storm hurricane tornado tsunami cyclone typhoon wildfire landslide
    avalanche blizzard heatwave lightning overdose disease virus cancer illness drowning derailment stampede
    """
)
# Settlements and their parts: where something happened, not what was struck.
AREAS = words(
    """
    town village city camp hamlet neighborhood neighbourhood district settlement area street block road highway region province
    department sector zone territory suburb quarter canton municipality site place country room floor corner avenue
    """
)
WEAPONS = words(
    """
    drone uav missile rocket artillery mortar shell howitzer bomb explosive dynamite grenade ied tnt gun
    rifle pistol bullet machinegun shotgun handgun firearm revolver knife machete axe hatchet mine
    landmine molotov projectile submachinegun cannon weapon munition cocktail charge stick launcher
    ak-47 m-16 gunshot
    """
)

FIGHTERS = words(
    """
    gunman guerrilla terrorist rebel militant soldier troop army force insurgent fighter extremist
    militia militiaman paramilitary assailant attacker bomber sniper subversive police policeman officer
    guard commando patrol unit brigade battalion hitman bandit robber suspect mob gang navy military
    jihadist separatist mercenary kidnapper hijacker assassin murderer killer thug criminal group squad
    death-squad cartel trafficker man men youth individual people person resistance intruder
    """
)
ORGANISATIONS = words(
    """
    army force front movement organization organisation party cartel militia navy government regime brigade battalion police union
    coalition military alliance federation corps ministry mafia faction network
    """
)

PEOPLE = words(
    """
    academic activist agent personnel adult adviser advisor aide ambassador american anyone archbishop assailant athlete
    attacker attendee attorney aunt baby bandit banker bishop body bodyguard bomber boy boyfriend
    brother businessman bystander cadet cameraman candidate captain cashier chief child chilean
    churchgoer citizen civilian classmate cleric clerk co-worker coach colleague colombian colonel
    commander commuter congressman conscript consul contractor corporal corpse couple cousin coworker
    crew crewman cuban customer cyclist daughter dealer demonstrator deputy detainee diplomat director
    doctor driver dweller editor elder employee engineer evacuee everyone executive extremist family
    farmer farmworker father fiance fiancee fighter firefighter fisherman fishermen foreigner friend
    general gentleman girl girlfriend godfather governor granddaughter grandfather grandmother grandson
    guard guardian guerrilla guest gunman head homeless hostage household human husband imam in-law
    bartender bicyclist biker bouncer boss bride buddy burglar caregiver carjacker cellmate clubgoer comedian companion cop cyclist dad
    dancer employer freshman friend gangster graduate grandchild granddaughter grandma grandpa grandparent
    groom homeowner jogger killer mate mom motorist mum musician nanny native orphan pal parishioner partier partygoer patient
    pensioner perpetrator preschooler rapper reveler reveller rider robber schoolboy schoolchild schoolgirl schoolteacher senior
    goatherd herder herdsman pastoralist shepherd shooter sophomore survivor teammate trooper valedictorian widow widower
    female industrialist infant infantryman inmate insurgent intruder israeli jesuit journalist judge juvenile
    kid laborer labourer lady landlord lawmaker lawyer leader lieutenant magistrate major male man manager
    marine mayor medic member merchant migrant militant miner minister minor missionary monk mother
    mourner national neighbor neighbour nephew newborn nicaraguan niece nobody nun nurse officer
    official other owner palestinian paramedic paratrooper parent passenger passer-by pastor patron
    peasant pedestrian people person peruvian photographer pilot player poet policeman politician
    president priest prisoner professor prosecutor protester pupil rabbi rebel recruit rector refugee
    relative reporter rescuer resident robber roommate russian sailor salvadoran scientist secretary
    senator sergeant serviceman servicemember servicewoman sheikh shopkeeper shopper sibling singer
    sister soldier someone son spokesman staffer stepdaughter stepfather stepmother stepson student
    spectator subversive supporter suspect syrian teacher technician teen teenager tenant terrorist thief thug toddler
    tourist trader trafficker troop twin ukrainian uncle unionist vendor veteran victim villager
    volunteer voter wife woman worker worshipper writer youth
    """
)
PERSON_PRONOUNS = words(
    """
    he she him her they them i me we us who whom himself herself themselves everyone someone anyone
    """
)

OBJECTS = words(
    """
    building house home apartment flat centre center complex school kindergarten nursery university college hospital clinic ward
    church mosque synagogue temple monastery convent chapel cathedral shelter orphanage embassy
    consulate residence office headquarters station barracks barrack academy garrison base post checkpoint bridge road
    highway railway train bus car vehicle truck ambulance jeep van motorcycle taxi boat ship vessel
    tanker airport airplane plane helicopter aircraft warehouse depot factory plant mill pipeline oil
    refinery substation tower pylon line grid dam reservoir reactor power electricity water installation
    facility infrastructure equipment market shop store mall supermarket bakery restaurant cafe hotel
    bank theatre theater cinema museum library monument archive town village city camp hamlet
    neighborhood neighbourhood district settlement area street block convoy column position farm crop
    field granary barn livestock cattle property goods money cash jewelry computer radio transmitter
    studio newspaper parliament palace courthouse prison jail city port harbour harbor terminal mine
    site tent roof window wall door room floor
    """
)

SPORT = words(
    """
    goal goalkeeper inning innings quarterback touchdown halftime playoff league tournament coach scored
    scorer batter striker championship midfielder homer pitcher rebounds offense season game match
    penalty
    """
)

__all__ = [
    "ACCIDENTS",
    "AREAS",
    "FIGHTERS",
    "HURT",
    "MEANS",
    "NOUNS",
    "OBJECTS",
    "ORGANISATIONS",
    "PEOPLE",
    "PERSON_PRONOUNS",
    "SPORT",
    "VERBS",
    "WEAPONS",
    "Frame",
    "words",
]
