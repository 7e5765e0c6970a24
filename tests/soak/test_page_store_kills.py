"""A process killed between its commit and its `on_commit` leaves no stale page anywhere.

Two processes serve from warm stores; a third acts and is killed by its own first `on_commit`. The
next request of every public page is right, whatever the reader holds from before: it says what
that act has done, and is what a process without a store makes of the page.
"""

import http.client
import json
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

import pytest

from tests.services import redis
from tests.services.site import CHECKOUT

# Both processes of the server answer some of so many new connections.
CONNECTIONS = 10

BEFORE = """
import json
from django.urls import reverse
from articles.actions.placing import place
from articles.actions.records import save_record
from articles.comments.models import Comment
from articles.models import Author, Masthead, Section, Tag
from tests import comment_factories, factories
save_record(Masthead.current(), {"name": "Báo thử"}, by=None)
section = factories.make_section("Thời sự", slug="thoi-su")
author = factories.make_author("Minh An")
row, other = (
    factories.make_published(title=title, section=section, authors=[author], tags=("lũ",))
    for title in ("Tựa ban đầu", "Bài bên cạnh")
)
for _ in range(2):
    comment_factories.make_approved(row)
comment_factories.make_waiting(row, body="Lời đang chờ")
print(json.dumps({"id": row.article_id, "other": other.article_id, "url": row.get_absolute_url(),
                  "other_url": other.get_absolute_url()}))
"""

# What each act does, and of which page it must be seen (or be gone).
ACT = """
import os, signal
from dataclasses import replace
from datetime import timedelta
from django.db import transaction
from django.utils import timezone
from articles.actions.placing import place
from articles.actions.publishing import publish
from articles.actions.renaming import rename_section
from articles.actions.saving import save
from articles.actions.withdrawing import withdraw
from articles.comments.actions.deciding import approve_comment
from articles.comments.models import Comment
from articles.models import Article, Section

def die():
    os.kill(os.getpid(), signal.SIGKILL)

article, other = Article.objects.get(pk={id}), Article.objects.get(pk={other})

def saved(title):
    draft = article.revisions.get(number=article.revision_number).draft
    return save(article, replace(draft, title=title), by=None, base_version=article.version)

def dying(act):
    # The outermost transaction is ours: its first on_commit kills, before any of the act's own.
    with transaction.atomic():
        transaction.on_commit(die)
        act()
"""

ANEW = """
import json
from django.test import Client
def answer(path):
    got = Client().get(path, headers={{"host": {host!r}}})
    return got.status_code, got.headers.get("Location", "") + got.content.decode()
print(json.dumps({{path: answer(path) for path in {paths!r}}}))
"""

ACTS = {
    "publish": "article = saved('Tựa mới'); dying(lambda: publish(article, by=None))",
    "withdraw": "dying(lambda: withdraw(article, by=None, reason='Thử'))",
    "approve": "dying(lambda: approve_comment(Comment.objects.get(status='pending'), by=None))",
    "rename": (
        "dying(lambda: rename_section("
        "Section.objects.get(slug='thoi-su'), name='Mục mới', slug='muc-moi', by=None))"
    ),
    "place": "dying(lambda: place(article, 'noi-bat', by=None))",
    "schedule": (
        "article = saved('Tựa mới');"
        "dying(lambda: publish(article, by=None, at=timezone.now() + timedelta(seconds=4)))"
    ),
}


@dataclass(frozen=True)
class Answer:
    """What a reader got: of a moved page, `text` is where to; of a 304, nothing."""

    status: int
    text: str
    headers: dict[str, str] = field(compare=False, default_factory=dict)


