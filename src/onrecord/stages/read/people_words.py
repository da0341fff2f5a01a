"""Words that tell in what part a person is named: in public office, or as one to be protected."""

from onrecord.stages.read.cues import listed

OFFICES = listed(
    """
    adm. admiral ambassador attorney-general ayatollah chancellor chief-of-staff commander-in-chief
    commissioner congressman congresswoman councillor councilman councilor councilwoman dictator emir
    envoy gen. general gov gov. governor judge justice king lawmaker legislator marshal mayor minister
    mp ombudsman ombudswoman parliamentarian pm pope premier president prince prosecutor queen rep rep.
    secretary secretary-general sen sen. senator speaker spokesman spokesperson spokeswoman sultan
    vice-president
    """
)
CHIEFS = listed("chair chairman chairwoman chief commander director head leader")
BODIES = listed(
    """
    administration agency army commission council defence defense department district eu force
    government intelligence military ministry nation nato navy oblast parliament party police province
    region republic security service staff state un
    """
)
# "Smith's forces", "the Smith government": whoever commands these holds office.
COMMANDED = listed(
    """
    administration army cabinet force government invasion military presidency regime troop
    """
)
FORMER = listed("ex ex- former late then")

TITLES = listed(
    """
    dame dr dr. fr fr. jr jr. lady lord miss mr mr. mrs mrs. ms ms. prof prof. rev rev. sir sr sr. st
    st.
    """
)
RANKS = listed(
    """
    brig brig. brigadier capt capt. captain col col. colonel constable corporal cpl cpl. deputy
    detective inspector lieutenant lt lt. maj maj. major officer private pvt pvt. sergeant sgt sgt.
    superintendent trooper
    """
)
HONOURS = OFFICES | TITLES | RANKS | CHIEFS

CHILD = listed(
    """
    baby boy child girl infant kid minor newborn orphan preschooler pupil schoolboy schoolgirl teen
    teenager toddler youngster
    """
)
RELATIVE = listed(
    """
    aunt boyfriend brother cousin dad daughter father fiance fiancee girlfriend granddaughter
    grandfather grandmother grandson husband mom mother mum nephew niece parent relative sister son
    uncle widow widower wife
    """
)
WITNESS = listed(
    """
    bystander eyewitness inhabitant neighbor neighbour onlooker passer-by resident villager witness
    """
)
JOURNALIST = listed(
    """
    cameraman correspondent editor journalist photographer photojournalist reporter
    """
)
MEDIC = listed("doctor medic nurse paramedic physician surgeon")
SOLDIER = listed(
    """
    airman capt captain col colonel conscript corporal cpl fighter gunner lieutenant lt maj major marine
    pilot private pvt sailor sergeant serviceman sgt soldier
    """
)
SUSPECT = listed(
    """
    accused assailant attacker culprit defendant gunman perpetrator shooter suspect
    """
)
VICTIM = listed("casualty deceased fatality hostage survivor victim")
HARM = listed(
    """
    abduct assassinate assault beat behead burn bury drown execute hang hurt injure kidnap kill maim
    murder mutilate rape shoot slay stab strangle torture wound
    """
)
DYING = listed("bleed die drown perish succumb suffocate")
PLACES = listed(
    """
    camp city district near oblast port province region river settlement square street suburb town
    village
    """
)

# Whose name follows ("her cousin Petrenko"), and what only people do.
KIN = RELATIVE | CHILD | WITNESS | listed("woman man")
LIVING = listed(
    "sleep live work cry weep sit walk run flee smile laugh sing sob arrive drive marry pray sign hide"
)

# What is named after people, and what has a name of its own.
THINGS = listed(
    """
    academy act agency airport army avenue award bank barracks base battalion boulevard bridge brigade bureau camp cathedral
    center centre church clinic club co college committee company convention corp corporation council county court daily department
    district division facebook force foundation fund gazette group hall hospital hotel inc inn institute instagram island
    journal law lake ltd mall market media memorial ministry mosque mountain movement museum network news office organisation
    organization palace park party plant post prison prize project province radio regiment region reservoir river road school
    service society square stadium station street studio synagogue telegram television temple tiktok times tower town trust
    tv twitter union unit university valley village youtube
    """
)
