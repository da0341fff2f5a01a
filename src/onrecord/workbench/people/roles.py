"""Who somebody is to the workbench, and what each role may do."""

from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from onrecord.errors import NotAllowed


class Role(StrEnum):
    """What somebody is trusted with; each role may do all that the ones before it may."""

    READER = "reader"
    REVIEWER = "reviewer"
    EDITOR = "editor"

    @property
    def rank(self) -> int:
        """0 for the least trusted."""
        return list(Role).index(self)


class Action(Enum):
    """What the workbench asks about before it does it."""

    READ = auto()
    DECIDE = auto()
    UNDO_OTHERS = auto()
    """Take back what somebody else decided; one's own can be taken back by whoever may decide."""
    EXPORT = auto()
    """Write files in which protected people are shown by their role."""
    EXPORT_NAMES = auto()
    """Write files in which they are named."""
    MANAGE = auto()
    """Add people, give roles, make invitations."""


_LEAST = {
    Action.READ: Role.READER,
    Action.DECIDE: Role.REVIEWER,
    Action.EXPORT: Role.REVIEWER,
    Action.UNDO_OTHERS: Role.EDITOR,
    Action.EXPORT_NAMES: Role.EDITOR,
    Action.MANAGE: Role.EDITOR,
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who has come in. `name` is what their decisions bear."""

    name: str
    role: Role

    def may(self, action: Action) -> bool:
        """Whether this person's role allows it."""
        return may(self.role, action)

    def must(self, action: Action) -> None:
        """Go on only if the role allows it.

        Raises:
            NotAllowed: it does not.
        """
        if not self.may(action):
            raise NotAllowed(f"this needs the role {_LEAST[action]}, yours is {self.role}: ask an editor")


def may(role: Role, action: Action) -> bool:
    """Whether a role allows an action."""
    return role.rank >= _LEAST[action].rank
