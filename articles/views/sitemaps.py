"""For search engines: what there is, and where not to look."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from .. import sitemaps
from ..addresses import absolute
from ..frame import load_frame
from ..models import Masthead
from .public import public
from .xml import xml


@public
def index(request: HttpRequest) -> HttpResponse:
    """The list of sitemaps."""
    return xml(request, "feeds/sitemap-index.xml", {"files": sitemaps.files(timezone.now())})


@public
def pages(request: HttpRequest) -> HttpResponse:
    """The pages that are no articles."""
    entries = sitemaps.pages(load_frame(timezone.now()))
    return xml(request, "feeds/sitemap.xml", {"entries": entries})


@public
def articles(request: HttpRequest, number: int) -> HttpResponse:
    """One file of articles; not found while it would be empty, as the protocol has no empty one."""
    entries = sitemaps.articles(number, timezone.now())
    if not entries:
        raise Http404("no articles in this file")
    return xml(request, "feeds/sitemap.xml", {"entries": entries})


@public
def news(request: HttpRequest) -> HttpResponse:
    """The articles of two days; the front page alone, and not as news, where there are none."""
    context = {
        "entries": sitemaps.news(timezone.now()),
        "paper": Masthead.current().name,
        "front": absolute(reverse("front")),
    }
    return xml(request, "feeds/sitemap-news.xml", context)


@public
def robots(request: HttpRequest) -> HttpResponse:
    """Robots may read everything but the desk, and what is endless."""
    addresses = [absolute(reverse(name)) for name in ("sitemap", "sitemap_news")]
    context = {"sitemaps": addresses}
    return render(request, "feeds/robots.txt", context, "text/plain; charset=utf-8")
