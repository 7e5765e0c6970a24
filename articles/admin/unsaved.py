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
    otherwise than the article as it is saved now.
    """

    key: str
    title: str
    typed_at: datetime
    is_newer: bool
    look: str
    go_on: str
    differences: list[Difference]


def unsaved_texts(request: HttpRequest, article: Article | None) -> list[Unsaved]:
    """What this person typed into the article (None: into new ones) and has not saved."""
    drafts = AutosavedDraft.objects.filter(user=request.user, article=article, saved_as=None)
    found = (_unsaved(request, draft, article) for draft in drafts[:OFFERED])
    return [text for text in found if text.differences]


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
        "text": _unsaved(request, draft, article),
        "form_url": _form_url(article),
    }
    return TemplateResponse(request, "admin/unsaved.html", context)


def typed_into(draft: AutosavedDraft) -> QueryDict:
    """The fields as the form that held them would send them."""
    data = QueryDict(mutable=True)
    for name, value in draft.fields:
        data.appendlist(name, value)
    return data


def _unsaved(request: HttpRequest, draft: AutosavedDraft, article: Article | None) -> Unsaved:
    data = typed_into(draft)
    form = type("Typed", (TypedForm,), {"request": request})(data, instance=article)
    form.is_valid()
    look = (
        reverse("admin:articles_article_unsaved", args=[article.pk, draft.key])
        if article
        else reverse("admin:articles_article_unsaved_new", args=[draft.key])
    )
    return Unsaved(
        key=draft.key,
        title=vietnamese.clean_line(data.get("title", "")),
        typed_at=draft.typed_at,
        is_newer=article is None or draft.typed_at > article.saved_at,
        look=look,
        go_on=f"{_form_url(article)}?unsaved={draft.key}",
        differences=form.differences(),
    )


def _form_url(article: Article | None) -> str:
    if article is None:
        return reverse("admin:articles_article_add")
    return reverse("admin:articles_article_change", args=[article.pk])
