"""Each role may do what the issue says, and no more."""

import pytest

from onrecord.errors import NotAllowed
from onrecord.workbench.people import Action, Person, Role, may

ALLOWED = {
    Role.READER: {Action.READ},
    Role.REVIEWER: {Action.READ, Action.DECIDE, Action.EXPORT},
    Role.EDITOR: set(Action),
}


@pytest.mark.parametrize("role", Role)
def test_a_role_may_do_this_and_nothing_else(role: Role) -> None:
    assert {action for action in Action if may(role, action)} == ALLOWED[role]


def test_who_may_not_is_told_which_role_it_needs() -> None:
    with pytest.raises(NotAllowed, match="needs the role editor, yours is reviewer"):
        Person("Vera", Role.REVIEWER).must(Action.MANAGE)
    Person("Vera", Role.REVIEWER).must(Action.DECIDE)
