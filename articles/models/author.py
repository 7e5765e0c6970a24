"""Authors as readers know them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.text import vietnamese

from ..addresses import path


class Author(models.Model):
    """A name that signs articles: bút danh. Not an account; one may belong to it.

    A merged author stays as a row that points to the one it was merged into, so that an old
    revision signed by it can still be restored.
    """

    name = models.CharField(_("name"), max_length=120)
    slug = models.CharField(_("address"), max_length=120, unique=True)
    role = models.CharField(_("role"), max_length=120, blank=True)
    biography = models.TextField(_("biography"), blank=True)
    portrait = models.ForeignKey(
        "articles.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("portrait"),
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="author",
        verbose_name=_("account"),
    )
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged",
        verbose_name=_("merged into"),
    )
    version = models.PositiveIntegerField(default=0, editable=False)
    folded = models.CharField(max_length=300, default="", editable=False)
    sort_key = models.CharField(max_length=600, default="", editable=False, db_index=True)

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["sort_key", "id"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The author's page; it answers only where something of theirs is published."""
        return path("author", self.slug)

    def refold(self) -> None:
        """Renew the columns that search and alphabetical order use."""
        self.folded = vietnamese.fold(f"{self.name} {self.role}")
        self.sort_key = vietnamese.name_sort_key(self.name)[:600]
