"""The steps, in order: read this first."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from onrecord import steps
from onrecord.engines import Engine
from onrecord.model import Evidence, Failure
from onrecord.resources.gazetteer import ADDED, gazetteer_name, open_gazetteer
from onrecord.stage import Stage
from onrecord.stages.date import DATE
from onrecord.stages.parse import PARSE
from onrecord.stages.place import PLACE
from onrecord.stages.read import READ
from onrecord.stages.settle import SETTLE
from onrecord.stages.sure import SURE
from onrecord.store.case import Case
from onrecord.watch import Watch

READING = (PARSE, READ, PLACE, DATE, SURE, SETTLE)


def reading_in(case: Case) -> tuple[Stage, ...]:
    """The same with the places that were added to the case."""
    extra = case.folder / ADDED
    if not extra.exists():
        return READING
    place = replace(PLACE, open=partial(open_gazetteer, extra), model=gazetteer_name(extra))
    return (PARSE, READ, place, DATE, SURE, SETTLE)


def run(
    case: Case, given: Iterable[Evidence | Failure], engine: Engine, watch: Watch, *, read_all: bool = False
) -> None:
    """Take evidence into a case and bring its record up to date. Again: only what is not there yet is done. With `read_all` also what the
    first pass would skip is read."""
    stages = reading_in(case)
    steps.keep(case, given, watch)
    steps.clean(case, engine, watch)
    if not read_all:
        steps.sift(case, stages, engine, watch)
    steps.read(case, stages, engine, watch, everything=read_all)
    steps.copies(case, engine, watch)
    steps.link(case, engine, watch)
    steps.failures(case, watch)
