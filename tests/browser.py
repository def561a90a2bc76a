"""A Chromium for the browser tests: one on the PATH, else Playwright's own, else Debian's package as root."""

import os
import shutil
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SWITCHES = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@lru_cache(maxsize=1)
def chromium() -> str:
    """Give the path of a Chromium; raises RuntimeError, saying what was tried, where none can be had."""
    found = _on_the_path() or _playwrights() or _debians()
    if found is None:
        raise RuntimeError(
            "the browser tests need a Chromium: none is on the PATH, `playwright install chromium` gave none, "
            "and Debian's package could not be installed (that needs root and apt-get)"
        )
    return found


def _on_the_path() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _playwrights() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        path = driver.chromium.executable_path
    if not Path(path).exists():
        _tried([sys.executable, "-m", "playwright", "install", "chromium"])
    return path if Path(path).exists() else None


def _debians() -> str | None:
    if shutil.which("apt-get") and os.geteuid() == 0:
        _tried(["apt-get", "update"])
        _tried(["apt-get", "install", "--yes", "--no-install-recommends", "chromium"])
    return _on_the_path()


def _tried(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False, timeout=600).returncode == 0
