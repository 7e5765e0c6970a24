"""The readers' addresses. The first words that stand here are reserved in articles/addresses.py."""

from django.urls import path, register_converter
from django.urls.converters import IntConverter, StringConverter

from .views import article, front, health, lists, media


class ArticleId(IntConverter):
    """An article's id as it is written in addresses; longer numbers fit no database column."""

    regex = "[1-9][0-9]{0,17}"


class AnySlug(StringConverter):
    """What stands before an article's id, right or wrong: the id decides."""

    regex = "[^/]*"


class SectionSlug(StringConverter):
    """A section's word; never digits alone, which are an article's."""

    regex = "(?![0-9]+/)[a-z0-9-]+"


register_converter(ArticleId, "article_id")
register_converter(AnySlug, "any_slug")
register_converter(SectionSlug, "section_slug")

urlpatterns = [
    path("", front.front, name="front"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("favicon.ico", media.favicon, name="favicon"),
    path("media/<path:name>", media.picture, name="media"),
    path("tac-gia/<slug:slug>/", lists.author, name="author"),
    path("tu-khoa/<slug:slug>/", lists.tag, name="tag"),
    path("<article_id:article_id>", article.short_link, name="short_link"),
    path("<any_slug:slug>-<article_id:article_id>.html", article.article, name="article"),
    path("<section_slug:slug>/", lists.section, name="section"),
    path("<section_slug:slug>/<section_slug:sub>/", lists.section, name="subsection"),
]
