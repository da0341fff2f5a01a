"""Which incidents a person wants to see: one frozen value, that a web address or an option of a command can carry whole."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urlencode

from onrecord.errors import BadInput
from onrecord.model import Kind, Precision, SpeakerKind, Stance, Status
from onrecord.store.index.words import LONGEST, question

REVIEWS = ("no", "waiting", "outdated", "unsure", "confirmed", "rejected")
SHELVES = ("no place", "country only", "no date")
SORTS = ("worth", "first", "last", "killed", "origins")
Box = tuple[float, float, float, float]
"""West, south, east, north in degrees; west is greater than east across the 180th meridian."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Empty fields do not filter; of several values in one field any will do.

    `review` is empty for everything but the rejected. `place` is a country (``UA``) or a region in it (``UA/Donetsk Oblast``). `since` and
    `until` keep what may have happened between these days. `origins` is the least number of independent origins.
    """

    q: str = ""
    kind: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    contested: tuple[str, ...] = ()
    precision: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    side: tuple[str, ...] = ()
    protected: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    shelf: tuple[str, ...] = ()
    origins: int | None = None
    since: date | None = None
    until: date | None = None
    box: Box | None = None
    sort: str = "worth"

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> "Filter":
        """From the names and values of a form or an address; names that are no field are left to others.

        Raises:
            BadInput: a value that its field cannot have.
        """
        given: dict[str, list[str]] = {}
        for name, value in pairs:
            if value.strip():
                given.setdefault(name, []).append(value.strip())
        read: dict[str, Any] = {f.name: _read(f.name, given[f.name]) for f in fields(cls) if f.name in given}
        return cls(**read)

    @classmethod
    def parse(cls, query: str) -> "Filter":
        """From what stands behind the question mark of an address."""
        return cls.of(parse_qsl(query.removeprefix("?"), keep_blank_values=False))

    @classmethod
    def asked(cls, text: str) -> "Filter":
        """What a person wrote: what stands behind the question mark of an address, or the address whole.

        Raises:
            BadInput: a name that is no field, or a value that its field cannot have: a slip of the hand must not ask for everything.
        """
        query = (
            text.partition("?")[2] if text.startswith(("http:", "https:", "/")) else text.removeprefix("?")
        )
        pairs, known = parse_qsl(query, keep_blank_values=True), [f.name for f in fields(cls)]
        for name, _ in pairs:
            if name not in (*known, "page"):
                raise BadInput(f"there is no filter {name[:40]!r}: there are {', '.join(known)}")
        return cls.of(pairs)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Names and values, nothing for what does not filter."""
        for one in fields(self):
            value = getattr(self, one.name)
            if value == one.default:
                continue
            if one.name == "box":
                yield "box", ",".join(f"{degrees:g}" for degrees in value)
            elif isinstance(value, tuple):
                yield from ((one.name, each) for each in value)
            else:
                yield one.name, str(value)

    def query(self) -> str:
        """The address part that `parse` reads."""
        return urlencode(list(self.pairs()))

    def but(self, **changes: object) -> "Filter":
        """The same with other values."""
        return replace(self, **changes)  # type: ignore[arg-type]

    @property
    def narrows(self) -> bool:
        """Whether it leaves anything out, the rejected aside."""
        return replace(self, sort="worth", q=self.q if question(self.q) else "") != Filter()


_ALLOWED: dict[str, tuple[str, ...]] = {
    "kind": tuple(k.value for k in Kind),
    "stance": tuple(s.value for s in Stance),
    "status": tuple(s.value for s in Status),
    "precision": tuple(p.value for p in Precision),
    "says": ("page", *(s.value for s in SpeakerKind)),
    "review": REVIEWS,
    "shelf": SHELVES,
}


def _read(name: str, values: list[str]) -> object:
    if name in ("q", "sort", "origins", "since", "until", "box"):
        return _single(name, values[-1])
    for value in values:
        if value not in _ALLOWED.get(name, (value,)) or len(value) > LONGEST:
            raise BadInput(
                f"{name} cannot be {value[:40]!r}: it is one of {', '.join(_ALLOWED.get(name, ()))}"
            )
    return tuple(dict.fromkeys(values))


def _single(name: str, value: str) -> object:
    try:
        match name:
            case "q":
                return value[: LONGEST + 1]  # one more, so that it can be said that the rest is left out
            case "origins":
                return max(0, min(int(value), 10**6))
            case "since" | "until":
                return date.fromisoformat(value)
            case "box":
                return _box(value)
    except ValueError:
        raise BadInput(f"{name} cannot be {value[:40]!r}: write {_WRITTEN[name]}") from None
    if value not in SORTS:
        raise BadInput(f"sort cannot be {value[:40]!r}: it is one of {', '.join(SORTS)}")
    return value


_WRITTEN = {
    "origins": "a whole number",
    "since": "a day such as 2022-02-24",
    "until": "a day such as 2022-02-24",
    "box": "west,south,east,north in degrees",
}


def _box(value: str) -> Box:
    west, south, east, north = (float(part) for part in value.split(","))
    if not (-90 <= south <= north <= 90) or not (abs(west) <= 540 and abs(east) <= 540):
        raise ValueError("not on the globe")
    if east - west >= 360:
        return -180.0, south, 180.0, north
    return (west + 180) % 360 - 180, south, (east + 180) % 360 - 180, north


__all__ = ["REVIEWS", "SHELVES", "SORTS", "Box", "Filter"]
