"""The paper's own data: one row, so its list leads straight to it."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from ..models import Masthead
from .recipe import RecordAdmin, VersionedForm


class MastheadForm(VersionedForm):
    class Meta:
        model = Masthead
        fields = (
            "name",
            "slogan",
            "governing_body",
            "licence",
            "editor_in_chief",
            "deputy_editors",
            "address",
            "phone",
            "hotline",
            "email",
            "advertising",
            "copyright_notice",
            "privacy_notice",
        )
        # Often longer than a line, and seen whole; saved as one paragraph (actions/records.py).
        widgets = {
            name: forms.Textarea({"rows": 2})
            for name in ("licence", "deputy_editors", "address", "advertising", "copyright_notice")
        }


@admin.register(Masthead)
class MastheadAdmin(RecordAdmin):
    form = MastheadForm

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not Masthead.objects.exists()

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Straight to the one row."""
        if Masthead.objects.exists():
            return HttpResponseRedirect(reverse("admin:articles_masthead_change", args=[1]))
        return super().changelist_view(request, extra_context)
