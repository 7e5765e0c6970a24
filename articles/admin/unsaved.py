"""Texts that were typed and never saved: found again, compared, gone on with or thrown away."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from newsroom.text import vietnamese

from ..actions.autosaving import discard_draft
from ..models import Article, AutosavedDraft
from .conflicts import Difference
from .previews import TypedForm
from .revisions import find_article

if TYPE_CHECKING:
    from .articles import ArticleAdmin

# The most that a page offers; older ones come up as these are settled.
OFFERED = 10


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A text of a person's own that no revision holds.

    `is_newer` is whether it was typed after the article was last saved; `differences` what it has
    otherwise than the article as it is saved now, on the page of that text alone.
    """

    key: str
    title: str
    typed_at: datetime
    is_newer: bool
    look: str
    go_on: str
    differences: list[Difference]


def unsaved_texts(request: HttpRequest, article: Article | None) -> list[Unsaved]:
    """What this person typed into the article (None: into new ones) and has not saved.

    To compare a long text takes a fifth of a second, and every form that is opened waits for it:
    only the newest is. Where nothing in it is unsaved, the others that hold the same go with it.
    """
    found = AutosavedDraft.objects.filter(user=request.user, article=article, saved_as=None)
    drafts = list(found[:OFFERED])
    saved = None
    if drafts and not _differences(request, drafts[0], article):
        saved = _held(drafts[0])
    return [_unsaved(draft, article, []) for draft in drafts if _held(draft) != saved]


def unsaved_list_view(
    model_admin: "ArticleAdmin", request: HttpRequest, pk: int | None = None
) -> HttpResponse:
    """The piece of the form's page that offers them, for a page that has just sent some.

    `?sent=` names a page that its writer has come back to: where it was saved, that is told.
    """
    article = find_article(model_admin, request, pk) if pk is not None else None
    context = {
        "unsaved": unsaved_texts(request, article),
        "article": article,
        "saved": _saved_as(request),
    }
    return TemplateResponse(request, "admin/unsaved_list.html", context)


def _saved_as(request: HttpRequest) -> Article | None:
    sent = AutosavedDraft.objects.filter(
        user=request.user, key=request.GET.get("sent", ""), saved_as__isnull=False
    )
    draft = sent.select_related("article").first()
    return draft.article if draft else None


def unsaved_view(
    model_admin: "ArticleAdmin", request: HttpRequest, key: str, pk: int | None = None
) -> HttpResponse:
    """GET shows one beside what is saved; POST throws it away."""
    article = find_article(model_admin, request, pk) if pk is not None else None
    if request.method == "POST":
        discard_draft(key, by=request.user)
        messages.success(request, _("The unsaved text is thrown away."))
        return HttpResponseRedirect(_form_url(article))
    draft = AutosavedDraft.objects.filter(user=request.user, article=article, key=key).first()
    if draft is None:
        raise Http404("no such text of this person's")
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("What you typed and did not save"),
        "opts": model_admin.opts,
        "article": article,
        "text": _unsaved(draft, article, _differences(request, draft, article)),
        "form_url": _form_url(article),
    }
    return TemplateResponse(request, "admin/unsaved.html", context)


def typed_into(draft: AutosavedDraft) -> QueryDict:
    """The fields as the form that held them would send them."""
    data = QueryDict(mutable=True)
    for name, value in draft.fields:
        data.appendlist(name, value)
    return data


def _held(draft: AutosavedDraft) -> list[list[str]]:
    return [[name, value] for name, value in draft.fields if name != "version"]


def _differences(
    request: HttpRequest, draft: AutosavedDraft, article: Article | None
) -> list[Difference]:
    form_class = type("Typed", (TypedForm,), {"request": request})
    form = form_class(typed_into(draft), instance=article)
    form.is_valid()
    return form.differences()


def _unsaved(
    draft: AutosavedDraft, article: Article | None, differences: list[Difference]
) -> Unsaved:
    look = (
        reverse("admin:articles_article_unsaved", args=[article.pk, draft.key])
        if article
        else reverse("admin:articles_article_unsaved_new", args=[draft.key])
    )
    return Unsaved(
        key=draft.key,
        title=vietnamese.clean_line(typed_into(draft).get("title", "")),
        typed_at=draft.typed_at,
        is_newer=article is None or draft.typed_at > article.saved_at,
        look=look,
        go_on=f"{_form_url(article)}?unsaved={draft.key}",
        differences=differences,
    )


def _form_url(article: Article | None) -> str:
    if article is None:
        return reverse("admin:articles_article_add")
    return reverse("admin:articles_article_change", args=[article.pk])
