"""The hand-made lists, arranged on one page that looks like the front page.

Each change is one act with an address of its own; buttons do all that dragging does.
"""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ..actions.permission import refusal
from ..actions.placing import gone, move, place, remove, set_times, undo
from ..actions.refusals import Refused
from ..models import Placement, Slot
from .arranging import MoveForm, PlaceForm, SlotForm, TimesForm, arranged
from .recipe import ActAdmin
from .verbs import BUSY_STATUS, REFUSED_STATUS, busy

View = Callable[..., HttpResponse]


@admin.register(Placement)
class PlacementAdmin(ActAdmin):
    """The list of placements is the page that arranges them; there is no other form."""

    list_select_related = ("article",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Placing has its form on the page."""
        return False

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        return self._page(request)

    def get_urls(self) -> list[Any]:
        """The acts' addresses before Django's."""
        own: dict[str, View] = {
            "vi-tri/<slug:slot>/xep/": self.place_view,
            "vi-tri/<slug:slot>/hoan-tac/": self.undo_view,
            "<number:pk>/chuyen/": self.move_view,
            "<number:pk>/gio/": self.times_view,
            "<number:pk>/go/": self.remove_view,
        }
        return [
            *(
                path(
                    route,
                    self.admin_site.admin_view(require_POST(view)),
                    name=f"articles_placement_{view.__name__.removesuffix('_view')}",
                )
                for route, view in own.items()
            ),
            *super().get_urls(),
        ]

    # --- the acts -----------------------------------------------------------------------------

    def place_view(self, request: HttpRequest, slot: str) -> HttpResponse:
        """Put an article into the slot."""
        if slot not in Slot.values:
            raise Http404("no such slot")
        form = PlaceForm(request.POST, auto_id=f"{slot}-%s")

        def act(data: dict[str, Any]) -> tuple[str, int | None]:
            placement = place(
                data["article"],
                slot,
                by=request.user,
                starts=data["starts"],
                ends=data["ends"],
                base_version=data["version"],
            )
            return _("“%(title)s” now stands in %(slot)s.") % _words(placement), placement.pk

        return self._do(request, slot, form, act)

    def move_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Let it stand elsewhere in its slot."""
        placement = self._placement(pk)
        if placement is None:
            return self._gone(request)

        def act(data: dict[str, Any]) -> tuple[str, int | None]:
            move(placement, data["to"], by=request.user, base_version=data["version"])
            return _("“%(title)s” has moved in %(slot)s.") % _words(placement), pk

        return self._do(request, placement.slot, MoveForm(request.POST), act)

    def times_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Let it stand from and until other minutes."""
        placement = self._placement(pk)
        if placement is None:
            return self._gone(request)

        def act(data: dict[str, Any]) -> tuple[str, int | None]:
            set_times(
                placement,
                starts=data["starts"],
                ends=data["ends"],
                by=request.user,
                base_version=data["version"],
            )
            return _("“%(title)s” has its new times in %(slot)s.") % _words(placement), pk

        form = TimesForm(request.POST, auto_id=f"p{pk}-%s")
        return self._do(request, placement.slot, form, act, of=pk)

    def remove_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take it out; the article stays published."""
        placement = self._placement(pk)
        if placement is None:
            return self._gone(request)

        def act(data: dict[str, Any]) -> tuple[str, int | None]:
            remove(placement, by=request.user, base_version=data["version"])
            return _("“%(title)s” has left %(slot)s.") % _words(placement), None

        return self._do(request, placement.slot, SlotForm(request.POST), act)

    def undo_view(self, request: HttpRequest, slot: str) -> HttpResponse:
        """Arrange the slot as it was before the last change."""
        if slot not in Slot.values:
            raise Http404("no such slot")

        def act(data: dict[str, Any]) -> tuple[str, int | None]:
            undo(slot, by=request.user, base_version=data["version"])
            return _("%(slot)s stands as before.") % {"slot": Slot(slot).label}, None

        return self._do(request, slot, SlotForm(request.POST), act)

    # --- the page -----------------------------------------------------------------------------

    def _placement(self, pk: int) -> Placement | None:
        return Placement.objects.select_related("article").filter(pk=pk).first()

    def _gone(self, request: HttpRequest) -> HttpResponse:
        """A colleague took it out, or withdrew the article, after the page was opened."""
        if (reason := refusal("place", request.user)) is not None:
            raise PermissionDenied(str(reason))
        messages.error(request, str(gone()))
        return self._page(request, REFUSED_STATUS)

    def _do(
        self,
        request: HttpRequest,
        slot: str,
        form: SlotForm,
        act: Callable[[dict[str, Any]], tuple[str, int | None]],
        *,
        of: str | int = "",
    ) -> HttpResponse:
        """Do the act and lead back to its slot; refused, show the page with what was typed.

        `of` is the placement whose form it is, where it is not the slot's.
        """
        if (reason := refusal("place", request.user)) is not None:
            raise PermissionDenied(str(reason))
        typed = form if isinstance(form, TimesForm) else None
        if not form.is_valid():
            # Of a form that is shown again, its visible fields say themselves what is wrong.
            silent = form.errors if typed is None else form.errors.keys() & {"version"}
            if told := "; ".join(error for name in silent for error in form.errors[name]):
                messages.error(request, told)
            return self._page(request, typed=typed, of=of or slot)
        try:
            done, row = act(form.cleaned_data)
        except Refused as refused:
            status = REFUSED_STATUS
            messages.error(request, str(refused))
        except OperationalError:
            status = BUSY_STATUS
            messages.error(request, str(busy()))
        else:
            messages.success(request, done)
            # A button of the row gets the focus, which browsers give to nothing beside a fragment.
            button = "down" if request.POST.get("button") == "down" else "up"
            place = f"?vua-xep={row}&nut={button}" if row else f"#{slot}"
            return HttpResponseRedirect(_page_address() + place)
        return self._page(request, status, typed=typed, of=of or slot)

    def _page(
        self,
        request: HttpRequest,
        status: int = 200,
        *,
        typed: TimesForm | None = None,
        of: str | int = "",
    ) -> HttpResponse:
        slots = arranged(typed, of)
        reason = refusal("place", request.user)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Front page"),
            "opts": self.opts,
            "slots": slots,
            "reason": str(reason) if reason else "",
            "just": request.GET.get("vua-xep", ""),
            "button": request.GET.get("nut", ""),
            "media": self.media + PlaceForm().media,
        }
        return TemplateResponse(request, "admin/placements.html", context, status=status)


def _page_address() -> str:
    return reverse("admin:articles_placement_changelist")


def _words(placement: Placement) -> dict[str, str]:
    return {"title": placement.article.title, "slot": str(placement.get_slot_display())}
