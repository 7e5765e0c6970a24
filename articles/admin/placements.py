"""The hand-made lists: what stands in which slot, from when until when."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions.placing import place, remove
from ..models import FOREVER, Placement
from .completion import ArticleChoiceField
from .recipe import ActAdmin, VersionedForm
from .verbs import Verb


class PlacementForm(VersionedForm):
    article = ArticleChoiceField(
        label=gettext_lazy("Article"),
        help_text=gettext_lazy("Type words of the title, or its number."),
    )
    visible_from = forms.SplitDateTimeField(
        label=gettext_lazy("From"),
        required=False,
        widget=admin.widgets.AdminSplitDateTime,
        help_text=gettext_lazy("Empty: from now on."),
    )
    visible_until = forms.SplitDateTimeField(
        label=gettext_lazy("Until"),
        required=False,
        widget=admin.widgets.AdminSplitDateTime,
        help_text=gettext_lazy("Empty: until somebody takes it out."),
    )

    class Meta:
        model = Placement
        fields = ("slot", "article", "position", "visible_from", "visible_until")


class StandingFilter(admin.SimpleListFilter):
    """What stands now, what comes, what is over."""

    title = gettext_lazy("time")
    parameter_name = "time"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("now", _("now")), ("later", _("later")), ("over", _("over"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        now = timezone.now()
        match self.value():
            case "now":
                return queryset.visible(now)
            case "later":
                return queryset.filter(visible_from__gt=now)
            case "over":
                return queryset.filter(visible_until__lte=now)
        return queryset


def _remove(placement: Placement, person: Any, data: dict[str, Any]) -> str:
    remove(placement, by=person)
    return _("“%(title)s” has left %(slot)s.") % {
        "title": placement.article.title,
        "slot": placement.get_slot_display(),
    }


@admin.register(Placement)
class PlacementAdmin(ActAdmin):
    form = PlacementForm
    act_to_add = "place"
    list_display = ("article", "slot", "position", "visible_from", "until")
    readonly_fields = ("until",)
    list_display_links = ("article",)
    list_select_related = ("article",)
    list_filter = ("slot", StandingFilter)
    folded_column = "article__folded"
    search_fields = ("article__folded",)
    verbs = (
        Verb(
            "remove",
            "place",
            gettext_lazy("Take out"),
            _remove,
            explanation=gettext_lazy("The article itself stays published."),
        ),
    )

    def get_fields(self, request: HttpRequest, obj: Placement | None = None) -> list[str]:
        """One that stands shows its end in words: most have none."""
        shown = ["slot", "article", "position", "visible_from"]
        return [*shown, "visible_until" if obj is None else "until"]

    @admin.display(description=gettext_lazy("until"), ordering="visible_until")
    def until(self, placement: Placement) -> Any:
        return None if placement.visible_until == FOREVER else placement.visible_until

    def perform(self, request: HttpRequest, form: Any, change: bool) -> Placement:
        data = form.cleaned_data
        return place(
            data["article"],
            data["slot"],
            by=request.user,
            position=data["position"] or 0,
            starts=data["visible_from"],
            ends=data["visible_until"],
        )
