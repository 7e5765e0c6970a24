"""A server killed while saves, publications and autosaves are on their way loses no acknowledged one."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from tests.services.ports import free_port
from tests.services.site import CHECKOUT, START_SECONDS, Site, wait_for
from tests.soak.test_kills import run
from tests.soak.writer import Writer

KILLS = 100
KILLS_IN_TRANSACTIONS = 30
MOST_KILLS = 300
IN_A_ROW = 25
# Editors-in-chief, signed in, each with an article that readers have, with all that one can have.
SETTING = """
import json
from django.conf import settings
from django.middleware.csrf import _get_new_csrf_string
from django.test import Client
from articles.structure import Role
from tests.cast import make_person
from tests.factories import figure, make_author, make_image, make_published, make_section
section, author, image = make_section(), make_author(), make_image()
writers = []
for name in ("mot", "hai", "ba"):
    person = make_person(name, Role.EDITOR_IN_CHIEF)
    client = Client()
    client.force_login(person, backend="articles.accounts.DeskBackend")
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    body = figure(image) + "<p>Chữ trong bài.</p>" * 20
    row = make_published(section=section, authors=[author], tags=("lũ", "đê"), body=body)
    writers.append([session, _get_new_csrf_string(), person.pk, row.article_id])
print("SETTING", json.dumps(writers))
"""
KEPT = """
import json
from articles.models import Article, AutosavedDraft, PublishedArticle
print("KEPT", json.dumps([
    {
        "saved": [each.content["title"] for each in article.revisions.order_by("number")],
        "published": [row.title for row in article.publications.order_by("visible_from")],
        "autosaved": list(
            AutosavedDraft.objects.filter(article=article).values_list("sequence", "fields")
        ),
    }
    for article in Article.objects.order_by("pk")
]))
"""


def test_a_hundred_kills_of_the_server_lose_nothing_that_was_acknowledged(own_site, tmp_path):
    printed = own_site.manage("shell", "--no-imports", "-c", SETTING)
    port = free_port()
    writers = [
        Writer(f"127.0.0.1:{port}", *values, seed=number)
        for number, values in enumerate(json.loads(printed.split("SETTING ")[1]))
    ]
    kills = in_transaction = 0
    with watched_server(own_site, tmp_path, port) as watched:
        while kills < KILLS or in_transaction < KILLS_IN_TRANSACTIONS:
            assert kills < MOST_KILLS, f"only {in_transaction} of {kills} hit a transaction"
            with at_work(writers):
                seeds = range(kills, kills + IN_A_ROW)
                in_transaction += sum(kill_one(watched, writers, seed=seed) for seed in seeds)
            kills += IN_A_ROW
            # At rest: a look from outside takes longer than an act.
            assert run(own_site, "tests.soak.wholeness") == ""
    told = acknowledged(writers)
    print(f"{kills} kills, {in_transaction} of them inside a transaction, {told} acts")
    printed = own_site.manage("shell", "--no-imports", "-c", KEPT)
    # Fewer would be a test in which nobody worked; a busy machine is killed before it has done much.
    assert sum(len(writer.saved) for writer in writers) > 10
    assert sum(len(writer.published) for writer in writers) > 3
    for writer, kept in zip(writers, json.loads(printed.split("KEPT ")[1]), strict=True):
        assert_all_is_there(writer, kept)


@dataclass
class Watched:
    """A gunicorn whose one process is killed and replaced; `killed` is the number of the last one."""

    master: subprocess.Popen
    folder: Path
    killed: int = 0

    def worker(self) -> int:
        """The number of the process that answers, or did before it was killed."""
        return int((self.folder / "worker").read_text())

    def is_inside(self) -> bool:
        """Whether it is inside a transaction, or was when it was killed."""
        return (self.folder / "inside").read_bytes() != b"\0"


@contextmanager
def watched_server(site: Site, folder: Path, port: int) -> Iterator[Watched]:
    """gunicorn as tests/soak/watched_gunicorn.py configures it."""
    command = [sys.executable, "-m", "gunicorn", "--config", "tests/soak/watched_gunicorn.py"]
    running = subprocess.Popen(
        [*command, "newsroom.wsgi"],
        cwd=CHECKOUT,
        env=site.environment
        | {"PORT": str(port), "SITE_URL": f"http://127.0.0.1:{port}", "WATCHED": str(folder)},
        # It says of each process that it was killed.
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz", running)
        yield Watched(running, folder)
    finally:
        running.send_signal(signal.SIGTERM)
        running.wait(timeout=START_SECONDS)


@contextmanager
def at_work(writers: list[Writer]) -> Iterator[None]:
    """All of them write until the block ends."""
    stop = Event()
    threads = [Thread(target=writer.work, args=[stop]) for writer in writers]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def assert_all_is_there(writer: Writer, kept: dict) -> None:
    """What was acknowledged stands there in its order; what was not may, and is whole."""
    saved, published = kept["saved"][1:], kept["published"][1:]
    for found, told in ((saved, writer.saved), (published, writer.published)):
        assert found == [title for title in writer.tried if title in set(found)]
        assert set(told) <= set(found)
    assert set(published) <= set(saved)
    ((sequence, fields),) = kept["autosaved"]
    assert writer.autosaved <= sequence <= writer.autosaves
    assert dict(fields)["title"] == f"Lần {sequence}"


def kill_one(site: Watched, writers: list[Writer], *, seed: int) -> bool:
    """Kill the process that answers, at some moment of its work; whether in a transaction."""
    deadline = time.monotonic() + START_SECONDS

    def wait_until(holds: Callable[[], bool]) -> None:
        while not holds():
            assert time.monotonic() < deadline and site.master.poll() is None
            assert not any(writer.wrong for writer in writers), [each.wrong for each in writers]
            time.sleep(0.005)

    wait_until(lambda: site.worker() != site.killed)
    begun = acknowledged(writers)
    wait_until(lambda: acknowledged(writers) > begun)
    chance = random.Random(seed)
    time.sleep(chance.uniform(0.0, 0.3))
    if seed % 2:
        # Most of the time nobody is inside of one: wait for it, then a moment more.
        wait_until(site.is_inside)
        time.sleep(chance.uniform(0.0, 0.02))
    site.killed = site.worker()
    os.kill(site.killed, signal.SIGKILL)
    return site.is_inside()


def acknowledged(writers: list[Writer]) -> int:
    """How many acts the desk has said it did."""
    return sum(writer.acknowledged for writer in writers)
