"""Makes sure that the browser tests have a Chromium: the one found, else Debian's package, else Playwright's download."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "/usr/bin/chromium")
"""What may be on the PATH, and where Debian puts it when the PATH was made before."""


def found() -> str | None:
    """Return the path of a Chromium that can be run: CHROMIUM, one on the PATH, or Playwright's own."""
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named)
    for name in NAMES:
        if path := shutil.which(name):
            return path
    try:
        from playwright.sync_api import sync_playwright

        with sync_playwright() as playwright:
            own = playwright.chromium.executable_path
    except Exception:
        return None
    return own if Path(own).exists() else None


def debian() -> bool:
    """Install Debian's package where that needs no password; return whether it worked."""
    if not shutil.which("apt-get"):
        return False
    if os.geteuid() == 0:
        prefix: list[str] = []
    elif shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        prefix = ["sudo", "-n"]
    else:
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*prefix, "apt-get", "update", "-qq"], env=quiet)
    command = [*prefix, "apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]
    return subprocess.run(command, env=quiet).returncode == 0 and found() is not None


def main() -> int:
    """Find or fetch a Chromium and say which; 0 when there is one."""
    if path := found():
        print(f"Browser tests use {path}.")
        return 0
    if debian():
        print(f"Installed Debian's chromium: {found()}.")
        return 0
    fetched = subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"])
    if fetched.returncode == 0 and (path := found()):
        print(f"Playwright fetched {path}.")
        return 0
    print("No Chromium: install one and name it in CHROMIUM; the browser tests need it.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
