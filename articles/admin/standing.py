"""How an article stands between the desk and its readers, in words the screens share."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from .. import body
from ..actions.conditions import missing_approvals
from ..draft import Draft
from ..models import Article, Image
from ..structure import State


@dataclass(frozen=True, slots=True)
class Standing:
    """Made by `standing_of`.

    `state` counts a scheduled article whose minute has come as published; `next_from` is the minute
    of the next scheduled publication. `approvals` says how many the newest revision has
    of those its section asks for, "" where nobody is asked; `missing` how many it lacks.
    `unchecked` is urgent news that readers have and nobody has approved yet.
    """

    state: State
    is_live: bool
    differs: bool
    next_from: datetime | None
    newer_than_scheduled: bool
    approvals: str
    missing: int
    unchecked: bool
    held_by: str

    @property
    def label(self) -> str:
        return str(self.state.label)


def standing_of(article: Article) -> Standing:
    """The standing of an article fetched with `with_live()`."""
    is_live = article.live_revision is not None
    weighed = article.state == State.AWAITING_APPROVAL or wants_approval(article)
    steps = article.section.approval_steps
    scheduled_but_out = article.state == State.SCHEDULED and is_live
    return Standing(
        state=State.PUBLISHED if scheduled_but_out else State(article.state),
        is_live=is_live,
        differs=is_live and article.live_revision != article.revision_number,
        next_from=article.next_from,
        newer_than_scheduled=article.next_from is not None
        and article.last_revision != article.revision_number,
        approvals=f"{article.step}/{steps}" if steps and weighed else "",
        missing=missing_approvals(article),
        unchecked=is_live and article.live_revision == article.unchecked_revision,
        held_by=str(article.claimed_by) if article.claimed_by_id else "",
    )


def wants_approval(article: Article) -> bool:
    """Whether somebody is asked to approve the newest revision of this `with_live()` article.

    What an archive brought has no approvals and is not asked for any until it is changed.
    """
    if not missing_approvals(article):
        return False
    match State(article.state):
        case State.AWAITING_APPROVAL:
            return True
        case State.PUBLISHED if article.unchecked_revision == article.revision_number:
            return True
        case State.SCHEDULED | State.PUBLISHED:
            return article.revision_number not in (article.live_revision, article.last_revision)
    return False


def missing_pictures(draft: Draft) -> list[str]:
    """The file names of the pictures in the text whose file has not arrived, each once."""
    figures = [block for block in body.parse(draft.body) if isinstance(block, body.Figure)]
    arrived = set(
        Image.objects.filter(
            pk__in=[figure.image for figure in figures if figure.image], current__isnull=False
        ).values_list("pk", flat=True)
    )
    return list(dict.fromkeys(figure.name for figure in figures if figure.image not in arrived))


def spoken_minute(at: datetime) -> str:
    """A minute as the desk writes it: 20/05/2024 - 06:00."""
    return f"{timezone.localtime(at):%d/%m/%Y - %H:%M}"
