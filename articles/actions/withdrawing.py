"""Withdrawing: gỡ bài. Readers lose the article at once, the newsroom keeps every row."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.pagestore.versions import raise_versions
from newsroom.text import vietnamese

from .. import ahead, surfaces
from ..images import store
from ..models import Article, ImageVersion, Notice, Placement, PublishedFigure
from ..shown import is_shown
from ..structure import State
from . import intervals
from .moving import move
from .notices import authors_of, tell
from .permission import require
from .previewing import revoke_with_article
from .refusals import Refused
from .saving import lock

if TYPE_CHECKING:
    from ..models import User


def withdraw(
    article: Article,
    *,
    by: "User | None",
    reason: str,
    requested_by: str = "",
    document_number: str = "",
    base_version: int | None = None,
) -> Article:
    """End the article's publication now, drop what was scheduled, empty its slots, revoke its
    preview links.

    The closed row is the tombstone from which its address answers 410. Nothing is deleted but
    scheduled publications, which readers never saw.

    Raises:
        Stale: the article is no longer at `base_version`.
        Refused: no reason given, not permitted, or readers cannot see it anyway.
    """
    reason = vietnamese.clean(reason).strip()
    if not reason:
        raise Refused(_("Say why: the reason is kept with the article."), "reason")
    with transaction.atomic():
        article = lock(article.pk, base_version)
        require("withdraw", by, article)
        now = timezone.now()
        touched: set[str] = set()
        for row in reversed(intervals.future_rows(article, now)):
            touched |= surfaces.surfaces_of([row])
            row.delete()
        visible = intervals.visible_row(article, now)
        if visible is not None:
            touched |= surfaces.surfaces_of([visible])
            intervals.end(visible, max(now, visible.visible_from + intervals.INSTANT))
        touched |= _empty_slots(article)
        revoke_with_article(article, by=by, at=now)
        activity = move(
            article,
            State.WITHDRAWN,
            "withdraw",
            by=by,
            at=now,
            reason=reason,
            requested_by=vietnamese.clean_line(requested_by),
            document_number=vietnamese.clean_line(document_number),
            revision=visible.revision_number if visible else None,
        )
        tell(Notice.Kind.WITHDRAWN, authors_of(article), article, activity)
        raise_versions(touched)
        transaction.on_commit(lambda: retract_unused_pictures(article), robust=True)
        if visible is not None:
            ahead.after_commit(visible)
    return article


def _empty_slots(article: Article) -> set[str]:
    placements = Placement.objects.filter(article=article)
    slots = {surfaces.slot_key(slot) for slot in placements.values_list("slot", flat=True)}
    placements.delete()
    return slots


def retract_unused_pictures(article: Article) -> None:
    """Take from readers the files of the article's pictures that no other publication shows.

    Only courtesy: `manage.py tick` does the same for whatever a killed process left behind.
    """
    versions = ImageVersion.objects.filter(
        pk__in=PublishedFigure.objects.filter(publication__article=article).values("image_version")
    )
    for version in versions:
        if not is_shown(version.hash):
            store.retract(store.rendition_paths(version.hash, version.width, version.height))
