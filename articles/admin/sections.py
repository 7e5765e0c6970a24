"""Sections: their order and approval steps; renaming and moving, which change addresses."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions.renaming import move_section, rename_section
from ..models import Section
from .recipe import RecordAdmin, VersionedForm
from .verbs import Verb, VerbForm

NO_PARENT = gettext_lazy("none: a section of its own")


class SectionForm(VersionedForm):
    class Meta:
        model = Section
        fields = ("name", "slug", "parent", "position", "approval_steps")
        help_texts = {
            "slug": gettext_lazy("As in “the-thao”: small letters without accents, hyphens."),
            "position": gettext_lazy("Lower numbers stand first."),
        }


class RenameSectionForm(VerbForm):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=80)
    slug = forms.CharField(label=gettext_lazy("Address"), max_length=80)


class MoveSectionForm(VerbForm):
    parent = forms.ModelChoiceField(
        Section.objects.filter(parent=None),
        label=gettext_lazy("Parent section"),
        required=False,
        empty_label=NO_PARENT,
    )


def _rename(section: Section, person: Any, data: dict[str, Any]) -> str:
    section = rename_section(
        section, name=data["name"], slug=data["slug"], by=person, base_version=data["version"]
    )
    return _("The section is now “%(name)s”. Its old address leads to the new one.") % {
        "name": section.name
    }


def _move(section: Section, person: Any, data: dict[str, Any]) -> str:
    section = move_section(section, parent=data["parent"], by=person, base_version=data["version"])
    return _("Moved. The new address is %(url)s; the old one leads to it.") % {
        "url": section.get_absolute_url()
    }


@admin.register(Section)
class SectionAdmin(RecordAdmin):
    form = SectionForm
    list_display = ("__str__", "slug", "position", "approval_steps")
    list_select_related = ("parent",)
    verbs = (
        Verb(
            "rename",
            "rename_section",
            gettext_lazy("Rename"),
            _rename,
            RenameSectionForm,
            gettext_lazy(
                "The addresses of the section and its subsections change; old ones redirect."
            ),
        ),
        Verb(
            "move",
            "move_section",
            gettext_lazy("Move"),
            _move,
            MoveSectionForm,
            gettext_lazy("Articles of a subsection are also listed in its parent section."),
        ),
    )

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """The parent; a section may have none."""
        return super().formfield_for_foreignkey(
            db_field, request, **kwargs | {"empty_label": NO_PARENT}
        )

    def get_fields(self, request: HttpRequest, obj: Section | None = None) -> list[str]:
        """Name, address and parent are given once; afterwards they have acts of their own."""
        given = ["name", "slug", "parent"] if obj is None else []
        return [*given, "position", "approval_steps"]
