"""What may not be served is refused before anything is made ready."""

from pathlib import Path

from onrecord.store.case import Case
from onrecord.store.index.index import FILE
from tests.cli.command import call


def test_another_address_without_accounts_is_refused_before_the_index_is_made(tmp_path: Path) -> None:
    with Case.open(tmp_path / "case", create=True):
        pass
    said = call("serve", "--case", tmp_path / "case", "--host", "0.0.0.0", code=1).output  # noqa: S104
    assert "--team" in said
    assert not (tmp_path / "case" / FILE).exists()
