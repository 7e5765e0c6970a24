"""The revisions of an article: every save, to look at, to name, to compare and to restore."""

from typing import TYPE_CHECKING

from django.db.models.fields.json import KT
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from ..actions.naming import MAX_NAME
from ..actions.permission import refusal
from ..models import Article, Masthead
from ..preview import preview_page
from .article_verbs import NAME, RESTORE
from .revision_rows import page_of, rows_of
from .standing import missing_pictures, standing_of

if TYPE_CHECKING:
    from .articles import ArticleAdmin

PAGE_SIZE = 100


def revisions_view(model_admin: "ArticleAdmin", request: HttpRequest, pk: int) -> HttpResponse:
    """The newest hundred, in runs; `?before=` a number shows those before it."""
    article = find_article(model_admin, request, pk)
    before = request.GET.get("before", "")
    revisions = article.revisions.order_by("-number").select_related("created_by", "naming")
    if before.isascii() and before.isdigit() and len(before) < 10:
        revisions = revisions.filter(number__lt=int(before))
    found = list(
        revisions.defer("content").annotate(headline=KT("content__title"))[: PAGE_SIZE + 1]
    )
    publications = article.publications.filter(
        revision_number__in=[revision.number for revision in found]
    ).order_by("visible_from")
    rows = rows_of(found, list(publications), {article.revision_number})
    runs, older = page_of(rows, PAGE_SIZE)
    heads = [run.head.revision.number for run in runs]
    context = {
        **model_admin.admin_site.each_context(request),
        "title": article.title,
        "opts": model_admin.opts,
        "article": article,
        "standing": standing_of(article),
        "runs": runs,
        # What the button compares unless somebody chooses: the first two rows.
        "chosen": (heads[min(1, len(heads) - 1)], heads[0]) if heads else (0, 0),
        "older": older,
    }
    return TemplateResponse(request, "admin/article_revisions.html", context)


def revision_view(
    model_admin: "ArticleAdmin", request: HttpRequest, pk: int, number: int
) -> HttpResponse:
    """One revision as its page would read, with its name and the button that restores it."""
    article = find_article(model_admin, request, pk)
    revisions = article.revisions.select_related("created_by", "naming")
    revision = revisions.filter(number=number).first()
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
        "may_name": refusal(NAME.act, request.user, article) is None,
        "longest_name": MAX_NAME,
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
