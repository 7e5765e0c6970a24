"""The paper's own pages: four, never more; their texts are written here."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _

from .. import body
from ..actions.cleaning import MAX_BODY
from ..models import PaperPage
from ..render import render_body
from .editor import BodyEditor, editor_csp
from .recipe import RecordAdmin, VersionedForm
from .widgets import GrowingTextarea


class PaperPageForm(VersionedForm):
    body = forms.CharField(
        label=_("Body text"),
        required=False,
        strip=False,
        max_length=MAX_BODY,
        widget=BodyEditor(pictures=False),
    )

    class Meta:
        model = PaperPage
        fields = ("title", "description", "body")
        widgets = {
            "title": GrowingTextarea("write-title", line=True),
            "description": GrowingTextarea("write-sapo", line=True),
        }

    def spoken(self, bound: forms.BoundField, value: Any) -> str:
        """The body as lines of text, without its marks."""
        text = super().spoken(bound, value)
        return body.plain_text(body.parse(body.normalise(text))) if bound.name == "body" else text


@admin.register(PaperPage)
class PaperPageAdmin(RecordAdmin):
    form = PaperPageForm
    list_display = ("title", "address", "description")
    change_form_template = "admin/paper_page_form.html"

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Their addresses stand in the code; none is added."""
        return False

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The recipe's; with the editor's own policy for those to whom it is shown."""
        if self.has_change_permission(request):
            return self._written(request, *args, **kwargs)
        return super().changeform_view(request, *args, **kwargs)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The recipe's; with the text as readers see it, for those who may only read."""
        page = kwargs.get("obj")
        if page is not None and not self.has_change_permission(request):
            context["text"] = render_body(body.parse(page.body), {})
            # Without the editor's scripts, which this page's policy would refuse.
            context["media"] = self.media
        return super().render_change_form(request, context, *args, **kwargs)

    @method_decorator(editor_csp)
    def _written(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return super().changeform_view(request, *args, **kwargs)
