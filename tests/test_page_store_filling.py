"""A page is made by one reader at a time; the others wait for it, but not for long."""

import time
from datetime import UTC, datetime
from threading import Event

import pytest
import time_machine

from newsroom.pagestore.wsgi import RENEWED_AFTER
from tests.page_store_site import at_once, change, making, open_site, wait_until

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reader(settings):
    return open_site(settings)


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
