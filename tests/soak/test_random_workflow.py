"""The long run of tests/test_workflow_properties.py: nearly every move of the table is made."""

from collections import Counter

import pytest
import time_machine
from django.db import transaction

from articles.structure import MOVES, State
from tests.workflow_model import Newsroom

pytestmark = pytest.mark.django_db

# Drafts are soon no more: many days of work show what happens to them oftener than long ones.
ACTS_A_NEWSROOM = 400
NEWSROOMS = 25
FIRST_SEED = 200


def test_ten_thousand_random_acts_do_what_the_model_says_with_every_act_and_in_every_state():
    done: Counter[tuple[str, str, str]] = Counter()
    for seed in range(FIRST_SEED, FIRST_SEED + NEWSROOMS):
        with (
            time_machine.travel("2026-11-24T08:00:00+07:00", tick=False) as clock,
            transaction.atomic(),
        ):
            newsroom = Newsroom(seed, clock, done)
            for _ in range(ACTS_A_NEWSROOM):
                newsroom.act()
            # The next one begins with an empty desk.
            transaction.set_rollback(True)
    table = {(move.act, str(source)) for move in MOVES for source in move.sources}
    made = {(act, source) for act, source, _target in done}
    assert {act for act, _source in made} >= {act for act, _source in table}
    assert {source for _act, source in made} == set(State)
    assert len(table - made) < len(table) / 10, f"never done: {sorted(table - made)}"
