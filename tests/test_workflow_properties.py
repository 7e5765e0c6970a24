"""Random acts by random people do what a model written by hand says, and nothing else."""

import pytest
import time_machine

from articles.structure import MOVES, State

from .workflow_model import Newsroom

pytestmark = pytest.mark.django_db

ACTS_A_RUN = 600
# No move of an article: what they need stands in ACTS.
NO_MOVES = {
    "assign",
    "create_preview_link",
    "name_revision",
    "revoke_preview_link",
    "settle_note",
    "write_note",
}


@pytest.mark.parametrize("seed", [1, 2])
def test_random_acts_by_random_people_do_what_the_model_says_and_every_move_is_made(seed):
    moves = {(move.act, str(source)) for move in MOVES for source in move.sources}
    with time_machine.travel("2026-11-24T08:00:00+07:00", tick=False) as clock:
        newsroom = Newsroom(seed, clock)
        for _ in range(ACTS_A_RUN):
            newsroom.act()
        newsroom.make_the_rest(moves)
    made = {each for each in newsroom.done if each[0] not in NO_MOVES}
    table = {
        (move.act, str(source), str(target))
        for move in MOVES
        for source in move.sources
        for target in move.targets or {source}
    }
    assert made <= table
    assert {(act, source) for act, source, _target in made} == moves
    assert {target for _act, _source, target in made} == set(State)
