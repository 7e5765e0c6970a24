"""Links by which outsiders see one revision before readers do. docs/decisions/preview-links.md"""

import secrets
from datetime import datetime

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..structure import ACTS

# Bytes of chance in a link's key, which is told from every other by them alone.
KEY_BYTES = 16


def new_key() -> str:
    """A key that nobody can guess: 22 characters that may stand in an address."""
    return secrets.token_urlsafe(KEY_BYTES)


def _signer() -> Signer:
    return Signer(salt="articles.preview_link", sep=".")


def _is_open(now: datetime) -> models.Q:
    """Not ended, not revoked, of an article that a link could be made to."""
    return models.Q(
        expires_at__gt=now,
        revoked_at=None,
        article__state__in=ACTS["create_preview_link"].states or (),
    )


class PreviewLinkQuerySet(models.QuerySet["PreviewLink"]):
    def open(self, now: datetime) -> "PreviewLinkQuerySet":
        """Those that show something at `now`."""
        return self.filter(_is_open(now))

    def with_open(self, now: datetime) -> "PreviewLinkQuerySet":
        """Each with `is_open`: whether it shows something at `now`."""
        return self.annotate(is_open=_is_open(now))

    def of_token(self, token: str) -> "PreviewLinkQuerySet":
        """The link that was given out with this token; none for a token of anybody else's making.

        A signature that is not ours is found out before the database is asked.
        """
        try:
            return self.filter(key=_signer().unsign(token))
        except BadSignature:
            return self.none()


class PreviewLink(models.Model):
    """A link to one revision of an article, for whoever has it, until it ends or is revoked.

    Its token is `key` and a signature with the site's secret: who reads this table, or a backup
    of it, has no working link in hand.
    """

    article = models.ForeignKey(
        "articles.Article", models.PROTECT, related_name="preview_links", db_index=False
    )
    revision_number = models.PositiveIntegerField()
    key = models.CharField(max_length=22, unique=True, default=new_key)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    revoked_at = models.DateTimeField(null=True)
    opens = models.PositiveIntegerField(default=0)
    last_opened_at = models.DateTimeField(null=True)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["article", "-created_at"], name="preview_links_of_an_article")
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("created_at")),
                name="preview_link_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return f"{self.article_id} / {self.revision_number}"

    @property
    def token(self) -> str:
        """What stands in the link's address."""
        return _signer().sign(self.key)

    def get_absolute_url(self) -> str:
        return reverse("preview_link", args=[self.token])
