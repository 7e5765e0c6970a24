"""Choosing by typing a name: form fields, and the suggestions behind them.

A field holds the name itself, so it works without JavaScript; the script offers names as they are
typed. No page ever holds a whole table.
"""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, JsonResponse
from django.urls import reverse_lazy
from django.utils.translation import gettext as _

from newsroom.text import vietnamese

from ..models import Author, Tag

MOST_SUGGESTIONS = 12


class CompletionInput(forms.TextInput):
    """A text input that asks `url` for names; `several` separates them by commas."""

    def __init__(self, url: Any, *, several: bool = False) -> None:
        super().__init__()
        self.url = url
        self.several = several

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"] |= {
            "data-completion": str(self.url),
            "autocomplete": "off",
            "class": "vTextField",
        }
        if self.several:
            context["widget"]["attrs"]["data-several"] = ""
        return context

    class Media:
        js = ("articles/desk/completion.js",)


class AuthorChoiceField(forms.CharField):
    """An author by name, or by the last part of their address where two share a name."""

    def __init__(self, **options: Any) -> None:
        widget = CompletionInput(reverse_lazy("admin:suggest_authors"))
        super().__init__(widget=widget, **options)

    def clean(self, value: Any) -> Author | None:
        name = vietnamese.clean_line(super().clean(value) or "")
        return author_by_name(name) if name else None


class TagChoiceField(forms.CharField):
    """A tag by name, in any of its spellings."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=CompletionInput(reverse_lazy("admin:suggest_tags")), **options)

    def clean(self, value: Any) -> Tag | None:
        name = vietnamese.clean_line(super().clean(value) or "")
        if not name:
            return None
        tag = Tag.objects.filter(key=vietnamese.identity_key(name)).first()
        if tag is None:
            raise forms.ValidationError(_("There is no tag “%(name)s”.") % {"name": name})
        return tag.merged_into or tag


def author_by_name(name: str) -> Author:
    """The author of this name or address.

    Raises:
        ValidationError: there is none, or several share the name.
    """
    authors = Author.objects.filter(merged_into=None)
    found = list(authors.filter(slug=name)) or list(authors.filter(name=name)) or [
        author
        for author in authors.filter(folded__startswith=vietnamese.fold(name))
        if vietnamese.identity_key(author.name) == vietnamese.identity_key(name)
    ]
    if not found:
        raise forms.ValidationError(
            _("There is no author “%(name)s”. Create the author first.") % {"name": name}
        )
    if len(found) > 1:
        raise forms.ValidationError(
            _("Several authors are called “%(name)s”. Type one of these instead: %(slugs)s.")
            % {"name": name, "slugs": ", ".join(author.slug for author in found)}
        )
    return found[0]


def suggest_authors(request: HttpRequest) -> JsonResponse:
    """Authors whose name holds the words of `q`: [{value, hint}]."""
    rows = _matching(Author.objects.filter(merged_into=None), request.GET.get("q", ""))
    return _answer((author.name, author.role) for author in rows)


def suggest_tags(request: HttpRequest) -> JsonResponse:
    """Tags whose name holds the words of `q`: [{value, hint}]."""
    rows = _matching(Tag.objects.filter(merged_into=None), request.GET.get("q", ""))
    return _answer((tag.name, "") for tag in rows)


def _matching(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    for word in vietnamese.fold(text).split():
        rows = rows.filter(folded__contains=word)
    return rows.order_by("sort_key")[:MOST_SUGGESTIONS]


def _answer(pairs: Any) -> JsonResponse:
    return JsonResponse({"results": [{"value": value, "hint": hint} for value, hint in pairs]})
