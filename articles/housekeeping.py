"""What `manage.py tick` does: idempotent, and only tidiness."""

from collections.abc import Iterator
from datetime import timedelta

from django.core.files.storage import Storage, default_storage, storages
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from .images.renditions import RENDITION_PATTERN
from .models import Article, Author, AutosavedDraft, ImageVersion, Presence, PublishedArticle
from .shown import is_shown, show_portrait
from .structure import State

# A file younger than this may belong to a transaction that has not committed yet.
GRACE = timedelta(hours=1)
# How long a text that was typed and never saved is kept for its writer; one that has been saved
# stays a day as a mark, so that an autosave which arrives late is known for one.
UNSAVED_KEPT = timedelta(days=30)
SAVED_KEPT = timedelta(days=1)


def settle_states() -> int:
    """Call published what was scheduled and has begun; lists already show it so."""
    begun = PublishedArticle.objects.visible().filter(article=OuterRef("pk"))
    return Article.objects.filter(Exists(begun), state=State.SCHEDULED).update(
        state=State.PUBLISHED
    )


def settle_differences() -> int:
    """Note of articles that readers have their newest revision, since its minute has come."""
    rows = PublishedArticle.objects.filter(
        article=OuterRef("pk"), visible_until__gt=timezone.now()
    ).exclude(revision_number=OuterRef("revision_number"))
    return Article.objects.filter(~Exists(rows), may_differ=True).update(may_differ=False)


def clear_autosaves() -> int:
    """Delete autosaved drafts that have had their time, and pages that are long closed."""
    now = timezone.now()
    Presence.objects.filter(seen_at__lt=now - SAVED_KEPT).delete()
    saved = Q(saved_as__isnull=False, typed_at__lt=now - SAVED_KEPT)
    old = Q(typed_at__lt=now - UNSAVED_KEPT)
    cleared, _each = AutosavedDraft.objects.filter(saved | old).delete()
    return cleared


def show_portraits() -> None:
    """Make every portrait's files public, should a process have ended before it did."""
    for author in Author.objects.filter(portrait__isnull=False).select_related("portrait__current"):
        show_portrait(author)


def sweep_public_renditions() -> int:
    """Delete public files of pictures that no page shows, now or at a scheduled minute."""
    removed = 0
    for path in _old_files(default_storage, "p"):
        name = RENDITION_PATTERN.fullmatch(path)
        if name and not is_shown(name["hash"]):
            default_storage.delete(path)
            removed += 1
    return removed


def sweep_private_files() -> int:
    """Delete originals and renditions that a failed upload or import left behind."""
    originals = storages["originals"]
    removed = 0
    for path in (*_old_files(originals, "o"), *_old_files(originals, "p")):
        name = RENDITION_PATTERN.fullmatch(path)
        needed = (
            ImageVersion.objects.filter(hash=name["hash"])
            if name
            else (ImageVersion.objects.filter(original=path))
        )
        if not needed.exists():
            originals.delete(path)
            removed += 1
    return removed


def _old_files(storage: Storage, folder: str) -> Iterator[str]:
    """Files below `folder` that are past their time of grace."""
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    before = timezone.now() - GRACE
    for name in files:
        path = f"{folder}/{name}"
        if storage.get_modified_time(path) < before:
            yield path
    for name in folders:
        yield from _old_files(storage, f"{folder}/{name}")
