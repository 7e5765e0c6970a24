"""A draft as readers would get it. The desk's side: it reads the working copy's tables."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from . import body, render
from .actions.publications import described, pictures_of
from .draft import Draft
from .models import Article, Author, ImageVersion, Masthead, Section
from .page import ArticlePage, BylineLink, Link, section_links


def preview_page(
    draft: Draft,
    masthead: Masthead,
    article: Article | None = None,
    *,
    address: render.Address | None = None,
    until: datetime | None = None,
) -> ArticlePage:
    """The page that publishing `draft` now would make.

    Its pictures have desk addresses, unless `address` gives others; `until` is when the link that
    shows it ends.
    """
    section = Section.objects.select_related("parent").get(pk=draft.section)
    authors = Author.objects.in_bulk([byline.author for byline in draft.bylines])
    return ArticlePage(
        article_id=(article and article.pk) or 0,
        url="",
        sections=section_links(section),
        kicker=draft.kicker,
        title=draft.title,
        bylines=tuple(
            BylineLink(
                byline.name,
                authors[byline.author].get_absolute_url(),
                byline.role,
                byline.separator,
            )
            for byline in draft.bylines
            if byline.author in authors
        ),
        published_at=draft.dateline or timezone.now(),
        published_has_time=draft.dateline is None or draft.dateline_has_time,
        updated_at=None,
        sapo=draft.sapo,
        body=render.render_body(
            described(body.parse(draft.body)),
            pictures_of(draft.body),
            address=address or desk_address,
        ),
        shared=(),
        tags=tuple(Link(name) for name in draft.tags),
        copyright_notice=draft.copyright_notice or masthead.copyright_notice,
        is_preview=True,
        preview_until=until,
    )


def desk_address(version: ImageVersion, crop: str, width: int) -> str:
    """Where a signed-in person finds a rendition that readers may not have yet."""
    return reverse("admin:picture_file", args=[version.pk, crop, width])
