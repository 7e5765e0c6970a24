"""The addresses of every kind of public page in a paper that `generate` made, as JSON.

The deepest page of a list is found as a reader would find it who never stops asking for older ones,
but at once: by the cursor of the last full page.
"""

import json

import django

django.setup()

from django.db.models import QuerySet  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from articles.comments.models import Comment  # noqa: E402
from articles.listings import NEWEST_FIRST, PAGE_SIZE, Cursor  # noqa: E402
from articles.models import (  # noqa: E402
    Listing,
    PublishedArticle,
    PublishedByline,
    PublishedTag,
)


def pages() -> dict[str, str]:
    """Name → address."""
    newest = PublishedArticle.objects.visible().order_by(*NEWEST_FIRST).first()
    # An even number that is no tenth: of the long lists, with about ten comments.
    usual = PublishedArticle.objects.visible().get(article_id=newest.article_id - 18)
    section = usual.section
    author = usual.bylines.get().author
    tag = usual.tags.get(position=0).tag
    day = timezone.localdate(usual.first_published_at)
    comments = reverse("comments", args=[usual.article_id])
    busy = reverse("comments", args=[newest.article_id])
    thread = Comment.objects.visible().filter(article=usual.article_id, root=None).first()
    lists = {
        "front": ("/", PublishedArticle.objects.all()),
        "section": (
            section.parent.get_absolute_url(),
            Listing.objects.filter(section=section.parent),
        ),
        "subsection": (section.get_absolute_url(), Listing.objects.filter(section=section)),
        "author": (author.get_absolute_url(), PublishedByline.objects.filter(author=author)),
        "tag": (tag.get_absolute_url(), PublishedTag.objects.filter(tag=tag)),
    }
    found = {
        "article": usual.get_absolute_url(),
        "article, many comments": newest.get_absolute_url(),
        "short link": f"/{usual.article_id}",
    }
    for name, (path, rows) in lists.items():
        found[name] = path
        found[f"{name}, deepest"] = f"{path}?truoc={_deepest(rows.visible())}"
    oldest = Comment.objects.visible().filter(article=newest.article_id, root=None)
    (last,) = oldest.order_by("published_at", "id")[PAGE_SIZE - 1 : PAGE_SIZE] or [None]
    found |= {
        "comments": comments,
        "comments, many": busy,
        "reply": reverse("comment_reply", args=[usual.article_id, thread.public_id]),
        "archive": "/luu-tru/",
        "archive, year": f"/luu-tru/{day:%Y}/",
        "archive, month": f"/luu-tru/{day:%Y/%m}/",
        "archive, day": f"/luu-tru/{day:%Y/%m/%d}/",
        "a page of the paper's own": "/gioi-thieu/",
        "feeds": "/rss/",
        "feed": "/rss/home.rss",
        "feed of a section": f"/rss/{section.parent.slug}.rss",
        "sitemaps": "/sitemap.xml",
        "sitemap, pages": "/sitemap-pages.xml",
        "sitemap, news": "/sitemap-news.xml",
        "sitemap, articles": f"/sitemap-{(newest.article_id - 1) // 5000 + 1}.xml",
        "not found": "/khong-co-trang-nay.html",
        "robots.txt": "/robots.txt",
    }
    if last is not None:
        found["comments, deepest"] = f"{busy}?truoc={Cursor(last.published_at, last.pk)}"
    return found


def _deepest(rows: QuerySet) -> Cursor:
    """The cursor after which a page's worth of articles is left."""
    oldest = rows.order_by("first_published_at", "article_id")
    row = oldest[PAGE_SIZE]
    return Cursor(row.first_published_at, row.article_id)


if __name__ == "__main__":
    print(json.dumps(pages()))
