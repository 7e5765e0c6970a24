"""The paper itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Masthead(models.Model):
    """What the paper prints about itself. One row: one installation is one paper."""

    name = models.CharField(_("name of the paper"), max_length=120)
    slogan = models.CharField(_("slogan"), max_length=200, blank=True)
    governing_body = models.CharField(_("governing body"), max_length=200, blank=True)
    licence = models.CharField(_("licence"), max_length=200, blank=True)
    editor_in_chief = models.CharField(_("editor-in-chief"), max_length=120, blank=True)
    deputy_editors = models.CharField(_("deputy editors"), max_length=300, blank=True)
    address = models.CharField(_("address"), max_length=300, blank=True)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    hotline = models.CharField(_("hotline"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    advertising = models.CharField(_("advertising"), max_length=200, blank=True)
    copyright_notice = models.CharField(
        _("copyright notice"),
        max_length=500,
        blank=True,
        help_text=_("Printed after (*) under every article that has no notice of its own."),
    )
    privacy_notice = models.TextField(
        _("privacy notice"),
        blank=True,
        help_text=_("Shown beside the comment form: purpose, retention, contact."),
    )
    privacy_version = models.PositiveIntegerField(default=1, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("masthead")
        verbose_name_plural = _("masthead")
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="one_masthead"),
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def current(cls) -> "Masthead":
        """The paper's masthead; an unsaved, nameless one before the first set-up."""
        return cls.objects.filter(pk=1).first() or cls.before_set_up()

    @classmethod
    def before_set_up(cls) -> "Masthead":
        """What stands in for the row until somebody has saved one."""
        return cls(pk=1, name="Tòa soạn")
