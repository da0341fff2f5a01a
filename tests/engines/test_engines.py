"""One test body for every engine: each gives what `inline` gives, in any order of the input."""

import random
from collections.abc import Iterator
from datetime import date
from itertools import count

import pytest

from onrecord.engines import Engine
from onrecord.engines.inline import Inline
from onrecord.engines.pool import Pool
from onrecord.errors import MissingResource
from onrecord.model import Claim, Document, Failure, Kind, MadeBy, Passage, Reading
from onrecord.stage import Stage
from onrecord.stages.settle import SETTLE
from tests.engines import steps
from tests.engines.steps import Number, number


@pytest.fixture(scope="module", params=["inline", "pool"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with Inline() if request.param == "inline" else Pool(2) as one:
        yield one


def shuffled(records: list[object]) -> list[object]:
    random.Random(5).shuffle(records)
    return records


def said(results: object) -> list[str]:
    """What came out, whatever its order."""
    return sorted(map(repr, results))  # type: ignore[call-overload]


def test_every_record_goes_through_every_stage_in_order(engine: Engine) -> None:
    values = [out.value for out in engine.map([steps.DOUBLE, steps.DOUBLE], map(number, range(100)))]
    assert values == [4 * n for n in range(100)]


def test_any_order_gives_the_same_records(engine: Engine) -> None:
    stages = [steps.TWICE, steps.PICKY, steps.DOUBLE]
    expected = said(Inline().map(stages, map(number, range(200))))
    assert said(engine.map(stages, shuffled([number(n) for n in range(200)]))) == expected
    assert len(expected) == 200  # 67 doubled, 67 gone, 66 kept


def test_a_real_stage_gives_the_same_ids(engine: Engine) -> None:
    readings = [_reading(n) for n in range(70)]
    results = list(engine.map([SETTLE], shuffled(list(readings))))
    assert said(results) == said(Inline().map([SETTLE], readings))
    assert len({claim.id for reading in results for claim in reading.claims}) == 140


def _reading(n: int) -> Reading:
    text = f"Shells fell on bridge {n}. Shells fell again."
    document = Document(f"document-{n}", f"capture-{n}", text, MadeBy("clean", 1), published=date(2022, 5, 1))
    claims = tuple(
        Claim("", document.id, (), Kind.SHELLING, Passage.of(text, at, at + 6), Passage.of(text, at, at + 11))
        for at in (0, text.rindex("Shells"))
    )
    return Reading(document, (MadeBy("read", 1),), claims=claims)


def test_a_record_on_which_a_stage_raises_is_named_and_the_rest_goes_on(engine: Engine) -> None:
    results = list(engine.map([steps.PICKY, steps.DOUBLE], map(number, range(10))))
    failures = {f.record: f for f in results if isinstance(f, Failure)}
    assert set(failures) == {"number-7", "number-8", "number-9"}
    assert failures["number-7"].stage == "picky"
    assert "ValueError: 7 ends in seven" in failures["number-7"].reason
    assert "\n" not in failures["number-7"].reason
    assert failures["number-8"].reason == "8 ends in eight: give another"
    assert [r.value for r in results if isinstance(r, Number)] == [0, 2, 4, 6, 8, 10, 12]


def test_a_failure_among_the_input_passes_untouched(engine: Engine) -> None:
    given = Failure("page.html", "intake", "it is empty: give another")
    assert said(engine.map([steps.DOUBLE], [number(1), given])) == said([Number("number-1", 2), given])
    assert given in list(engine.group(steps.SUM, [number(1), given]))


def test_an_endless_input_is_read_only_a_little_ahead(engine: Engine) -> None:
    taken = count()
    results = engine.map([steps.DOUBLE], (number(next(taken)) for _ in count()))
    assert [next(results).value for _ in range(7)] == [0, 2, 4, 6, 8, 10, 12]
    assert next(taken) <= 50
    results.close()  # type: ignore[attr-defined]


def test_a_stage_is_opened_once_in_each_process(engine: Engine) -> None:
    results = list(
        engine.map(
            [
                steps.OPENED,
            ],
            map(number, range(40)),
        )
    )
    again = list(engine.map([steps.OPENED], map(number, range(40))))
    assert len({process for process, _ in results}) <= 2
    assert len(set(results + again)) == len({process for process, _ in results + again})


@pytest.mark.parametrize(
    ("stage", "words"),
    [(steps.NEEDY, "buy one"), (steps.BROKEN, "no such abacus"), (steps.LACKING, "lost its beads")],
)
def test_what_cannot_be_opened_or_is_found_missing_stops_the_run(
    engine: Engine, stage: Stage, words: str
) -> None:
    with pytest.raises(MissingResource, match=words):
        list(engine.map([stage], map(number, range(3))))


def test_groups_are_whole_and_in_the_order_of_their_keys(engine: Engine) -> None:
    results = list(engine.group(steps.SUM, shuffled([number(n) for n in range(100)])))
    good = [r for r in results if isinstance(r, Number)]
    assert [(n.id, n.value) for n in good] == [(f"sum-{d}", 450 + 10 * d) for d in range(10) if d != 3]
    [failure] = [r for r in results if isinstance(r, Failure)]
    assert (failure.record, failure.stage) == ("3", "sum")


def test_one_group_of_everything(engine: Engine) -> None:
    tens = [number(10 * n) for n in range(30)]
    assert list(engine.group(steps.SUM, shuffled(list(tens)))) == [Number("sum-0", 4350)]


def test_a_map_stage_cannot_be_grouped(engine: Engine) -> None:
    with pytest.raises(ValueError, match="no group stage"):
        list(engine.group(steps.DOUBLE, [number(1)]))


def test_nothing_gives_nothing(engine: Engine) -> None:
    assert list(engine.map([steps.DOUBLE], [])) == []
    assert list(engine.group(steps.SUM, [])) == []


def test_the_time_in_each_stage_is_known(engine: Engine) -> None:
    list(engine.map([steps.DOUBLE, steps.TWICE], map(number, range(5))))
    assert engine.spent["double"] > 0
    assert engine.spent["twice"] > 0
