"""Choosing by typing a name: form fields, and the suggestions behind them.

A field holds the name itself, so it works without JavaScript; the script offers names as they are
typed. No page ever holds a whole table.
"""

import re
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.forms.widgets import Script
from django.http import HttpRequest, JsonResponse
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.text import vietnamese

from .. import desk_search
from ..models import Article, Author, PublishedArticle, Tag, User
from ..structure import ROLE_NAMES, Role, State

MOST_SUGGESTIONS = 12


class CompletionInput(forms.TextInput):
    """A text input that asks `url` for names."""

    def __init__(self, url: Any) -> None:
        super().__init__()
        self.url = url

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"] |= {
            "data-completion": str(self.url),
            "autocomplete": "off",
            "class": "vTextField",
        }
        return context

    class Media:
        js = (Script("articles/desk/completion.js", type="module"),)


class NamesTextarea(forms.Textarea):
    """Names separated by commas, offered one by one by `url`; as high as all of them need."""

    def __init__(self, url: Any) -> None:
        super().__init__({"rows": 1, "class": "grow", "autocomplete": "off"})
        self.attrs |= {"data-grow": "", "data-line": "", "data-several": ""}
        self.url = url

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["data-completion"] = str(self.url)
        return context

    class Media:
        js = (Script("articles/desk/completion.js", type="module"),)


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


class TagsField(forms.CharField):
    """Tags by name, separated by commas; new ones are made when the article is saved."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=NamesTextarea(reverse_lazy("admin:suggest_tags")), **options)

    def clean(self, value: Any) -> tuple[str, ...]:
        """The names in order, none twice in whatever spelling; pasted lines are names too."""
        pieces = re.split(r"[,\r\n]", super().clean(value) or "")
        typed = map(vietnamese.clean_line, pieces)
        names = {vietnamese.identity_key(name): name for name in reversed(list(typed)) if name}
        return tuple(reversed(names.values()))


class ArticleChoiceField(forms.CharField):
    """An article by its number, or by “number title” as the suggestions write it.

    With `readable` only what readers see, or will see, is suggested.
    """

    def __init__(self, *, readable: bool = False, **options: Any) -> None:
        name = "admin:suggest_readable" if readable else "admin:suggest_articles"
        super().__init__(widget=CompletionInput(reverse_lazy(name)), **options)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, int):
            article = Article.objects.filter(pk=value).first()
            return _article_label(article) if article else value
        return value

    def clean(self, value: Any) -> Article | None:
        text = vietnamese.clean_line(super().clean(value) or "")
        number = text.split(" ", 1)[0]
        if not text:
            return None
        article = Article.objects.filter(pk=number).first() if _is_id(number) else None
        if article is None:
            raise forms.ValidationError(
                _("Choose an article from the suggestions, or type its number.")
            )
        return article


class PersonChoiceField(forms.CharField):
    """A person of the newsroom by “name (username)”, by either of the two."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=CompletionInput(reverse_lazy("admin:suggest_people")), **options)

    def prepare_value(self, value: Any) -> Any:
        return _person_label(value) if isinstance(value, User) else value

    def clean(self, value: Any) -> User | None:
        text = vietnamese.clean_line(super().clean(value) or "")
        return person_by_name(text) if text else None


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 19


def _article_label(article: Article) -> str:
    return f"{article.pk} {article.title}"


def author_by_name(name: str) -> Author:
    """The author of this name or address.

    Raises:
        ValidationError: there is none, or several share the name.
    """
    authors = Author.objects.filter(merged_into=None)
    found = (
        list(authors.filter(slug=name))
        or list(authors.filter(name=name))
        or [
            author
            for author in authors.filter(folded__startswith=vietnamese.fold(name))
            if vietnamese.identity_key(author.name) == vietnamese.identity_key(name)
        ]
    )
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


def _staff() -> QuerySet[User]:
    return User.objects.filter(is_active=True, is_staff=True)


def _person_label(person: User) -> str:
    return f"{person} ({person.username})"


def person_by_name(text: str) -> User:
    """The person of the newsroom whose name, username or both are `text`.

    Raises:
        ValidationError: there is none, or several share the name.
    """
    _name, _bracket, username = text.rstrip(")").rpartition(" (")
    exact = _staff().filter(username__in={text, username} - {""}).first()
    if exact is not None:
        return exact
    wanted = vietnamese.identity_key(text)
    near = _staff().filter(folded__contains=vietnamese.fold(text))[:MOST_SUGGESTIONS]
    found = [person for person in near if vietnamese.identity_key(str(person)) == wanted]
    if len(found) != 1:
        raise forms.ValidationError(
            _("Choose a person from the suggestions, or type their username.")
        )
    return found[0]


def suggest_people(request: HttpRequest) -> JsonResponse:
    """People of the newsroom whose name holds the words of `q`: [{value, hint}]."""
    people = _staff().order_by("username")
    for word in vietnamese.fold(request.GET.get("q", "")).split():
        people = people.filter(folded__contains=word)
    return _answer(
        (_person_label(person), roles_of(person))
        for person in people.prefetch_related("groups")[:MOST_SUGGESTIONS]
    )


def roles_of(person: User) -> str:
    """The names of the person's roles; their groups should be prefetched."""
    names = [group.name for group in person.groups.all()]
    return ", ".join(str(ROLE_NAMES[Role(name)]) for name in names if name in list(Role))


def suggest_authors(request: HttpRequest) -> JsonResponse:
    """Authors whose name holds the words of `q`: [{value, hint}]."""
    rows = _matching(Author.objects.filter(merged_into=None), request.GET.get("q", ""))
    return _answer((author.name, author.role) for author in rows)


def suggest_tags(request: HttpRequest) -> JsonResponse:
    """Tags whose name holds the words of `q`: [{value, hint}]."""
    rows = _matching(Tag.objects.filter(merged_into=None), request.GET.get("q", ""))
    return _answer((tag.name, "") for tag in rows)


def suggest_articles(request: HttpRequest) -> JsonResponse:
    """Articles that hold the words of `q`, the newest first: [{value, hint}]."""
    return _articles(Article.objects.all(), request)


def suggest_readable(request: HttpRequest) -> JsonResponse:
    """The same of those that readers see or will see."""
    rows = PublishedArticle.objects.filter(visible_until__gt=timezone.now())
    return _articles(Article.objects.filter(pk__in=rows.values("article")), request)


def _articles(rows: QuerySet[Article], request: HttpRequest) -> JsonResponse:
    found = desk_search.matching(rows, request.GET.get("q", ""))[:MOST_SUGGESTIONS]
    return _answer((_article_label(article), str(State(article.state).label)) for article in found)


def _matching(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    for word in vietnamese.fold(text).split():
        rows = rows.filter(folded__contains=word)
    return rows.order_by("sort_key")[:MOST_SUGGESTIONS]


def _answer(pairs: Any) -> JsonResponse:
    return JsonResponse({"results": [{"value": value, "hint": hint} for value, hint in pairs]})
