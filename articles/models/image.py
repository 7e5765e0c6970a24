"""Pictures: what the desk knows of them, and the files behind them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.text import vietnamese


class Image(models.Model):
    """A picture of the archive. Its file may be missing: `current` is then empty.

    The texts are what the desk offers when the picture is placed; an article keeps its own.
    """

    original_filename = models.CharField(_("file name"), max_length=255)
    alt = models.CharField(
        _("description for the blind"),
        max_length=300,
        blank=True,
        help_text=_("What can be seen, in one sentence."),
    )
    caption = models.CharField(_("caption"), max_length=1000, blank=True)
    credit = models.CharField(_("credit"), max_length=200, blank=True)
    current = models.ForeignKey(
        "articles.ImageVersion",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("present version"),
    )
    import_ref = models.CharField(max_length=300, unique=True, null=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("uploaded by"),
    )
    created_at = models.DateTimeField(_("uploaded"), auto_now_add=True)
    taken_down_at = models.DateTimeField(
        _("taken down"),
        null=True,
        editable=False,
        help_text=_("since when readers may not have it; it then has no present version"),
    )
    version = models.PositiveIntegerField(default=0, editable=False)
    folded = models.TextField(default="", editable=False)

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.original_filename

    def refold(self) -> None:
        """Renew the column that the desk's search looks in."""
        self.folded = vietnamese.fold(
            f"{self.original_filename} {self.caption} {self.credit} {self.alt}"
        )


class ImageVersion(models.Model):
    """One file of a picture with one focal point; never changed once made, but for `taken_down`.

    `width` and `height` are pixels after EXIF orientation; `focal_x` and `focal_y` run from 0 to 1
    from the upper left corner; `hash` names the renditions.
    """

    image = models.ForeignKey(Image, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("number"))
    original = models.CharField(max_length=300, help_text=_("path in the private storage"))
    format = models.CharField(max_length=10)
    sha256 = models.CharField(max_length=64, db_index=True)
    hash = models.CharField(max_length=40, db_index=True)
    size = models.PositiveBigIntegerField(_("bytes"))
    width = models.PositiveIntegerField(_("width"))
    height = models.PositiveIntegerField(_("height"))
    focal_x = models.FloatField(default=0.5)
    focal_y = models.FloatField(default=0.5)
    taken_down = models.BooleanField(
        default=False, help_text=_("as its picture is; readers' code asks here")
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("picture version")
        verbose_name_plural = _("picture versions")
        ordering = ["image_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["image", "number"], name="one_number_a_picture"),
            models.CheckConstraint(
                condition=models.Q(focal_x__gte=0, focal_x__lte=1, focal_y__gte=0, focal_y__lte=1),
                name="focal_point_inside",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hash} {self.width}×{self.height}"
