"""What every public view has in common, and the small things they share."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from ..listings import Cursor

View = Callable[..., HttpResponse]


def public(view: View) -> View:
    """A page for readers: the same bytes for everyone, by GET and HEAD only, never kept unasked.

    It is exempt from the CSRF check because it changes nothing: another method is answered 405
    instead of a page about cookies.
    """
    return csrf_exempt(require_safe(cache_control(public=True, max_age=0)(view)))


def moved(request: HttpRequest, target: str) -> HttpResponse:
    """Send the reader to `target` for good, with the query they came with."""
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{target}?{query}" if query else target)


def cursor_of(request: HttpRequest) -> Cursor | None:
    """Where the list asked for begins; None for its first page.

    Raises:
        Http404: `?truoc=` holds no cursor that we have given out.
    """
    text = request.GET.get("truoc")
    if text is None:
        return None
    try:
        return Cursor.parse(text)
    except ValueError:
        raise Http404("no cursor") from None
