"""A stored page is sent only while it holds, made by one at a time, and never stale."""

import math
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest
import time_machine
from django.conf import settings as django_settings
from django.db import OperationalError, connection, connections, transaction
from django.test.utils import CaptureQueriesContext

from newsroom.pagestore import checking, store
from newsroom.pagestore.build import build_id
from newsroom.pagestore.pages import Validity
from newsroom.pagestore.wsgi import RENEWED_AFTER, StoredPages
from tests import page_store_site as site
from tests.page_store_site import Reader, change, database_away, making, wait_until

pytestmark = pytest.mark.django_db(transaction=True)

ON_POSTGRESQL = django_settings.DATABASES["default"]["ENGINE"].endswith("postgresql")


@pytest.fixture(autouse=True)
def _site(settings):
    settings.ROOT_URLCONF = "tests.page_store_site"
    change("Lời đầu")
    making.__init__()


@pytest.fixture
def reader():
    return Reader()


def at_once(people, act):
    """A pool of `people` threads that all act, and their answers to come."""

    def one(number):
        try:
            return act(number)
        finally:
            connections.close_all()

    pool = ThreadPoolExecutor(people)
    return pool, [pool.submit(one, number) for number in range(people)]


# --- A hit -----------------------------------------------------------------------------------


def test_the_second_reader_gets_the_page_that_was_made_for_the_first(reader):
    first, second = reader.get(), reader.get()
    assert (first.status, second.status, making.count) == (200, 200, 1)
    assert "Lời đầu" in second.text
    assert second.body == first.body


def test_a_hit_asks_the_database_one_question(reader, monkeypatch):
    reader.get()
    asked = []
    for vendor, question in checking._QUESTIONS.items():
        monkeypatch.setitem(
            checking._QUESTIONS,
            vendor,
            lambda *given, question=question: asked.append(given) or question(*given),
        )
    with CaptureQueriesContext(connection) as through_django:
        assert reader.get().status == 200
    assert (len(asked), len(through_django), making.count) == (1, 0, 1)


def test_pages_of_another_build_are_not_sent(reader):
    reader.get()
    Reader(StoredPages(reader.store._django, build="the next", offline_seconds=1)).get()
    assert making.count == 2


def test_a_build_is_known_by_its_code_its_templates_and_its_settings(tmp_path):
    code, template = tmp_path / "a.py", tmp_path / "deep" / "a.html"
    template.parent.mkdir()
    code.write_text("1")
    template.write_text("1")
    seen = {build_id([tmp_path], "https://bao.example")}
    seen.add(build_id([tmp_path], "https://khac.example"))
    code.write_text("2")
    seen.add(build_id([tmp_path], "https://bao.example"))
    template.write_text("2")
    seen.add(build_id([tmp_path], "https://bao.example"))
    (tmp_path / "picture.jpg").write_text("no code")
    seen.add(build_id([tmp_path], "https://bao.example"))
    assert len(seen) == 4


# --- Never stale -----------------------------------------------------------------------------


def test_a_change_is_in_the_next_answer(reader):
    reader.get()
    change("Lời sau")
    assert "Lời sau" in reader.get().text
    assert "Lời sau" in reader.get().text
    assert making.count == 2


def test_a_change_of_a_key_that_never_changed_before_is_one_too(reader):
    reader.get()
    site.raise_versions({"front"})
    reader.get()
    assert making.count == 2


def test_a_change_of_another_key_leaves_the_page(reader):
    reader.get()
    site.raise_versions({"s:1", "sites", "fron"})
    reader.get()
    assert making.count == 1


def test_a_change_between_versions_and_data_costs_one_more_rendering(reader):
    making.before_data = lambda: making.count == 1 and change("Lời sau")
    assert "Lời sau" in reader.get().text
    assert "Lời sau" in reader.get().text
    reader.get()
    assert making.count == 2


def test_a_change_between_data_and_storing_is_in_the_next_answer(reader):
    making.after_data = lambda: making.count == 1 and change("Lời sau")
    assert "Lời đầu" in reader.get().text  # it was the truth when it was read
    assert "Lời sau" in reader.get().text


def test_a_change_that_is_rolled_back_changes_nothing(reader):
    reader.get()

    def change_and_fail():
        with transaction.atomic():
            change("Lời không thành")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_and_fail()
    assert "Lời đầu" in reader.get().text
    assert making.count == 1


def test_a_page_ends_at_its_instant_and_not_before(reader):
    minute = datetime(2031, 5, 19, 7, 0, tzinfo=UTC)
    making.until = minute
    with time_machine.travel(minute - timedelta(seconds=9), tick=False) as clock:
        reader.get()
        making.until = None
        clock.move_to(minute - timedelta(milliseconds=1))
        reader.get()
        assert making.count == 1
        clock.move_to(minute)
        reader.get()
        assert making.count == 2


def test_the_nearest_of_several_instants_counts():
    validity, now = Validity(), datetime(2031, 5, 19, 7, 0, tzinfo=UTC)
    for seconds in (60, 30, 90):
        validity.until(now + timedelta(seconds=seconds))
    validity.until(None)
    assert validity.end == now + timedelta(seconds=30)


