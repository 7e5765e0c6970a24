"""Who has an article open: told by the pages themselves; nothing of it is history."""

from typing import TYPE_CHECKING

from django.utils import timezone

from ..models import Article, Presence

if TYPE_CHECKING:
    from ..models import User


def be_present(article_id: int, key: str, *, by: "User") -> None:
    """Note that the page `key` has the article open at this moment."""
    now = timezone.now()
    if Presence.objects.filter(user=by, key=key).update(seen_at=now):
        return
    if Article.objects.filter(pk=article_id).exists():
        page = Presence(article_id=article_id, user=by, key=key, opened_at=now, seen_at=now)
        Presence.objects.bulk_create([page], ignore_conflicts=True)


def leave(key: str, *, by: "User") -> None:
    """Note that the page is closed."""
    Presence.objects.filter(user=by, key=key).delete()


def take_over(article_id: int, *, by: "User") -> None:
    """Tell everybody else who has the article open that `by` goes on with it.

    Nobody is locked out: a save that comes too late is refused with both texts all the same.
    """
    pages = Presence.objects.filter(article_id=article_id)
    pages.filter(user=by).update(taken_by=None, taken_at=None)
    pages.exclude(user=by).update(taken_by=by, taken_at=timezone.now())
