"""The history of a working copy: every save, whole."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..draft import Draft


class Revision(models.Model):
    """One save: the whole `Draft` value. Never changed, never deleted."""

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField(_("number"))
    content = models.JSONField()
    body_format = models.PositiveSmallIntegerField(default=1)
    restored_from = models.PositiveIntegerField(null=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    created_at = models.DateTimeField(_("saved"), auto_now_add=True)

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["article_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="one_revision_a_number"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} / {self.number}"

    @property
    def draft(self) -> Draft:
        """The saved value."""
        return Draft.from_json(self.content)
