"""The desk: Django's admin under our own name, with its first page and its doors."""

from collections.abc import Callable
from functools import partial, update_wrapper
from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.auth.views import PasswordChangeView
from django.core.exceptions import PermissionDenied
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from ..models import User
from .completion import (
    suggest_articles,
    suggest_authors,
    suggest_people,
    suggest_readable,
    suggest_tags,
)
from .here import here_view
from .notices import notices_view, unread
from .sign_in import OwnPasswordForm, password_reset_urls

View = Callable[..., HttpResponse]

# The rooms of the desk in the order of a day's work; a screen that is not named comes last.
# The first of them stand in the head of every page, the others in a menu behind them.
ROOMS = (
    "article",
    "image",
    "comment",
    "correction",
    "placement",
    "author",
    "tag",
    "section",
    "user",
    "masthead",
    "paperpage",
    "activity",
    "redirect",
)
EVERYDAY = ROOMS[:5]


class DeskSite(AdminSite):
    """One admin site, with the desk's titles."""

    site_header = _("Newsroom desk")
    site_title = _("Newsroom desk")
    index_title = _("My desk")
    index_template = "admin/desk.html"
    password_change_done_template = "admin/password_change_done.html"
    empty_value_display = "–"
    enable_nav_sidebar = False

    def get_urls(self) -> list[Any]:
        """Django's addresses, the suggestions behind typed names, and the doors."""
        inside = {
            "goi-y/tac-gia/": (suggest_authors, "suggest_authors"),
            "goi-y/tu-khoa/": (suggest_tags, "suggest_tags"),
            "goi-y/nguoi/": (suggest_people, "suggest_people"),
            "goi-y/bai/": (suggest_articles, "suggest_articles"),
            "goi-y/bai-ban-doc-thay/": (suggest_readable, "suggest_readable"),
            "co-mat/": (here_view, "here"),
            "thong-bao/": (partial(notices_view, self), "notices"),
            "ngon-ngu/": (require_POST(set_language), "set_language"),
        }
        return [
            *(
                path(route, self.admin_view(view), name=name)
                for route, (view, name) in inside.items()
            ),
            *password_reset_urls(),
            *super().get_urls(),
        ]

    def admin_view(self, view: View, cacheable: bool = False) -> View:
        """Django's, and pages of the desk's own where something may not be done or is not there."""
        return super().admin_view(update_wrapper(partial(self._guarded, view), view), cacheable)

    def _guarded(self, view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except PermissionDenied as denied:
            problem = str(denied) or gettext("Your role does not reach this page.")
            return self._refuse(request, gettext("Not permitted"), problem, 403)
        except Http404:
            problem = gettext("The address may be mistyped, or what stood here is gone.")
            return self._refuse(request, gettext("There is no such page"), problem, 404)

    def _refuse(self, request: HttpRequest, title: str, problem: str, status: int) -> HttpResponse:
        context = self.each_context(request) | {"title": title, "problems": [problem]}
        return TemplateResponse(request, "admin/refused.html", context, status=status)

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """What every page of the desk has."""
        context = super().each_context(request)
        rooms = [room for app in context["available_apps"] for room in app["models"]]
        rooms.sort(key=_place)
        shown = [room for room in rooms if room["admin_url"]]
        return context | {
            "rooms": rooms,
            "everyday_rooms": [room for room in shown if _name(room) in EVERYDAY],
            "further_rooms": [room for room in shown if _name(room) not in EVERYDAY],
            "languages": settings.LANGUAGES,
        }

    def index(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """My desk: the lists that the screens offer to those who may see them."""
        lists = [
            each
            for screen in self._registry.values()
            if hasattr(screen, "desk_lists") and screen.has_view_permission(request)
            for each in screen.desk_lists(request)
        ]
        notices, how_many = unread(request.user)
        context = {"desk_lists": lists, "notices": notices, "notice_count": how_many}
        return super().index(request, context | (extra_context or {}))

    def app_index(
        self, request: HttpRequest, app_label: str, extra_context: Any = None
    ) -> HttpResponse:
        """Django's second list of the rooms, which stand in the head of every page: my desk."""
        return HttpResponseRedirect(reverse("admin:index"))

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> HttpResponseBase:
        """Django's page, with a form that logs the change."""
        return PasswordChangeView.as_view(
            form_class=OwnPasswordForm,
            template_name="admin/password_change.html",
            success_url=reverse("admin:password_change_done"),
            extra_context=self.each_context(request) | (extra_context or {}),
        )(request)


def _place(room: dict[str, Any]) -> int:
    name = _name(room)
    return ROOMS.index(name) if name in ROOMS else len(ROOMS)


def _name(room: dict[str, Any]) -> str:
    return room["model"]._meta.model_name


def set_language(request: HttpRequest) -> HttpResponse:
    """Speak to this person in another language from now on; a matter of their own taste."""
    language = request.POST.get("language")
    if language in dict(settings.LANGUAGES):
        User.objects.filter(pk=request.user.pk).update(desk_language=language)
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()):
        back = reverse("admin:index")
    return HttpResponseRedirect(back)
