"""Tags: made by typing them into an article; here they are described, renamed and merged."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions.merging import merge_tags
from ..actions.renaming import rename_tag
from ..models import Tag
from .completion import TagChoiceField
from .recipe import RecordAdmin, VersionedForm
from .verbs import Verb, VerbForm
from .widgets import GrowingTextarea


class TagForm(VersionedForm):
    class Meta:
        model = Tag
        fields = ("description",)
        widgets = {"description": GrowingTextarea("vLargeTextField", line=True)}


class RenameTagForm(VerbForm):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=100)


class MergeTagForm(VerbForm):
    into = TagChoiceField(
        label=gettext_lazy("Merge into"),
        help_text=gettext_lazy("Type a name. That tag stays; this one leads to it."),
    )


def _rename(tag: Tag, person: Any, data: dict[str, Any]) -> str:
    tag = rename_tag(tag, name=data["name"], by=person, base_version=data["version"])
    return _("The tag is now “%(name)s”. Its old address leads to the new one.") % {"name": tag}


def _merge(tag: Tag, person: Any, data: dict[str, Any]) -> str:
    into = merge_tags(tag, data["into"], by=person)
    return _("“%(tag)s” is now part of “%(into)s”.") % {"tag": tag, "into": into}


@admin.register(Tag)
class TagAdmin(RecordAdmin):
    form = TagForm
    fields = ("name", "slug", "description")
    readonly_fields = ("name", "slug")
    list_display = ("name", "slug", "articles", "merged_into")
    list_select_related = ("merged_into",)
    search_fields = ("folded",)
    ordering = ("sort_key",)
    verbs = (
        Verb(
            "rename",
            "rename_tag",
            gettext_lazy("Rename"),
            _rename,
            RenameTagForm,
            applies=lambda tag: tag.merged_into_id is None,
        ),
        Verb(
            "merge",
            "merge_tags",
            gettext_lazy("Merge"),
            _merge,
            MergeTagForm,
            gettext_lazy(
                "Every article under this tag moves to the other one. What is merged cannot be "
                "parted again."
            ),
            dangerous=True,
            applies=lambda tag: tag.merged_into_id is None,
        ),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A tag is made by typing it into an article."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tag]:
        return super().get_queryset(request).annotate(used=Count("article_items"))

    @admin.display(description=gettext_lazy("articles"), ordering="used")
    def articles(self, tag: Tag) -> int:
        return tag.used
