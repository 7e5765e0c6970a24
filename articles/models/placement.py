"""Hand-made lists: which article stands where on the paper's pages."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .intervals import FOREVER, Interval


class Slot(models.TextChoices):
    """A place that people fill."""

    FRONT_LEAD = "front-lead", _("front page lead")
    HIGHLIGHTS = "noi-bat", "Nổi bật"
    DO_NOT_MISS = "dung-bo-lo", "Đừng bỏ lỡ"


class Arrangement(models.Model):
    """How one slot is arranged: one row for each, locked while its placements change.

    What it was before each change is told in that change's Activity, from which it is undone.
    """

    slot = models.CharField(_("slot"), max_length=20, choices=Slot, unique=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("arrangement of a slot")
        verbose_name_plural = _("arrangements of slots")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.get_slot_display()


class Placement(Interval):
    """An article in a slot for an interval: vị trí. Shown only while the article itself is."""

    slot = models.CharField(_("slot"), max_length=20, choices=Slot)
    article = models.ForeignKey(
        "articles.Article", models.PROTECT, related_name="placements", verbose_name=_("article")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )

    class Meta:
        verbose_name = _("placement")
        verbose_name_plural = _("placements")
        ordering = ["slot", "position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(visible_from__lt=F("visible_until")), name="placement_has_duration"
            ),
            models.UniqueConstraint(
                fields=["slot", "article"],
                condition=Q(visible_until=FOREVER),
                name="placed_once_a_slot",
            ),
        ]
        indexes = [
            models.Index(fields=["slot", "position"], name="placement_order"),
            models.Index(fields=["visible_from"], name="placement_begins"),
            models.Index(fields=["visible_until"], name="placement_ends"),
        ]

    def __str__(self) -> str:
        return f"{self.get_slot_display()} {self.position}"
