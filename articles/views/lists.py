"""Sections, authors, tags: pages that are lists."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from .. import listings
from ..frame import load_frame
from ..models import Author, Tag
from .public import cursor_of, public


@public
def section(request: HttpRequest, slug: str, sub: str | None = None) -> HttpResponse:
    """A section, or with `sub` a subsection of it, with its subsections and articles."""
    before = cursor_of(request)
    frame = load_frame(timezone.now())
    found = frame.find(slug)
    if found is not None and sub is not None:
        found = frame.find(sub, parent=found)
    if found is None:
        raise Http404("no such section")
    context = {
        "frame": frame,
        "section": found,
        "subsections": frame.subsections(found.parent or found),
        "page": listings.in_section(found, frame.now, before),
    }
    return render(request, "pages/section.html", context)


@public
def author(request: HttpRequest, slug: str) -> HttpResponse:
    """An author's page; not found while nothing of theirs can be read: a name may tell a story."""
    before = cursor_of(request)
    found = get_object_or_404(Author, slug=slug)
    now = timezone.now()
    page = listings.by_author(found, now, before)
    if not page.articles and not found.published_bylines.visible(now).exists():
        raise Http404("nothing published by this author")
    context = {"frame": load_frame(now), "author": found, "page": page}
    return render(request, "pages/author.html", context)


@public
def tag(request: HttpRequest, slug: str) -> HttpResponse:
    """A tag's page; not found while nothing under it can be read."""
    before = cursor_of(request)
    found = get_object_or_404(Tag, slug=slug)
    now = timezone.now()
    page = listings.under_tag(found, now, before)
    if not page.articles and not found.published_tags.visible(now).exists():
        raise Http404("nothing published under this tag")
    context = {"frame": load_frame(now), "tag": found, "page": page}
    return render(request, "pages/tag.html", context)
