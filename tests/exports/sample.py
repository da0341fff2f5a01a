"""A small record to export: invented places, people and papers."""

from datetime import UTC, date, datetime

from onrecord.model import (
    Actor,
    Attribution,
    Candidate,
    Capture,
    Claim,
    Clue,
    Count,
    Decision,
    Document,
    Harm,
    How,
    Incident,
    Interval,
    Kind,
    Link,
    MadeBy,
    Origin,
    Participant,
    Passage,
    Person,
    Place,
    Precision,
    Record,
    Role,
    Shared,
    Situation,
    SpeakerKind,
    Stance,
    Status,
    Toll,
    Verdict,
)

MADE = MadeBy("sample", 1)
ARABIC = "قالت الأم إن المدرسة قُصفت"
TOWN = Candidate("Stavok", 50.3, -4.9, "UA", Precision.SETTLEMENT, 7_000_001, "Sumy", "Okhtyrskyi", 9000)


def passage(text: str, words: str) -> Passage:
    start = text.index(words)
    return Passage.of(text, start, start + len(words))


def record(
    *,
    private: str = "Taras Hromyk",
    public: str = "Viktor Hromyk",
    role: str = "a prisoner of war",
    place: Candidate | None = TOWN,
) -> Record:
    """Two pages of one origin and a denial on a third; `private` is named in every corner that an export could show."""
    first = f"“We shelled the school at Stavok, five were killed,” {private} told his mother. {private.split()[-1]}’s mother wept."
    third = f"Minister {public} denied that the school at Stavok was shelled, and said {private} had been forced to speak. {ARABIC}"
    documents = {
        "doc-1": document(
            "doc-1",
            first,
            title=f"{private} weeps",
            byline=f"By {private}",
            url=f"https://one.example/{private}-weeps",
        ),
        "doc-2": document("doc-2", first, title="Captive speaks", url="javascript:alert(1)"),
        "doc-3": document(
            "doc-3", third, title='=HYPERLINK("http://evil.example")', publisher='Paper "Three" <b>'
        ),
    }
    captive = Attribution(
        passage(first, private),
        passage(first, "told"),
        passage(first, "We shelled the school at Stavok"),
        SpeakerKind.PRISONER,
        None,
        (Situation.IN_CAPTIVITY,),
    )
    minister = Attribution(
        passage(third, public),
        passage(third, "denied"),
        passage(third, "the school at Stavok"),
        SpeakerKind.OFFICIAL,
        "RU",
    )
    hidden = Person(passage(first, private), False, role)
    claims = {
        c.id: c
        for c in (
            claim("claim-1", "doc-1", first, (captive,), people=(hidden,), place=place),
            claim("claim-2", "doc-2", first, (captive,), people=(hidden,), place=place),
            claim(
                "claim-3",
                "doc-3",
                third,
                (minister,),
                Stance.DENIED,
                people=(Person(passage(third, public), True, "in public office"),),
                place=place,
            ),
            claim(
                "claim-4",
                "doc-3",
                third,
                (minister,),
                Stance.POSSIBLE,
                people=(Person(passage(third, public), True, "in public office"),),
                place=place,
            ),
        )
    }
    origin = Origin(
        "origin-1",
        ("doc-1", "doc-2"),
        f"2 pages repeat what {private} said",
        MADE,
        (Shared("doc-2", "doc-1", "same text", 1.0, f"five were killed, {private} told his mother"),),
    )
    incident = Incident(
        id="incident-1",
        claims=("claim-1", "claim-2", "claim-3"),
        documents=tuple(documents),
        origins=("origin-1", "origin-3"),
        kind=Kind.SHELLING,
        stance=Stance.ASSERTED,
        status=Status.CONTESTED,
        status_reason=f"{private} says so, 1 origin with a denial",
        when=Interval(None, date(2022, 2, 26), f"before {private} spoke"),
        place=place,
        place_claim="claim-1" if place else None,
        tolls=(Toll(Harm.KILLED, 5, 5, None, "claim-1", "claim-1", None),),
        actors=(
            Actor(Role.TARGET, ("the school",), None, "school"),
            Actor(Role.VICTIM, (f"friends of {private.upper()}",)),
        ),
        contested=("killed",),
        decisions=("decision-1",),
        when_claims=("claim-1",),
    )
    other = Incident(
        id="incident-4",
        claims=("claim-4",),
        documents=("doc-3",),
        origins=("origin-3",),
        kind=Kind.THREAT,
        stance=Stance.POSSIBLE,
        status=Status.SINGLE_ORIGIN,
        status_reason="one origin (1 document)",
        when=Interval(None, None, "the text does not say when"),
        place=None,
        place_claim=None,
        tolls=(),
        actors=(),
        contested=(),
    )
    return Record(
        incidents=(incident, other),
        claims=claims,
        documents=documents,
        captures={
            d.capture: Capture(
                d.capture,
                "ab" * 32,
                9,
                "text/html",
                How.FILE,
                f"/pages/{private}.html",
                datetime(2022, 3, 4, tzinfo=UTC),
            )
            for d in documents.values()
        },
        origins={
            "origin-1": origin,
            "origin-3": Origin("origin-3", ("doc-3",), "no other page repeats its text", MADE),
        },
        origin_of={"doc-1": "origin-1", "doc-2": "origin-1", "doc-3": "origin-3"},
        links=(
            Link(
                "link-1",
                "claim-1",
                "claim-3",
                0.9,
                (Clue("place", 2.0, f"both where {private} was held"),),
                True,
                MADE,
            ),
        ),
        decisions=(
            Decision(
                "decision-1",
                "incident-1",
                Verdict.UNSURE,
                f"{private} may have been forced",
                "A reviewer",
                datetime(2022, 3, 5, tzinfo=UTC),
            ),
        ),
    )


def document(
    id_: str,
    text: str,
    *,
    title: str,
    byline: str | None = None,
    url: str | None = None,
    publisher: str = "Paper One",
) -> Document:
    return Document(
        id_,
        f"capture-{id_}",
        text,
        MADE,
        title,
        byline,
        publisher,
        url,
        date(2022, 3, 3),
        "given",
        "en",
        ((0, len(text)),),
    )


def claim(
    id_: str,
    document: str,
    text: str,
    said: tuple[Attribution, ...],
    stance: Stance = Stance.ASSERTED,
    *,
    people: tuple[Person, ...],
    place: Candidate | None,
) -> Claim:
    killed = (Count(Harm.KILLED, 5, None, passage(text, "five"), "pupils"),) if "five" in text else ()
    return Claim(
        id=id_,
        document=document,
        made_by=(MADE,),
        kind=Kind.SHELLING,
        trigger=passage(text, "shelled"),
        sentence=Passage(0, len(text), text),
        stance=stance,
        stance_cue=passage(text, "denied") if stance is Stance.DENIED else None,
        attributions=said,
        situations=said[0].situations,
        counts=killed,
        participants=(Participant(Role.TARGET, passage(text, "the school"), None, "school"),),
        people=people,
        place=Place(passage(text, "Stavok"), place, "the only place of this name") if place else None,
        when=Interval(None, date(2022, 2, 26), "before the report"),
    )
