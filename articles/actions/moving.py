"""Moving an article to a state: the one place that writes `state`, and says so in the record."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from ..models import Activity, Article
from ..structure import State, targets_of
from . import intervals
from .notices import answer
from .recording import record

if TYPE_CHECKING:
    from ..models import User


def move(
    article: Article,
    target: State | str,
    act: str,
    *,
    by: "User | None",
    at: datetime | None = None,
    also: tuple[str, ...] = (),
    **data: Any,
) -> Activity:
    """Put the locked article into `target` by `act`; `also` names further fields to write.

    The record keeps from which state to which. Raises:
        ValueError: the table of moves knows no such way. A fault of ours, never of a person's.
    """
    source, target = State(article.state), State(target)
    if target not in targets_of(act, source):
        raise ValueError(f"{act} does not lead from {source} to {target}")
    now = at or timezone.now()
    fields = {"state", "claimed_by", "may_differ", *also}
    if target != source:
        article.moved_at = now
        fields.add("moved_at")
    if target != State.EDITING:
        article.claimed_by = None
    article.state = target
    article.may_differ = intervals.may_differ(article, now)
    article.save(update_fields=fields)
    answer(article, now)
    return record(act, article, by=by, at=now, from_state=source, to_state=target, **data)


def resting_state(article: Article, now: datetime) -> State:
    """The state that its publications alone give an article."""
    if intervals.visible_row(article, now):
        return State.PUBLISHED
    if intervals.future_rows(article, now):
        return State.SCHEDULED
    return State.WITHDRAWN if article.publications.exists() else State.DRAFT
