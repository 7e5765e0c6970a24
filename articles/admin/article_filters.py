"""The filters of the list of articles. They combine, and stay in the address."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.text import vietnamese

from ..models import Article, Byline, Kind, PublishedArticle, Section, User
from ..structure import OPEN, WAITING, State
from .article_form import sections_in_order
from .completion import CompletionInput, author_by_name, person_by_name

LACKING = Q(step__lt=F("section__approval_steps"))
# What may be asked about the approvals of what awaits them; My desk counts the same sets.
APPROVALS: dict[str, Q] = {
    "missing": Q(state=State.AWAITING_APPROVAL) & LACKING,
    "complete": Q(state=State.AWAITING_APPROVAL) & ~LACKING,
}


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
        states = [(state.value, capfirst(str(state.label))) for state in State]
        return [("waiting", _("On the way")), *states]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        match self.value():
            case None:
                return queryset.exclude(state=State.BINNED)
            case "waiting":
                return queryset.filter(state__in=WAITING)
        return queryset.in_state(State(self.value()))


class ApprovalFilter(ChoiceFilter):
    """Of what awaits approval; and urgent news that readers have and nobody has approved yet."""

    title = gettext_lazy("approval")
    parameter_name = "approval"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("missing", _("not all given")),
            ("complete", _("all given")),
            ("afterwards", _("urgent news, to be checked")),
        ]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        match self.value():
            case None:
                return queryset
            case "afterwards":
                return queryset.unchecked()
            case chosen:
                return queryset.filter(APPROVALS[chosen])


class ReadersFilter(ChoiceFilter):
    """What readers see of it."""

    title = gettext_lazy("readers")
    parameter_name = "readers"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("live", _("see it")),
            ("differs", _("see an older revision")),
            ("today", _("will see it today")),
            ("later", _("will see it later")),
        ]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        match self.value():
            case "live":
                return queryset.live()
            case "differs":
                return queryset.differing_from_live()
            case "today":
                return queryset.filter(pk__in=going_out_today().values("article"))
            case "later":
                return queryset.scheduled()
        return queryset


class WhoseFilter(ChoiceFilter):
    title = gettext_lazy("whose")
    parameter_name = "whose"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("mine", _("mine")),
            ("assigned", _("given to me")),
            ("editing", _("edited by me")),
            ("sections", _("in my sections")),
        ]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        match self.value():
            case "mine":
                return queryset.filter(is_own(request.user))
            case "assigned":
                return queryset.filter(assignee=request.user, state__in=OPEN)
            case "editing":
                return queryset.filter(claimed_by=request.user)
            case "sections":
                return queryset.filter(in_sections(request.user))
        return queryset


class DueFilter(ChoiceFilter):
    title = gettext_lazy("due")
    parameter_name = "due"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("late", _("late")), ("today", _("today")), ("later", _("later"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        now = timezone.now()
        match self.value():
            case "late":
                return queryset.late(now)
            case "today":
                return queryset.filter(state__in=OPEN, due_at__gte=now, due_at__lte=tonight())
            case "later":
                return queryset.filter(state__in=OPEN, due_at__gt=tonight())
        return queryset


class SectionFilter(ChoiceFilter):
    """A section with its subsections."""

    title = gettext_lazy("section")
    parameter_name = "section"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(str(section.pk), str(section)) for section in sections_in_order()]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if pk := self.value():
            return queryset.filter(section__in=[int(pk), *_below([int(pk)])])
        return queryset


class KindFilter(ChoiceFilter):
    title = gettext_lazy("kind")
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(value, capfirst(str(label))) for value, label in Kind.choices]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(kind=self.value()) if self.value() else queryset


class NameFilter(admin.SimpleListFilter):
    """A filter whose value is a name, typed with suggestions: no page holds all of them.

    A name that nobody has finds nothing.
    """

    template = "admin/name_filter.html"
    suggestions: str

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return []

    def has_output(self) -> bool:
        return True

    def value(self) -> str | None:
        """The name in the address, as one clean line."""
        typed = vietnamese.clean_line(super().value() or "")[:200]
        return typed or None

    def choices(self, changelist: Any) -> Iterator[dict[str, Any]]:
        """One: the field, the other filters that it keeps, and the address without it."""
        field = CompletionInput(reverse_lazy(self.suggestions)).render(
            self.parameter_name, self.value(), {"aria-label": self.title}
        )
        kept = {
            name: value
            for name, value in changelist.get_filters_params().items()
            if name != self.parameter_name
        }
        if changelist.query:
            kept["q"] = [changelist.query]
        yield {
            "field": field,
            "kept": [(name, each) for name, values in kept.items() for each in values],
            "without": changelist.get_query_string(remove=[self.parameter_name]),
            "chosen": self.value(),
        }


class AuthorFilter(NameFilter):
    title = gettext_lazy("byline")
    parameter_name = "author"
    suggestions = "admin:suggest_authors"

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() is None:
            return queryset
        try:
            author = author_by_name(self.value())
        except forms.ValidationError:
            return queryset.none()
        signed = Byline.objects.filter(author=author, article=OuterRef("pk"))
        return queryset.filter(Exists(signed))


class AssigneeFilter(NameFilter):
    title = gettext_lazy("given to")
    parameter_name = "assignee"
    suggestions = "admin:suggest_people"

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() is None:
            return queryset
        try:
            return queryset.filter(assignee=person_by_name(self.value()))
        except forms.ValidationError:
            return queryset.none()


ARTICLE_FILTERS = (
    StateFilter,
    WhoseFilter,
    ApprovalFilter,
    ReadersFilter,
    DueFilter,
    AssigneeFilter,
    AuthorFilter,
    SectionFilter,
    KindFilter,
)


def is_own(user: User) -> Q:
    """Articles that the person created, was given, or is bylined on."""
    created = Article.objects.filter(created_by=user).order_by().values("pk")
    given = Article.objects.filter(assignee=user).order_by().values("pk")
    signed = Byline.objects.filter(author__user=user).order_by().values("article")
    return Q(pk__in=created.union(given, signed))


def in_sections(user: User) -> Q:
    """Articles of the sections that the person acts in, and of those below them."""
    own = list(user.sections.values_list("pk", flat=True))
    return Q(section__in=[*own, *_below(own)])


def _below(sections: list[int]) -> list[int]:
    """The ids of their subsections: articles are found by index through their own section alone."""
    return list(Section.objects.filter(parent__in=sections).values_list("pk", flat=True))


def tonight() -> datetime:
    """The last instant of the paper's day."""
    return timezone.localtime().replace(hour=23, minute=59, second=59, microsecond=999_999)


def going_out_today() -> QuerySet[PublishedArticle]:
    """Publications that begin between now and midnight."""
    return PublishedArticle.objects.filter(
        visible_from__gt=timezone.now(), visible_from__lte=tonight()
    )
