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
NEWSROOMS = 25
FIRST_SEED = 200


def test_ten_thousand_random_acts_do_what_the_model_says_with_every_move_of_the_table():
    table = {(move.act, str(source)) for move in MOVES for source in move.sources}
    done: Counter[tuple[str, str, str]] = Counter()
    for seed in range(FIRST_SEED, FIRST_SEED + NEWSROOMS):
        with (
            time_machine.travel("2026-11-24T08:00:00+07:00", tick=False) as clock,
            transaction.atomic(),
        ):
            newsroom = Newsroom(seed, clock, done)
            for _ in range(ACTS_A_NEWSROOM):
                newsroom.act()
            if seed == FIRST_SEED + NEWSROOMS - 1:
                by_chance = {(act, source) for act, source, _target in done}
                newsroom.make_the_rest(table)
            # The next one begins with an empty desk.
            transaction.set_rollback(True)
    made = {(act, source) for act, source, _target in done}
    assert table <= made
    assert {source for _act, source in made} == set(State)
    # Chance was worth something: what it did not find is few.
    assert len(table - by_chance) < len(table) / 4, f"not by chance: {sorted(table - by_chance)}"
