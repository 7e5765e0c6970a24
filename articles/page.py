"""`ArticlePage`: all that the article template sees, for readers and previews alike.

Built here from a publication and, on the desk, in articles/preview.py from a draft.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.safestring import SafeString, mark_safe

from newsroom.prepared import prepared

from . import corrections, render
from .models import (
    ImageVersion,
    Masthead,
    PublishedArticle,
    PublishedByline,
    PublishedCorrection,
    PublishedTag,
    Section,
    Slot,
)


@dataclass(frozen=True, slots=True)
class Link:
    """A name and where it leads; no address where it leads nowhere (yet)."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class BylineLink:
    """A byline: separator and role stand before the linked name."""

    name: str
    url: str = ""
    role: str = ""
    separator: str = ""


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article as its page shows it. `article_id` is 0 in the preview of an unsaved text.

    `shared` is its first picture in the crops that search engines and other sites ask for, 16:9
    first; empty without a picture and in previews. `preview_until` is when an outsider's link to it
    ends.
    """

    article_id: int
    url: str
    sections: tuple[Link, ...]
    kicker: str
    title: str
    bylines: tuple[BylineLink, ...]
    published_at: datetime
    published_has_time: bool
    updated_at: datetime | None
    sapo: str
    body: SafeString
    shared: tuple[render.Picture, ...]
    tags: tuple[Link, ...]
    copyright_notice: str
    corrections: tuple[PublishedCorrection, ...] = ()
    is_preview: bool = False
    preview_until: datetime | None = None


def published_page(publication: PublishedArticle, masthead: Masthead) -> ArticlePage:
    """The page of a publication fetched with `section__parent`, `body` and `lead_image`.

    An annotation `is_corrected` that says no spares the question for corrections.
    """
    is_corrected = getattr(publication, "is_corrected", True)
    lead = publication.lead_image
    return ArticlePage(
        article_id=publication.article_id,
        url=publication.get_absolute_url(),
        sections=section_links(publication.section),
        kicker=publication.kicker,
        title=publication.title,
        bylines=tuple(
            BylineLink(row.name, row.author.get_absolute_url(), row.role, row.separator)
            for row in _bylines(publication.pk)
        ),
        published_at=publication.first_published_at,
        published_has_time=publication.first_published_has_time,
        updated_at=publication.updated_at,
        sapo=publication.sapo,
        body=mark_safe(publication.body.html),
        shared=shared_pictures(lead, publication.lead_alt) if lead else (),
        tags=tuple(Link(row.tag.name, row.tag.get_absolute_url()) for row in _tags(publication.pk)),
        copyright_notice=publication.copyright_notice or masthead.copyright_notice,
        corrections=tuple(corrections.of_article(publication.article_id)) if is_corrected else (),
    )


@prepared
def _bylines(publication: int) -> QuerySet:
    return PublishedByline.objects.filter(publication=publication).select_related("author")


@prepared
def _tags(publication: int) -> QuerySet:
    return PublishedTag.objects.filter(publication=publication).select_related("tag")


def shared_pictures(version: ImageVersion, alt: str) -> tuple[render.Picture, ...]:
    """A picture as search engines and other sites ask for it."""
    return tuple(render.picture(version, alt=alt, crop=crop) for crop in SHARED_CROPS)


def section_links(section: Section) -> tuple[Link, ...]:
    """The section's parent, where it has one, and the section: both for their pages."""
    return tuple(
        Link(each.name, each.get_absolute_url()) for each in reversed(section.with_parent())
    )


# 16:9, 4:3 and 1:1, as Google's guide to article data asks.
SHARED_CROPS = ("broad", "classic", "square")
ARTICLE_SLOTS = [Slot.HIGHLIGHTS, Slot.DO_NOT_MISS]
