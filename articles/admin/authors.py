"""Authors: described here; renaming and merging change addresses."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, QuerySet
from django.forms.widgets import Script
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions.merging import merge_authors
from ..actions.renaming import rename_author
from ..models import Author
from .completion import AuthorChoiceField
from .recipe import RecordAdmin, VersionedForm
from .verbs import Verb, VerbForm


class AuthorForm(VersionedForm):
    class Meta:
        model = Author
        fields = ("name", "role", "biography", "portrait", "user")


class RenameAuthorForm(VerbForm):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)


class MergeAuthorForm(VerbForm):
    into = AuthorChoiceField(
        label=gettext_lazy("Merge into"),
        help_text=gettext_lazy("Type a name. That author stays; this one leads to it."),
    )


def _rename(author: Author, person: Any, data: dict[str, Any]) -> str:
    author = rename_author(author, name=data["name"], by=person, base_version=data["version"])
    return _("The author is now “%(name)s”. Bylines already printed stay.") % {"name": author}


def _merge(author: Author, person: Any, data: dict[str, Any]) -> str:
    into = merge_authors(author, data["into"], by=person)
    return _("“%(author)s” is now part of “%(into)s”.") % {"author": author, "into": into}


@admin.register(Author)
class AuthorAdmin(RecordAdmin):
    form = AuthorForm
    list_display = ("name", "role", "user", "articles", "merged_into")
    list_select_related = ("user", "merged_into")
    search_fields = ("folded",)
    autocomplete_fields = ("portrait", "user")
    ordering = ("sort_key",)

    class Media:
        js = (Script("articles/desk/choice-names.js", type="module"),)

    verbs = (
        Verb(
            "rename",
            "rename_author",
            gettext_lazy("Rename"),
            _rename,
            RenameAuthorForm,
            gettext_lazy("Bylines already printed keep the old name; the old address redirects."),
            applies=lambda author: author.merged_into_id is None,
        ),
        Verb(
            "merge",
            "merge_authors",
            gettext_lazy("Merge"),
            _merge,
            MergeAuthorForm,
            gettext_lazy(
                "Every article of this author moves to the other one. What is merged cannot be "
                "parted again."
            ),
            dangerous=True,
            applies=lambda author: author.merged_into_id is None,
        ),
    )

    def get_fields(self, request: HttpRequest, obj: Author | None = None) -> list[str]:
        """The name is given once; afterwards it has an act of its own."""
        given = ["name"] if obj is None else []
        return [*given, "role", "biography", "portrait", "user"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Author]:
        return super().get_queryset(request).annotate(used=Count("bylines"))

    @admin.display(description=gettext_lazy("articles"), ordering="used")
    def articles(self, author: Author) -> int:
        return author.used
