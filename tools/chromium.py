"""Finds the Chromium for the browser tests. As root on Debian, installs it (`python -m tools.chromium`).

Playwright's own download is never used: what a test machine runs comes from its distribution. Debian's headless shell
is the same engine without the browser's own windows, and takes a third less of the processor. The full browser works
too.
"""

import os
import shutil
import subprocess
import sys

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
)
PACKAGES = ("chromium-headless-shell", "chromium")
OUTSIDE_THE_PATH = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
SENTENCE = (
    "The browser tests need Chromium: install it (on Debian: sudo apt install chromium-headless-shell, or chromium) "
    "or name its path in CHROMIUM."
)


def find() -> str | None:
    """Returns the path of a Chromium: the one that CHROMIUM names, else the first known one. None if there is none."""
    named = os.environ.get("CHROMIUM")
    candidates = (named,) if named else (*NAMES, *OUTSIDE_THE_PATH)
    return next((path for name in candidates if (path := shutil.which(name))), None)


def install() -> None:
    """Installs Debian's package, quietly. What apt says is shown only if no package can be installed."""
    print("Installing Chromium for the browser tests ...", file=sys.stderr)
    said = apt("update", "-qq")
    for package in PACKAGES:
        said += apt("install", "-qq", "-y", "--no-install-recommends", package)
        if find():
            return
    print(said, file=sys.stderr)


def apt(*words: str) -> str:
    """Runs apt-get without questions and returns what it said."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        ["apt-get", *words], check=False, env=quiet, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    return done.stdout


def main() -> int:
    may_install = not os.environ.get("CHROMIUM") and hasattr(os, "geteuid") and os.geteuid() == 0
    if not find() and may_install and shutil.which("apt-get"):
        install()
    if find():
        return 0
    print(SENTENCE, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
