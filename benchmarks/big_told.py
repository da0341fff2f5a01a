"""What one report of the generated case says of an incident, sentence by sentence."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from benchmarks.big_view import View
from benchmarks.big_words import Marked, plain
from onrecord.model import (
    UNKNOWN,
    Field,
    Harm,
    Kind,
    Situation,
    SpeakerKind,
    Stance,
    Sure,
)

_SPEAKERS = {
    SpeakerKind.OFFICIAL: 26, SpeakerKind.MILITARY: 12, SpeakerKind.POLICE: 8, SpeakerKind.LAWMAKER: 2, SpeakerKind.ARMED_GROUP: 3,
    SpeakerKind.WITNESS: 10, SpeakerKind.VICTIM: 3, SpeakerKind.PRISONER: 2, SpeakerKind.MEDIC: 6, SpeakerKind.ORGANISATION: 8,
    SpeakerKind.SOCIAL_MEDIA: 4, SpeakerKind.PERSON: 9, SpeakerKind.UNNAMED: 4, SpeakerKind.OUTLET: 2, SpeakerKind.AGENCY: 3,
}  # fmt: skip
_RELAYS = {SpeakerKind.AGENCY: 55, SpeakerKind.OUTLET: 30, SpeakerKind.SOCIAL_MEDIA: 15}
_SIDED = frozenset({SpeakerKind.OFFICIAL, SpeakerKind.MILITARY, SpeakerKind.LAWMAKER})
_SITUATIONS = {
    SpeakerKind.PRISONER: (Situation.IN_CAPTIVITY,),
    SpeakerKind.UNNAMED: (Situation.ANONYMOUS,),
}
_SIDES = ("north", "south", "east")
_VICTIMS = ("", "child", "medical personnel", "journalist", "humanitarian personnel")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says a sentence: the speaker whose tail has this number in it."""

    kind: SpeakerKind
    side: str | None
    sure: float

    @property
    def situations(self) -> tuple[Situation, ...]:
        """What must be known of the speaker."""
        return _SITUATIONS.get(self.kind, ())


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence and, unless it is only furniture of the story (`kind` None), what it claims. `who` is a protected person hurt."""

    sentence: Marked
    view: View | None = None
    kind: Kind | None = None
    stance: Stance = Stance.ASSERTED
    voices: tuple[Voice, ...] = ()
    count: tuple[Harm, int, int | None] | None = None
    who: str = ""
    sure: tuple[Sure, ...] = ()


def lead(view: View) -> Told:
    """What happened, where, when and how many; of what did not happen, or may have, only that."""
    outlook = view.plan.outlook
    if outlook is not Stance.ASSERTED:
        denied = outlook in (Stance.DENIED, Stance.NEGATED)
        return replace(_denial(view) if denied else _doubt(view), stance=outlook)
    slots = {
        "act": _act(view),
        "where": view.where,
        "time": view.time,
        "toll": _toll(view),
        "blame": _blame(view),
    }
    count = (view.plan.harm, *view.count) if view.count else None
    return _voiced(view, view.tongue.say("lead", **slots), view.plan.kind, count=count)


def aside(view: View) -> Told:
    """The same in passing, in a report of something else."""
    slots = {"act": _act(view), "where": view.where, "time": view.time, "toll": _toll(view)}
    count = (view.plan.harm, *view.count) if view.count else None
    return _voiced(view, view.tongue.say("aside", **slots), view.plan.kind, count=count)


def more(view: View, number: int) -> Iterator[Told]:
    """So many further claims, and a denial where the plan has one; none of what is not asserted."""
    if view.plan.outlook is not Stance.ASSERTED:
        return
    for say in view.draw.sample((_also, _victim, _beside, _doubt), number):
        yield say(view)
    if "denial" in view.plan.disputes and view.draw.random() < 0.4:
        yield _denial(view)


def _also(view: View) -> Told:
    low = view.plan.injured
    high = None if view.draw.random() < 0.3 else low
    said = view.tongue.say(
        "also", number=view.tongue.number(low, high), harm=view.tongue.word("harms", "injured")
    )
    return _voiced(view, said, Kind.OTHER_HARM, count=(Harm.INJURED, low, high))


def _victim(view: View) -> Told:
    who = view.draw.choice(_VICTIMS)
    said = view.tongue.say(
        "victim", person=view.tongue.person(view.draw), who=view.tongue.any("victims", who, view.draw)
    )
    return replace(_voiced(view, said, Kind.OTHER_HARM), who=who)


def _beside(view: View) -> Told:
    return _voiced(view, view.tongue.say("beside", target=view.target), Kind.DESTRUCTION)


def _doubt(view: View) -> Told:
    said = view.tongue.say("doubt", act=_act(view), where=view.where)
    return _voiced(view, said, view.plan.kind, stance=Stance.POSSIBLE)


def _denial(view: View) -> Told:
    source, side = view.tongue.given["sides"][view.draw.choice(_SIDES)]
    what = view.tongue.word("names", view.plan.kind)
    sentence = Marked.of(view.tongue.say("denial", source=source, what=what, where=view.where)).closed()
    _, after = sentence.spans["stance"]
    spans = {f"{role}0": sentence.spans[role] for role in ("source", "stance")}
    spans = {**sentence.spans, **spans, "cue0": sentence.spans["stance"]}
    whole = replace(sentence, spans=spans | {"content0": (after + 1, len(sentence.text) - 1)})
    voice = Voice(SpeakerKind.MILITARY, side, _rounded(0.7, 0.99, view.draw))
    return Told(whole, view, view.plan.kind, Stance.DENIED, (voice,), sure=_sure(view, None))


def _act(view: View) -> str:
    return str(view.tongue.given["acts"][view.plan.kind]).format(target=view.target)


def _toll(view: View) -> str:
    if view.count is None:
        return ""
    harm = view.tongue.word("harms", view.plan.harm)
    return view.tongue.say("toll", number=view.tongue.number(*view.count), harm=harm)


def _blame(view: View) -> str:
    if view.draw.random() > 0.3:
        return ""
    return view.tongue.say("blame", side=view.tongue.given["sides"][view.draw.choice(_SIDES)][0])


def _voiced(
    view: View,
    said: str,
    kind: Kind,
    *,
    stance: Stance = Stance.ASSERTED,
    count: tuple[Harm, int, int | None] | None = None,
) -> Told:
    """The sentence with its chain of speakers, innermost first."""
    draw, sentence, voices = view.draw, Marked.of(said), list[Voice]()
    for number in range(draw.choices((0, 1, 2, 3), (27, 50, 19, 4))[0]):
        speakers = _RELAYS if number else _SPEAKERS
        (speaker,) = draw.choices(list(speakers), list(speakers.values()))
        source = view.tongue.any("speakers", speaker, draw).format(person=view.tongue.person(draw))
        tail = view.tongue.say("relayed" if number else "said", source=source)
        sentence = sentence.then(Marked.of(tail), number)
        side = view.tongue.given["sides"][draw.choice(_SIDES)][1]
        known = speaker in _SIDED and draw.random() < 0.6
        voices.append(Voice(speaker, side if known else None, _rounded(0.6, 0.99, draw)))
    return Told(sentence.closed(), view, kind, stance, tuple(voices), count, sure=_sure(view, count))


def _sure(view: View, count: tuple[Harm, int, int | None] | None) -> tuple[Sure, ...]:
    fields = [Field.KIND, Field.STANCE, Field.SPEAKER]
    fields += [Field.PLACE] if view.place else []
    fields += [Field.WHEN] if view.when is not UNKNOWN else []
    fields += [Field.LIKELY] if view.likely else []
    fields += [Field(count[0].value)] if count else []
    return tuple(Sure(f, _rounded(0.45, 0.99, view.draw)) for f in fields)


def _rounded(low: float, high: float, draw: Random) -> float:
    return round(high - (high - low) * draw.random() ** 2, 2)


def headline(view: View) -> str:
    """What the page is called."""
    plan, tongue = view.plan, view.tongue
    known = bool(view.place or view.unresolved)
    number = tongue.number(*view.count) if view.count else tongue.number(plan.injured, plan.injured)
    harm = tongue.word("harms", plan.harm if view.count else Harm.INJURED)
    detail = tongue.one_of("detail", view.draw).format(target=view.target, number=number, harm=harm)
    title = tongue.say(
        "title",
        what=tongue.word("names", plan.kind),
        where=plain(view.where),
        place=view.name if known else tongue.say("nowhere"),
        detail=detail,
    )
    return title[:1].upper() + title[1:]
