"""Taking a picture down: gỡ ảnh. It leaves every page at once, and each place stays whole."""

from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.pagestore.versions import raise_versions
from newsroom.text import vietnamese

from .. import ahead, surfaces
from ..images import store
from ..models import Author, Image, ImageVersion, Notice, PublishedArticle
from ..shown import is_shown, make_public, show_portrait
from .notices import authors_of, tell
from .permission import require
from .recording import record
from .records import lock_record
from .refusals import Refused
from .rewriting import redress

if TYPE_CHECKING:
    from ..models import User


def take_down(
    image: Image,
    *,
    by: "User | None",
    reason: str,
    requested_by: str = "",
    document_number: str = "",
    base_version: int | None = None,
) -> Image:
    """Take the picture, and whatever the archive has of the same file, from all that readers get.

    Articles go on without it, the next of their pictures leads; the desk keeps file and record.

    Raises:
        Stale: somebody changed the picture after `base_version`.
        Refused: not permitted, no reason given, or it is down already.
    """
    reason = vietnamese.clean(reason).strip()
    if not reason:
        raise Refused(_("Say why: the reason is kept with the picture."), "reason")
    require("take_down_image", by)
    with transaction.atomic():
        image = lock_record(image, base_version)
        if image.taken_down_at is not None:
            raise Refused(_("The picture is taken down already."))
        now = timezone.now()
        files = ImageVersion.objects.filter(image=image).values("sha256")
        same = Image.objects.filter(versions__sha256__in=files, taken_down_at=None)
        for each in _held(same, image):
            each.taken_down_at, each.current = now, None
            each.version += 1
            each.save(update_fields=["taken_down_at", "current", "version"])
            each.versions.update(taken_down=True)
            activity = record(
                "take_down_image",
                each,
                by=by,
                at=now,
                reason=reason,
                requested_by=vietnamese.clean_line(requested_by),
                document_number=vietnamese.clean_line(document_number),
            )
            for publication in _redressed(each):
                article = publication.article
                tell(Notice.Kind.PICTURE, authors_of(article), article, activity)
            transaction.on_commit(partial(_retract, each), robust=True)
        image.refresh_from_db()
    return image


def put_back(
    image: Image, *, by: "User | None", reason: str, base_version: int | None = None
) -> Image:
    """Let readers have the picture again, wherever what they see now was approved with it.

    Raises:
        Stale: somebody changed the picture after `base_version`.
        Refused: not permitted, no reason given, or it is not down.
    """
    reason = vietnamese.clean(reason).strip()
    if not reason:
        raise Refused(_("Say why: the reason is kept with the picture."), "reason")
    require("put_back_image", by)
    for version in image.versions.all():
        make_public(version)
    with transaction.atomic():
        image = lock_record(image, base_version)
        if image.taken_down_at is None:
            raise Refused(_("The picture is not taken down."))
        image.taken_down_at = None
        image.current = image.versions.order_by("-number").first()
        image.version += 1
        image.save(update_fields=["taken_down_at", "current", "version"])
        image.versions.update(taken_down=False)
        record("put_back_image", image, by=by, reason=reason)
        _redressed(image)
        for author in Author.objects.filter(portrait=image):
            transaction.on_commit(partial(show_portrait, author), robust=True)
        transaction.on_commit(partial(_retract, image), robust=True)
    return image


def _held(images: QuerySet[Image], image: Image) -> list[Image]:
    """The pictures, locked in the order of their ids, as those who publish lock them."""
    ids = sorted({image.pk, *images.values_list("pk", flat=True)})
    return list(Image.objects.select_for_update().filter(pk__in=ids).order_by("pk"))


def _redressed(image: Image) -> list[PublishedArticle]:
    """Make what readers see, or will see, of the picture's articles anew; the live ones of them."""
    now = timezone.now()
    rows = PublishedArticle.objects.filter(
        figures__image_version__image=image, visible_until__gt=now
    )
    rows = list(rows.distinct().select_related("body", "article").order_by("pk"))
    touched: set[str] = set()
    for row in rows:
        redress(row)
        touched |= surfaces.surfaces_of([row])
    touched |= {surfaces.author_key(author.pk) for author in Author.objects.filter(portrait=image)}
    raise_versions(touched)
    live = [row for row in rows if row.visible_from <= now]
    for row in live:
        ahead.after_commit(row)
    return live


def _retract(image: Image) -> None:
    """Take the picture's files from the public storage, but for those that a page shows."""
    for version in image.versions.all():
        if not is_shown(version.hash):
            store.retract(store.rendition_paths(version.hash, version.width, version.height))
