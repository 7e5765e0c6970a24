"""The files that docs/developers/deploy.md tells to install, but for nginx: tests/test_nginx.py."""

import shutil
import subprocess
import sys

import pytest

from tests.services import nginx
from tests.services.site import CHECKOUT

UNITS = CHECKOUT / "docs" / "developers" / "deploy" / "systemd"


@pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed."
)
def test_systemd_understands_the_units(tmp_path):
    units = []
    for path in sorted(UNITS.iterdir()):
        text = path.read_text("utf-8").replace("/srv/newsroom/.venv/bin/python", sys.executable)
        units.append(tmp_path / path.name)
        units[-1].write_text(text.replace("/srv/newsroom", str(CHECKOUT)))
    done = subprocess.run(
        ["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False
    )
    of_ours = [line for line in done.stderr.splitlines() if "newsroom" in line]
    assert (of_ours, done.returncode) == ([], 0), done.stderr


def test_every_unit_that_is_named_is_there():
    page = (CHECKOUT / "docs" / "developers" / "deploy.md").read_text("utf-8")
    for path in (*UNITS.iterdir(), *nginx.FILES.glob("*.conf")):
        assert path.name in page, path.name


def test_the_settings_file_names_settings_that_exist():
    text = (UNITS.parent / "newsroom.env").read_text("utf-8")
    names = [line.partition("=")[0] for line in text.splitlines() if line and line[0] != "#"]
    listed = (CHECKOUT / "docs" / "developers" / "settings.md").read_text("utf-8")
    assert len(names) > 5
    for name in names:
        assert f"| `{name}` |" in listed, name


def test_nothing_of_nginxs_files_is_left_of_this_machine():
    for path in nginx.FILES.rglob("*.*"):
        assert str(CHECKOUT) not in path.read_text("utf-8")
