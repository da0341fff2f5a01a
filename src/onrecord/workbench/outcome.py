"""What a person is told on the page they come to after deciding: that it is kept, and what others decided on the same matter meanwhile."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from starlette.requests import Request

from onrecord.errors import NotFound
from onrecord.model import Decision, Verdict
from onrecord.store.index import lookup
from onrecord.workbench.bench import Bench, Said
from onrecord.workbench.whole import touching

_OURS = ("done", "heard")
_LONGEST = 9  # digits of a number of decisions


@dataclass(frozen=True, slots=True)
class Outcome:
    """`meanwhile` is what others, or the same person elsewhere, decided since the page was opened on which `done` was decided. `back` is the
    page without this news; `undone` says whether somebody took it back already."""

    done: Decision
    meanwhile: tuple[Decision, ...]
    back: str
    undone: bool


def with_news(back: str, done: Decision, heard: str) -> str:
    """The address of a page of ours that tells of a decision; `heard` is how many decisions there were when the person looked."""
    parts = urlsplit(back)
    news = {"done": done.id, "heard": heard} if _number(heard) is not None else {"done": done.id}
    query = "&".join(part for part in (parts.query, urlencode(news)) if part)
    return urlunsplit(parts._replace(query=query))


def outcome(request: Request, bench: Bench, me: str) -> Outcome | None:
    """What the address tells of; None where it names no decision of this person."""
    said = bench.said()
    done = said.by_id(request.query_params.get("done", ""))
    if done is None or done.by != me:
        return None
    later = since(said, _claims(bench, said, done), request.query_params.get("heard", ""))
    meanwhile = tuple(d for d in later if d.id != done.id)
    query = parse_qsl(request.url.query, keep_blank_values=True)
    left = urlencode([(name, value) for name, value in query if name not in _OURS])
    return Outcome(
        done, meanwhile, f"{quote(request.url.path)}{'?' if left else ''}{left}", done.id in said.undone
    )


def since(said: Said, claims: Mapping[str, object], heard: str) -> tuple[Decision, ...]:
    """What was decided about these claims after the first `heard` decisions of the case; nothing where that is no number."""
    first = _number(heard)
    later = {d.id for d in said.all[first:]} if first is not None else set()
    return tuple(d for d in touching(said, claims) if d.id in later) if later else ()


def _number(heard: str) -> int | None:
    return int(heard) if heard.isdecimal() and len(heard) <= _LONGEST else None


def _claims(bench: Bench, said: Said, done: Decision) -> dict[str, bool]:
    """The claims of all that it is about; of an undo, of what that took back."""
    about: Decision | None = done
    while about and about.verdict is Verdict.UNDO:
        about = said.by_id(about.about)
    found: dict[str, bool] = {}
    for id_ in (about.about, about.other) if about else ():
        if id_:
            try:
                number = lookup.number_of(bench.index.read(), id_)
            except NotFound:  # its page was read anew since: then nobody can decide about it either
                continue
            found |= lookup.claims_of(bench.index.read(), number)
    return found
