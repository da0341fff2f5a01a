"""The browser of the tests: Debian's Chromium, or Chrome, driven by Playwright."""

import os
import shutil

import pytest
from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",  # containers run as root
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--disable-features=AutofillServerCommunication",  # it asks its maker what a form is for
    "--no-first-run",
)
DRAWING = ("--use-angle=swiftshader", "--enable-unsafe-swiftshader")  # WebGL without a graphics card
NO_DRAWING = ("--disable-gpu", "--disable-software-rasterizer", "--disable-3d-apis")


def executable() -> str:
    """The path of a browser; without one the test is skipped, and fails where ``CI=true``."""
    found = next((path for path in map(shutil.which, NAMES) if path), None)
    if found is None:
        message = f"no browser found ({', '.join(NAMES)}): apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return found


def launch(playwright: Playwright, *extra_args: str, webgl: bool = True) -> Browser:
    """A headless browser that calls nobody, with or without WebGL. The caller closes it."""
    drawing = DRAWING if webgl else NO_DRAWING
    return playwright.chromium.launch(executable_path=executable(), args=[*ARGUMENTS, *drawing, *extra_args])
