"""Pages of the generated case: stories, their copies in other papers, and pages that tell of no harm."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from random import Random

from benchmarks.big_claims import READ, Page
from benchmarks.big_html import Head, captured
from benchmarks.big_places import Spot, near, pick
from benchmarks.big_plan import FIRST, Plan
from benchmarks.big_told import Told, aside, headline, lead, more
from benchmarks.big_view import View, view
from benchmarks.big_words import LANGUAGES, Marked, Tongue, tongue
from onrecord.model import (
    Claim,
    Document,
    Evidence,
    MadeBy,
    Person,
    Reading,
    Receipt,
    content_id,
)

CLEAN = MadeBy("clean", 2, "generated for benchmarks")
SIFT = MadeBy("sift", 2)
_SETTLE = MadeBy("settle", 1)
_SPOKEN = {
    "UA": (58, 25, 15, 2),
    "SY": (60, 0, 2, 38),
    "YE": (60, 0, 0, 40),
    "PS": (60, 0, 0, 40),
    "SD": (62, 0, 0, 38),
}
_ELSEWHERE = (82, 3, 9, 6)
_PAPERS = (
    "Practice Courier",
    "Example Herald",
    "Practice Post",
    "Example Wire",
    "Practice Observer",
    "Example Times",
)


@dataclass(frozen=True, slots=True)
class Story:
    """One report as it was first written. `paragraphs` hold sentences; copies have all of them or the first few."""

    tongue: Tongue
    view: View | None
    title: str
    published: date | None
    paragraphs: tuple[tuple[Told, ...], ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A page as it is kept. `told` are its claims by the number of the incident they are about, the main one first."""

    evidence: Evidence
    document: Document
    told: tuple[tuple[int, tuple[Claim, ...]], ...]
    note: str | None = None
    cut: bool = False

    def receipt(self) -> Receipt:
        """That it was read, or why not."""
        claims = tuple(c for _, of in self.told for c in of)
        reading = Reading(self.document, claims=claims, note=self.note)
        return Receipt.of(reading, (*READ, _SETTLE) if claims else (SIFT,))


def story(seed: int, plan: Plan, report: int, beside: Plan | None) -> Story:
    """The report of this number on an incident; it tells of another one `beside` in passing."""
    draw = Random(f"{seed} report {plan.number} {report}")
    spoken = _SPOKEN.get(plan.spot.settlement.country, _ELSEWHERE)
    speech = tongue(draw.choices(LANGUAGES, spoken)[0])
    seen = view(plan, speech, report, draw)
    said = [lead(seen), *more(seen, draw.choices((0, 1, 2, 3), (48, 30, 16, 6))[0])]
    if beside is not None:
        said.append(aside(view(beside, speech, report, draw)))
    late = 0 if draw.random() < 0.55 else 1 + int(draw.expovariate(0.4))
    published = (plan.interval[1] or plan.day) + timedelta(min(late, 60)) if draw.random() > 0.04 else None
    return Story(speech, seen, headline(seen), published, _filled(said, speech, plan.spot, draw))


def quiet(seed: int, number: int) -> Story:
    """A page that tells of no harm."""
    draw = Random(f"{seed} quiet {number}")
    spot, speech = pick(draw), tongue(draw.choices(LANGUAGES, (70, 10, 10, 10))[0])
    title = draw.choice(speech.given["text"]["quiet_titles"])
    title = title.format(n=draw.randint(2, 99), **_around(speech, spot, draw))
    published = FIRST + timedelta(draw.randint(0, 1460))
    return Story(speech, None, title, published, _filled([], speech, spot, draw, "quiet"))


def _filled(
    said: Sequence[Told], speech: Tongue, spot: Spot, draw: Random, kind: str = "filler"
) -> tuple[tuple[Told, ...], ...]:
    """The claiming sentences, each at the head of a paragraph, among so many others that the text has 1,500 to 2,500 bytes."""
    left = draw.randint(1500, 2500) - sum(len(t.sentence.text.encode()) + 1 for t in said)
    paragraphs = [[one] for one in said] or [[]]
    others, at = _others(speech, spot, draw, kind), 0
    while left > 0:
        if at == len(paragraphs):
            paragraphs.append([])
        for sentence in islice(others, draw.randint(2, 4)):
            paragraphs[at].append(Told(sentence))
            left -= len(sentence.text.encode()) + 1
        at += 1
    return tuple(tuple(p) for p in paragraphs)


