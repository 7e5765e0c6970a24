"""The long run of tests/test_workflow_properties.py: every move of the table is made."""

import itertools

import pytest
import time_machine
from django.db import transaction

from articles.structure import MOVES, State
from tests.workflow_model import Newsroom, moves_made

pytestmark = pytest.mark.django_db

ACTS_A_NEWSROOM = 2500
FEWEST, MOST = 4, 20
FIRST_SEED = 200


def test_ten_thousand_random_acts_and_more_make_every_move_of_the_table_and_no_other():
    table = {(move.act, str(source)) for move in MOVES for source in move.sources}
    newsrooms: list[Newsroom] = []
    never = table
    for seed in itertools.count(FIRST_SEED):
        with (
            time_machine.travel("2026-11-24T08:00:00+07:00", tick=False) as clock,
            transaction.atomic(),
        ):
            newsrooms.append(Newsroom(seed, clock))
            for _ in range(ACTS_A_NEWSROOM):
                newsrooms[-1].act()
            # The next one begins with an empty desk.
            transaction.set_rollback(True)
        made = {(act, source) for act, source, _target in moves_made(newsrooms)}
        never = table - made
        if len(newsrooms) >= MOST or (len(newsrooms) >= FEWEST and not never):
            break
    assert not never, f"never done: {sorted(never)}"
    assert {state for _act, state in made} == set(State)
