"""The property test of the intervals, long."""

from datetime import datetime

import pytest
import time_machine

from tests.interval_model import Play

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("seed", range(1000, 1050))
def test_five_thousand_random_acts_show_readers_what_a_simple_model_says(seed):
    with time_machine.travel(
        datetime.fromisoformat("2026-11-24T08:00:00+07:00"), tick=False
    ) as clock:
        play = Play(seed, clock)
        for _ in range(100):
            play.act()
            play.check()
