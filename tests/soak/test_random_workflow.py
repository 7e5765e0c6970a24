"""The long run of tests/test_workflow_properties.py: every move of the table is made."""

from collections import Counter

import pytest
import time_machine
from django.db import transaction

from articles.structure import MOVES, State
from tests.workflow_model import Newsroom

pytestmark = pytest.mark.django_db

# Drafts are soon no more: many days of work show what happens to them oftener than long ones.
ACTS_A_NEWSROOM = 400
FEWEST, MOST = 25, 75
FIRST_SEED = 200


def test_ten_thousand_random_acts_and_more_make_every_move_of_the_table_and_no_other():
    table = {(move.act, str(source)) for move in MOVES for source in move.sources}
    done: Counter[tuple[str, str, str]] = Counter()
    for number in range(MOST):
        with (
            time_machine.travel("2026-11-24T08:00:00+07:00", tick=False) as clock,
            transaction.atomic(),
        ):
            newsroom = Newsroom(FIRST_SEED + number, clock, done)
            for _ in range(ACTS_A_NEWSROOM):
                newsroom.act()
            # The next one begins with an empty desk.
            transaction.set_rollback(True)
        never = table - {(act, source) for act, source, _target in done}
        if number + 1 >= FEWEST and not never:
            break
    assert not never, f"never done: {sorted(never)}"
    assert {state for _act, _source, state in done} == set(State)
