"""What feed readers are told of: the newest articles of the paper and of each section.

RSS 2.0 with Dublin Core (the byline) and Media RSS (the picture). Here is what stands in a feed;
templates/feeds/rss.xml is how it is written down.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from functools import lru_cache
from html import escape

from django.core.files.storage import default_storage
from django.utils import timezone

from . import listings
from .addresses import absolute, path
from .entries import Entry, EntryPicture
from .frame import Frame
from .images.renditions import rendition_name, rendition_plan
from .models import Listing, PublishedTag, Section
from .render import public_address

LANGUAGE = "vi-VN"
# A feed reader that comes once an hour misses nothing of a paper that prints a thousand a day.
PAPER_SIZE = 50
# Wide enough for the large previews of aggregators, and no wider.
PICTURE_WIDTH = 1200


@dataclass(frozen=True, slots=True)
class FeedPicture:
    """A picture file as feeds name it: `length` in bytes, `width` and `height` in pixels."""

    url: str
    length: int
    width: int
    height: int
    alt: str
    type: str = "image/webp"


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An article. `description` is HTML (as RSS wants it), everything else plain text."""

    title: str
    url: str
    description: str
    published: str
    creator: str
    categories: tuple[str, ...]
    picture: FeedPicture | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A channel: `url` is the page it follows, `own_url` its own address.

    `changed` is an RFC 822 date made of the articles alone, empty without any: a feed that said
    when it was asked for would look new each time.
    """

    title: str
    url: str
    own_url: str
    description: str
    changed: str
    copyright_notice: str
    items: tuple[FeedItem, ...]
    language: str = LANGUAGE


def feed_path(section: Section | None) -> str:
    """The address of a section's feed, of the paper's for None; the parent has to be loaded."""
    if section is None:
        return path("paper_feed")
    if section.parent:
        return path("subsection_feed", section.parent.slug, section.slug)
    return path("section_feed", section.slug)


def paper_feed(frame: Frame) -> Feed:
    """The newest articles of the whole paper: three queries."""
    articles = listings.newest(frame.now, size=PAPER_SIZE).articles
    name = frame.masthead.name
    return _feed(frame, None, name, f"Tin, bài mới nhất của {name}.", articles)


def section_feed(frame: Frame, section: Section) -> Feed:
    """The newest articles of a section and what stands below it: three queries."""
    articles = listings.in_section(section, frame.now).articles
    paper = frame.masthead.name
    title, about = f"{section.name} – {paper}", f"Tin, bài mới nhất của {paper}: {section.name}."
    return _feed(frame, section, title, about, articles)


def rfc822(moment: datetime) -> str:
    """`Sun, 19 May 2024 07:06:00 +0700`: in the paper's own time, in English as RFC 822 asks."""
    return format_datetime(timezone.localtime(moment))


def _feed(
    frame: Frame,
    section: Section | None,
    title: str,
    description: str,
    articles: list[Entry],
) -> Feed:
    categories = _categories(articles, {each.pk: each.name for each in frame.sections})
    changes = [article.updated_at or article.first_published_at for article in articles]
    return Feed(
        title=title,
        url=absolute(section.get_absolute_url() if section else path("front")),
        own_url=absolute(feed_path(section)),
        description=description,
        changed=rfc822(max(changes)) if changes else "",
        copyright_notice=frame.masthead.copyright_notice,
        items=tuple(_item(each, categories[each.publication]) for each in articles),
    )


def _item(article: Entry, categories: tuple[str, ...]) -> FeedItem:
    picture = article.lead_image
    return FeedItem(
        title=article.title,
        url=absolute(article.get_absolute_url()),
        description=escape(article.sapo, quote=False),
        published=rfc822(article.first_published_at),
        creator=article.byline,
        categories=categories,
        picture=_picture(picture, article.lead_alt) if picture else None,
    )


def _categories(
    articles: Iterable[Entry], section_names: Mapping[int, str]
) -> dict[int, tuple[str, ...]]:
    """Of each publication its own section first, then the others that list it, then its tags.

    None twice. Two queries.
    """
    names: dict[int, list[str]] = {each.publication: [each.section.name] for each in articles}
    listings = Listing.objects.filter(publication__in=names).order_by("pk")
    for publication, section in listings.values_list("publication", "section"):
        # One that was made since the frame was loaded has no name there yet.
        if section in section_names:
            names[publication].append(section_names[section])
    tags = PublishedTag.objects.filter(publication__in=names).order_by("position")
    for publication, name in tags.values_list("publication", "tag__name"):
        names[publication].append(name)
    return {publication: tuple(dict.fromkeys(each)) for publication, each in names.items()}


def _picture(version: EntryPicture, alt: str) -> FeedPicture | None:
    """The whole picture at the width meant for feeds; None where its file is missing."""
    whole = [spec for spec in rendition_plan(version.width, version.height) if spec.crop == "full"]
    spec = max((spec for spec in whole if spec.width <= PICTURE_WIDTH), key=lambda spec: spec.width)
    try:
        length = _file_size(rendition_name(version.hash, spec.crop, spec.width))
    except FileNotFoundError:
        return None
    url = absolute(public_address(version, spec.crop, spec.width))
    return FeedPicture(url, length, spec.width, spec.height, alt)


@lru_cache(maxsize=4096)
def _file_size(name: str) -> int:
    """Bytes of a file in the public storage; asked once, since a name stands for its content."""
    return default_storage.size(name)
