"""Two sides that accuse one another put the perpetrator in dispute; nothing less does."""

from dataclasses import replace

import pytest

from onrecord.model import Attribution, Claim, Participant, Passage, Role, SpeakerKind, Stance
from onrecord.store.fold.actors import actors
from onrecord.store.fold.sides import accuse_one_another
from tests.stages.link.reports import report


def said(words: str, trigger: str, *, by: str | None = None, doer: str | None = None) -> Claim:
    """A claim in the sentence `words`, said for the country `by`, with `doer` marked as the perpetrator."""
    claim = report("d", words, 4).claims[0]
    whole = Passage.of(words, 0, len(words))
    speaker = (Attribution(whole, whole, whole, SpeakerKind.OFFICIAL, side=by),) if by else ()
    at = words.index(doer) if doer else 0
    doers = (Participant(Role.PERPETRATOR, Passage.of(words, at, at + len(doer))),) if doer else ()
    place = words.index(trigger)
    mention = Passage.of(words, place, place + len(trigger))
    return replace(claim, sentence=whole, trigger=mention, attributions=speaker, participants=doers)


NORTH = said("Chadian forces shelled the depot.", "shelled", by="Libya", doer="forces")
COUNTER = said("The ministry accused Libyan troops of shelling the depot.", "shelling", by="Chad")


def test_each_side_names_the_other() -> None:
    assert accuse_one_another([NORTH, COUNTER])
    assert accuse_one_another([COUNTER, NORTH])


@pytest.mark.parametrize("by", ["Mali", None])
def test_a_side_that_others_name_names_another(by: str | None) -> None:
    assert accuse_one_another([NORTH, said("Libyan troops shelled it.", "shelled", by=by, doer="troops")])


@pytest.mark.parametrize(
    "other",
    [
        said("Libya said that Chadian forces did it.", "did", by="Libya", doer="forces"),
        said(
            "Sudanese troops shelled it.", "shelled", by="Mali", doer="troops"
        ),  # may have acted with others
        said("Rebels shelled the depot.", "shelled", by="Chad", doer="Rebels"),
        said("The shelling, for which we blame nobody, of us.", "shelling", by="Chad"),
        said("Shelling hit the depot; it accused Libyan troops of lying.", "Shelling", by="Chad"),
        replace(COUNTER, stance=Stance.DENIED),
    ],
)
def test_less_is_no_dispute(other: Claim) -> None:
    assert not accuse_one_another([NORTH, other])


def test_what_nobody_is_accused_of_is_not_in_dispute() -> None:
    assert not accuse_one_another([])
    assert not accuse_one_another([said("Shells hit the depot.", "hit", by="Chad")])


def test_the_forces_of_two_countries_are_two_actors() -> None:
    ours = said("Chadian forces shelled the depot.", "shelled", doer="forces")
    theirs = said("Then Libyan forces came.", "came", doer="forces")
    named = said("The Chadian Desert Guard came.", "came", doer="Desert Guard")
    words = [actor.words for actor in actors([ours, theirs, ours, named])]
    assert words == [("Chadian forces",), ("Libyan forces",), ("Desert Guard",)]
