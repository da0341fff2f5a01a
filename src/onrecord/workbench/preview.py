"""What would come of a merge or a split: the same fold, with a decision that nobody made yet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from onrecord.exports import told
from onrecord.model import Decision, Harm, Incident, Role, Verdict
from onrecord.store.fold.decided import in_force
from onrecord.store.incidents import folded
from onrecord.store.index.folds import gather
from onrecord.workbench import say
from onrecord.workbench.bench import Bench

_SILENT = frozenset({told.UNKNOWN, "not reported", ""})
_NOT_COMPARED = frozenset({"status", "pages"})
_LATE = datetime.max.replace(tzinfo=UTC)  # later than all that was decided


@dataclass(frozen=True)
class Brief:
    """An incident in few words: (field, words) in the order of the page."""

    incident: Incident
    values: tuple[tuple[str, str], ...]

    def value(self, name: str) -> str:
        """What it says of a field."""
        return dict(self.values).get(name, "")


def brief(incident: Incident) -> Brief:
    """Its fields in words."""
    values = [
        ("kind", say.spoken(incident.kind.value)),
        ("when", say.days(incident.when)),
        ("place", told.place(incident.place)),
        *(
            (h.value, say.toll(incident.toll(h)))
            for h in Harm
            if h in (Harm.KILLED, Harm.INJURED) or incident.toll(h)
        ),
        *((role.value, told.names(incident, role)) for role in Role),
        ("status", _status(incident)),
        (
            "pages",
            f"{say.counted(len(incident.documents), 'page')}, {say.counted(len(incident.origins), 'origin')}",
        ),
    ]
    return Brief(incident, tuple(values))


def _status(incident: Incident) -> str:
    """With its reason, which may begin with it."""
    status, reason = incident.status.value, incident.status_reason
    return reason if reason.startswith(status) else f"{status}: {reason}"


def merged(bench: Bench, claims: Iterable[str], about: str, other: str) -> list[Brief]:
    """What the claims of two incidents would be, were these called the same."""
    return _would_be(bench, claims, Decision("", about, Verdict.SAME, "", "", _LATE, other))


def parted(bench: Bench, claims: Iterable[str], split: Decision) -> list[Brief]:
    """What the claims of one incident would be, were it split so."""
    return _would_be(bench, claims, replace(split, at=_LATE))


def _would_be(bench: Bench, claims: Iterable[str], decision: Decision) -> list[Brief]:
    said = bench.said()
    decided = in_force([*said.all, decision], said.rule.reviewers if said.rule else 1)
    group = gather(bench.case, bench.index.read(), claims)
    made = folded(group.claims.values(), group.documents.values(), group.links, decided, group.origins)
    return [brief(one.incident) for one in made if not one.rejected]


def rows(sides: Sequence[Brief]) -> list[tuple[str, str, list[str]]]:
    """For each field its name, whether the first two ``agree`` or ``clash`` (empty where one knows nothing), and what each says."""
    names = dict.fromkeys(name for side in sides for name, _ in side.values)
    told_ = [(name, [side.value(name) for side in sides]) for name in names]
    return [(name, _verdict(name, values[:2]), values) for name, values in told_]


def _verdict(name: str, values: Sequence[str]) -> str:
    if name in _NOT_COMPARED or not _SILENT.isdisjoint(values) or len(values) < 2:
        return ""
    return "agree" if values[0] == values[1] else "clash"
