"""Whether the desk is there and who is signed in: asked before anything typed is sent to it."""

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _


def here_view(request: HttpRequest) -> JsonResponse:
    """`{}` to the person that `?person=` names; 409 with a `reason` to anybody else signed in."""
    if request.GET.get("person") == str(request.user.pk):
        return JsonResponse({})
    return JsonResponse({"reason": somebody_else(request)}, status=409)


def somebody_else(request: HttpRequest) -> str:
    """What a page is told that another person opened than the one who is signed in now."""
    return _("Meanwhile %(who)s has signed in here. Sign in as yourself again.") % {
        "who": request.user
    }
