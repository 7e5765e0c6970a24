"""What a person of the desk is told: something waits for them, came back, was published."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Notice(models.Model):
    """One thing to tell one person; `activity` says who did what, when and why.

    `to_mail` is set while a letter is still to be sent; `manage.py tick` sends it.
    """

    class Kind(models.TextChoices):
        WAITS = "waits", _("waits for you")
        ASSIGNED = "assigned", _("was given to you")
        RETURNED = "returned", _("came back to you")
        TAKEN_OVER = "taken_over", _("was taken over from you")
        APPROVED = "approved", _("is approved")
        SCHEDULED = "scheduled", _("is scheduled")
        PUBLISHED = "published", _("is published")
        WITHDRAWN = "withdrawn", _("was withdrawn")
        FIXED = "fixed", _("has a mended passage")
        CORRECTED = "corrected", _("has a correction")
        PICTURE = "picture", _("has lost a picture")
        BINNED = "binned", _("is in the recycle bin")
        NOTE = "note", _("has a note")

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind)
    activity = models.ForeignKey("articles.Activity", models.PROTECT, related_name="+")
    read_at = models.DateTimeField(null=True)
    to_mail = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["recipient", "-id"], name="notices_of_a_person"),
            models.Index(fields=["recipient"], condition=Q(read_at=None), name="notices_not_read"),
            models.Index(fields=["id"], condition=Q(to_mail=True), name="notices_to_mail"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.article_id}"
