"""Cutting and joining an article's publications. docs/decisions/intervals.md tells the rules.

Every function expects the article's row to be locked by the caller, and `at` to be read after that.
"""

from datetime import datetime, timedelta

from ..models import FOREVER, LISTED_MODELS, Article, PublishedArticle

INSTANT = timedelta(microseconds=1)


def visible_row(article: Article, at: datetime) -> PublishedArticle | None:
    """The publication readers see at `at`."""
    return article.publications.visible(at).first()


def was_read(article: Article, now: datetime) -> bool:
    """Whether readers have, or once had, the article."""
    return article.publications.filter(visible_from__lte=now).exists()


def future_rows(article: Article, now: datetime) -> list[PublishedArticle]:
    """Scheduled publications, the earliest first."""
    return list(article.publications.filter(visible_from__gt=now).order_by("visible_from"))


def may_differ(article: Article, now: datetime) -> bool:
    """Whether readers have, or are going to have, another revision than the newest."""
    rows = article.publications.filter(visible_until__gt=now)
    return rows.exclude(revision_number=article.revision_number).exists()


def make_room(article: Article, at: datetime, covering: PublishedArticle | None) -> datetime:
    """Cut the row that covers `at` there; returns where the row that begins at `at` must end.

    `covering` is `visible_row(article, at)`, of which `at` must not be the beginning.
    """
    if covering is None:
        later = article.publications.filter(visible_from__gt=at).order_by("visible_from")
        following = later.first()
        return following.visible_from if following else FOREVER
    until = covering.visible_until
    end(covering, at)
    return until


def end(publication: PublishedArticle, at: datetime) -> None:
    """Let the publication, and its entries in lists, end at `at`."""
    publication.visible_until = at
    publication.save(update_fields=["visible_until"])
    for model in LISTED_MODELS:
        model.objects.filter(publication=publication).update(visible_until=at)


def remove(publication: PublishedArticle) -> PublishedArticle | None:
    """Delete a row that has not begun and reopen the one that ended where it would have begun.

    Returns the reopened row, or None: a row that was closed earlier stays closed.
    """
    # Removing a later row may just have reopened this one: what the caller loaded may be old.
    publication.refresh_from_db(fields=["visible_until"])
    begins, until = publication.visible_from, publication.visible_until
    article = publication.article
    publication.delete()
    before = article.publications.filter(visible_until=begins).first()
    if before is not None:
        end(before, until)
    return before
