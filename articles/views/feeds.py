"""Feeds, and the page that tells of them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from newsroom.pagestore.pages import Validity, stored

from ..feeds import paper_feed, section_feed
from ..frame import load_frame
from ..surfaces import FRONT, SITE, section_key
from .public import public
from .xml import xml

RSS = "application/rss+xml"


@public
@stored()
def index(request: HttpRequest, validity: Validity) -> HttpResponse:
    """All feeds, for people who look for one; a section's subsections stand after it."""
    validity.depends_on(SITE)
    frame = load_frame(timezone.now())
    validity.until(frame.until)
    sections = [each for top in frame.navigation for each in (top, *frame.subsections(top))]
    return render(request, "pages/feeds.html", {"frame": frame, "sections": sections})


@public
@stored()
def paper(request: HttpRequest, validity: Validity) -> HttpResponse:
    """The feed of the whole paper."""
    validity.depends_on(FRONT, SITE)
    frame = load_frame(timezone.now())
    validity.until(frame.until)
    feed = paper_feed(frame)
    return xml(request, "feeds/rss.xml", {"feed": feed}, RSS)


@public
@stored()
def section(
    request: HttpRequest, validity: Validity, slug: str, sub: str | None = None
) -> HttpResponse:
    """The feed of a section, or with `sub` of a subsection of it."""
    validity.depends_on(SITE)
    frame = load_frame(timezone.now())
    found = frame.find(slug)
    if found is not None and sub is not None:
        found = frame.find(sub, parent=found)
    if found is None:
        raise Http404("no such section")
    validity.depends_on(section_key(found.pk))
    validity.until(frame.until)
    return xml(request, "feeds/rss.xml", {"feed": section_feed(frame, found)}, RSS)
