"""Who has an article's form open at this moment."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# A page tells every seven seconds that it is open. Browsers let a hidden one speak once a minute.
QUIET_AFTER = timedelta(seconds=20)
GONE_AFTER = timedelta(seconds=75)


class PresenceQuerySet(models.QuerySet):
    """Named sets of open pages."""

    def here(self, now: datetime | None = None) -> "PresenceQuerySet":
        """Those heard of lately enough to be there still."""
        return self.filter(seen_at__gt=(now or timezone.now()) - GONE_AFTER)


class Presence(models.Model):
    """One page with the article's form, open at one person's; `key` is the page's.

    `taken_by` is who has said since that they go on with the article instead, at `taken_at`.
    """

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="+")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False
    )
    key = models.CharField(max_length=32)
    opened_at = models.DateTimeField()
    seen_at = models.DateTimeField(db_index=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+", db_index=False
    )
    taken_at = models.DateTimeField(null=True)

    objects = PresenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("open page")
        verbose_name_plural = _("open pages")
        ordering = ["opened_at"]
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="one_presence_a_page"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} / {self.article_id}"
