"""Stored pages in a Redis: shared by all processes, and never in a reader's way."""

import signal
import time

import pytest

from newsroom.pagestore.configuration import pages_cache
from tests.page_store_site import Reader, change, database_away, making, open_site
from tests.services import redis

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(redis.find() is None, reason=redis.MISSING),
]


@pytest.fixture
def server():
    with redis.server() as server:
        yield server


@pytest.fixture(autouse=True)
def _site(settings, server):
    settings.CACHES = settings.CACHES | {"pages": pages_cache(server.address, 0)}
    open_site(settings)


def test_one_process_sends_the_page_that_another_has_made():
    one, other = Reader(), Reader()
    first = one.get(accept_encoding="br")
    second = other.get(accept_encoding="br")
    assert (second.body, second.headers["ETag"]) == (first.body, first.headers["ETag"])
    assert making.count == 1
    change("Lời sau")
    for reader in (one, other):
        assert "Lời sau" in reader.get().text
    assert making.count == 2


def test_pages_outlive_the_process_that_made_them(monkeypatch):
    Reader().get()
    started_meanwhile = Reader()
    with database_away(monkeypatch):
        assert "Lời đầu" in started_meanwhile.get().text


def test_a_page_leaves_redis_when_it_can_be_sent_no_more(server):
    Reader().get()
    with redis.redis.Redis.from_url(server.address) as client:
        (key,) = client.keys()
        assert 3600 < client.ttl(key) <= 3900


def test_while_redis_is_down_django_answers_and_then_pages_are_kept_again(server):
    reader, port = Reader(), int(server.address.split(":")[2].split("/")[0])
    reader.get()
    server.process.kill()
    server.process.wait()
    for _ in range(2):
        assert reader.get().status == 200
    assert making.count == 3
    with redis.server(port):
        reader.get()
        reader.get()
    assert making.count == 4


def test_a_redis_that_hangs_holds_a_reader_up_for_a_second_at_most(server):
    reader = Reader()
    reader.get()
    server.process.send_signal(signal.SIGSTOP)
    try:
        started = time.monotonic()
        assert reader.get().status == 200
        assert time.monotonic() - started < 3  # half a second to read, another to write
    finally:
        server.process.send_signal(signal.SIGCONT)
    assert reader.get().status == 200


@pytest.mark.parametrize("place", ["", "memcached://host", "memory ", "host:6379", "http://host"])
def test_a_place_that_is_none_is_refused(place):
    with pytest.raises(ValueError, match="redis://host/0"):
        pages_cache(place, 1)
