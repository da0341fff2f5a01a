"""How values are written for a reader of the terminal. Unknown is said, never left blank or filled in."""

from onrecord.model import Attribution, Candidate, Claim, Count, Failure, Interval, Record, Situation, Toll

UNKNOWN = "unknown"
_CONTROLS = {c: f"\\x{c:02x}" for c in (*range(32), *range(127, 160)) if chr(c) not in "\n\t"}
_SITUATION = {Situation.IN_CAPTIVITY: "speaking in captivity", Situation.ANONYMOUS: "anonymous"}


def days(when: Interval) -> str:
    """``2022-02-25``, ``2022-02-25 to 2022-02-26``, ``probably 2022-02-25``, ``not after 2022-02-26``, ``not before …`` or ``unknown``."""
    if when.earliest is None and when.latest is None:
        return UNKNOWN
    if when.earliest is None:
        return f"not after {when.latest}"
    if when.latest is None:
        return f"not before {when.earliest}"
    days = f"{when.earliest}" if when.earliest == when.latest else f"{when.earliest} to {when.latest}"
    return f"probably {days}" if when.likely else days


def where(place: Candidate | None) -> str:
    """``Okhtyrka, Sumy Oblast, UA``."""
    if place is None:
        return UNKNOWN
    return ", ".join(
        part
        for part in (place.name, place.admin1 if place.admin1 != place.name else None, place.country)
        if part
    )


def number(low: int | None, high: int | None) -> str:
    """``6``, ``6-7``, ``6 or more``, ``up to 7``; both None: harm is told, its number is not."""
    if low is None and high is None:
        return "some, number not reported"
    if low is None:
        return f"up to {high}"
    if high is None:
        return f"{low} or more"
    return str(low) if low == high else f"{low}-{high}"


def toll(one: Toll | None) -> str:
    """A number over all claims, the best one first: ``50 (50-59)``, ``21 (10-21 or more)``; ``not reported`` when nobody reports it."""
    if one is None:
        return "not reported"
    if one.high is None and one.low is not None and one.best is not None:
        return f"{one.best} or more" if one.low == one.best else f"{one.best} ({one.low}-{one.best} or more)"
    span = number(one.low, one.high)
    return span if one.best is None or span == str(one.best) else f"{one.best} ({span})"


def count(one: Count) -> str:
    """A number with what it counts: ``killed: 2 (children, part of the whole)``."""
    whom = f" {one.whom}" if one.whom else ""
    part = ", part of the whole number" if one.part else ""
    how = f" [{one.how}]" if one.how else ""
    return f"{one.harm.value}: {number(one.low, one.high)}{whom}{part}{how}"


def speaker(said: Attribution) -> str:
    """Who says it: the words of the page, the kind of speaker, for which side, in which situation."""
    name = said.source.words if said.source else "nobody named"
    if said.of and said.of != said.source:
        name += f" ({said.of.words})"
    facts = [said.speaker.value.replace("_", " ")]
    facts += [f"for {said.side}"] if said.side else []
    facts += [_SITUATION[s] for s in said.situations]
    return f"{name} [{', '.join(facts)}]"


def chain(claim: Claim, outlet: str | None) -> str:
    """The chain of speakers, innermost first, the page last."""
    said = [speaker(a) for a in claim.attributions]
    return " ← ".join([*said, outlet or "the page, its publisher unknown"])


def counted(number: int, noun: str) -> str:
    """``1 article``, ``2 articles``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def visible(text: str) -> str:
    """The text with control characters written out: a page must not be able to steer the terminal."""
    return text.translate(_CONTROLS)


def line(text: str) -> str:
    """The same on one line."""
    return visible(text).replace("\n", "\\n").replace("\t", " ")


def failed(record: Record, failure: Failure) -> str:
    """File and place, what is wrong there and what to do."""
    if failure.record in record.captures:  # the reason names the place
        return failure.reason
    document = record.documents.get(failure.record)
    where = record.captures[document.capture].where if document else failure.record
    return f"{'standard input' if where == '-' else where}: {failure.reason}"
