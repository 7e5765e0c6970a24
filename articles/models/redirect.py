"""Old addresses."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Redirect(models.Model):
    """An address that moved for good; written by the acts that rename, move and merge.

    Paths begin with a slash. A target is never itself an old address: the acts repoint.
    """

    old_path = models.CharField(_("old address"), max_length=300, unique=True)
    target = models.CharField(_("new address"), max_length=300, db_index=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")
        ordering = ["old_path"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(old_path=models.F("target")), name="redirect_elsewhere"
            )
        ]

    def __str__(self) -> str:
        return f"{self.old_path} → {self.target}"
