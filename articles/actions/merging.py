"""Making two tags, or two authors, one. The lesser row stays and points to the other."""

from typing import TYPE_CHECKING, TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.pagestore.versions import raise_versions

from ..models import ArticleTag, Author, Byline, PublishedByline, PublishedTag, Tag
from ..surfaces import SITE, author_key, tag_key
from .permission import require
from .recording import record
from .redirecting import redirect
from .refusals import Refused

if TYPE_CHECKING:
    from ..models import User

Row = TypeVar("Row", Tag, Author)


def merge_tags(lesser: Tag, into: Tag, *, by: "User | None") -> Tag:
    """Put every article tagged `lesser` under `into`; the old spelling finds the new tag.

    Raises:
        Refused: not permitted, the same tag twice, or one of them merged already.
    """
    require("merge_tags", by)
    with transaction.atomic():
        lesser, into = _lock_two(Tag, lesser.pk, into.pk)
        old_path = lesser.get_absolute_url()
        touched = {SITE, tag_key(lesser.pk), tag_key(into.pk)}
        rows = PublishedTag.objects.filter(tag=lesser)
        rows.filter(publication__tags__tag=into).delete()
        PublishedTag.objects.filter(tag=lesser).update(tag=into)
        items = ArticleTag.objects.filter(tag=lesser)
        items.filter(content_object__tag_items__tag=into).delete()
        ArticleTag.objects.filter(tag=lesser).update(tag=into)
        _point(lesser, into, old_path)
        record("merge_tags", into, by=by, merged=lesser.pk, name=lesser.name)
        raise_versions(touched)
    return into


def merge_authors(lesser: Author, into: Author, *, by: "User | None") -> Author:
    """Give every article of `lesser` to `into`; bylines already printed keep their wording.

    Raises:
        Refused: not permitted, the same author twice, or one of them merged already.
    """
    require("merge_authors", by)
    with transaction.atomic():
        lesser, into = _lock_two(Author, lesser.pk, into.pk)
        old_path = lesser.get_absolute_url()
        touched = {SITE, author_key(lesser.pk), author_key(into.pk)}
        rows = PublishedByline.objects.filter(author=lesser)
        rows.update(author=into)
        Byline.objects.filter(author=lesser).update(author=into)
        if lesser.user_id and not into.user_id:
            user_id, lesser.user = lesser.user_id, None
            lesser.save(update_fields=["user"])
            into.user_id = user_id
        into.version += 1
        into.save()
        _point(lesser, into, old_path)
        record("merge_authors", into, by=by, merged=lesser.pk, name=lesser.name)
        raise_versions(touched)
    return into


def _lock_two(model: type[Row], lesser_pk: int, into_pk: int) -> tuple[Row, Row]:
    """Both rows, locked in the order of their ids: two merges cannot wait for each other."""
    if lesser_pk == into_pk:
        raise Refused(_("Choose two different ones to merge."), "into")
    locked = model.objects.select_for_update().order_by("pk").in_bulk([lesser_pk, into_pk])
    for row in locked.values():
        if row.merged_into_id:
            raise Refused(_("“%(name)s” has been merged already.") % {"name": row.name}, "into")
    return locked[lesser_pk], locked[into_pk]


def _point(lesser: Tag | Author, into: Tag | Author, old_path: str) -> None:
    type(lesser).objects.filter(merged_into=lesser).update(merged_into=into)
    lesser.merged_into = into
    lesser.version += 1
    lesser.save()
    redirect(old_path, into.get_absolute_url())
