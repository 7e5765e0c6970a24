"""Pictures, where no web server in front of us serves them from disk."""

from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files.storage import default_storage
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from ..images.plan import RENDITION_PATTERN

DAY = 24 * 60 * 60
YEAR = 365 * DAY


@csrf_exempt
@require_safe
def picture(request: HttpRequest, name: str) -> HttpResponseBase:
    """A rendition from the public storage; no other file there has an address.

    The name is made of the content's hash, so it may be kept for ever and is its own ETag.
    """
    if not RENDITION_PATTERN.match(name):
        return _no_picture()
    try:
        file = default_storage.open(name)
    except FileNotFoundError:
        return _no_picture()
    etag = f'"{name.removeprefix("p/").removesuffix(".webp")}"'
    response: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if response is None:
        response = FileResponse(file, content_type="image/webp")
    else:
        file.close()
    response.headers["ETag"] = etag
    patch_cache_control(response, public=True, max_age=YEAR, immutable=True)
    return response


@csrf_exempt
@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """For those who ask at the old place instead of reading the page's own link."""
    response = HttpResponseRedirect(staticfiles_storage.url("articles/icon.svg"))
    patch_cache_control(response, public=True, max_age=DAY)
    return response


def _no_picture() -> HttpResponse:
    """Short, since no person reads it: pages are what a whole not-found page is for."""
    return HttpResponse("Không có ảnh này.", "text/plain; charset=utf-8", 404)
