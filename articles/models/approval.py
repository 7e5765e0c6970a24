"""Who approved which revision of an article."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Approval(models.Model):
    """One person's approval of one revision, and of no other. Never changed, never deleted."""

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="approvals")
    revision_number = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
        constraints = [
            models.UniqueConstraint(
                fields=["article", "revision_number", "by"], name="approved_once_a_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.article_id} / {self.revision_number}"
