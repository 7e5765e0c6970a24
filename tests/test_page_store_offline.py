"""While the database is away or hangs, pages are sent that held when it was last heard of."""

import time
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest
import time_machine
from django.conf import settings as django_settings
from django.db import OperationalError, connection

from newsroom.pagestore import checking, store
from newsroom.pagestore.checking import NoAnswer, VersionCheck
from newsroom.pagestore.wsgi import RENEWED_AFTER
from tests import page_store_site as site
from tests.page_store_site import at_once, change, database_away, making, open_site

ON_POSTGRESQL = django_settings.DATABASES["default"]["ENGINE"].endswith("postgresql")
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reader(settings):
    return open_site(settings)


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
    forever = store.caches[store.ALIAS]
    monkeypatch.setattr(store, "keep", lambda key, page, _seconds: forever.set(key, page, None))
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


def test_while_the_database_is_silent_one_reader_asks_and_no_other_waits(reader, monkeypatch):
    check, asking, go_on = VersionCheck(), Event(), Event()

    def silent(*_given):
        raise NoAnswer

    def slow(*_given):
        asking.set()
        assert go_on.wait(10)
        return 7

    monkeypatch.setitem(checking._QUESTIONS, connection.vendor, silent)
    with pytest.raises(NoAnswer):
        check.total(["site"])
    monkeypatch.setitem(checking._QUESTIONS, connection.vendor, slow)
    pool, (first,) = at_once(1, lambda _number: check.total(["site"]))
    with pool:
        assert asking.wait(10)
        with pytest.raises(NoAnswer):
            check.total(["site"])
        go_on.set()
        assert first.result() == 7


def test_once_the_database_has_answered_everybody_asks_it_again(reader, monkeypatch):
    check, asking, go_on = VersionCheck(), Event(), Event()
    with database_away(monkeypatch), pytest.raises(NoAnswer):
        check.total(["site"])
    now = check.total(["site"])
    question = checking._QUESTIONS[connection.vendor]

    def slow(*given):
        asking.set()
        assert go_on.wait(10)
        return question(*given)

    monkeypatch.setitem(checking._QUESTIONS, connection.vendor, slow)
    pool, _first = at_once(1, lambda _number: check.total(["site"]))
    with pool:
        assert asking.wait(10)
        monkeypatch.setitem(checking._QUESTIONS, connection.vendor, question)
        change("Lời sau")
        assert check.total(["site"]) == now + 1  # and is not told that nothing can be known
        go_on.set()


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
