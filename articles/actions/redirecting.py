"""Leaving a sign at an old address."""

from ..models import Redirect


def redirect(old_path: str, target: str) -> None:
    """Send `old_path` to `target` from now on, in the caller's transaction.

    Addresses that led to `old_path` lead to `target` as well; one that led away from `target` is
    gone, since `target` now is a page. So no reader is sent twice or in a circle.
    """
    if old_path == target:
        return
    Redirect.objects.filter(old_path=target).delete()
    Redirect.objects.filter(target=old_path).update(target=target)
    Redirect.objects.update_or_create(old_path=old_path, defaults={"target": target})
