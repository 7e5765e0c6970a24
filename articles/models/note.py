"""What people of the desk say to each other about an article."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class DeskNote(models.Model):
    """A note on an article, or on a passage of it; settled when somebody has seen to it.

    `passage` is the text it was pinned to, as it read then. No code on the readers' side may read
    this table (tests/test_readers_side.py).
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="notes")
    text = models.TextField(_("note"))
    passage = models.TextField(_("passage"), blank=True)
    revision_number = models.PositiveIntegerField()
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    written_at = models.DateTimeField()
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("desk note")
        verbose_name_plural = _("desk notes")
        ordering = ["written_at", "id"]
        indexes = [models.Index(fields=["article", "written_at"], name="notes_of_an_article")]

    def __str__(self) -> str:
        return self.text[:80]
