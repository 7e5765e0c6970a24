"""What readers see: publications as intervals of time, owning all that a page needs.

A row is the record of what stood on the page from `visible_from` until `visible_until`; what it
says is never edited (docs/decisions/intervals.md names the exceptions). Readers' code reads these
tables and never the working copy.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..addresses import path
from .intervals import FOREVER, Interval, NoOverlap


class PublishedArticle(Interval):
    """An article as published for an interval; the small row that lists read.

    `first_published_at` is the printed date and the order of lists, `updated_at` is printed as “Cập
    nhật” where the article changed after publication, `visible_from` is the system's own time.
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="publications")
    kind = models.CharField(max_length=20)
    revision_number = models.PositiveIntegerField()
    section = models.ForeignKey("articles.Section", models.PROTECT, related_name="+")
    kicker = models.CharField(max_length=80, blank=True)
    title = models.CharField(max_length=300)
    slug = models.CharField(max_length=140)
    sapo = models.TextField(blank=True)
    byline = models.CharField(max_length=500, blank=True, help_text=_("the line as printed"))
    copyright_notice = models.CharField(max_length=500, blank=True)
    lead_image = models.ForeignKey(
        "articles.ImageVersion", models.PROTECT, null=True, related_name="+"
    )
    lead_alt = models.CharField(max_length=300, blank=True)
    first_published_at = models.DateTimeField()
    first_published_has_time = models.BooleanField(default=True)
    updated_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["article_id", "visible_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(visible_from__lt=F("visible_until")), name="publication_has_duration"
            ),
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(visible_until=FOREVER),
                name="one_open_publication",
            ),
            models.UniqueConstraint(fields=["article", "visible_from"], name="one_row_a_beginning"),
            NoOverlap(name="publications_do_not_overlap"),
        ]
        indexes = [
            models.Index(fields=["-first_published_at", "-article"], name="publication_newest"),
            models.Index(fields=["visible_from"], name="publication_begins"),
            models.Index(fields=["visible_until"], name="publication_ends"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The address that readers use; the id decides, the slug is for people."""
        return path("article", self.slug, self.article_id)


class PublishedBody(models.Model):
    """The text of a publication: the approved source and the HTML made of it.

    `rerender` makes `html` anew from `source` and the figures here, never from the working copy.
    """

    publication = models.OneToOneField(
        PublishedArticle, models.CASCADE, primary_key=True, related_name="body"
    )
    source = models.TextField()
    source_format = models.PositiveSmallIntegerField(default=1)
    html = models.TextField()
    html_version = models.PositiveSmallIntegerField()


class PublishedFigure(models.Model):
    """A figure as approved: which file, which words. Only figures whose file is there."""

    publication = models.ForeignKey(PublishedArticle, models.CASCADE, related_name="figures")
    position = models.PositiveSmallIntegerField()
    image_version = models.ForeignKey("articles.ImageVersion", models.PROTECT, related_name="+")
    alt = models.CharField(max_length=300, blank=True)
    caption = models.TextField(blank=True)
    separator = models.CharField(max_length=20, blank=True)
    label = models.CharField(max_length=40, blank=True)
    credit = models.CharField(max_length=300, blank=True)
    tail = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["publication", "position"], name="figure_position")
        ]


class _Listed(Interval):
    """A publication's entry in a list, with what the list is ordered and cut by."""

    publication = models.ForeignKey(PublishedArticle, models.CASCADE)
    article_id = models.BigIntegerField()
    first_published_at = models.DateTimeField()

    class Meta:
        abstract = True


class Listing(_Listed):
    """A publication in the list of a section; an article of a subsection also has its parent's."""

    section = models.ForeignKey("articles.Section", models.PROTECT, related_name="listings")
    inherited = models.BooleanField(
        default=False, help_text=_("listed only as the parent of a section it is in")
    )

    class Meta:
        default_related_name = "listings"
        indexes = [
            models.Index(
                fields=["section", "-first_published_at", "-article_id"], name="listing_newest"
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["publication", "section"], name="listed_once")
        ]


class PublishedByline(_Listed):
    """A name as printed under a publication. Renaming an author leaves it; merging repoints it."""

    author = models.ForeignKey("articles.Author", models.PROTECT, related_name="published_bylines")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=60, blank=True)
    separator = models.CharField(max_length=20, blank=True)

    class Meta:
        default_related_name = "bylines"
        ordering = ["position"]
        indexes = [
            models.Index(
                fields=["author", "-first_published_at", "-article_id"], name="byline_newest"
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["publication", "position"], name="byline_position")
        ]


class PublishedTag(_Listed):
    """A tag of a publication."""

    tag = models.ForeignKey("articles.Tag", models.PROTECT, related_name="published_tags")
    position = models.PositiveSmallIntegerField()

    class Meta:
        default_related_name = "tags"
        ordering = ["position"]
        indexes = [
            models.Index(fields=["tag", "-first_published_at", "-article_id"], name="tag_newest")
        ]
        constraints = [models.UniqueConstraint(fields=["publication", "tag"], name="tagged_once")]


# The tables whose interval follows the publication's.
LISTED_MODELS = (Listing, PublishedByline, PublishedTag)
