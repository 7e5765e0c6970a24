"""Feeds, and the page that tells of them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from ..feeds import paper_feed, section_feed
from ..frame import load_frame
from .public import public
from .xml import xml

RSS = "application/rss+xml"


@public
def index(request: HttpRequest) -> HttpResponse:
    """All feeds, for people who look for one; a section's subsections stand after it."""
    frame = load_frame(timezone.now())
    sections = [each for top in frame.navigation for each in (top, *frame.subsections(top))]
    return render(request, "pages/feeds.html", {"frame": frame, "sections": sections})


@public
def paper(request: HttpRequest) -> HttpResponse:
    """The feed of the whole paper."""
    feed = paper_feed(load_frame(timezone.now()))
    return xml(request, "feeds/rss.xml", {"feed": feed}, RSS)


@public
def section(request: HttpRequest, slug: str, sub: str | None = None) -> HttpResponse:
    """The feed of a section, or with `sub` of a subsection of it."""
    frame = load_frame(timezone.now())
    found = frame.find(slug)
    if found is not None and sub is not None:
        found = frame.find(sub, parent=found)
    if found is None:
        raise Http404("no such section")
    return xml(request, "feeds/rss.xml", {"feed": section_feed(frame, found)}, RSS)
