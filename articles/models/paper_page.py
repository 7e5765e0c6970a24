"""The paper's own pages: what it says about itself, beside its articles."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..addresses import path


class PaperPage(models.Model):
    """A page in the paper's own name. One row for each address, made by migration; none is added.

    Like the masthead it has no working copy: what is saved is what readers get. Every earlier text
    stays in the Activity of the act that replaced it.
    """

    class Address(models.TextChoices):
        """Where the pages are; reserved in articles/addresses.py."""

        ABOUT = "gioi-thieu", "Giới thiệu"
        CONTACT = "lien-he", "Liên hệ"
        PRIVACY = "quyen-rieng-tu", "Quyền riêng tư"
        TERMS = "dieu-khoan", "Điều khoản sử dụng"

    address = models.CharField(
        _("address"), max_length=40, choices=Address, unique=True, editable=False
    )
    title = models.CharField(_("title"), max_length=120)
    description = models.CharField(
        _("description"),
        max_length=300,
        blank=True,
        help_text=_("Printed under the title; search engines show it."),
    )
    body = models.TextField(_("body text"), blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("page of the paper")
        verbose_name_plural = _("pages of the paper")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title

    @classmethod
    def at(cls, address: str) -> "PaperPage":
        """The page of this address; an unsaved, empty one should its row be missing."""
        found = cls.objects.filter(address=address).first()
        return found or cls(address=address, title=cls.Address(address).label)

    def get_absolute_url(self) -> str:
        """Its page for readers."""
        return path("paper_page", address=str(self.address))
