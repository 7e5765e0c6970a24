"""What search engines are told of: every page worth finding, and the news of two days.

Articles are split by their ids, not by their dates: no file grows past `CHUNK` entries however many
are imported in one day, and a file of old articles changes only when one of them does.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Exists, Min, OuterRef
from django.urls import reverse
from django.utils import timezone

from .addresses import absolute
from .frame import Frame
from .listings import NEWEST_FIRST
from .models import Author, PaperPage, PublishedArticle, PublishedByline

# Well below the protocol's own limit of 50,000 (sitemaps.org): one file is made in one go.
CHUNK = 5000
# Both as Google asks of news sitemaps: articles of two days, at most 1,000 of them.
NEWS_AGE = timedelta(hours=48)
NEWS_SIZE = 1000


@dataclass(frozen=True, slots=True)
class Entry:
    """A page: its whole address, and when it changed (RFC 3339) where that is known."""

    url: str
    changed: str = ""


@dataclass(frozen=True, slots=True)
class NewsEntry:
    """A new article; `published` is an RFC 3339 date."""

    url: str
    title: str
    published: str


def files(now: datetime) -> list[str]:
    """The whole addresses of all sitemaps but the one of the news: one query."""
    numbers = (reverse("sitemap_articles", args=[number]) for number in _chunks(now))
    return [absolute(path) for path in (reverse("sitemap_pages"), *numbers)]


def pages(frame: Frame) -> list[Entry]:
    """The front page, the paper's own, every section, every author who can be read: two queries."""
    readable = PublishedByline.objects.visible(frame.now).filter(author=OuterRef("pk"))
    authors = Author.objects.filter(Exists(readable)).order_by("pk")[:CHUNK]
    paths = [reverse(name) for name in ("front", "archive", "corrections", "feeds")]
    paths += [page.get_absolute_url() for page in PaperPage.objects.exclude(body="")]
    paths += [section.get_absolute_url() for section in frame.sections]
    paths += [author.get_absolute_url() for author in authors]
    return [Entry(absolute(path)) for path in paths]


def articles(number: int, now: datetime) -> list[Entry]:
    """The visible articles of one file, `number` counted from 1; empty where there are none."""
    last = number * CHUNK
    rows = (
        PublishedArticle.objects.visible(now)
        .filter(article__gt=last - CHUNK, article__lte=last)
        .only("article_id", "slug", "first_published_at", "updated_at")
        .order_by("article_id")
    )
    return [
        Entry(absolute(row.get_absolute_url()), _rfc3339(row.updated_at or row.first_published_at))
        for row in rows
    ]


def news(now: datetime) -> list[NewsEntry]:
    """What was first published in the last two days, newest first: one query."""
    rows = (
        PublishedArticle.objects.visible(now)
        .filter(first_published_at__gt=now - NEWS_AGE, first_published_at__lte=now)
        .only("article_id", "slug", "title", "first_published_at")
        .order_by(*NEWEST_FIRST)[:NEWS_SIZE]
    )
    return [
        NewsEntry(absolute(row.get_absolute_url()), row.title, _rfc3339(row.first_published_at))
        for row in rows
    ]


def news_change(now: datetime) -> datetime | None:
    """When the oldest entry of `news` grows too old for it; None where there is none: one query."""
    rows = PublishedArticle.objects.filter(
        first_published_at__gt=now - NEWS_AGE, first_published_at__lte=now
    )
    oldest = rows.aggregate(oldest=Min("first_published_at"))["oldest"]
    return oldest + NEWS_AGE if oldest else None


def _chunks(now: datetime) -> list[int]:
    """The numbers of the files that hold an article, in order.

    The database steps over the index from the first article of a file to the first one behind that
    file: as many steps as there are files, not as there are articles, and no matter how far apart
    an archive's own ids lie.
    """
    table = connection.ops.quote_name(PublishedArticle._meta.db_table)
    first = f"SELECT MIN(article_id) FROM {table} WHERE visible_from <= %s AND visible_until > %s"
    sql = f"""
        WITH RECURSIVE found (id) AS (
            {first}
            UNION ALL
            SELECT ({first} AND article_id > (found.id - 1) / {CHUNK} * {CHUNK} + {CHUNK})
            FROM found WHERE found.id IS NOT NULL
        )
        SELECT (id - 1) / {CHUNK} + 1 FROM found WHERE id IS NOT NULL
    """
    moment = connection.ops.adapt_datetimefield_value(now)
    with connection.cursor() as cursor:
        cursor.execute(sql, [moment] * 4)
        return [number for (number,) in cursor.fetchall()]


def _rfc3339(moment: datetime) -> str:
    """`2024-05-19T07:06:00+07:00`: in the paper's own time."""
    return timezone.localtime(moment).isoformat(timespec="seconds")
