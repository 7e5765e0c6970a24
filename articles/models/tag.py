"""Tags, in the spelling the desk gave them and one key for all spellings of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, TagBase

from newsroom.text import vietnamese

from ..addresses import path


class Tag(TagBase):
    """A keyword: từ khóa.

    `key` makes “Đà Nẵng”, “đà nẵng” and “Đà Nẵng” typed with combining marks one tag; taggit's own
    case folding knows ASCII only on SQLite. A merged tag keeps its key and points to the tag it was
    merged into, so that its old spelling finds the new tag.
    """

    name = models.CharField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(_("address"), max_length=100, unique=True)
    description = models.TextField(
        _("description"),
        blank=True,
        max_length=500,
        help_text=_("Printed under the name on the tag's page; search engines show it."),
    )
    key = models.CharField(max_length=100, unique=True, editable=False)
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
    folded = models.CharField(max_length=100, default="", editable=False)
    sort_key = models.CharField(max_length=600, default="", editable=False, db_index=True)

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["sort_key", "id"]

    def get_absolute_url(self) -> str:
        """The tag's page; it answers only where something under it is published."""
        return path("tag", self.slug)

    def slugify(self, tag: str, i: int | None = None) -> str:
        """Taggit's hook: our own slug, since Django's drops đ."""
        slug = vietnamese.slug(tag, 90) or "tu-khoa"
        return slug if i is None else f"{slug}-{i}"

    def refold(self) -> None:
        """Renew the columns that identity, search and alphabetical order use."""
        self.key = vietnamese.identity_key(self.name)[:100]
        self.folded = vietnamese.fold(self.name)[:100]
        self.sort_key = vietnamese.sort_key(self.name)[:600]


class ArticleTag(ItemBase):
    """A tag on a working copy; what readers see is PublishedTag."""

    content_object = models.ForeignKey("articles.Article", models.CASCADE, related_name="tag_items")
    tag = models.ForeignKey(Tag, models.PROTECT, related_name="article_items")

    class Meta:
        verbose_name = _("tag of an article")
        verbose_name_plural = _("tags of articles")
        constraints = [
            models.UniqueConstraint(fields=["content_object", "tag"], name="tag_once_an_article")
        ]
