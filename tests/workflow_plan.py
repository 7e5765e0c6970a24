"""The way to a move that chance has not made, over the rules of tests/workflow_rules.py."""

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from articles.models import User

from .workflow_rules import Copy, Outside, Rules

# Let the minutes pass, until what is ahead has begun.
WAIT = "wait"
# What changes where an article stands; the other acts are not on any way.
STEPS = (
    "save_article",
    "submit",
    "claim",
    "forward",
    "approve_article",
    "return_article",
    "publish",
    "schedule",
    "cancel_publication",
    "withdraw",
    "bin_article",
    "unbin_article",
)


def first_step(
    rules: Rules, copy: Copy, outside: Outside, people: Sequence[User], goal: tuple[str, str]
) -> tuple[str, User]:
    """What is to be done now, and by whom, to come to the act and the state of `goal` soonest.

    Among those who may, `people` who come first go first. AssertionError where no way leads there.
    """
    act, source = goal
    ways = deque([(copy, outside, None)])
    seen = {_key(copy, outside)}
    while ways:
        copy, outside, first = ways.popleft()
        if copy.state == source:
            for person in people:
                if rules.expected(act, person, copy, outside) is not None:
                    return first or (act, person)
        for step, person, *then in _next(rules, copy, outside, people):
            if (key := _key(*then)) not in seen:
                seen.add(key)
                ways.append((*then, first or (step, person)))
    raise AssertionError(f"the model knows no way to {act} in {source}")


def _next(rules: Rules, copy: Copy, outside: Outside, people: Sequence[User]):
    """Each step that may follow: the act, who does it, and how things stand then."""
    if outside.ahead:
        yield (
            WAIT,
            people[0],
            copy,
            replace(outside, live=True, ahead=0, begun=True, only=outside.newest),
        )
    for act in STEPS:
        for person in people:
            outcome = rules.expected(act, person, copy, outside)
            if outcome is not None:
                after = copy.thought_of()
                after.note(act, person, outcome)
                yield act, person, after, _outside_after(act, outside)


def _outside_after(act: str, outside: Outside) -> Outside:
    """What is foreseen; where it comes otherwise, the next plan begins from what came."""
    match act:
        case "save_article":
            return replace(outside, newest=False, only=False)
        case "publish":
            return replace(outside, live=True, ahead=0, begun=True, newest=True, only=True)
        case "schedule":
            return replace(outside, ahead=outside.ahead + 1, newest=True, only=False)
        case "cancel_publication":
            return replace(outside, ahead=outside.ahead - 1, newest=False)
        case "withdraw":
            return replace(outside, live=False, ahead=0, newest=False, only=False, link=False)
        case _:
            return outside


def _key(copy: Copy, outside: Outside) -> tuple:
    """What tells one situation from another; how many revisions there are does not."""
    holder = copy.holder.pk if copy.holder else None
    several = copy.texts[-1] != copy.texts[0]
    return copy.state, holder, copy.step, several, min(outside.ahead, 2), replace(outside, ahead=0)
