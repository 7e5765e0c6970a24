"""The people who sign in to the desk."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.text import vietnamese


class User(AbstractUser):
    """A person of the newsroom. What they may do comes from their groups, one per role."""

    desk_language = models.CharField(
        _("language of the desk"), max_length=2, choices=settings.LANGUAGES, default="vi"
    )
    sections = models.ManyToManyField(
        "articles.Section",
        verbose_name=_("acts in sections"),
        blank=True,
        related_name="people",
        help_text=_("Section heads publish here and in the subsections."),
    )
    is_sample = models.BooleanField(
        _("sample account"),
        default=False,
        editable=False,
        help_text=_("Its password is known to everyone; it can sign in on this machine only."),
    )
    version = models.PositiveIntegerField(default=0, editable=False)
    folded = models.CharField(max_length=400, default="", editable=False)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["username"]

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    def get_full_name(self) -> str:
        """Family name first, as Vietnamese names are written."""
        return f"{self.last_name} {self.first_name}".strip()

    def refold(self) -> None:
        """Renew the column that the desk's search looks in."""
        self.folded = vietnamese.fold(f"{self.username} {self.get_full_name()} {self.email}")
