"""Where stored pages lie: in memory bounded in bytes, and nowhere where that fails."""

import math
from datetime import UTC, datetime

import pytest
import time_machine

from newsroom.pagestore import store
from newsroom.pagestore.wsgi import RENEWED_AFTER
from tests.page_store_site import making, open_site

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reader(settings):
    return open_site(settings)


class Sized:
    def __init__(self, size):
        self.size = size


@pytest.fixture
def memory(settings):
    settings.CACHES = settings.CACHES | {
        "small": settings.CACHES["pages"] | {"LOCATION": "small", "OPTIONS": {"MAX_BYTES": 1000}}
    }
    small = store.caches["small"]
    yield small
    small.clear()


def test_memory_is_bounded_in_bytes_and_forgets_what_was_used_longest_ago(memory):
    for number in range(10):
        memory.set(number, Sized(100))
    assert memory.get(0)
    memory.set("new", Sized(100))
    memory.set("newer", Sized(50))
    kept = [number for number in range(10) if memory.get(number)]
    assert kept == [0, 3, 4, 5, 6, 7, 8, 9]
    memory.set("new", Sized(20))
    memory.set("again", Sized(30))
    assert memory.get("new").size == 20


def test_memory_keeps_no_value_that_would_push_out_too_many(memory):
    memory.set("big", Sized(126))
    assert memory.get("big") is None
    memory.set("fair", Sized(125))
    memory.set("fair", Sized(126))
    assert memory.get("fair") is None


def test_memory_forgets_what_has_expired_was_deleted_or_cleared(memory):
    with time_machine.travel(datetime(2031, 5, 19, tzinfo=UTC), tick=False) as clock:
        memory.set("a", Sized(1), 10)
        memory.set("b", Sized(1), 10)
        memory.touch("b", 100)
        clock.shift(10)
        assert (memory.get("a"), memory.get("b").size) == (None, 1)
    assert not memory.add("b", Sized(2))
    assert memory.delete("b") and not memory.delete("b")
    assert memory.add("b", Sized(2)) and not memory.touch("a")
    memory.clear()
    assert memory.get("b") is None


def test_a_cache_that_fails_leaves_everything_to_django(reader, monkeypatch):
    class Broken:
        def get(self, key):
            raise ConnectionError("no cache today")

        def set(self, key, value, timeout):
            raise ConnectionError("no cache today")

    monkeypatch.setattr(store, "caches", {"pages": Broken()})
    for _ in range(2):
        assert "Lời đầu" in reader.get().text
    assert making.count == 2


def test_a_page_without_end_is_kept_no_longer_than_it_may_ever_be_sent(reader, monkeypatch):
    kept = []
    monkeypatch.setattr(store, "keep", lambda key, page, seconds: kept.append((page, seconds)))
    reader.get()
    ((page, seconds),) = kept
    assert page.until == math.inf
    assert seconds == RENEWED_AFTER + 3600
