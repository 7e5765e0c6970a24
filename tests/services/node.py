"""Java and Node tools for `make audit`: where they are, and how they come here.

tests/audit/package.json names them, package-lock.json pins them. They are put into var/, so that no
test or tool of ours walks through them.
"""

import shutil
import subprocess
from pathlib import Path

from tests.services import chromium, debian
from tests.services.site import CHECKOUT

WANTED = CHECKOUT / "tests" / "audit"
FOLDER = CHECKOUT / "var" / "audit"
MODULES = FOLDER / "node_modules"
PACKAGES = {"java": "default-jre-headless", "node": "nodejs", "npm": "npm"}
MISSING = (
    "{} not installed: put what is missing on the PATH, or run as root on Debian, where it is "
    "installed by itself."
)


def make_ready() -> str:
    """Install what is missing and may be installed; why the audit cannot run, empty if it can."""
    lacking = _lacking()
    if lacking and debian.may_install():
        debian.install(*(PACKAGES[name] for name in lacking))
        lacking = _lacking()
    if chromium.find() is None:
        lacking.append("chromium")
    if lacking:
        return MISSING.format(f"{', '.join(lacking)} {'are' if len(lacking) > 1 else 'is'}")
    return "" if _is_current() else _install()


def _lacking() -> list[str]:
    return [name for name in PACKAGES if shutil.which(name) is None]


def _is_current() -> bool:
    """Whether the last installation ended well and was of the present lock file."""
    done = FOLDER / "installed.json"
    return done.exists() and done.read_bytes() == (WANTED / "package-lock.json").read_bytes()


def _install() -> str:
    """Run npm; its last words if it failed."""
    print("Installing the audit's tools with npm", flush=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(WANTED / name, FOLDER / name)
    # Without scripts: one of them would fetch a Java of its own.
    done = subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        cwd=FOLDER,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        return f"npm could not install the audit's tools: {done.stdout.strip()[-2000:]}"
    shutil.copy(Path(WANTED) / "package-lock.json", FOLDER / "installed.json")
    return ""
