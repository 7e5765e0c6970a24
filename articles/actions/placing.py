"""Arranging the hand-made lists."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.pagestore.versions import raise_versions

from ..models import FOREVER, Article, Placement, PublishedArticle, Slot
from ..surfaces import FRONT, slot_key
from .permission import require
from .recording import record
from .refusals import Refused
from .saving import lock

if TYPE_CHECKING:
    from ..models import User


def place(
    article: Article,
    slot: str,
    *,
    by: "User | None",
    position: int = 0,
    starts: datetime | None = None,
    ends: datetime | None = None,
) -> Placement:
    """Put the article into a slot, from `starts` (now) until `ends` (no end).

    Raises:
        Refused: not permitted, not published, in that slot already, or the times cross.
    """
    require("place", by)
    if slot not in Slot.values:
        raise Refused(_("There is no such slot: %(slot)s.") % {"slot": slot}, "slot")
    now = timezone.now()
    starts, ends = starts or now, ends or FOREVER
    if ends <= max(starts, now):
        raise Refused(_("The placement would end before it begins."), "ends")
    if not PublishedArticle.objects.filter(article=article, visible_until__gt=now).exists():
        raise Refused(_("Readers cannot see that article: publish it first."), "article")
    try:
        with transaction.atomic():
            # As publishing does: one of the two sees what the other has done to the slot.
            lock(article.pk)
            placement = Placement.objects.create(
                slot=slot,
                article=article,
                position=position,
                visible_from=starts,
                visible_until=ends,
                created_by=by,
            )
            record("place", article, by=by, at=now, slot=slot, position=position)
            raise_versions({FRONT, slot_key(slot)})
    except IntegrityError:
        raise Refused(_("The article is in that slot already."), "article") from None
    return placement


def remove(placement: Placement, *, by: "User | None") -> None:
    """Take an article out of a slot.

    Raises:
        Refused: not permitted, or it has left the slot already.
    """
    require("place", by)
    with transaction.atomic():
        found = Placement.objects.select_for_update().filter(pk=placement.pk).first()
        if found is None:
            raise Refused(_("The article has left that slot already."))
        article = found.article
        found.delete()
        record("place", article, by=by, slot=found.slot, removed=True)
        raise_versions({FRONT, slot_key(found.slot)})
