"""How an article stands between the desk and its readers, in words the screens share."""

from dataclasses import dataclass
from datetime import datetime

from .. import body
from ..draft import Draft
from ..models import Article, Image
from ..structure import State


@dataclass(frozen=True, slots=True)
class Standing:
    """Made by `standing_of`.

    `state` counts a scheduled article whose minute has come as published; `next_from` is the minute
    of the next scheduled publication.
    """

    state: State
    is_live: bool
    differs: bool
    next_from: datetime | None

    @property
    def label(self) -> str:
        return str(self.state.label)


def standing_of(article: Article) -> Standing:
    """The standing of an article fetched with `with_live()`."""
    is_live = article.live_revision is not None
    scheduled_but_out = article.state == State.SCHEDULED and is_live
    return Standing(
        state=State.PUBLISHED if scheduled_but_out else State(article.state),
        is_live=is_live,
        differs=is_live and article.live_revision != article.revision_number,
        next_from=article.next_from,
    )


def missing_pictures(draft: Draft) -> list[str]:
    """The file names of the pictures in the text whose file has not arrived, each once."""
    figures = [block for block in body.parse(draft.body) if isinstance(block, body.Figure)]
    arrived = set(
        Image.objects.filter(
            pk__in=[figure.image for figure in figures if figure.image], current__isnull=False
        ).values_list("pk", flat=True)
    )
    return list(dict.fromkeys(figure.name for figure in figures if figure.image not in arrived))
