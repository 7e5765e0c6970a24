"""A paper of its own, for tests that need real processes: its database, its folders, its servers.

Its database is of the kind that the test run uses, and is no test's but this one's, so that
processes may be killed in the middle of what they do.
"""

import os
import secrets
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import psycopg
from psycopg import sql

from tests.services.ports import free_port

CHECKOUT = Path(__file__).parents[2]
START_SECONDS = 240  # with the sample to load, on a busy machine


@dataclass(frozen=True)
class Site:
    """A paper whose files lie in `folder`; `environment` makes any process one of its own."""

    folder: Path
    environment: dict[str, str]

    def start(self, *arguments: str, **options) -> subprocess.Popen:
        """Start `manage.py` with `arguments`; the caller ends it."""
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.Popen(command, cwd=CHECKOUT, env=self.environment, **options)

    def manage(self, *arguments: str) -> str:
        """What `manage.py` with `arguments` prints; AssertionError with all of it if it fails."""
        running = self.start(
            *arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        printed, _none = running.communicate()
        assert running.returncode == 0, printed
        return printed

    @contextmanager
    def server(self) -> Iterator[str]:
        """gunicorn as `make run` starts it, with its own two workers; its address, no final /."""
        port = free_port()
        address = f"http://127.0.0.1:{port}"
        running = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "--config", "newsroom/gunicorn.py", "newsroom.wsgi"],
            cwd=CHECKOUT,
            env=self.environment | {"PORT": str(port), "SITE_URL": address},
        )
        try:
            wait_for(f"{address}/healthz", running)
            yield address
        finally:
            running.send_signal(signal.SIGTERM)
            running.wait(timeout=START_SECONDS)


def environment(folder: Path, database: str) -> dict[str, str]:
    """What makes a process one of the paper in `folder` with the database at the URL `database`."""
    return os.environ | {
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "MEDIA_ROOT": str(folder / "media"),
        "ORIGINALS_ROOT": str(folder / "originals"),
        "STATIC_ROOT": str(folder / "static"),
    }


@dataclass(frozen=True)
class Template:
    """What every paper of a test run begins with: a migrated, empty database; static files."""

    database: str
    static: Path


@contextmanager
def template(folder: Path) -> Iterator[Template]:
    """Migrate a database and collect the static files once, to be copied and shared."""
    with _database(folder) as url:
        site = Site(folder, environment(folder, url))
        site.manage("migrate", "--verbosity", "0")
        site.manage("collectstatic", "--noinput", "--verbosity", "0")
        yield Template(url, folder / "static")


@contextmanager
def open_site(folder: Path, template: Template) -> Iterator[Site]:
    """An empty paper in `folder`; its database is gone after the block."""
    (folder / "static").symlink_to(template.static)
    with _database(folder, copied_from=template.database) as url:
        yield Site(folder, environment(folder, url))


def wait_for(address: str | Request, running: subprocess.Popen) -> None:
    """Return once `address` answers; HTTPError if it answers with one, RuntimeError if it does not."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and running.poll() is None:
        try:
            urlopen(address, timeout=5).close()
        except HTTPError:
            raise
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"{address!r} does not answer; exit status {running.poll()}")


@contextmanager
def _database(folder: Path, copied_from: str = "") -> Iterator[str]:
    server = os.environ.get("TEST_DATABASE_URL")
    if not server:
        path = folder / "newsroom.sqlite3"
        if copied_from:
            shutil.copy(copied_from.removeprefix("sqlite:///"), path)
        yield f"sqlite:///{path}"
        return
    name = f"site_{secrets.token_hex(6)}"
    made = sql.Identifier(name)
    template = sql.Identifier(urlsplit(copied_from).path.removeprefix("/") or "template1")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(made, template))
        try:
            yield urlsplit(server)._replace(path=f"/{name}").geturl()
        finally:
            # FORCE: a killed process may have left its connection behind.
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(made))
