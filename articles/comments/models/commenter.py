"""Readers who write."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class CommenterState(models.TextChoices):
    """How far a commenter is trusted."""

    NORMAL = "normal", _("normal")
    TRUSTED = "trusted", _("trusted")
    PREMODERATED = "premoderated", _("always checked first")
    SUSPENDED = "suspended", _("suspended")
    BANNED = "banned", _("banned")


class Commenter(models.Model):
    """One reader's trust row: a guest by the keyed hash of an e-mail address, or an account.

    A guest whose address nobody has confirmed inherits no trust: anyone can type it.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="commenter"
    )
    email = models.EmailField(_("e-mail"), null=True, blank=True, help_text=_("erasable"))
    email_hmac = models.CharField(max_length=64, unique=True, null=True)
    verified_at = models.DateTimeField(null=True)
    state = models.CharField(
        _("state"), max_length=20, choices=CommenterState, default=CommenterState.NORMAL
    )
    state_until = models.DateTimeField(null=True, blank=True)
    state_reason = models.CharField(max_length=300, blank=True)
    approved_count = models.PositiveIntegerField(_("approved"), default=0)
    rejected_count = models.PositiveIntegerField(_("rejected"), default=0)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("commenter")
        verbose_name_plural = _("commenters")
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False) | Q(email_hmac__isnull=False),
                name="commenter_is_somebody",
            )
        ]

    def __str__(self) -> str:
        return self.email or f"#{self.pk}"
