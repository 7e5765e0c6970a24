"""What a person is told: the notices on their desk."""

from django.contrib.admin import AdminSite
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ..actions.notices import read_all
from ..models import Notice, User

SHOWN_FIRST = 5
MOST_SHOWN = 100


def unread(person: User) -> tuple[list[Notice], int]:
    """The newest notices that the person has not seen, and how many there are."""
    notices = Notice.objects.filter(recipient=person, read_at=None)
    found = list(_with_what_is_said(notices)[: SHOWN_FIRST + 1])
    return found[:SHOWN_FIRST], len(found) if len(found) <= SHOWN_FIRST else notices.count()


def notices_view(site: AdminSite, request: HttpRequest) -> HttpResponse:
    """The newest hundred of this person; POST marks them all as seen."""
    if request.method == "POST":
        read_all(request.user)
        return HttpResponseRedirect(reverse("admin:index"))
    notices = Notice.objects.filter(recipient=request.user)
    context = {
        **site.each_context(request),
        "title": _("Notices"),
        "notices": _with_what_is_said(notices)[:MOST_SHOWN],
    }
    return TemplateResponse(request, "admin/notices.html", context)


def _with_what_is_said(notices: QuerySet[Notice]) -> QuerySet[Notice]:
    return notices.select_related("article", "activity__actor").order_by("-pk")
