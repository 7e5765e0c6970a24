"""What somebody without a seat at the desk sees by a preview link, and its pictures.

The desk's side, though it is open to whoever has the link: it reads the working copy's revisions
and counts. Readers' code never does (tests/test_readers_side.py). docs/decisions/preview-links.md
"""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from ..actions.previewing import count_opening
from ..actions.publications import pictures_of
from ..draft import Draft
from ..frame import load_frame
from ..models import ImageVersion, PreviewLink, PublishedArticle
from ..preview import preview_page
from ..views.article import article_context
from .picture_views import open_rendition

View = Callable[..., HttpResponseBase]

# Nobody keeps it, nobody lists it, and the address goes to nobody whom the page links to.
HEADERS = {
    "Cache-Control": "no-store, private",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
}


def by_link(view: View) -> View:
    """A view that whoever has the link may ask, by GET and HEAD, and no cache may keep."""
    safe = require_safe(view)

    @csrf_exempt
    @wraps(view)
    def wrapped(request: HttpRequest, **arguments: Any) -> HttpResponseBase:
        response = safe(request, **arguments)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    return wrapped


@by_link
def preview(request: HttpRequest, token: str) -> HttpResponseBase:
    """The link's revision on the readers' page; once readers have that very one, theirs."""
    link = _find(token)
    if link is None:
        return _closed(request)
    if request.method == "GET" and not _is_fetched_ahead(request):
        count_opening(link)
    frame = load_frame(timezone.now())
    live = PublishedArticle.objects.visible(frame.now).filter(
        article=link.article, revision_number=link.revision_number
    )
    if (publication := live.first()) is not None:
        return HttpResponseRedirect(publication.get_absolute_url())
    page = preview_page(
        _draft(link),
        frame.masthead,
        link.article,
        address=partial(_address, token),
        until=link.expires_at,
    )
    return render(request, "pages/article.html", article_context(page, frame))


@by_link
def picture(
    request: HttpRequest, token: str, version: int, crop: str, width: int
) -> HttpResponseBase:
    """A picture of the link's revision, as long as the link is open and the picture not down."""
    link = _find(token)
    if link is None:
        return _closed(request)
    shown = {each.pk: each for each in pictures_of(_draft(link).body).values()}
    file = open_rendition(shown[version], crop, width) if version in shown else None
    if file is None:
        return _closed(request)
    return FileResponse(file, content_type="image/webp")


def _find(token: str) -> PreviewLink | None:
    links = PreviewLink.objects.open(timezone.now()).of_token(token)
    return links.select_related("article").first()


def _draft(link: PreviewLink) -> Draft:
    return link.article.revisions.get(number=link.revision_number).draft


def _address(token: str, version: ImageVersion, crop: str, width: int) -> str:
    return reverse("preview_link_picture", args=[token, version.pk, crop, width])


def _is_fetched_ahead(request: HttpRequest) -> bool:
    """Whether a browser asks before anybody has chosen to look."""
    purposes = ("Sec-Purpose", "Purpose", "X-Moz")
    return any("prefetch" in request.headers.get(name, "").lower() for name in purposes)


def _closed(request: HttpRequest) -> HttpResponse:
    """One answer to a link that ended, was revoked or never was: it tells nobody which."""
    context = {"frame": load_frame(timezone.now())}
    return render(request, "pages/preview_closed.html", context, status=404)
