"""The nightly backup of docs/developers/deploy.md, and the way back. It is for PostgreSQL alone."""

import os
import shutil
import subprocess
import time
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.services.site import CHECKOUT

MAKE = """
from tests.factories import figure, make_image, make_published
make_published(title="Nước lên ở bến", body=figure(make_image()) + "<p>Thân bài.</p>")
"""
BACKUP = CHECKOUT / "docs" / "developers" / "deploy" / "backup"
EXTENSIONS = {"btree_gist", "pg_trgm"}


def files(folder: Path) -> dict[str, bytes]:
    """The files below a folder, by their path in it."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


if os.environ.get("TEST_DATABASE_URL"):
    pytestmark = pytest.mark.skipif(
        not (shutil.which("rsync") and shutil.which("pg_dump")),
        reason="rsync and PostgreSQL's client programs are not installed.",
    )

    @pytest.fixture
    def nights(own_site, tmp_path):
        """A paper with an article and its picture, and where its backups go."""
        own_site.manage("shell", "-v0", "-c", MAKE)
        own_site.environment["BACKUP_ROOT"] = str(tmp_path / "nights")
        return tmp_path / "nights"

    def back_up(site) -> subprocess.CompletedProcess:
        return subprocess.run(
            [BACKUP], env=site.environment, capture_output=True, text=True, check=False
        )

    def test_a_backup_can_be_restored_letter_for_letter(own_site, nights):
        done = back_up(own_site)
        assert (done.returncode, done.stderr) == (0, "")
        night = nights / time.strftime("%Y-%m-%d")
        for name in ("originals", "media"):
            assert files(night / name) == files(own_site.folder / name) != {}
        before = own_site.manage("dumpdata")
        server = os.environ["TEST_DATABASE_URL"]
        old = own_site.environment["DATABASE_URL"]
        name = f"{urlsplit(old).path[1:]}_back"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
            try:
                back = urlsplit(server)._replace(path=f"/{name}").geturl()
                subprocess.run(
                    ["pg_restore", "--no-owner", "--exit-on-error", "--dbname", back]
                    + [night / "database"],
                    check=True,
                )
                own_site.environment["DATABASE_URL"] = back
                assert own_site.manage("dumpdata") == before
                with psycopg.connect(back) as restored:
                    rows = restored.execute("SELECT extname FROM pg_extension").fetchall()
                assert {name for (name,) in rows} >= EXTENSIONS
            finally:
                own_site.environment["DATABASE_URL"] = old
                connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def test_what_has_not_changed_is_linked_and_only_fourteen_nights_are_kept(own_site, nights):
        assert back_up(own_site).returncode == 0
        today = nights / time.strftime("%Y-%m-%d")
        older = [nights / f"2020-01-{day:02}" for day in range(1, 16)]
        today.rename(older[-1])
        for night in older[:-1]:
            night.mkdir()
        (nights / "notes.txt").write_text("not a night")
        assert back_up(own_site).returncode == 0
        kept = sorted(path.name for path in nights.iterdir() if path.is_dir())
        assert kept == [night.name for night in older[2:]] + [today.name]
        assert (nights / "notes.txt").exists()
        for name in files(today / "originals"):
            assert (today / "originals" / name).samefile(older[-1] / "originals" / name)

    def test_a_backup_that_fails_says_so_and_leaves_no_database_behind(own_site, nights):
        own_site.environment["DATABASE_URL"] = "postgres://nobody@127.0.0.1:1/nothing"
        done = back_up(own_site)
        assert done.returncode != 0
        assert "nothing" in done.stderr or "refused" in done.stderr
        assert not list(nights.rglob("database"))