def _others(speech: Tongue, spot: Spot, draw: Random, kind: str) -> Iterator[Marked]:
    """Sentences that claim nothing, without end; none comes again before all were there."""
    templates: list[str] = list(speech.given["text"][kind])
    around = [_around(speech, spot, draw) for _ in range(3)]
    while True:
        draw.shuffle(templates)
        for template in templates:
            if kind == "filler" and draw.random() < 0.08:
                yield _quote(speech, draw)
            yield Marked(template.format(n=2 + int(98 * draw.random()), **draw.choice(around)), {})


def _around(speech: Tongue, spot: Spot, draw: Random) -> dict[str, str]:
    """The place, one beside it, and a street."""
    beside, other = near(spot, draw).name(speech.code), near(spot, draw).name(speech.code)
    street = speech.say("street", near=other)
    return {"near": beside, "place": spot.name(speech.code), "street": street}


def _quote(speech: Tongue, draw: Random) -> Marked:
    saying = draw.choice(speech.given["text"]["sayings"]).format(n=draw.randint(2, 70))
    return Marked.of(speech.say("quote", saying=saying, person=speech.person(draw)))


def pages(seed: int, name: str, of: Story, copies: int, first: int) -> Iterator[Made]:
    """A story in so many papers, as the pages numbered from `first` on; the first has all of it, later ones may be cut short."""
    draw = Random(f"{seed} pages {name}")
    for copy in range(copies):
        shown = of
        if copy and draw.random() < 0.4 and len(of.paragraphs) > 2:
            shown = replace(of, paragraphs=of.paragraphs[: draw.randint(2, len(of.paragraphs) - 1)])
        if copy:
            title = headline(of.view) if of.view and draw.random() < 0.6 else of.title
            day = of.published + timedelta(draw.randint(0, 2)) if of.published else None
            shown = replace(shown, title=title, published=day)
        yield _made(shown, first + copy, draw, cut=len(shown.paragraphs) < len(of.paragraphs))


def _made(shown: Story, number: int, draw: Random, *, cut: bool) -> Made:
    paper = f"{draw.choice(_PAPERS)} {draw.randint(1, 40)}"
    paragraphs = [" ".join(t.sentence.text for t in p) for p in shown.paragraphs]
    head = Head(shown.tongue.code, shown.title, paper, shown.published, number)
    kept = captured(head, paragraphs)
    document = Document(
        id=content_id("document", kept.capture.id, CLEAN),
        capture=kept.capture.id,
        text="\n".join(paragraphs),
        made_by=CLEAN,
        title=shown.title,
        byline=f"Reporter {draw.randint(1, 300)}" if draw.random() < 0.5 else None,
        publisher=paper,
        url=head.address,
        published=shown.published,
        published_by="meta article:published_time" if shown.published else None,
        language=shown.tongue.code,
        paragraphs=_offsets(paragraphs),
    )
    told = tuple(_claims(shown, document)) if shown.view else ()
    return Made(kept, document, told, None if told else _note(document, draw), cut)


def _note(document: Document, draw: Random) -> str:
    if document.language != "en":
        return f"language {document.language} is not read yet"
    return draw.choice(("no word in it can tell of harm", "its words hardly tell of harm"))


def _offsets(paragraphs: Sequence[str]) -> tuple[tuple[int, int], ...]:
    found, at = [], 0
    for paragraph in paragraphs:
        found.append((at, at + len(paragraph)))
        at += len(paragraph) + 1
    return tuple(found)


def _claims(shown: Story, document: Document) -> Iterator[tuple[int, tuple[Claim, ...]]]:
    """The claims of a page by incident. The first has the people named in the rest of the page too."""
    placed = list(_placed(shown, document))
    claiming = [(at, told) for at, told in placed if told.kind is not None]
    page = Page(document.id, document.text, claiming[0] if claiming else None)
    people: tuple[Person, ...] = tuple(p for at, told in placed for p in page.named(told, at))
    found: dict[int, list[Claim]] = {}
    for at, told in claiming:
        about = told.view.plan.number if told.view else -1
        found.setdefault(about, []).append(page.claim(told, at, len(found) - (about in found), people))
        people = ()
    yield from ((about, tuple(claims)) for about, claims in found.items())


def _placed(shown: Story, document: Document) -> Iterator[tuple[int, Told]]:
    """Each sentence with where it begins."""
    for (start, _), paragraph in zip(document.paragraphs, shown.paragraphs, strict=True):
        at = start
        for told in paragraph:
            yield at, told
            at += len(told.sentence.text) + 1


__all__ = ["CLEAN", "Made", "Story", "pages", "quiet", "story"]
