"""Sections, authors, tags: pages that are lists."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from newsroom.pagestore.pages import Validity, stored

from .. import listings
from ..frame import load_frame
from ..models import Author, ImageVersion, Tag
from ..render import Picture, picture
from ..surfaces import SITE, author_key, section_key, tag_key
from .public import cursor_of, public

PORTRAIT_SIZES = "(min-width: 48rem) 12rem, 8rem"


@public
@stored("truoc")
def section(
    request: HttpRequest, validity: Validity, slug: str, sub: str | None = None
) -> HttpResponse:
    """A section, or with `sub` a subsection of it, with its subsections and articles."""
    before = cursor_of(request)
    validity.depends_on(SITE)  # which raises whatever changes a section itself
    frame = load_frame(timezone.now())
    found = frame.find(slug)
    if found is not None and sub is not None:
        found = frame.find(sub, parent=found)
    if found is None:
        raise Http404("no such section")
    validity.depends_on(section_key(found.pk))
    validity.until(frame.until)
    context = {
        "frame": frame,
        "section": found,
        "subsections": frame.subsections(found.parent or found),
        "page": listings.in_section(found, frame.now, before),
    }
    return render(request, "pages/section.html", context)


@public
@stored("truoc")
def author(request: HttpRequest, validity: Validity, slug: str) -> HttpResponse:
    """An author's page; not found while nothing of theirs can be read: a name may tell a story."""
    before = cursor_of(request)
    # The id first, then the version, then what it stands for: the name too.
    author_id = get_object_or_404(Author.objects.only("pk"), slug=slug).pk
    validity.depends_on(author_key(author_id), SITE)
    found = get_object_or_404(Author, pk=author_id, slug=slug)
    now = timezone.now()
    page = listings.by_author(found, now, before)
    if not page.articles and not found.published_bylines.visible(now).exists():
        raise Http404("nothing published by this author")
    frame = load_frame(now)
    validity.until(frame.until)
    context = {"frame": frame, "author": found, "page": page, "portrait": _portrait(found)}
    return render(request, "pages/author.html", context)


def _portrait(author: Author) -> Picture | None:
    """The newest file of the author's portrait; it is public while it is chosen."""
    version = (
        ImageVersion.objects.filter(image=author.portrait_id, taken_down=False)
        .order_by("-number")
        .first()
    )
    if version is None:
        return None
    alt = f"Chân dung {author.name}"
    return picture(version, alt=alt, crop="square", sizes=PORTRAIT_SIZES)


@public
@stored("truoc")
def tag(request: HttpRequest, validity: Validity, slug: str) -> HttpResponse:
    """A tag's page; not found while nothing under it can be read."""
    before = cursor_of(request)
    tag_id = get_object_or_404(Tag.objects.only("pk"), slug=slug).pk
    validity.depends_on(tag_key(tag_id), SITE)
    found = get_object_or_404(Tag, pk=tag_id, slug=slug)
    now = timezone.now()
    page = listings.under_tag(found, now, before)
    if not page.articles and not found.published_tags.visible(now).exists():
        raise Http404("nothing published under this tag")
    frame = load_frame(now)
    validity.until(frame.until)
    context = {"frame": frame, "tag": found, "page": page}
    return render(request, "pages/tag.html", context)
