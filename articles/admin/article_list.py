"""How articles are listed on the desk: filters that combine, and what each row says."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import Article, Byline, Kind, User
from ..structure import State
from .article_form import sections_in_order
from .article_verbs import spoken_minute
from .standing import Standing, standing_of

# The states that acts lead to; the rest of the way through the newsroom has none yet.
SHOWN_STATES = (State.DRAFT, State.SCHEDULED, State.PUBLISHED, State.WITHDRAWN)


class ChoiceFilter(admin.SimpleListFilter):
    """A filter whose unknown values choose nothing."""

    def value(self) -> str | None:
        """The value in the address, if it is one of the choices."""
        chosen = super().value()
        return chosen if chosen in {str(value) for value, _label in self.lookup_choices} else None


class StateFilter(ChoiceFilter):
    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(state.value, capfirst(str(state.label))) for state in SHOWN_STATES]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.in_state(State(self.value())) if self.value() else queryset


class ReadersFilter(ChoiceFilter):
    """What readers see of it."""

    title = gettext_lazy("readers")
    parameter_name = "readers"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("differs", _("see an older revision")), ("later", _("will see it later"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        match self.value():
            case "differs":
                return queryset.differing_from_live()
            case "later":
                return queryset.filter(next_from__isnull=False)
        return queryset


class MineFilter(ChoiceFilter):
    title = gettext_lazy("whose")
    parameter_name = "whose"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("mine", _("mine"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return own_articles(queryset, request.user) if self.value() else queryset


class SectionFilter(ChoiceFilter):
    """A section with its subsections."""

    title = gettext_lazy("section")
    parameter_name = "section"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(str(section.pk), str(section)) for section in sections_in_order()]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if pk := self.value():
            return queryset.filter(Q(section=pk) | Q(section__parent=pk))
        return queryset


class KindFilter(ChoiceFilter):
    title = gettext_lazy("kind")
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(value, capfirst(str(label))) for value, label in Kind.choices]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(kind=self.value()) if self.value() else queryset


ARTICLE_FILTERS = (StateFilter, MineFilter, ReadersFilter, SectionFilter, KindFilter)


def own_articles(articles: QuerySet[Article], user: User) -> QuerySet[Article]:
    """Those that the person created or is bylined on."""
    bylined = Byline.objects.filter(author__user=user).values("article")
    return articles.filter(Q(created_by=user) | Q(pk__in=bylined))


def headline(article: Article) -> SafeString:
    """One line of headline, linked, and one of facts."""
    facts = [f"{article.pk}"]
    if article.kicker:
        facts.append(article.kicker)
    kind = capfirst(article.get_kind_display())
    if article.kind != Kind.NEWS and kind.casefold() != article.kicker.casefold():
        facts.append(kind)
    return format_html(
        '<a class="headline" href="{}">{}</a><span class="facts">{}</span>',
        reverse("admin:articles_article_change", args=[article.pk]),
        article.title,
        " · ".join(facts),
    )


def state_cell(article: Article) -> SafeString:
    """The state as a word with a mark, and what else a person should know before opening it."""
    standing = standing_of(article)
    return format_html(
        '<span class="state" data-state="{}">{}</span>{}',
        standing.state.value,
        capfirst(standing.label),
        format_html_join(
            "", '<span class="facts">{}</span>', ((mark,) for mark in marks(standing))
        ),
    )


def marks(standing: Standing) -> list[str]:
    """Short sentences on what readers see, where that is not what the desk has."""
    said = []
    if standing.differs:
        said.append(_("differs from what readers see"))
    if standing.newer_than_scheduled:
        said.append(_("newer than what is scheduled"))
    if standing.held_by:
        said.append(_("edited by %(who)s") % {"who": standing.held_by})
    if standing.approvals:
        said.append(_("approvals: %(counted)s") % {"counted": standing.approvals})
    if standing.next_from:
        said.append(_("from %(minute)s on") % {"minute": spoken_minute(standing.next_from)})
    return said


def byline_line(article: Article) -> str:
    """The byline as printed; `bylines__author` should be prefetched."""
    return "".join(
        f"{byline.separator}{byline.role + ': ' if byline.role else ''}{byline.author}"
        for byline in article.bylines.all()
    )
