"""Under load: the database goes, hangs and comes back; gunicorn is told to begin anew."""

import http.client
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest

from tests.services import postgres
from tests.services.ports import free_port
from tests.services.site import (
    CHECKOUT,
    START_SECONDS,
    Site,
    environment,
    wait_for,
)
from tests.soak.test_page_store_kills import BEFORE, shell

READERS = 4


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
    def server():
        """A server that is nobody else's: it may be stopped."""
        with postgres.server(postgres.find()) as running:
            yield running

    @pytest.fixture
    def paper(server, tmp_path):
        """An empty paper on it."""
        site = Site(tmp_path, environment(tmp_path, server.url))
        site.manage("migrate", "--verbosity", "0")
        site.manage("collectstatic", "--noinput", "--verbosity", "0")
        return site

    def stop(server):
        """As it is told to: each connection hears why."""
        server.stop()

    def die(server):
        """As if it was killed: what was connected is closed."""
        server.stop(signal.SIGQUIT)

    def hang(server):
        """Connections are taken, and nothing comes."""
        server.freeze()

    @pytest.mark.parametrize("how", [stop, die, hang])
    def test_stored_pages_are_served_while_postgresql_is_away(paper, server, how):
        made = shell(paper, BEFORE)
        stored = ["/", made["url"], "/thoi-su/"]
        # One process: of several, one may not have begun to keep pages yet.
        with gunicorn(paper, WEB_CONCURRENCY="1") as (address, _master):
            for path in stored:
                assert "Surrogate-Key" in get(address, path)[1], path
            with readers(address, stored) as got:
                read_on(got)
                how(server)
                try:
                    time.sleep(1.5)  # the first to notice wait for a second
                    status, headers, text = get(address, f"{made['other_url']}?x=1")
                    read_on(got)
                finally:
                    server.thaw() if how is hang else server.start()
                assert (status, headers.get("Retry-After")) == (503, "30")
                assert "<h1" in text and "Bài bên cạnh" not in text
                read_on(got)
            assert set(got) == {200}
            shell(
                paper,
                "from articles.models import *; from articles.actions.withdrawing "
                f"import *; withdraw(Article.objects.get(pk={made['id']}), by=None, reason='Thử')",
            )
            for _ in range(10):
                assert get(address, made["url"])[0] == 410
            assert get(address, f"{made['other_url']}?x=1")[0] == 200

    def test_pages_are_served_no_longer_than_the_setting_says(paper, server):
        shell(paper, BEFORE)
        settings = {"PAGES_OFFLINE_SECONDS": "3", "WEB_CONCURRENCY": "1"}
        with gunicorn(paper, **settings) as (address, _master):
            get(address, "/")
            server.stop(signal.SIGQUIT)
            try:
                assert get(address, "/")[0] == 200
                time.sleep(3)
                assert get(address, "/")[0] == 503
            finally:
                server.start()
            assert get(address, "/")[0] == 200
