"""Who did what, when, to which thing."""

from django.conf import settings
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ..structure import ACTS


class Activity(models.Model):
    """One act on one thing. Append-only: written by `articles.actions`, never changed.

    `act` is a name from `articles.structure.ACTS` or of a system act; `data` holds what the act
    needs to be understood later: changed fields, revision, reason, hits of a rule.
    """

    act = models.CharField(_("act"), max_length=40)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="activities",
        verbose_name=_("by"),
        help_text=_("empty where a command or the system acted"),
    )
    at = models.DateTimeField(_("at"), db_index=True)
    target_type = models.CharField(max_length=40)
    target_id = models.BigIntegerField()
    data = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["target_type", "target_id", "-at"]),
            models.Index(fields=["actor", "-at"]),
        ]

    def __str__(self) -> str:
        return capfirst(str(ACTS[self.act].label)) if self.act in ACTS else self.act
