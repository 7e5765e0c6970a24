"""Corrections: đính chính. What the desk writes, and what readers are told once it is approved."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Correction(models.Model):
    """A correction on the desk. Nothing of it is changed but its state; another one may follow it.

    No code on the readers' side may read this table: they get `PublishedCorrection`.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("awaiting approval")
        PUBLISHED = "published", _("published")
        DECLINED = "declined", _("declined")

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="corrections")
    heading = models.CharField(_("heading"), max_length=200)
    wrong = models.TextField(_("what was wrong"))
    right = models.TextField(_("what is right"))
    state = models.CharField(_("state"), max_length=20, choices=State, default=State.WAITING)
    follows = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="followed_by", verbose_name=_("follows")
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("written by"),
    )
    written_at = models.DateTimeField(_("written"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided"), null=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-written_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="waiting", decided_at=None)
                | (~Q(state="waiting") & Q(decided_at__isnull=False)),
                name="correction_decided_once",
            )
        ]

    def __str__(self) -> str:
        return self.heading


class PublishedCorrection(models.Model):
    """A correction as readers get it, with what it corrects as that was printed.

    Never changed and never deleted: this is the paper's own record of what it got wrong.
    """

    correction = models.OneToOneField(Correction, models.PROTECT, related_name="published")
    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="+")
    heading = models.CharField(max_length=200)
    wrong = models.TextField()
    right = models.TextField()
    title = models.CharField(max_length=300, help_text=_("of the article, as printed"))
    section_name = models.CharField(max_length=80)
    first_published_at = models.DateTimeField()
    first_published_has_time = models.BooleanField(default=True)
    follows = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField()

    class Meta:
        verbose_name = _("published correction")
        verbose_name_plural = _("published corrections")
        ordering = ["-published_at", "-id"]
        indexes = [
            models.Index(fields=["-published_at", "-id"], name="correction_newest"),
            models.Index(fields=["article", "published_at"], name="corrections_of_an_article"),
        ]

    def __str__(self) -> str:
        return self.heading
