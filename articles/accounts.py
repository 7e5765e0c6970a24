"""Signing in to the desk."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth.backends import ModelBackend

if TYPE_CHECKING:
    from .models import User


class DeskBackend(ModelBackend):
    """Django's own check, which also turns sample accounts away from a public paper.

    Sessions ask it on every request, so that deactivating a person ends theirs at once.
    """

    def user_can_authenticate(self, user: "User") -> bool:  # type: ignore[override]
        """Active people; sample accounts only where SITE_URL is this machine."""
        if user.is_sample and not settings.SITE_IS_LOOPBACK:
            return False
        return super().user_can_authenticate(user)

    def get_user_permissions(self, user_obj: "User", obj: Any = None) -> set[str]:  # type: ignore[override]
        """None: what a person may do comes with their roles alone."""
        return set()