def test_a_page_that_ends_while_it_is_made_is_not_kept(reader):
    now = datetime(2031, 5, 19, 7, 0, tzinfo=UTC)
    with time_machine.travel(now, tick=False) as clock:
        making.until = now + timedelta(seconds=1)
        making.after_data = lambda: clock.shift(2)
        reader.get()
        reader.get()
    assert making.count == 2


def test_an_old_page_is_made_anew_against_what_no_key_stands_for(reader):
    now = datetime(2031, 5, 19, 7, 0, tzinfo=UTC)
    with time_machine.travel(now, tick=False) as clock:
        reader.get()
        clock.shift(RENEWED_AFTER - 1)
        reader.get()
        assert making.count == 1
        clock.shift(1)
        reader.get()
        reader.get()
        assert making.count == 2


# --- One at a time ---------------------------------------------------------------------------


def test_eight_readers_of_a_new_page_have_it_made_once(reader):
    go_on = Event()
    making.after_data = lambda: go_on.wait(10)
    pool, answers = at_once(8, lambda _number: reader.get())
    with pool:
        wait_until(lambda: making.count)
        time.sleep(0.2)
        go_on.set()
    assert making.count == 1
    assert {answer.result().status for answer in answers} == {200}


def test_who_waited_does_not_get_what_changed_meanwhile(reader):
    has_read, go_on = Event(), Event()
    making.after_data = lambda: making.count == 1 and (has_read.set(), go_on.wait(10))
    pool, (first,) = at_once(1, lambda _number: reader.get())
    assert has_read.wait(10)
    change("Lời sau")
    others, answers = at_once(3, lambda _number: reader.get())
    with pool, others:
        time.sleep(0.2)
        go_on.set()
    assert "Lời đầu" in first.result().text
    for answer in answers:
        assert "Lời sau" in answer.result().text


def test_who_has_waited_long_enough_makes_the_page_too(reader, monkeypatch):
    monkeypatch.setattr("newsroom.pagestore.wsgi.PATIENCE", 0.05)
    go_on = Event()
    making.after_data = lambda: making.count == 1 and go_on.wait(10)
    pool, _first = at_once(1, lambda _number: reader.get())
    with pool:
        wait_until(lambda: making.count)
        assert reader.get().status == 200
        go_on.set()
    assert making.count == 2


def test_while_an_old_page_is_made_anew_others_get_the_old_one_at_once(reader):
    now = datetime(2031, 5, 19, 7, 0, tzinfo=UTC)
    go_on = Event()
    with time_machine.travel(now, tick=False) as clock:
        reader.get()
        clock.shift(RENEWED_AFTER)
        making.after_data = lambda: go_on.wait(10)
        pool, _renewing = at_once(1, lambda _number: reader.get())
        with pool:
            wait_until(lambda: making.count == 2)
            assert reader.get().status == 200
            assert not go_on.is_set()
            go_on.set()
    assert making.count == 2


def test_a_filler_that_fails_leaves_the_page_to_the_next(reader):
    def fail():
        raise ZeroDivisionError

    making.after_data = fail
    assert reader.get().status == 500
    making.after_data = lambda: None
    assert reader.get().status == 200


# --- What is never stored --------------------------------------------------------------------


NOT_STORED = {
    "/greeting/": 200,
    "/by-language/": 200,
    "/thanks/": 200,
    "/moved/": 302,
    "/missing/": 404,
    "/gone/": 410,
    "/desk/": 200,
    "/?page=2": 200,
    "/?truoc=1&page=2": 200,
    "/?%74ruoc=1": 200,
    "/greeting/?truoc=1": 200,
}


def test_it_stores_no_other_answer_than_a_whole_page_that_is_the_same_for_all(reader):
    for target, status in NOT_STORED.items():
        making.count = 0
        assert [reader.get(target).status, reader.get(target).status] == [status] * 2
        assert making.count == 2, target


def test_a_post_is_neither_answered_from_the_store_nor_stored(reader):
    reader.get("/", "POST")
    reader.get()
    reader.get("/", "POST")
    assert making.count == 3


def test_an_unknown_host_is_refused_and_gets_nobody_elses_page(reader):
    reader.get()
    for _ in range(2):
        assert reader.get(host="evil.example").status == 400
    reader.get(host="localhost:8000")
    reader.get(host="LOCALHOST:8000")
    assert making.count == 2


def test_a_page_that_depends_on_nothing_is_a_mistake_that_shows(reader, client):
    assert reader.get("/loose/").status == 500
    with pytest.raises(TypeError, match="loose"):
        client.get("/loose/")


def test_tests_and_others_without_a_store_make_the_page_each_time(client):
    with CaptureQueriesContext(connection) as queries:
        client.get("/")
        client.get("/")
    assert making.count == 2
    assert not any("surfaceversion" in query["sql"] for query in queries)


# --- Addresses -------------------------------------------------------------------------------


def test_what_other_sites_add_to_count_their_readers_is_no_other_page(reader):
    reader.get()
    for query in ("fbclid=x", "utm_source=a&utm_campaign=b", "&", "gclid=1&zarsrc=30"):
        reader.get(f"/?{query}")
        assert making.count == 1, query


