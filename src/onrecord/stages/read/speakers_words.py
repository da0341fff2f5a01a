"""Words for kinds of speakers, their offices, and the countries they speak for: general English and the names of states."""

from onrecord.model import SpeakerKind as Kind
from onrecord.resources.sides import SIDES as SIDES
from onrecord.stages.read.cues import listed

# In order of weight: "a captured army officer" is a prisoner first, "a police spokesman" is the police.
KINDS: dict[Kind, str] = {
    Kind.PRISONER: "prisoner captive detainee pow pows inmate hostage",
    Kind.VICTIM: "victim survivor casualty wounded injured",
    Kind.WITNESS: """witness eyewitness resident inhabitant neighbour neighbor bystander onlooker passer-by passerby villager local townspeople
        shopkeeper farmer motorist dweller refugee evacuee""",
    Kind.MEDIC: """medic doctor nurse surgeon paramedic physician hospital clinic ambulance medics coroner pathologist
        health-worker rescuer""",
    Kind.POLICE: "police policeman policewoman sheriff detective constable gendarmerie gendarme carabinieri militsiya cop",
    Kind.ARMED_GROUP: """rebel militant insurgent guerrilla guerilla separatist militia militiaman gunman jihadist terrorist paramilitary
        fighter warlord hezbollah hamas taliban isis isil al-qaeda houthi""",
    Kind.MILITARY: """military army navy soldier troop troops general colonel major captain lieutenant sergeant brigadier admiral commander
        marines marine airman pilot battalion brigade pentagon idf serviceman""",
    Kind.LAWMAKER: """lawmaker senator congressman congresswoman legislator parliamentarian mp rep. rep sen. sen assemblyman councillor
        councilor councilman councilwoman congress parliament senate mep""",
    Kind.SOCIAL_MEDIA: "tweet twitter facebook telegram instagram tiktok youtube blog blogger blogpost user account vlogger livestream",
    Kind.AGENCY: """reuters afp interfax tass ukrinform xinhua upi dpa efe anadolu kyodo irna kcna agency newswire ap""",
    Kind.OUTLET: """newspaper tv television radio magazine broadcaster channel website outlet daily weekly times herald gazette tribune journal
        media press newsroom correspondent reporter journalist editor bbc cnn""",
    Kind.ORGANISATION: """organisation organization ngo charity group un unicef unhcr committee union federation foundation watchdog
        monitor observatory council commission church association institute university company nato osce icrc red cross party""",
    Kind.OFFICIAL: """official minister ministry president governor mayor spokesman spokeswoman spokesperson government authority authorities
        chancellor premier administration ambassador envoy diplomat secretary kremlin embassy court judge king queen prince regime
        department cabinet service office bureau
        directorate prosecutor deputy chief head adviser advisor consul commissioner emir sheikh attorney-general""",
}
KIND_OF = {word: kind for kind, listed in reversed(KINDS.items()) for word in listed.split()}
WEIGHT = {kind: n for n, kind in enumerate(KINDS)}

ALSO_ADJECTIVES = listed("chief daily general local major monitor weekly")

# Nobody in particular, and things that only carry words.
UNNAMED = listed(
    """
    account datum everyone evidence many other people report rumor rumour some somebody someone source
    """
)
CARRIERS = listed(
    """
    article broadcast bulletin clip communique communiqué data dispatch document email figure film
    footage image leaflet letter map message photo photograph picture poll post press-release record
    recording report statement story study survey tape transcript tweet video
    """
)
# Whose word it is does not follow from whose relative one is.
RELATIONS = listed(
    """
    attorney aunt boyfriend brother colleague cousin dad daughter family father fiance fiancee friend
    girlfriend granddaughter grandfather grandmother grandson husband lawyer mom mother mum neighbor
    neighbour nephew niece parent relative sister son uncle widow widower wife
    """
)
FEMALE = listed(
    """
    aunt congresswoman daughter girl grandmother lady mother mrs mrs. ms ms. niece policewoman queen
    sister spokeswoman widow wife woman
    """
)
MALE = listed(
    """
    boy brother congressman father grandfather gunman husband king man mr mr. nephew policeman son
    spokesman uncle
    """
)

_HUMAN_ENDINGS = ("er", "or", "man", "ist", "ian", "eer", "ee", "body", "one")


def is_human(lemma: str) -> bool:
    """Whether a common noun means somebody, by the list or by its ending ("driver", "activist")."""
    return lemma in PERSONS or (lemma.endswith(_HUMAN_ENDINGS))


# Whose spokesman somebody is tells for whom he speaks; whose brother he is does not.
BODIES = listed(
    """
    agency army authority church clinic company council court department force government group hospital military militia ministry
    navy newspaper organisation organization parliament party police regiment senate sheriff troop un
    """
)
# Names of countries and capitals that people bear too.
GIVEN_NAMES = listed("berlin chad france georgia holland ireland israel jordan kenya london paris")
BEFORE_GENERAL = listed("- secretary attorney director consul inspector governor")

PERSONS = (
    FEMALE
    | MALE
    | RELATIONS
    | listed(
        """
        activist analyst boy candidate child citizen civilian combatant conscript crew driver expert fighter
        girl guard lawyer leader man officer official people person priest recruit soldier student suspect
        teacher teenager woman worker youth
        """
    )
)

PRISONERS = listed("prisoner captive detainee pow pows hostage inmate")
HELD = listed(
    "abduct arrest capture detain imprison intern jail kidnap captured captive detained imprisoned jailed"
)
FREED = listed("escaped ex ex-prisoner exchanged former freed released")

ANONYMOUS = (
    "condition of anonymity", "conditions of anonymity", "declined to be named", "declined to be identified", "not to be named",
    "not to be identified", "not be named", "not be identified", "requested anonymity", "asked for anonymity", "spoke anonymously",
    "speaking anonymously", "name was withheld", "name withheld", "not authorised to speak", "not authorized to speak",
    "not authorised to talk", "not authorized to talk", "anonymous source", "anonymous official", "unnamed official", "unnamed source",
    "unidentified official", "without giving his name", "without giving her name", "refused to be named", "wish to be named",
    "want to be named", "wished to remain anonymous", "remain anonymous", "did not give his name", "did not give her name",
)  # fmt: skip
