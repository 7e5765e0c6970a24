"""Two thousand random acts and as many reads: no stored page differs from one made anew."""

from datetime import datetime

import pytest
import time_machine

from tests.newsday import Newsday

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("seed", range(100, 110))
def test_a_long_day_of_acts_and_reads_shows_no_stale_page(seed):
    morning = datetime.fromisoformat("2031-05-19T07:06:00.250+07:00")
    with time_machine.travel(morning, tick=False) as clock:
        day = Newsday(seed, clock)
        for number in range(200):
            day.act()
            day.compare("/", *day.some())
            if number % 20 == 0:
                day.warm()
        assert day.hits > 50
