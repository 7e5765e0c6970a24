"""Under load: the database goes, hangs and comes back; gunicorn is told to begin anew."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.services.ports import free_port
from tests.services.site import CHECKOUT, START_SECONDS, Site, wait_for
from tests.soak.test_page_store_kills import BEFORE, shell

READERS = 4


class Line:
    """The line to the database: a port of our own that leads to it, until it is cut or hangs."""

    def __init__(self, database: str) -> None:
        parts = urlsplit(database)
        port = free_port()
        self.database = parts._replace(
            netloc=f"{parts.username}:{parts.password}@127.0.0.1:{port}"
        ).geturl()
        self._port = port
        self._database = database
        self._far = (parts.hostname, parts.port)
        self._open = threading.Event()
        self._ends: list[socket.socket] = []
        self._listener: socket.socket | None = None
        self.mend()

    def stop(self) -> None:
        """As a server that is told to stop: nobody listens, and each connection is told why."""
        self._close_port()
        with psycopg.connect(self._database, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )

    def cut(self) -> None:
        """As a server that is killed: nobody listens, and what was connected is closed."""
        self._close_port()
        for end in self._ends:
            close(end)
        self._ends.clear()

    def _close_port(self) -> None:
        listener, self._listener = self._listener, None
        if listener is not None:
            listener.shutdown(socket.SHUT_RDWR)
            listener.close()

    def hang(self) -> None:
        """As a network that swallows everything: connections are taken, and nothing comes."""
        self._open.clear()

    def mend(self) -> None:
        """All is well again."""
        self._open.set()
        if self._listener is None:
            self._listener = socket.create_server(("127.0.0.1", self._port))
            threading.Thread(target=self._accept, args=[self._listener], daemon=True).start()

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                near, _address = listener.accept()
                far = socket.create_connection(self._far)
            except OSError:
                return
            self._ends += [near, far]
            for pair in ((near, far), (far, near)):
                threading.Thread(target=self._carry, args=pair, daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket) -> None:
        try:
            while data := source.recv(65536):
                self._open.wait()
                target.sendall(data)
        except OSError:
            pass
        close(source)
        close(target)


def close(end: socket.socket) -> None:
    """Close a connection for both sides, whoever is reading from it."""
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()


@contextmanager
def gunicorn(site: Site, **environment: str) -> Iterator[tuple[str, subprocess.Popen]]:
    """Its address, and its master process."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    running = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--config", "newsroom/gunicorn.py", "newsroom.wsgi"],
        cwd=CHECKOUT,
        env=site.environment | {"PORT": str(port), "SITE_URL": address} | environment,
    )
    try:
        wait_for(f"{address}/healthz", running)
        yield address, running
    finally:
        running.send_signal(signal.SIGTERM)
        running.wait(timeout=START_SECONDS)


def get(address: str, path: str) -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    try:
        connection.request("GET", path, headers={"Connection": "close"})
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read().decode()
    finally:
        connection.close()


@contextmanager
def readers(address: str, paths: list[str]) -> Iterator[Counter]:
    """People who read these pages all the time; what they got (a status, or an error) by number."""
    got: Counter = Counter()
    done = threading.Event()

    def read(number: int) -> None:
        while not done.is_set():
            for path in paths[number % len(paths) :] + paths[: number % len(paths)]:
                try:
                    got[get(address, path)[0]] += 1
                except OSError as error:
                    got[repr(error)] += 1

    threads = [threading.Thread(target=read, args=[number]) for number in range(READERS)]
    for thread in threads:
        thread.start()
    try:
        yield got
    finally:
        done.set()
        for thread in threads:
            thread.join()


def read_on(got: Counter) -> None:
    """Let the readers have two hundred pages more."""
    enough, deadline = got[200] + 200, time.monotonic() + START_SECONDS
    while got[200] < enough:
        assert time.monotonic() < deadline, got
        time.sleep(0.05)


@pytest.fixture
def made(own_site):
    return shell(own_site, BEFORE)


def test_no_request_fails_while_gunicorn_begins_anew(own_site, made):
    with gunicorn(own_site) as (address, master), readers(address, ["/", made["url"]]) as got:
        for _ in range(3):
            read_on(got)
            master.send_signal(signal.SIGHUP)
        read_on(got)
    assert set(got) == {200}


if os.environ.get("TEST_DATABASE_URL"):
    # SQLite is a file: it does not go.

    @pytest.fixture
    def line(own_site):
        line = Line(own_site.environment["DATABASE_URL"])
        yield line
        line.cut()

    @pytest.mark.parametrize("how", ["stop", "cut", "hang"])
    def test_stored_pages_are_served_while_postgresql_is_away(own_site, made, line, how):
        stored = ["/", made["url"], "/thoi-su/"]
        with gunicorn(own_site, DATABASE_URL=line.database) as (address, _master):
            for path in stored * 8:
                assert "Surrogate-Key" in get(address, path)[1], path
            with readers(address, stored) as got:
                read_on(got)
                getattr(line, how)()
                time.sleep(1.5)  # the first to notice wait for a second
                status, headers, text = get(address, f"{made['other_url']}?x=1")
                assert (status, headers.get("Retry-After")) == (503, "30")
                assert "<h1" in text and "Bài bên cạnh" not in text
                read_on(got)
                line.mend()
                read_on(got)
            assert set(got) == {200}
            shell(
                own_site,
                "from articles.models import *; from articles.actions.withdrawing "
                f"import *; withdraw(Article.objects.get(pk={made['id']}), by=None, reason='Thử')",
            )
            for _ in range(10):
                assert get(address, made["url"])[0] == 410
            assert get(address, f"{made['other_url']}?x=1")[0] == 200

    def test_pages_are_served_no_longer_than_the_setting_says(own_site, made, line):
        settings = {"DATABASE_URL": line.database, "PAGES_OFFLINE_SECONDS": "3"}
        with gunicorn(own_site, **settings) as (address, _master):
            for _ in range(8):
                get(address, "/")
            line.cut()
            assert get(address, "/")[0] == 200
            time.sleep(3)
            assert get(address, "/")[0] == 503
            line.mend()
            assert get(address, "/")[0] == 200
