"""For search engines: what there is, and where not to look."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from newsroom.pagestore.pages import Validity, stored

from .. import sitemaps
from ..addresses import absolute
from ..frame import load_frame
from ..surfaces import FRONT, SITE
from .public import public
from .xml import xml


@public
@stored()
def index(request: HttpRequest, validity: Validity) -> HttpResponse:
    """The list of sitemaps."""
    validity.depends_on(FRONT)
    frame = load_frame(timezone.now())
    validity.until(frame.until)
    return xml(request, "feeds/sitemap-index.xml", {"files": sitemaps.files(frame.now)})


@public
@stored()
def pages(request: HttpRequest, validity: Validity) -> HttpResponse:
    """The pages that are no articles."""
    validity.depends_on(FRONT, SITE)
    frame = load_frame(timezone.now())
    validity.until(frame.until)
    entries = sitemaps.pages(frame)
    return xml(request, "feeds/sitemap.xml", {"entries": entries})


@public
@stored()
def articles(request: HttpRequest, validity: Validity, number: int) -> HttpResponse:
    """One file of articles; not found while it would be empty, as the protocol has no empty one."""
    validity.depends_on(FRONT)
    frame = load_frame(timezone.now())
    validity.until(frame.until)
    entries = sitemaps.articles(number, frame.now)
    if not entries:
        raise Http404("no articles in this file")
    return xml(request, "feeds/sitemap.xml", {"entries": entries})


@public
@stored()
def news(request: HttpRequest, validity: Validity) -> HttpResponse:
    """The articles of two days; the front page alone, and not as news, where there are none."""
    validity.depends_on(FRONT, SITE)
    frame = load_frame(timezone.now())
    validity.until(frame.until)
    validity.until(sitemaps.news_change(frame.now))
    context = {
        "entries": sitemaps.news(frame.now),
        "paper": frame.masthead.name,
        "front": absolute(reverse("front")),
    }
    return xml(request, "feeds/sitemap-news.xml", context)


@public
@stored()
def robots(request: HttpRequest, validity: Validity) -> HttpResponse:
    """Robots may read everything but the desk, and what is endless."""
    validity.depends_on(SITE)
    addresses = [absolute(reverse(name)) for name in ("sitemap", "sitemap_news")]
    context = {"sitemaps": addresses}
    return render(request, "feeds/robots.txt", context, "text/plain; charset=utf-8")