def test_what_other_sites_add_is_not_in_the_page_of_all(reader):
    assert "{}" in reader.get("/?fbclid=%3Cscript%3E").text
    assert "{'truoc': '7'}" in reader.get("/?utm_source=x&truoc=7&fbclid=y").text


def test_a_query_that_the_page_reads_has_a_page_of_its_own(reader):
    reader.get("/?truoc=1")
    reader.get("/?truoc=2")
    reader.get("/?truoc=1&fbclid=x")
    reader.get()
    assert making.count == 3


def test_addresses_are_told_apart_by_every_part(reader):
    targets = ["/", "/ch%C3%A0o/", "/chào/", "/?truoc="]
    for target in targets:
        reader.get(target)
    assert making.count == 3  # the server decodes paths: /ch%C3%A0o/ is no address here
    reader.get(scheme="https")
    assert making.count == 4


# --- While the database is away --------------------------------------------------------------


def test_stored_pages_are_sent_while_the_database_is_away(reader, monkeypatch):
    reader.get()
    with database_away(monkeypatch):
        for _ in range(3):
            assert "Lời đầu" in reader.get().text
        answer = reader.get("/?truoc=1")
        assert (answer.status, answer.headers["Retry-After"]) == (503, "30")
    assert reader.get("/?truoc=1").status == 200
    change("Lời sau")
    assert "Lời sau" in reader.get().text


def test_an_old_page_too_is_sent_while_the_database_is_away(reader, monkeypatch):
    now = datetime(2031, 5, 19, 7, 0, tzinfo=UTC)
    with time_machine.travel(now, tick=False) as clock:
        reader.get()
        clock.shift(RENEWED_AFTER * 2)
        with database_away(monkeypatch):
            assert reader.get().status == 200


def test_a_page_is_sent_an_hour_past_its_last_check_and_no_longer(reader, monkeypatch):
    now = datetime(2031, 5, 19, 7, 0, tzinfo=UTC)
    with time_machine.travel(now, tick=False) as clock:
        reader.get()
        clock.shift(200)
        reader.get()  # the last check
        with database_away(monkeypatch):
            clock.shift(3599)
            assert reader.get().status == 200
            clock.shift(1)
            assert reader.get().status == 503
        assert reader.get().status == 200


def test_a_page_is_never_sent_past_its_end_not_even_then(reader, monkeypatch):
    now = datetime(2031, 5, 19, 7, 0, tzinfo=UTC)
    making.until = now + timedelta(seconds=60)
    with time_machine.travel(now, tick=False) as clock:
        reader.get()
        with database_away(monkeypatch):
            clock.shift(59)
            assert reader.get().status == 200
            clock.shift(1)
            assert reader.get().status == 503


def test_a_page_known_to_have_changed_is_not_sent_when_the_database_then_goes(reader, monkeypatch):
    reader.get()
    change("Lời sau")
    with database_away(monkeypatch):
        assert "Lời đầu" in reader.get().text  # nobody here could know
    with monkeypatch.context() as patch:
        patch.setattr(site, "text", go_away)
        assert reader.get().status == 503


def test_when_making_an_old_page_anew_fails_it_is_sent_once_more(reader, monkeypatch):
    now = datetime(2031, 5, 19, 7, 0, tzinfo=UTC)
    with time_machine.travel(now, tick=False) as clock:
        reader.get()
        clock.shift(RENEWED_AFTER)
        monkeypatch.setattr(site, "text", go_away)
        assert "Lời đầu" in reader.get().text
        assert making.count == 2


def go_away():
    raise OperationalError("gone in the middle")


def test_a_connection_that_was_lost_meanwhile_is_replaced(reader):
    reader.get()
    if ON_POSTGRESQL:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            (ours,) = cursor.fetchone()
        other = connection.copy()
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [ours])
        other.close()
    else:
        connection.connection.close()
    change_elsewhere = connection.copy()
    with change_elsewhere.cursor() as cursor:
        cursor.execute("UPDATE pagestore_surfaceversion SET version = version + 1")
    change_elsewhere.close()
    reader.get()
    assert making.count == 2  # it was asked, and told


if ON_POSTGRESQL:

    def test_a_database_that_hangs_holds_one_reader_up_for_a_second(reader):
        reader.get()
        blocker = connection.copy()
        blocker.set_autocommit(False)
        with blocker.cursor() as cursor:
            cursor.execute("LOCK TABLE pagestore_surfaceversion IN ACCESS EXCLUSIVE MODE")
        try:
            started = time.monotonic()
            assert reader.get().status == 200
            assert 0.9 < time.monotonic() - started < 2
            pool, answers = at_once(4, lambda _number: (reader.get(), time.monotonic())[1])
            started = time.monotonic()
            with pool:
                pass
            took = sorted(answer.result() - started for answer in answers)
            assert took[2] < 0.5  # three did not wait for the one who asked again
            assert making.count == 1
        finally:
            blocker.rollback()
            blocker.close()
        change("Lời sau")
        assert "Lời sau" in reader.get().text


# --- Where pages lie -------------------------------------------------------------------------


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
