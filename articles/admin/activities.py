"""The record of every act, and the old addresses: to look at only."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from ..actions.permission import refusal
from ..models import Activity, Arrangement, Redirect, Slot
from .history import details, who
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
        for model in self.admin_site._registry:
            if model._meta.model_name == activity.target_type:
                name = f"admin:{model._meta.app_label}_{activity.target_type}_change"
                return format_html(
                    '<a href="{}">{} {}</a>',
                    reverse(name, args=[activity.target_id]),
                    capfirst(str(model._meta.verbose_name)),
                    str(activity.target_id),
                )
        return format_html("{} {}", activity.target_type, str(activity.target_id))


@admin.register(Redirect)
class RedirectAdmin(ActAdmin):
    list_display = fields = readonly_fields = ("old_path", "target", "created_at")
    form = admin.ModelAdmin.form
    keeps_history = False
