"""A certificate for the tests, made on the spot."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def certificate(folder: Path, name: str = "records", *, passphrase: str | None = None) -> tuple[Path, Path]:
    """A certificate of its own making and its key; without openssl the test is skipped, and fails where ``CI=true``."""
    openssl = shutil.which("openssl")
    if openssl is None:
        message = "no openssl found: apt-get install openssl"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    made, key = folder / f"{name}.pem", folder / f"{name}.key"
    secret = ["-passout", f"pass:{passphrase}"] if passphrase else ["-nodes"]
    command = [
        openssl,
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-days",
        "2",
    ]
    given = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    subprocess.run([*command, *secret, "-keyout", key, "-out", made, *given], check=True, capture_output=True)
    return made, key
