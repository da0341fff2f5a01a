"""What may not be served is refused before anything is made ready."""

import signal
from pathlib import Path

from onrecord.store.case import Case
from onrecord.store.index.index import FILE
from tests.bad_input.given import start
from tests.cli.command import call


def test_another_address_without_accounts_is_refused_before_the_index_is_made(tmp_path: Path) -> None:
    with Case.open(tmp_path / "case", create=True):
        pass
    said = call("serve", "--case", tmp_path / "case", "--host", "0.0.0.0", code=1).output  # noqa: S104
    assert "--team" in said
    assert not (tmp_path / "case" / FILE).exists()


def test_ctrl_c_is_the_way_to_end_it(practice_case: Path) -> None:
    with start("serve", "--case", practice_case, "--port", "0") as run:
        assert run.stdout is not None
        assert run.stdout.readline().startswith("the workbench is at http://127.0.0.1")
        assert run.stdout.readline().startswith("open it in a browser")
        run.send_signal(signal.SIGINT)
        _, err = run.communicate()
    assert run.returncode == 0
    assert err.splitlines()[-1] == "the workbench is closed; everything that was decided is kept"
