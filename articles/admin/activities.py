"""The record of every act, and the old addresses: to look at only."""

from django.contrib import admin
from django.http import HttpRequest

from ..actions.permission import refusal
from ..models import Activity, Redirect
from .recipe import ActAdmin


@admin.register(Activity)
class ActivityAdmin(ActAdmin):
    """The whole record, reasons and notes included: for those who answer for the newsroom."""

    list_display = ("at", "actor", "act", "target_type", "target_id")
    list_select_related = ("actor",)
    list_filter = ("act", "target_type")
    date_hierarchy = "at"
    form = admin.ModelAdmin.form

    def has_view_permission(self, request: HttpRequest, obj: Activity | None = None) -> bool:
        """Managing editors, editors-in-chief and administrators."""
        answerable = ("rename_section", "save_user")
        return any(refusal(act, request.user) is None for act in answerable)


@admin.register(Redirect)
class RedirectAdmin(ActAdmin):
    list_display = ("old_path", "target", "created_at")
    form = admin.ModelAdmin.form