class Server:
    """Two processes at `address`, asked over new connections, so that both answer."""

    def __init__(self, address: str) -> None:
        self.parts = urlsplit(address)

    def get(self, path: str, **headers: str) -> Answer:
        connection = http.client.HTTPConnection(self.parts.hostname, self.parts.port, timeout=10)
        try:
            names = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request("GET", path, headers={"Connection": "close"} | names)
            got = connection.getresponse()
            told = dict(got.getheaders())
            return Answer(got.status, told.get("Location", "") + got.read().decode(), told)
        finally:
            connection.close()

    def warm(self, paths: list[str]) -> dict[str, list[Answer]]:
        """Let every page be in the stores of both processes; what readers have got meanwhile."""
        seen: dict[str, list[Answer]] = {path: [] for path in paths}
        for _ in range(2):
            for path in paths:
                seen[path] += [self.get(path) for _ in range(CONNECTIONS // 2)]
            time.sleep(1.2)  # then pages tell their date as well
        for path in paths:
            seen[path].append(self.get(path))
        return seen

    def ask_again(self, path: str, had: list[Answer]) -> list[Answer]:
        """What a page answers now: to somebody new, and to those who have it from before.

        A reader who is told that theirs still holds has got what they had.
        """
        answers = [self.get(path) for _ in range(CONNECTIONS)]
        for old in had:
            conditions = [("if_none_match", old.headers.get("ETag"))] * 2
            conditions += [
                ("if_modified_since", old.headers.get(of)) for of in ("Last-Modified", "Date")
            ]
            for condition, value in conditions:
                if value:
                    got = self.get(path, **{condition: value})
                    answers.append(old if got.status == 304 else got)
        return answers


def shell(site, code: str) -> dict:
    printed = site.manage("shell", "-v0", "-c", code).strip()
    return json.loads(printed) if printed else {}


def made_anew(site, address: str, paths: list[str]) -> dict[str, Answer]:
    """The same pages from a process that has no store."""
    printed = site.manage(
        "shell", "-v0", "-c", ANEW.format(paths=paths, host=urlsplit(address).netloc)
    )
    last = printed.splitlines()[-1]  # above it stands what the log says of pages that are gone
    return {path: Answer(*answer) for path, answer in json.loads(last).items()}


def act_and_die(site, made: dict, act: str) -> None:
    """A process that does it and is killed right after its commit."""
    done = subprocess.run(
        [sys.executable, "manage.py", "shell", "-v0", "-c", ACT.format(**made) + "\n" + ACTS[act]],
        cwd=CHECKOUT,
        env=site.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr


def expectations(act: str, made: dict) -> dict[str, tuple[int, str, str]]:
    """For each page: its status, what it must say and what it may not say (nothing: `""`)."""
    url, short, old, new = made["url"], f"/{made['id']}", "Tựa ban đầu", "Tựa mới"
    lists = ["/", "/thoi-su/", "/tu-khoa/lu/", "/tac-gia/minh-an/", "/rss/home.rss"]
    lists += ["/rss/thoi-su.rss", "/sitemap-news.xml"]
    match act:
        case "publish" | "schedule":
            return {url: (200, new, old)} | dict.fromkeys(lists, (200, new, old))
        case "withdraw":
            gone = {url: (410, "", old), short: (410, "", old)}
            return gone | dict.fromkeys(lists, (200, "Bài bên cạnh", old))
        case "approve":
            comments = (200, "Lời đang chờ", "")
            return {url: comments, f"/{made['id']}/binh-luan/": comments}
        case "rename":
            moved = {"/thoi-su/": (301, "", ""), "/rss/thoi-su.rss": (301, "", "")}
            return moved | dict.fromkeys(("/", url, "/rss/"), (200, "Mục mới", "Thời sự"))
        case "place":
            return {made["other_url"]: (200, old, ""), "/": (200, "Nổi bật", "")}
    raise AssertionError(act)


PAGES = ["/", "/thoi-su/", "/tu-khoa/lu/", "/tac-gia/minh-an/", "/rss/", "/rss/home.rss"]
PAGES += ["/rss/thoi-su.rss", "/sitemap.xml", "/sitemap-pages.xml", "/sitemap-news.xml"]


@pytest.fixture(params=["memory", "redis"])
def site(own_site, request):
    """A paper whose pages lie in its processes' memory, or in a Redis."""
    if request.param == "memory":
        yield own_site
        return
    with redis.server() as running:
        environment = own_site.environment | {"PAGES_CACHE_URL": running.address}
        yield replace(own_site, environment=environment)


@pytest.mark.parametrize("act", ACTS)
def test_the_next_request_is_right_after_a_kill_between_commit_and_on_commit(site, act):
    made = shell(site, BEFORE)
    paths = [*PAGES, f"/sitemap-{made['id'] // 5000 + 1}.xml", made["url"], made["other_url"]]
    paths += [f"/{made['id']}", f"/{made['id']}/binh-luan/"]
    with site.server() as address:
        server = Server(address)
        before = server.warm(paths)
        for path in paths:
            is_stored = "Surrogate-Key" in before[path][-1].headers
            assert is_stored or path == f"/{made['id']}", f"{path} is not from the store"
        act_and_die(site, made, act)
        if act == "schedule":
            assert "Tựa ban đầu" in server.get(made["url"]).text
            time.sleep(4.2)
        now = {path: server.ask_again(path, before[path]) for path in paths}
        right = made_anew(
            replace(site, environment=site.environment | {"SITE_URL": address}), address, paths
        )
    for path in paths:
        assert set(now[path]) == {right[path]}, path
    for path, (status, there, not_there) in expectations(act, made).items():
        for answer in now.get(path, []):
            assert answer.status == status, path
            assert there in answer.text, (path, there)
            assert not not_there or not_there not in answer.text, (path, not_there)
