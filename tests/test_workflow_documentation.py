"""docs/developers/workflow.md shows the table of moves as articles/structure.py has it."""

from pathlib import Path

from django.utils.translation import override

from articles.structure import ACTS, GRANTS, MOVES, ROLE_NAMES, Move, Role, State

PAGE = Path(__file__).parents[1] / "docs" / "developers" / "workflow.md"


def diagram() -> str:
    """Every way from a state to another, as a mermaid diagram; the acts on its arrow."""
    arrows: dict[tuple[State, State], list[str]] = {}
    for move in MOVES:
        for source in State:
            for target in State:
                if source in move.sources and target in move.targets and source != target:
                    arrows.setdefault((source, target), []).append(move.act)
    lines = ["stateDiagram-v2", f"    [*] --> {State.DRAFT}: create_article"]
    lines += [
        f"    {source} --> {target}: {', '.join(acts)}" for (source, target), acts in arrows.items()
    ]
    return "\n".join(["```mermaid", *lines, "```"])


def table() -> str:
    """Every move: from, act, who, to, and what must hold besides."""
    with override("en"):
        rows = ["| from | act | who may | to | if |", "| --- | --- | --- | --- | --- |"]
        rows += [f"| {' | '.join(cells(move))} |" for move in MOVES]
    return "\n".join(rows)


def cells(move: Move) -> list[str]:
    who = [str(ROLE_NAMES[role]).lower() for role in Role if move.act in GRANTS[role]]
    needs = "; ".join(str(need.label) for need in move.needs)
    targets = named(move.targets) or "stays"
    return [named(move.sources), f"`{move.act}`", ", ".join(who), targets, needs]


def named(states: frozenset[State]) -> str:
    kept = set(State) - {State.BINNED}
    if states == kept:
        return "any"
    return ", ".join(str(state.label) for state in State if state in states)


def test_the_diagram_is_drawn_from_the_table():
    expected = diagram()
    assert expected in PAGE.read_text("utf-8"), f"put this there:\n{expected}"


def test_the_table_is_the_one_that_the_acts_obey():
    expected = table()
    assert expected in PAGE.read_text("utf-8"), f"put this there:\n{expected}"


def test_every_move_is_an_act_that_somebody_may_do():
    for move in MOVES:
        assert move.act in ACTS
        assert any(move.act in GRANTS[role] for role in Role), move.act
