"""Chromium for the tests in tests/browser: where it is, and how it starts.

`python -m tests.services.chromium` installs it where it is missing and may be installed.
"""

import shutil
import sys

from tests.services import debian

# What the browser does by itself is switched off: no test may depend on a network, and as root
# it refuses to start with its sandbox. It opens this project's own pages only.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MISSING = (
    "Chromium is not installed: put `chromium` on the PATH, or run as root on Debian, "
    "where it is installed by itself."
)


def find() -> str | None:
    """The path of the installed Chromium, or None."""
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        if path := shutil.which(name):
            return path
    return None


def main() -> int:
    """Install Chromium if it is missing; say so in one line where that cannot be. Always 0."""
    if find():
        return 0
    if not (debian.may_install() and debian.install("chromium", "fonts-dejavu-core") and find()):
        print(MISSING, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
