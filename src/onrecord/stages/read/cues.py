"""Words that tell that somebody says something: general English, by the grammar in which they do so.

The lists were drawn up from the reporting verbs of English grammars and completed by counting: a verb stands in a list when people
marked it as a cue in about two of five of its uses in that grammar or more (PolNeAR training articles). Verbs of force that also mean
criticism ("attack", "hit", "blast", "defend") are left out on purpose: in the news of a war they mean force.
"""

from onrecord.model import Token


def listed(words: str) -> frozenset[str]:
    """A set of words from a text with spaces between them."""
    return frozenset(words.split())


CLAUSE = listed(
    """
    accept accuse acknowledge add admit advise affirm agree allege announce answer argue ascertain ask
    assert assess assume assure attest aver beg believe bemoan blog boast brag caution charge cite claim
    clarify comment complain concede conclude concur confess confide confirm consider contend continue
    convince counter cry deadpan decide declare decry deduce demand demonstrate denounce deny describe
    determine dictate disagree disclose discover discuss doubt dread elaborate email emphasise emphasize
    estimate exclaim exhort expect explain express fear feel figure find foresee forget gather guess
    hear highlight hint hold hope imagine imply indicate infer inform insinuate insist interject joke
    judge know lament learn lecture maintain mention muse note notice notify observe opine order
    phone pledge point post postulate preach predict prefer proclaim promise pronounce propose protest
    prove publish question quip quote ramble read reaffirm realise realize reason recall reckon
    recognise recognize recommend recount reflect reiterate reject relate relay remark remember remind
    repeat reply report request respond retort retweet reveal rule say scoff scream shout show shrug
    sigh signal sob speculate state stipulate stress suggest surmise suspect swear sworn sympathise tell
    testify text theorize think thunder tweet uncover underline underscore understand urge vow want warn
    weep whisper wish wonder worry write yell
    """
)

# With quoted words these tell of speech too: "went on: …", "began: …", "laughed: …".
QUOTED = CLAUSE | listed(
    """
    ask bark begin call chant conclude crack dub go growl hail intone label laugh list name plead pray
    rant respond reveal sing smile start title urge warn
    """
)

INFINITIVE = listed(
    """
    advise agree ask beg call claim command decide decline demand direct encourage expect hope implore
    instruct intend invite offer order plan plead pledge promise propose refuse report request say seek
    swear tell threaten urge vow want warn wish
    """
)

OBJECT = listed(
    """
    accuse acknowledge allege announce applaud articulate assail attribute believe bemoan blame
    broadcast call caution characterise characterize charge chide cite claim clarify compare concede
    condemn confirm congratulate contemplate contradict contrast credit criticise criticize decry deem
    define demand denounce deny depict deplore deride describe detail disavow disclose discuss dismiss
    dispute document doubt echo emphasise emphasize endorse estimate expect explain expose express favor
    favour fear foresee guarantee hail hate herald highlight hint identify indicate introduce invoke
    justify label lambast lament laud like liken list mention mock mourn note oppose outline portray
    post praise preach predict prefer proclaim promise pronounce propose question quote reaffirm rebuff
    rebuke rebut recall recite recommend recount refer reference refute regret reiterate reject relate
    remember repeat report repudiate request retweet reveal ridicule rule show slam specify stress
    suggest support thank tout tweet underline underscore voice vow welcome worry
    """
)

# The verb with the preposition that brings in what is said or thought.
ABOUT = listed(
    """
    account+for advocate+for agree+on agree+with allude+to apologise+for apologize+for appeal+for
    argue+against argue+for argue+over ask+about ask+for boast+about boast+of brag+about call+for
    caution+against comment+on complain+about complain+of confess+to debate+over elaborate+on expand+on
    hear+about hear+of hint+at hope+for insist+on joke+about know+about know+of learn+about learn+of
    lie+about object+to opine+on plead+for point+to press+for push+for rail+against rave+about refer+to
    reflect+on remark+on report+on respond+to say+about say+of scoff+at speak+about speak+against
    speak+of speculate+about speculate+on speculate+over talk+about talk+of tell+about tell+of
    testify+about testify+to think+about think+of touch+on tweet+about vouch+for vow+to wait+for
    warn+about warn+against warn+of wonder+about worry+about write+about write+of
    """
)

# What somebody thinks, in the mouth of another, is that other's word ("he said that she hoped …").
THINKING = listed(
    """
    accept agree assume believe consider decide demonstrate determine discover doubt dread expect fear
    feel figure find foresee forget guess hear hold hope imagine intend judge know learn notice order
    own plan prefer prove read realise realize recall recognise recognize remember show suspect think
    understand want wish wonder worry
    """
)

# Passives and participles of appearance: somebody, unnamed, thinks or says so.
REPORTED = listed(
    """
    allege believe consider deem describe estimate expect fear know presume reckon regard report rumor
    rumour say see suppose suspect think understand view
    """
)

# What is wanted, liked or planned is not said to have happened: an attribution, but no word for a claim.
ATTITUDE = listed(
    """
    advocate celebrate decide decline demand endorse expect favor favour focus hate hope intend like
    oppose plan prefer press promise push refuse regret request seek support threaten urge vow want
    welcome wish
    """
)

NOUNS = listed(
    """
    accusation admission advice allegation announcement argument assertion assessment assumption
    assurance belief charge claim comment complaint concern conclusion confession confidence
    confirmation consensus contention criticism critique declaration defence defense demand denial
    description doubt endorsement estimate expectation explanation fear hint hope idea indication
    insistence joke mention notion opinion pledge prediction promise reference refusal rejection remark
    report request revelation rumor rumour speculation statement suggestion suspicion testimony threat
    understanding vow warning word
    """
)

# Who faces a charge or hears a report says nothing.
UNDERGOING = listed("await drop face fight follow hear ignore meet receive see spark")

# Their object is what another has said.
REJECTING = listed("contradict debunk deny disbelieve dismiss dispute doubt question rebut refute reject")

# States of mind that take a that-clause: "is confident that".
STATES = listed(
    """
    adamant afraid aware certain clear concerned confident convinced hopeful optimistic sceptical
    skeptical sure worried
    """
)

# What carries words: "issued a statement saying", "a report that".
CARRIERS = listed(
    """
    account advert affidavit announcement article blog briefing broadcast bulletin comment communique
    communiqué conference decree diary dispatch editorial email hearing interview letter memo message
    note op-ed petition post posting press-release publication record release remark report response
    speech statement testimony text transcript tweet update video warning
    """
)

# Verbs that only lead over to the cue: "seemed to confirm", "began to shout", "went on to say".
LEADING = listed(
    """
    appear attempt begin care cease come continue dare decide decline fail get go happen hasten have
    help hesitate keep manage need offer plan proceed promise refuse rush seem start stop struggle tend
    try use want
    """
)

# What vouches for a happening where only the trained reader finds the cue: it also finds attitudes ("is tired of"), which do not.
TELLING = (CLAUSE | OBJECT | NOUNS | listed("accord")) - ATTITUDE

PRONOUNS = listed("he her him i it she that them they we which who you")

_LEMMAS = {
    "hoping": "hope",
    "hoped": "hope",
    "retweeted": "retweet",
    "retweeting": "retweet",
    "according": "accord",
}


def lemma_of(token: Token) -> str:
    """The lower-case lemma, with the model's known slips mended ("hoping" is of "hope", not of "hop")."""
    return _LEMMAS.get(token.text.lower(), token.lemma.lower())
