"""What the first pass skips is said, explained, and read when asked."""

from pathlib import Path

from typer.testing import CliRunner

from onrecord.cli import app
from onrecord.model import Document, Receipt
from onrecord.stages.read import sift
from onrecord.store.case import Case

PEACE = "The council met on Tuesday to speak about the price of water. Members asked for a plan before the winter."
FIGURE = "The company will launch a campaign next week, and its rivals fear a battle over the price of bread."


def call(*words: object) -> str:
    result = CliRunner().invoke(app, list(map(str, words)), env={"COLUMNS": "200"})
    assert result.exit_code == 0, result.output
    return result.output


def test_skipped_articles_are_counted_explained_and_read_when_asked(tmp_path: Path) -> None:
    case = tmp_path / "case"
    texts = {"peace": PEACE, "talk": " ".join([PEACE, FIGURE] * 10)}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    given = [tmp_path / f"{name}.txt" for name in texts]
    told = call("run", *given, "--case", case)
    assert f"1 article kept but not read: {sift.NO_WORD}" in told
    assert f"1 article kept but not read: {sift.UNLIKELY}" in told
    with Case.open(case) as opened:
        (talk,) = (d for d in opened.current(Document) if "campaign" in d.text)
    assert f"nearest to harm: “{FIGURE}”" in call("why", "--case", case, talk.id)
    assert "not read" not in call("run", *given, "--case", case, "--read-all")
    with Case.open(case) as opened:
        assert all(r.made_by[0].stage == "parse" for r in opened.current(Receipt))
