"""The record of every act, and the old addresses: to look at only."""

from django.contrib import admin

from ..models import Activity, Redirect
from .recipe import ActAdmin


@admin.register(Activity)
class ActivityAdmin(ActAdmin):
    list_display = ("at", "actor", "act", "target_type", "target_id")
    list_select_related = ("actor",)
    list_filter = ("act", "target_type")
    date_hierarchy = "at"
    form = admin.ModelAdmin.form


@admin.register(Redirect)
class RedirectAdmin(ActAdmin):
    list_display = ("old_path", "target", "created_at")
    form = admin.ModelAdmin.form
