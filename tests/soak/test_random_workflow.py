"""The long run of tests/test_workflow_properties.py: every move of the table is made."""

import pytest
import time_machine

from articles.structure import MOVES, State
from tests.workflow_model import Newsroom, moves_made

pytestmark = [pytest.mark.django_db, pytest.mark.soak]


@pytest.mark.parametrize("first_seed", [100, 200])
def test_thousands_of_random_acts_make_every_move_of_the_table_and_no_other(first_seed):
    newsrooms = []
    for seed in range(first_seed, first_seed + 8):
        with time_machine.travel("2026-11-24T08:00:00+07:00", tick=False) as clock:
            newsroom = Newsroom(seed, clock)
            for _ in range(2500):
                newsroom.act()
            newsrooms.append(newsroom)
    made = {(act, source) for act, source, _target in moves_made(newsrooms)}
    table = {(move.act, str(source)) for move in MOVES for source in move.sources}
    never = table - made
    assert not never, f"never done: {sorted(never)}"
    assert {state for _act, state in made} == set(State) - {State.BINNED}
