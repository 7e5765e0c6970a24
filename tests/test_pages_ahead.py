"""Pages made before anybody asks: after a publication, and when a process begins to serve."""

import threading
import time

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import transaction

from articles.actions.publishing import publish
from articles.actions.records import save_record
from articles.actions.withdrawing import withdraw
from articles.ahead import at_start
from articles.models import Masthead
from newsroom.pagestore import ahead
from newsroom.pagestore.wsgi import StoredPages
from tests import factories
from tests.page_store_site import Reader
from tests.services import redis

pytestmark = pytest.mark.django_db(transaction=True)


class Serving:
    """A process that serves: `made` are the paths of the pages that Django has made in it."""

    def __init__(self) -> None:
        django = get_wsgi_application()
        self.made: list[str] = []

        def noting(environ, start_response):
            self.made.append(environ["PATH_INFO"])
            return django(environ, start_response)

        store = StoredPages(noting, build="a build", offline_seconds=3600)
        self.reader = Reader(store)
        self.ahead = ahead.begin(store)

    def take_made(self) -> list[str]:
        """What was made until now; counted from the beginning after it."""
        self.ahead.wait()
        made = list(self.made)
        self.made.clear()
        return made


@pytest.fixture
def here(monkeypatch):
    """Whatever begins to serve in a test ends with it."""
    monkeypatch.setattr(ahead, "_here", None)
    save_record(Masthead.current(), {"name": "Báo thử"}, by=None)


@pytest.fixture
def serving(here):
    return Serving()


def test_a_publication_has_its_pages_made_for_their_first_readers(serving):
    parent = factories.make_section("Thời sự", slug="thoi-su")
    section = factories.make_section("Giao thông", slug="giao-thong", parent=parent)
    row = factories.make_published(title="Cầu mới", section=section)
    url = row.get_absolute_url()
    assert serving.take_made() == [url, "/", "/thoi-su/giao-thong/", "/thoi-su/"]
    for path in (url, "/", "/thoi-su/giao-thong/", "/thoi-su/"):
        assert "Cầu mới" in serving.reader.get(path).text
    assert serving.take_made() == []


def test_a_withdrawal_has_the_pages_made_that_are_left(serving):
    row = factories.make_published(section=factories.make_section(slug="thoi-su"))
    serving.take_made()
    withdraw(row.article, by=None, reason="Thử")
    assert serving.take_made() == ["/", "/thoi-su/"]


def test_a_publication_that_is_rolled_back_has_nothing_made(serving):
    article = factories.make_article()
    with transaction.atomic():
        publish(article, by=None)
        transaction.set_rollback(True)
    assert serving.take_made() == []


def test_where_no_pages_are_served_none_are_made(here):
    factories.make_published()
    assert "pages ahead" not in {thread.name for thread in threading.enumerate()}


def test_a_process_begins_with_the_front_page_the_sections_and_the_newest_articles(serving):
    section = factories.make_section(slug="thoi-su")
    rows = [factories.make_published(section=section) for _ in range(2)]
    serving.take_made()
    another = Serving()
    another.reader.store._build = "of another process"
    another.ahead.want(at_start)
    newest = [row.get_absolute_url() for row in reversed(rows)]
    assert another.take_made() == ["/", "/thoi-su/", *newest]


def test_what_cannot_be_made_is_left_to_its_readers(here, caplog):
    asked = []

    def broken(environ, start_response):
        asked.append(environ["PATH_INFO"])
        raise ZeroDivisionError

    def nothing():
        raise ZeroDivisionError

    made_ahead = ahead.begin(broken)
    made_ahead.want(lambda: ["/", "/b/", "/"])
    made_ahead.wait()
    made_ahead.want(nothing)
    made_ahead.wait()
    assert asked == ["/", "/b/"]
    assert len(caplog.records) == 3


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_pages_are_made_under_the_address_that_readers_use(here, settings, scheme):
    settings.SITE_URL = f"{scheme}://127.0.0.1:8000"
    if scheme == "https":
        settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
        settings.SECURE_SSL_REDIRECT = True
    serving = Serving()
    serving.ahead.want(lambda: ["/"])
    assert serving.take_made() == ["/"]
    told = {"x_forwarded_proto": "https"} if scheme == "https" else {}
    assert serving.reader.get("/", **told).status == 200
    assert serving.take_made() == []


@pytest.mark.skipif(redis.find() is None, reason=redis.MISSING)
def test_a_server_makes_the_front_page_before_anybody_asks(own_site):
    own_site.manage(
        "shell",
        "-c",
        "from articles.actions.records import save_record; from articles.models import Masthead;"
        "save_record(Masthead.current(), {'name': 'Báo thử'}, by=None)",
    )
    with redis.server() as running, redis.redis.Redis.from_url(running.address) as client:
        own_site.environment["PAGES_CACHE_URL"] = running.address
        with own_site.server():
            deadline = time.monotonic() + 30
            while not client.dbsize():
                assert time.monotonic() < deadline, "no page was made"
                time.sleep(0.05)
