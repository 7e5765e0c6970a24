"""A text as readers would get it: the newest revision, an older one, or what is being typed."""

from typing import TYPE_CHECKING

from csp.constants import SELF
from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin

from ..actions.cleaning import clean
from ..actions.refusals import Refused
from ..draft import Draft
from ..frame import load_frame
from ..models import Article
from ..preview import preview_page
from ..views.article import article_context
from .article_form import ArticleForm
from .revisions import find_article

if TYPE_CHECKING:
    from .articles import ArticleAdmin


class TypedForm(ArticleForm):
    """The article form of which nothing will be saved, so that no version matters."""

    def lock(self, version: int) -> None:
        """Nothing to lock."""


@xframe_options_sameorigin
@csp_replace({"frame-ancestors": [SELF]})
def preview_view(
    model_admin: "ArticleAdmin", request: HttpRequest, pk: int | None = None
) -> HttpResponse:
    """GET shows the newest revision, or `?revision=` another; POST what the form holds, unsaved.

    The one page of the desk that another may frame: the form, with `beside`, shows it in a pane.
    """
    article = find_article(model_admin, request, pk) if pk is not None else None
    if request.method != "POST":
        if article is None:
            raise Http404("nothing has been saved yet")
        return _page(request, _revision(article, request.GET.get("revision")), article)
    form_class = type("Typed", (TypedForm,), {"request": request})
    form = form_class(request.POST, instance=article)
    try:
        draft = clean(form.draft()) if form.is_valid() else None
    except Refused as refused:
        form.add_error(refused.field, str(refused))
        draft = None
    if draft is None:
        context = model_admin.admin_site.each_context(request) | {
            "title": _("No preview yet"),
            "problems": [problem for problems in form.errors.values() for problem in problems],
            "is_popup": "beside" in request.POST,
            "in_new_tab": True,
        }
        return TemplateResponse(request, "admin/refused.html", context)
    return _page(request, draft, article)


def _revision(article: Article, number: str | None) -> Draft:
    wanted = article.revisions.order_by("-number")
    if number is not None:
        if not (number.isascii() and number.isdigit() and len(number) < 10):
            raise Http404("no such revision")
        wanted = wanted.filter(number=number)
    revision = wanted.first()
    if revision is None:
        raise Http404("no such revision")
    return revision.draft


def _page(request: HttpRequest, draft: Draft, article: Article | None) -> HttpResponse:
    """The readers' own template, which speaks their language; for no search engine.

    No cache keeps it either: no page of the desk may be kept.
    """
    frame = load_frame(timezone.now())
    page = preview_page(draft, frame.masthead, article)
    response = render(request, "pages/article.html", article_context(page, frame))
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
