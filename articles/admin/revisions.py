"""The revisions of an article: every save, to look at and to restore."""

from typing import TYPE_CHECKING

from django.db.models.fields.json import KT
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from ..actions.permission import refusal
from ..models import Article, Masthead
from ..preview import preview_page
from .article_verbs import RESTORE
from .standing import missing_pictures, standing_of

if TYPE_CHECKING:
    from .articles import ArticleAdmin

PAGE_SIZE = 100


def revisions_view(model_admin: "ArticleAdmin", request: HttpRequest, pk: int) -> HttpResponse:
    """The newest hundred; `?before=` a number shows those before it."""
    article = find_article(model_admin, request, pk)
    before = request.GET.get("before", "")
    revisions = article.revisions.order_by("-number").select_related("created_by")
    if before.isascii() and before.isdigit() and len(before) < 10:
        revisions = revisions.filter(number__lt=int(before))
    rows = list(revisions.defer("content").annotate(headline=KT("content__title"))[: PAGE_SIZE + 1])
    publications = article.publications.order_by("visible_from")
    published: dict[int, list] = {}
    for publication in publications:
        published.setdefault(publication.revision_number, []).append(publication)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": article.title,
        "opts": model_admin.opts,
        "article": article,
        "standing": standing_of(article),
        "revisions": [(row, published.get(row.number, [])) for row in rows[:PAGE_SIZE]],
        "older": rows[PAGE_SIZE - 1].number if len(rows) > PAGE_SIZE else None,
    }
    return TemplateResponse(request, "admin/article_revisions.html", context)


def revision_view(
    model_admin: "ArticleAdmin", request: HttpRequest, pk: int, number: int
) -> HttpResponse:
    """One revision as its page would read, with the button that restores it."""
    article = find_article(model_admin, request, pk)
    revision = article.revisions.select_related("created_by").filter(number=number).first()
    if revision is None:
        raise Http404("no such revision")
    reason = refusal(RESTORE.act, request.user, article)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": article.title,
        "opts": model_admin.opts,
        "article": article,
        "standing": standing_of(article),
        "revision": revision,
        "page": preview_page(revision.draft, Masthead.current(), article),
        "missing_pictures": missing_pictures(revision.draft),
        "restore_reason": str(reason) if reason else "",
    }
    return TemplateResponse(request, "admin/article_revision.html", context)


def find_article(model_admin: "ArticleAdmin", request: HttpRequest, pk: int) -> Article:
    """The article with what its screens annotate.

    Raises:
        Http404: there is none.
    """
    article = model_admin.get_queryset(request).filter(pk=pk).first()
    if article is None:
        raise Http404("no such article")
    return article
