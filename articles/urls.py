"""The readers' addresses. The first words that stand here are reserved in articles/addresses.py."""

from django.urls import path, register_converter
from django.urls.converters import IntConverter, StringConverter

from .models import PaperPage
from .views import (
    archive,
    article,
    corrections,
    feeds,
    front,
    health,
    lists,
    media,
    paper_pages,
    sitemaps,
)


class ArticleId(IntConverter):
    """An article's id as it is written in addresses; longer numbers fit no database column."""

    regex = "[1-9][0-9]{0,17}"


class AnySlug(StringConverter):
    """What stands before an article's id, right or wrong: the id decides."""

    regex = "[^/]*"


class SectionSlug(StringConverter):
    """A section's word; never digits alone, which are an article's."""

    regex = "(?![0-9]+/)[a-z0-9-]+"


class FileNumber(IntConverter):
    """Which sitemap of articles; the ids of a longer number's articles fit no database column."""

    regex = "[1-9][0-9]{0,14}"


class Year(IntConverter):
    """A year that a newspaper may have been printed in."""

    regex = "(?:19|20)[0-9]{2}"


class TwoDigits(IntConverter):
    """A month or a day: 05, never 5, so that each has one address."""

    regex = "[0-9]{2}"

    def to_url(self, value: str | int) -> str:
        return f"{int(value):02}"


register_converter(ArticleId, "article_id")
register_converter(AnySlug, "any_slug")
register_converter(SectionSlug, "section_slug")
register_converter(FileNumber, "file_number")
register_converter(Year, "year")
register_converter(TwoDigits, "two_digits")

urlpatterns = [
    path("", front.front, name="front"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("favicon.ico", media.favicon, name="favicon"),
    path("media/<path:name>", media.picture, name="media"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-pages.xml", sitemaps.pages, name="sitemap_pages"),
    path("sitemap-news.xml", sitemaps.news, name="sitemap_news"),
    path("sitemap-<file_number:number>.xml", sitemaps.articles, name="sitemap_articles"),
    path("rss/", feeds.index, name="feeds"),
    path("rss/home.rss", feeds.paper, name="paper_feed"),
    path("rss/<section_slug:slug>.rss", feeds.section, name="section_feed"),
    path("rss/<section_slug:slug>/<section_slug:sub>.rss", feeds.section, name="subsection_feed"),
    path("luu-tru/", archive.index, name="archive"),
    path("luu-tru/<year:year>/", archive.year, name="archive_year"),
    path("luu-tru/<year:year>/<two_digits:month>/", archive.month, name="archive_month"),
    path(
        "luu-tru/<year:year>/<two_digits:month>/<two_digits:day>/", archive.day, name="archive_day"
    ),
    path("dinh-chinh/", corrections.index, name="corrections"),
    path("tac-gia/<slug:slug>/", lists.author, name="author"),
    path("tu-khoa/<slug:slug>/", lists.tag, name="tag"),
    *(
        path(f"{address}/", paper_pages.paper_page, {"address": address}, name="paper_page")
        for address in PaperPage.Address.values
    ),
    path("<article_id:article_id>", article.short_link, name="short_link"),
    path("<any_slug:slug>-<article_id:article_id>.html", article.article, name="article"),
    path("<section_slug:slug>/", lists.section, name="section"),
    path("<section_slug:slug>/<section_slug:sub>/", lists.section, name="subsection"),
]
