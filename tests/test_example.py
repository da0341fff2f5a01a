"""The page the project began with, when it lies beside the checkout; its text belongs to others and is not copied here."""

import io
import re
from datetime import date
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.engines.inline import Inline
from onrecord.exports.formats import FORMATS, Options
from onrecord.intake import gather
from onrecord.model import Claim, Given, Harm, Incident, Precision, Record, Situation, SpeakerKind
from onrecord.store.case import Case
from onrecord.store.record import record_of
from onrecord.watch import Watch
from tests.practice import ROOT

PAGE = ROOT.parent / "shared" / "examples" / "captured-soldier.txt"
pytestmark = pytest.mark.skipif(not PAGE.exists(), reason=f"{PAGE.name} does not lie beside the checkout")
OKHTYRKA = 713749


def _record(folder: Path, published: date | None) -> Record:
    with Case.open(folder, create=True) as case:
        pipeline.run(case, gather([PAGE], given=Given(published=published)), Inline(), Watch())
        return record_of(case)


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return _record(tmp_path_factory.mktemp("dated") / "case", date(2022, 3, 3))


@pytest.fixture(scope="module")
def undated(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return _record(tmp_path_factory.mktemp("undated") / "case", None)


def attack(record: Record) -> Incident:
    """The incident of the kindergarten and the orphanage."""
    (found,) = (
        i for i in record.incidents if any("orphanage" in record.claims[c].sentence.words for c in i.claims)
    )
    return found


def test_the_attack_is_placed_to_the_settlement(dated: Record) -> None:
    place = attack(dated).place
    assert place
    assert (place.geonames_id, place.country, place.precision) == (OKHTYRKA, "UA", Precision.SETTLEMENT)
    assert place.admin1 and place.admin1.startswith("Sumy")


def test_its_time_is_only_bounded_by_the_report(dated: Record, undated: Record) -> None:
    assert (attack(dated).when.earliest, attack(dated).when.latest) == (None, date(2022, 2, 26))
    assert (attack(undated).when.earliest, attack(undated).when.latest) == (None, None)


def test_kindergarten_and_orphanage_are_marked_as_protected(dated: Record) -> None:
    marked = " ".join(w for a in attack(dated).actors if a.protected for w in a.words)
    assert "kindergarten" in marked
    assert "orphanage" in marked


def _said_by(record: Record, kind: SpeakerKind) -> list[Claim]:
    return [c for c in record.claims.values() if any(a.speaker is kind for a in c.attributions)]


def test_the_lawmakers_post_is_an_attributed_claim_without_numbers(dated: Record) -> None:
    claims = _said_by(dated, SpeakerKind.LAWMAKER)
    assert {a.side for c in claims for a in c.attributions} == {"Ukraine"}
    counts = [n for c in claims for n in c.counts]
    assert {n.harm for n in counts if n.whom and "children" in n.whom} == {Harm.KILLED, Harm.INJURED}
    assert {(n.low, n.high) for n in counts} == {(None, None)}


def test_the_prisoners_claims_are_a_prisoners_and_flagged(dated: Record) -> None:
    claims = _said_by(dated, SpeakerKind.PRISONER)
    assert claims
    assert all(Situation.IN_CAPTIVITY in c.situations for c in claims)


def test_nothing_from_furniture_figures_of_speech_or_the_unburied(dated: Record) -> None:
    told = " ".join(c.sentence.words for c in dated.claims.values())
    assert not re.search("Leave a Reply|email address|cannon fodder|corpses", told)


@pytest.mark.parametrize("format_", FORMATS)
def test_neither_soldier_nor_mother_is_named_in_any_export(dated: Record, format_: str) -> None:
    named = re.findall(r"saying: ‘([A-Z]\w+),", PAGE.read_text(encoding="utf-8"))
    assert named, "the page names somebody"
    out = io.StringIO()
    FORMATS[format_](dated, out, Options())
    assert [name for name in named if name in out.getvalue()] == []
