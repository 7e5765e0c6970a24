"""Preview links: who may look at a revision before readers do, and until when."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import Article, PreviewLink
from .permission import require
from .recording import record
from .refusals import Refused
from .saving import lock

if TYPE_CHECKING:
    from datetime import datetime

    from ..models import User

# How many days a link may live.
LIVES = (1, 3, 7)


def create_preview_link(
    article: Article, *, by: "User | None", days: int, base_version: int | None = None
) -> PreviewLink:
    """Make a link to the newest revision that ends after `days`, one of `LIVES`.

    Raises:
        Stale: the article is no longer at `base_version`.
        Refused: not permitted, not in this state, or no such life.
    """
    if days not in LIVES:
        raise Refused(_("Choose how long the link lives."), "days")
    with transaction.atomic():
        article = lock(article.pk, base_version)
        require("create_preview_link", by, article)
        now = timezone.now()
        link = PreviewLink.objects.create(
            article=article,
            revision_number=article.revision_number,
            created_by=by,
            created_at=now,
            expires_at=now + timedelta(days=days),
        )
        record(
            "create_preview_link",
            article,
            by=by,
            at=now,
            revision=link.revision_number,
            link=link.pk,
            open_until=link.expires_at.isoformat(),
        )
    return link


def revoke_preview_link(link: PreviewLink, *, by: "User | None") -> PreviewLink:
    """Let the link show nothing from now on; one that is revoked already stays as it was.

    Raises:
        Refused: not permitted.
    """
    with transaction.atomic():
        article = lock(link.article_id)
        require("revoke_preview_link", by, article)
        link = PreviewLink.objects.get(pk=link.pk)
        if link.revoked_at is not None:
            return link
        link.revoked_by, link.revoked_at = by, timezone.now()
        link.save(update_fields=["revoked_by", "revoked_at"])
        record(
            "revoke_preview_link",
            article,
            by=by,
            at=link.revoked_at,
            revision=link.revision_number,
            link=link.pk,
        )
    return link


def revoke_with_article(article: Article, *, by: "User | None", at: "datetime") -> None:
    """Revoke every link of an article that is being withdrawn; part of that act.

    The article's row must be locked.
    """
    article.preview_links.filter(revoked_at=None).update(revoked_by=by, revoked_at=at)


def count_opening(link: PreviewLink) -> None:
    """Note that somebody opened the link, in one statement. No act: nothing is changed by it."""
    PreviewLink.objects.filter(pk=link.pk).update(
        opens=F("opens") + 1, last_opened_at=timezone.now()
    )
