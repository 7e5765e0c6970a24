"""The public pages in the store: each is there, and what acts and time do to one is never missed."""

from collections import Counter
from datetime import datetime

import pytest
import time_machine

from tests.newsday import ACTS, Newsday

pytestmark = pytest.mark.django_db(transaction=True)

MORNING = datetime.fromisoformat("2031-05-19T07:06:00.250+07:00")


@pytest.fixture
def clock():
    with time_machine.travel(MORNING, tick=False) as clock:
        yield clock


def test_after_each_act_every_stored_page_is_what_it_would_be_if_it_were_made_now(clock):
    day = Newsday(0, clock)
    done = Counter()
    first = ["comment", "schedule", "wait_for_a_beginning", *["place"] * 5, "wait_for_a_placement"]
    last = [*["remove"] * 3, *["place"] * 3, *["undo"] * 4]
    for name in (*first, *ACTS, *last):
        day.warm()
        done[name] += day.act(name)
        day.compare()
    assert set(ACTS) == set(+done), day.trace
    assert done["place"] > 2
    assert day.hits > 500


def test_every_page_is_stored(clock):
    day = Newsday(0, clock)
    pages = [address for address in day.addresses() if day.fresh.get(address).status == 200]
    assert len(pages) > 30
    for address in pages:
        assert "Surrogate-Key" in day.stored.get(address).headers, address
