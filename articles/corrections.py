"""The corrections that readers are told of: under their article, and all of them by time."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from newsroom.prepared import prepared

from .listings import PAGE_SIZE, Cursor
from .models import PublishedArticle, PublishedCorrection


@dataclass(frozen=True, slots=True)
class Listed:
    """A correction in the list; `url` is its article's, "" where readers no longer find that."""

    correction: PublishedCorrection
    url: str


@dataclass(frozen=True, slots=True)
class CorrectionPage:
    """Some corrections, the newest first; `older` is where the next page begins."""

    entries: list[Listed]
    older: Cursor | None = None
    before: Cursor | None = None


def of_article(article_id: int) -> list[PublishedCorrection]:
    """The corrections of an article in the order they were published: one query."""
    return _of_article(article_id)


@prepared
def _of_article(article_id: int) -> QuerySet:
    rows = PublishedCorrection.objects.filter(article=article_id)
    return rows.select_related("follows").order_by("published_at", "id")


def newest(now: datetime, before: Cursor | None = None) -> CorrectionPage:
    """A page of the list: two queries. The cursor's number is that of the last correction shown."""
    rows = PublishedCorrection.objects.select_related("follows")
    if before is not None:
        rows = rows.filter(published_at__lte=before.time).exclude(
            published_at=before.time, id__gte=before.article_id
        )
    found = list(rows.order_by("-published_at", "-id")[: PAGE_SIZE + 1])
    shown = found[:PAGE_SIZE]
    visible = PublishedArticle.objects.visible(now).filter(
        article__in={row.article_id for row in shown}
    )
    urls = {row.article_id: row.get_absolute_url() for row in visible.only("article_id", "slug")}
    last = shown[-1] if len(found) > PAGE_SIZE else None
    return CorrectionPage(
        entries=[Listed(row, urls.get(row.article_id, "")) for row in shown],
        older=Cursor(last.published_at, last.pk) if last else None,
        before=before,
    )
