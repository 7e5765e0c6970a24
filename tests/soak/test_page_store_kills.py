"""A process killed between its commit and its `on_commit` leaves no stale page anywhere.

Two processes serve from warm stores; a third acts and is killed by its own first `on_commit`. The
next request of every public page is right, whatever the reader holds from before.
"""

import http.client
import json
import signal
import subprocess
import sys
import time
from urllib.parse import urlsplit

import pytest

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


class Site:
    """Two processes at `address`, asked over new connections, so that both answer."""

    def __init__(self, address: str) -> None:
        self.parts = urlsplit(address)

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], str]:
        connection = http.client.HTTPConnection(self.parts.hostname, self.parts.port, timeout=10)
        try:
            names = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request("GET", path, headers={"Connection": "close"} | names)
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read().decode()
        finally:
            connection.close()

    def warm(self, paths: list[str]) -> dict[str, list[dict[str, str]]]:
        """Every page in the stores of both processes; the headers they came with."""
        seen: dict[str, list[dict[str, str]]] = {path: [] for path in paths}
        for _ in range(2):
            for path in paths:
                for _ in range(CONNECTIONS // 2):
                    seen[path].append(self.get(path)[1])
            time.sleep(1.2)  # then pages tell their date as well
        for path in paths:
            seen[path].append(self.get(path)[1])
        return seen


def shell(site, code: str) -> dict:
    printed = site.manage("shell", "-v0", "-c", code).strip()
    return json.loads(printed) if printed else {}


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
            return moved | dict.fromkeys(
                ("/", url, "/rss/", "/muc-moi/"), (200, "Mục mới", "Thời sự")
            )
        case "place":
            return {made["other_url"]: (200, old, ""), "/": (200, "Nổi bật", "")}
    raise AssertionError(act)


PAGES = ["/", "/thoi-su/", "/tu-khoa/lu/", "/tac-gia/minh-an/", "/rss/", "/rss/home.rss"]
PAGES += ["/rss/thoi-su.rss", "/sitemap.xml", "/sitemap-news.xml"]


@pytest.mark.parametrize("act", ACTS)
def test_the_next_request_is_right_after_a_kill_between_commit_and_on_commit(own_site, act):
    made = shell(own_site, BEFORE)
    paths = [*PAGES, made["url"], made["other_url"], f"/{made['id']}", f"/{made['id']}/binh-luan/"]
    with own_site.server() as address:
        site = Site(address)
        before = site.warm(paths)
        assert "Surrogate-Key" in before[made["url"]][-1], "the page is not from the store"
        act_and_die(own_site, made, act)
        if act == "schedule":
            assert "Tựa ban đầu" in site.get(made["url"])[2]
            time.sleep(4.2)
        for path, (status, there, not_there) in expectations(act, made).items():
            answers = [site.get(path) for _ in range(CONNECTIONS)]
            for headers in before.get(path, []):
                answers += [
                    site.get(path, if_none_match=headers["ETag"])
                    for _ in range(2)
                    if "ETag" in headers
                ]
                answers += [
                    site.get(path, if_modified_since=headers[name])
                    for name in ("Last-Modified", "Date")
                    if name in headers
                ]
            for got, _headers, text in answers:
                assert got == status, path
                assert there in text, (path, there)
                assert not not_there or not_there not in text, (path, not_there)
