"""What one document tells as one happening."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import (
    Candidate,
    Claim,
    Count,
    Document,
    Harm,
    Interval,
    Kind,
    Passage,
    Place,
    Precision,
    Stance,
    Time,
)
from onrecord.stages.link.within import accounts
from tests.stages.read.harm import claims, document


def told(text: str) -> list[list[str]]:
    """The triggers of each account."""
    return [[c.trigger.words for c in account] for account in accounts(claims(text), document(text))]


def test_a_recap_and_the_lead_are_one() -> None:
    text = (
        "Shelling killed four people in the old market, officials said.\n\n"
        "Shops were closed for the day.\n\n"
        "The attack on the market killed four people and injured nine others."
    )
    assert told(text) == [["Shelling", "killed", "attack", "killed", "injured"]]


def test_a_death_without_a_happening_of_its_own_joins_the_nearest() -> None:
    assert told("A bomb exploded in a café. Two people died.") == [["exploded", "died"]]


def test_other_kinds_are_other_happenings() -> None:
    text = "A bomb exploded at the bank and killed a guard. Rebels kidnapped three teachers from a bus."
    assert told(text) == [["exploded", "killed"], ["kidnapped"]]


def test_another_attack_is_another_happening() -> None:
    text = "Gunmen attacked a police station and killed two officers. Another attack left a nurse dead."
    assert len(told(text)) == 2


def test_what_is_planned_is_not_what_happened() -> None:
    text = "Rebels attacked the base and killed two guards. They threatened to attack the capital."
    assert ["attacked", "killed"] in told(text)
    assert len(told(text)) == 2


def test_the_main_happening_comes_first() -> None:
    text = (
        "Last year a kidnapping shook the town, in which rebels seized a judge.\n\n"
        "On Monday a bomb exploded at the courthouse. The blast killed five people and injured ten others. "
        "The bomb destroyed the gate. Two of the wounded died in hospital."
    )
    assert told(text)[0][0] == "exploded"


_TEXT = "attack " * 40
_DOCUMENT = document(_TEXT)


def _claim(n: int, **values: object) -> Claim:
    trigger = Passage.of(_TEXT, 7 * n, 7 * n + 6)
    plain = Claim(f"claim-{n}", "doc", (), Kind.SHELLING, trigger, Passage.of(_TEXT, 0, len(_TEXT)), group=n)
    return replace(plain, **values)  # type: ignore[arg-type]


def _on(day: int) -> dict[str, object]:
    when = date(2031, 5, day)
    passage = Passage(0, 6, "attack")
    return {"time": Time(passage, "DATE", when.isoformat(), when, when), "when": Interval(when, when, "told")}


def _at(name: str) -> dict[str, object]:
    resolved = Candidate(name, 0.0, 0.0, "UA", Precision.SETTLEMENT)
    return {"place": Place(Passage(0, 6, "attack"), resolved, "told")}


def test_other_days_and_other_towns_are_other_happenings() -> None:
    days = [_claim(1, **_on(1)), _claim(2, **_on(4)), _claim(3, **_on(1))]
    assert [[c.id for c in a] for a in accounts(days, _DOCUMENT)] == [["claim-1", "claim-3"], ["claim-2"]]
    towns = [_claim(1, **_at("Aville")), _claim(2, **_at("Beville")), _claim(3, **_at("Aville"))]
    assert [[c.id for c in a] for a in accounts(towns, _DOCUMENT)] == [["claim-1", "claim-3"], ["claim-2"]]


def test_an_unknown_day_or_place_speaks_against_nothing() -> None:
    mixed = [_claim(1, **_on(1), **_at("Aville")), _claim(2), _claim(3, stance=Stance.POSSIBLE)]
    assert len(accounts(mixed, _DOCUMENT)) == 1


def test_the_same_number_decides_between_two() -> None:
    def toll(number: int) -> tuple[Count, ...]:
        return (Count(Harm.KILLED, number, number, Passage(0, 6, "attack")),)

    given_ = [
        _claim(1, **_on(1), counts=toll(4)),
        _claim(2, **_on(4), counts=toll(9)),
        _claim(3, counts=toll(4), kind=Kind.OTHER_HARM),
    ]
    assert [c.id for c in accounts(given_, _DOCUMENT)[0]] == ["claim-1", "claim-3"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(list(Kind)),
            st.sampled_from([{}, _on(1), _on(9), _at("Aville"), _at("Beville")]),
            st.booleans(),
        ),
        max_size=12,
    ),
    st.randoms(use_true_random=False),
)
def test_every_claim_is_in_one_account_whatever_the_order(
    parts: list[tuple[Kind, dict[str, object], bool]], random: object
) -> None:
    made = [_claim(n, kind=kind, **values) for n, (kind, values, _) in enumerate(parts)]
    made = [replace(c, group=None) if alone else c for c, (_, _, alone) in zip(made, parts, strict=True)]
    shuffled = list(made)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = accounts(made, _DOCUMENT)
    assert sorted(c.id for account in found for c in account) == sorted(c.id for c in made)
    assert accounts(shuffled, _DOCUMENT) == found


def test_no_claims() -> None:
    assert accounts((), Document("doc", "capture", "", _DOCUMENT.made_by)) == []
