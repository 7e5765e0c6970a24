"""Whole addresses, those of days, and the first words of all, which no section may take."""

from datetime import date
from functools import lru_cache
from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse

from .dates import local

RESERVED_WORDS = frozenset(
    {
        "api",
        "binh-luan",
        "dinh-chinh",
        "favicon.ico",
        "gioi-thieu",
        "healthz",
        "home",  # not an address itself: /rss/home.rss is the feed of the whole paper
        "lien-he",
        "luu-tru",
        "media",
        "quyen-rieng-tu",
        "readyz",
        "robots.txt",
        "rss",
        "sitemap.xml",
        "sitemap-news.xml",
        "sitemap-pages.xml",
        "static",
        "su-kien",
        "tac-gia",
        "tai-khoan",
        "tim-kiem",
        "toa-soan",
        "tu-khoa",
        "dieu-khoan",
        "xem-truoc",
    }
)


def absolute(address: str) -> str:
    """The whole address of a path of this site; one that names its host already stays as it is.

    Pictures have such addresses where they are kept by a storage on another host.
    """
    if address.startswith("/") and not address.startswith("//"):
        return f"{settings.SITE_URL}{address}"
    return urljoin(f"{settings.SITE_URL}/", address)


@lru_cache(maxsize=8192)
def path(name: str, *args: object, **named: object) -> str:
    """The path of an address by its name in urls.py.

    A page names a hundred of them, and the next page mostly the same ones. A path follows from the
    name and what stands in it alone, so it is put together once for each process.
    """
    return reverse(name, args=args, kwargs=named)


def day_path(day: date) -> str:
    """The archive of a day, or of the day of a moment."""
    day = local(day)
    return path("archive_day", day.year, day.month, day.day)


def month_path(day: date) -> str:
    """The archive of the month that a day is in."""
    return path("archive_month", day.year, day.month)
