"""An article's page, its short link, and what answers where an article was withdrawn."""

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from newsroom.pagestore.pages import Validity, stored
from newsroom.prepared import prepared

from .. import listings
from ..frame import Frame, load_frame
from ..models import PublishedArticle, PublishedCorrection
from ..page import ARTICLE_SLOTS, ArticlePage, published_page
from ..surfaces import SITE, article_key, slot_key
from .public import moved, public


@public
@stored()
def article(request: HttpRequest, validity: Validity, slug: str, article_id: int) -> HttpResponse:
    """The article of this id; any other slug than its own is sent to the right address."""
    validity.depends_on(article_key(article_id), SITE, *map(slot_key, ARTICLE_SLOTS))
    now = timezone.now()
    publication = next(iter(_publication(now, article_id)), None)
    if publication is None:
        return not_there(request, article_id, now)
    if slug != publication.slug:
        return moved(request, publication.get_absolute_url())
    frame = load_frame(now)
    validity.until(frame.until)
    page = published_page(publication, frame.masthead)
    return render(request, "pages/article.html", article_context(page, frame))


@prepared
def _publication(now: datetime, article_id: int) -> QuerySet:
    corrected = PublishedCorrection.objects.filter(article=OuterRef("article"))
    return (
        PublishedArticle.objects.visible(now)
        .filter(article_id=article_id)
        .select_related("section__parent", "body", "lead_image")
        .annotate(is_corrected=Exists(corrected))
    )


@public
def short_link(request: HttpRequest, article_id: int) -> HttpResponse:
    """From `/<id>` to the article's address."""
    now = timezone.now()
    publication = PublishedArticle.objects.visible(now).filter(article_id=article_id).first()
    if publication is None:
        return not_there(request, article_id, now)
    return moved(request, publication.get_absolute_url())


def article_context(page: ArticlePage, frame: Frame) -> dict[str, Any]:
    """All that templates/pages/article.html sees, for readers and for previews on the desk.

    The hand-made lists never hold the article itself, nor another one twice.
    """
    context: dict[str, Any] = {"frame": frame, "page": page}
    shown = {page.article_id}
    placed = listings.placed(ARTICLE_SLOTS, frame.now)
    for name, slot in zip(("highlights", "do_not_miss"), ARTICLE_SLOTS, strict=True):
        context[name] = [row for row in placed[slot] if row.article_id not in shown]
        shown.update(row.article_id for row in context[name])
    return context


def not_there(request: HttpRequest, article_id: int, now: datetime) -> HttpResponse:
    """410 where readers have seen the article before, 404 where they have not (yet)."""
    rows = PublishedArticle.objects.filter(article_id=article_id)
    if not rows.filter(visible_until__lte=now).exists():
        raise Http404("no such article")
    return render(request, "pages/410.html", {"frame": load_frame(now)}, status=410)
