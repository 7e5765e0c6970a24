"""Sections of the paper, two levels deep."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..addresses import RESERVED_WORDS, path

section_slug = RegexValidator(
    r"^(?!\d+$)[a-z0-9]+(-[a-z0-9]+)*$",
    _("Use lower-case letters without accents, digits and single hyphens; not digits alone."),
)


def refuse_reserved_word(slug: str) -> None:
    """Refuse a slug that is the first word of another address.

    Raises:
        ValidationError: the word is reserved.
    """
    if slug in RESERVED_WORDS:
        raise ValidationError(
            _("“%(slug)s” is an address of the site itself. Choose another word."),
            params={"slug": slug},
        )


class Section(models.Model):
    """A section, or a subsection of one: chuyên mục."""

    name = models.CharField(_("name"), max_length=80)
    slug = models.CharField(
        _("address"), max_length=80, validators=[section_slug, refuse_reserved_word]
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="subsections",
        limit_choices_to={"parent": None},
        verbose_name=_("parent section"),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    approval_steps = models.PositiveSmallIntegerField(
        _("approval steps"),
        default=1,
        help_text=_("How many approvals an article of this section needs before it is published."),
    )
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["slug"],
                condition=models.Q(parent=None),
                name="one_section_an_address",
                violation_error_message=_("Another section has this address."),
            ),
            models.UniqueConstraint(
                fields=["parent", "slug"],
                name="one_subsection_an_address",
                violation_error_message=_("Another subsection has this address."),
            ),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")), name="section_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.parent.name} › {self.name}" if self.parent else self.name

    def clean(self) -> None:
        if self.parent and self.parent.parent_id:
            raise ValidationError({"parent": _("A subsection cannot hold further subsections.")})
        if self.parent_id and self.pk and self.subsections.exists():
            raise ValidationError({"parent": _("This section has subsections; move them first.")})

    def get_absolute_url(self) -> str:
        """Its page for readers; the parent has to be loaded for it."""
        if self.parent:
            return path("subsection", self.parent.slug, self.slug)
        return path("section", self.slug)

    def with_parent(self) -> list["Section"]:
        """The section and, for a subsection, its parent: where its articles are listed."""
        return [self, self.parent] if self.parent else [self]
