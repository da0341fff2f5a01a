"""Values in plain words, for people to read. What is not known is "unknown", never left out and never guessed."""

from collections.abc import Iterable

from onrecord.model import (
    Attribution,
    Candidate,
    Claim,
    Count,
    Document,
    Incident,
    Interval,
    Role,
    Sure,
    Toll,
)

UNKNOWN = "unknown"
CREDIT = "Places: GeoNames, CC BY 4.0 (https://www.geonames.org)"
"""What the licence of the gazetteer's data asks for, in every format."""

# How far from the point a thing may have happened, in km: nominal, one for each precision (UCDP's codebook takes 25 km as near a town).
RADIUS_KM = {"site": 1, "settlement": 5, "district": 30, "region": 100, "country": None}


def days(when: Interval) -> str:
    """ "2022-02-26", "2022-02-24 to 2022-02-26", "probably 2022-02-26", "not after 2022-02-26", "unknown"."""
    first, last = when.earliest, when.latest
    if first and last:
        return ("probably " if when.likely else "") + (str(first) if first == last else f"{first} to {last}")
    return f"not before {first}" if first else f"not after {last}" if last else UNKNOWN


def place(found: Candidate | None) -> str:
    """ "Okhtyrka, Sumy, UA (settlement)" or "unknown"."""
    if found is None:
        return UNKNOWN
    parts = [p for p in (found.name, found.admin1, found.country) if p]
    return f"{', '.join(dict.fromkeys(parts))} ({found.precision.value})"


def number(low: int | None, high: int | None) -> str:
    """ "2", "2 to 7", "at least 5", "some, number not told"; the case that nobody tells of it is the caller's."""
    if low is None:
        return "some, number not told" if high is None else f"up to {high}"
    return f"at least {low}" if high is None else str(low) if low == high else f"{low} to {high}"


def toll(of: Toll | None) -> str:
    """The range over all claims, "not reported" when nobody tells of it."""
    return "not reported" if of is None else number(of.low, of.high)


def count(of: Count) -> str:
    """One claim's number with the group counted."""
    whom = f", of them {of.whom}" if of.part and of.whom else f" ({of.whom})" if of.whom else ""
    how = f" [{of.how}]" if of.how else ""
    return f"{of.harm.value}: {number(of.low, of.high)}{whom}{how}"


def names(of: Incident, role: Role) -> str:
    """Who or what is named in a role, each name once; "unknown" where there is none."""
    return "; ".join(dict.fromkeys(w for a in of.actors if a.role is role for w in a.words)) or UNKNOWN


def speaker(said: Attribution) -> str:
    """Who says it: "the governor (official, Ukraine)", or "nobody named"; a pronoun gives way to whom it stands for."""
    source = said.of or said.source
    kind = said.speaker.value.replace("_", " ") if source else ""
    more = [w for w in (kind, said.side, *(s.value.replace("_", " ") for s in said.situations)) if w]
    return (source.words if source else "nobody named") + (f" ({', '.join(more)})" if more else "")


def sure(probability: float | None) -> str:
    """ "sure 0.83": so many of those that are said so are right; "how sure: unknown" where it was not measured."""
    return f"how sure: {UNKNOWN}" if probability is None else f"sure {probability:.2f}"


def fields(of: Iterable[Sure]) -> str:
    """Every field that was measured: "kind 0.91, stance 0.97"; "unknown" when none was."""
    return ", ".join(f"{s.field.value} {s.probability:.2f}" for s in of) or UNKNOWN


def makers(claims: Iterable[Claim]) -> str:
    """The steps that made some claims, with their models, each once."""
    return "; ".join(dict.fromkeys(str(m) for c in claims for m in c.made_by))


def outlet(document: Document) -> str:
    """Who published it."""
    return document.publisher or "unknown publisher"
