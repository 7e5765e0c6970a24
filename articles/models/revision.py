"""The history of a working copy: every save, whole, and what the desk calls some of them."""

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

    @property
    def name(self) -> str:
        """What the desk calls it, "" where it has no name; to be fetched with `naming`."""
        naming = getattr(self, "naming", None)
        return naming.name if naming else ""


class RevisionName(models.Model):
    """What the desk calls a revision. A row of its own: the revision itself never changes."""

    revision = models.OneToOneField(
        Revision, models.PROTECT, primary_key=True, related_name="naming"
    )
    name = models.CharField(_("name"), max_length=80)

    class Meta:
        verbose_name = _("name of a revision")
        verbose_name_plural = _("names of revisions")

    def __str__(self) -> str:
        return self.name
