"""The record of every act, and the old addresses: to look at only."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.contrib.admin import AdminSite
from django.contrib.admin.views.main import ChangeList
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from ..actions.permission import refusal
from ..models import Activity, Arrangement, Redirect, Slot
from .history import details, who
from .long_lists import LongList
from .recipe import ActAdmin

BREAK = mark_safe("<br>")


class ThingFilter(admin.SimpleListFilter):
    """By what acts were done to, in the words of its room."""

    title = gettext_lazy("done to")
    parameter_name = "target_type"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        models = [*model_admin.admin_site._registry, Arrangement]
        return [
            (model._meta.model_name, model._meta.verbose_name)
            for model in models
            if model is not Activity
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Activity]) -> QuerySet[Activity]:
        return queryset.filter(target_type=self.value()) if self.value() else queryset


class ActivityList(LongList):
    """The record of acts, in pages."""

    def get_results(self, request: HttpRequest) -> None:
        """Find the acts of this page, and what they were done to."""
        super().get_results(request)
        self.result_list = _with_targets(self.model_admin.admin_site, self.result_list)


def _with_targets(site: AdminSite, activities: Iterable[Activity]) -> list[Activity]:
    """The activities, with one query for each kind of thing that they were done to.

    Each has the thing as its `target`: None where it is gone, or has no page of its own.
    """
    activities = list(activities)
    targets: dict[tuple[str, int], Model] = {}
    for kind, room in _rooms(site).items():
        wanted = {each.target_id for each in activities if each.target_type == kind}
        if wanted:
            related: Any = room.list_select_related or ()  # what a row needs to tell its name
            rows = room.model._default_manager.select_related(*related).defer(*room.list_defer)
            targets |= {(kind, row.pk): row for row in rows.filter(pk__in=wanted)}
    for activity in activities:
        vars(activity)["target"] = targets.get((activity.target_type, activity.target_id))
    return activities


def _rooms(site: AdminSite) -> dict[str, ActAdmin]:
    """What the desk has pages of, by the names that activities keep."""
    rooms = (room for room in site._registry.values() if isinstance(room, ActAdmin))
    return {str(room.opts.model_name): room for room in rooms}


@admin.register(Activity)
class ActivityAdmin(ActAdmin):
    """The whole record, reasons and notes included: for those who answer for the newsroom."""

    list_display = ("at", "by", "what", "thing")
    list_select_related = ("actor",)
    list_filter = (ThingFilter,)
    date_hierarchy = "at"
    form = admin.ModelAdmin.form
    keeps_history = False
    fields = readonly_fields = ("at", "by", "thing", "said")

    def has_view_permission(self, request: HttpRequest, obj: Activity | None = None) -> bool:
        """Managing editors, editors-in-chief and administrators."""
        answerable = ("rename_section", "save_user")
        return any(refusal(act, request.user) is None for act in answerable)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """A long list whose acts come with what they were done to."""
        return ActivityList

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Activity | None:
        """The act with what it was done to."""
        activity = super().get_object(request, object_id, from_field)
        return activity and _with_targets(self.admin_site, [activity])[0]

    @admin.display(description=gettext_lazy("by"), ordering="actor")
    def by(self, activity: Activity) -> str:
        return who(activity)

    @admin.display(description=gettext_lazy("act"), ordering="act")
    def what(self, activity: Activity) -> str:
        """The act in words."""
        return str(activity)

    @admin.display(description=gettext_lazy("details"))
    def said(self, activity: Activity) -> SafeString:
        """What the history of the thing says of it, a line each."""
        return format_html_join(BREAK, "{}", ((line,) for line in details(activity)))

    @admin.display(description=gettext_lazy("done to"))
    def thing(self, activity: Activity) -> SafeString:
        """What it was done to, with a link to its page on the desk."""
        if activity.target_type == "arrangement":
            address = reverse("admin:articles_placement_changelist")
            slot = activity.data["slot"]
            return format_html('<a href="{}#{}">{}</a>', address, slot, Slot(slot).label)
        number = str(activity.target_id)
        room = _rooms(self.admin_site).get(activity.target_type)
        if room is None:
            return format_html("{} {}", activity.target_type, number)
        address = f"admin:{room.opts.app_label}_{room.opts.model_name}_change"
        kind = f"{capfirst(str(room.opts.verbose_name))} {number}"
        target = vars(activity)["target"]
        return format_html(
            '<a href="{}">{}</a>{}',
            reverse(address, args=[activity.target_id]),
            kind if target is None else target,
            "" if target is None else format_html('<span class="facts">{}</span>', kind),
        )


@admin.register(Redirect)
class RedirectAdmin(ActAdmin):
    list_display = fields = readonly_fields = ("old_path", "target", "created_at")
    form = admin.ModelAdmin.form
    keeps_history = False
