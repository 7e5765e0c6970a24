"""What somebody has typed into an article's form and not saved: theirs alone."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AutosavedDraft(models.Model):
    """The form of one page that one person opened, as it stood at `typed_at`.

    `key` is made by the page, so that two windows of one person never write over each other;
    `sequence` grows with each autosave, so that one which arrives late changes nothing. `fields`
    is the form as it would be sent: a list of [name, value]. `article` is empty for an article that
    has not been saved yet. `saved_as` is the revision that the text was saved in, and empty while
    it is nowhere else.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    article = models.ForeignKey("articles.Article", models.CASCADE, null=True, related_name="+")
    key = models.CharField(max_length=32)
    sequence = models.PositiveIntegerField()
    fields = models.JSONField(default=list)
    typed_at = models.DateTimeField(db_index=True)
    saved_as = models.PositiveIntegerField(null=True)

    class Meta:
        verbose_name = _("autosaved draft")
        verbose_name_plural = _("autosaved drafts")
        ordering = ["-typed_at"]
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="one_autosaved_draft_a_page"),
        ]
        indexes = [
            models.Index(
                fields=["user", "article", "-typed_at"],
                condition=models.Q(saved_as=None),
                name="autosaved_not_saved",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} / {self.article_id} / {self.key}"
