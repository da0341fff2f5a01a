"""Words that tell that somebody says something."""

SAYING = frozenset(
    """
    accuse acknowledge add admit affirm agree allege announce answer argue ask assert assure blame blast boast brag
    charge cite claim clarify comment complain concede conclude condemn confess confirm contend criticize criticise cry
    declare decry demand denounce deny describe disclose dismiss dispute emphasise emphasize estimate explain
    express hint indicate inform insist joke lament list maintain mention note notify observe predict proclaim promise
    pronounce propose protest question quip quote reaffirm read recall recommend recount refute reiterate reject relate
    remark remind repeat reply report request respond reveal say scoff scream shout state stress suggest swear
    sob tell testify threaten tout tweet underline underscore urge vow warn whisper write yell post
    """.split()
)
THINKING = frozenset(
    """
    assume believe conclude consider determine doubt dread expect fear feel figure find guess hear hope
    imagine know learn realise realize recognise recognize suspect think understand want wish worry view see agree
    decide discover prefer anticipate support intend oppose favor favour show demonstrate prove
    """.split()
)
VERBS = SAYING | THINKING

NOUNS = frozenset(
    """
    accusation admission allegation announcement argument assertion assessment assurance belief charge claim comment complaint
    conclusion confirmation declaration demand denial estimate evidence fear hope idea indication information message news notion
    opinion pledge prediction promise proposal remark report reply response rumour rumor speculation statement suggestion suspicion
    testimony threat view vow warning word
    """.split()
)

PERSONAL = frozenset("he she they i we you it who".split())
