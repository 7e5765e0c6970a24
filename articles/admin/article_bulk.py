"""One act on many articles: asked once, done to each by itself, each with its own result."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions.assigning import reassign
from ..actions.permission import refusal, scopes
from ..actions.publishing import publish
from ..actions.refusals import Refused
from ..actions.reviewing import approve, claim, return_to_author
from ..actions.withdrawing import withdraw
from ..models import Article
from .article_verbs import PUBLISH, WITHDRAW, WithdrawFields
from .numbers import number
from .verbs import busy
from .workflow_verbs import (
    APPROVE,
    ASSIGN,
    CLAIM,
    PRIORITIES,
    RETURN,
    AssignFields,
    ReturnFields,
)

if TYPE_CHECKING:
    from .articles import ArticleAdmin

MOST_AT_ONCE = 100
KEEP = "keep"


@dataclass(frozen=True, slots=True)
class BulkAct:
    """An act, what it asks for once, and the sentence about each article it was done to."""

    act: str
    label: Promise
    explanation: Promise | str
    form: type[forms.Form]
    perform: Callable[..., Any]
    done: Promise
    dangerous: bool = False


class ReassignFields(AssignFields):
    """What many articles are given at once; what is left empty stays as each of them has it."""

    priority = forms.TypedChoiceField(
        label=gettext_lazy("Priority"),
        required=False,
        coerce=lambda chosen: None if chosen == KEEP else int(chosen),
        empty_value=None,
        choices=[(KEEP, gettext_lazy("Leave as it is")), *PRIORITIES],
        initial=KEEP,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["assignee"].help_text = _("Empty: whoever has each of them keeps it.")
        self.fields["due_at"].help_text = _(
            "Day and time, as 20/05/2024 and 06:00. Empty: each stays due when it is."
        )

    def clean(self) -> dict[str, Any]:
        """Refuse to ask for nothing."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and all(value is None for value in cleaned.values()):
            raise forms.ValidationError(_("Choose a person, a time or a priority."))
        return cleaned


BULK_ACTS = {
    "claim": BulkAct(
        CLAIM.act,
        gettext_lazy("Take the selected articles to edit"),
        CLAIM.explanation,
        forms.Form,
        claim,
        gettext_lazy("Taken to edit: “%(title)s”."),
    ),
    "assign": BulkAct(
        ASSIGN.act,
        gettext_lazy("Assign the selected articles"),
        ASSIGN.explanation,
        ReassignFields,
        reassign,
        gettext_lazy("Assigned: “%(title)s”."),
    ),
    "approve_article": BulkAct(
        APPROVE.act,
        gettext_lazy("Approve the selected articles"),
        APPROVE.explanation,
        forms.Form,
        approve,
        gettext_lazy("Approved: “%(title)s”."),
    ),
    "return_article": BulkAct(
        RETURN.act,
        gettext_lazy("Return the selected articles"),
        RETURN.explanation,
        ReturnFields,
        return_to_author,
        gettext_lazy("Returned: “%(title)s”."),
    ),
    "publish": BulkAct(
        PUBLISH.act,
        gettext_lazy("Publish the selected articles"),
        PUBLISH.explanation,
        forms.Form,
        publish,
        gettext_lazy("Published: “%(title)s”."),
    ),
    "withdraw": BulkAct(
        WITHDRAW.act,
        gettext_lazy("Withdraw the selected articles"),
        WITHDRAW.explanation,
        WithdrawFields,
        withdraw,
        gettext_lazy("Withdrawn: “%(title)s”."),
        dangerous=True,
    ),
}


def ask(
    model_admin: "ArticleAdmin",
    request: HttpRequest,
    bulk: BulkAct,
    articles: QuerySet[Article],
) -> HttpResponse | None:
    """The page that names the articles and asks what the act needs; None for too many."""
    chosen = list(articles[: MOST_AT_ONCE + 1])
    if len(chosen) > MOST_AT_ONCE:
        messages.error(
            request,
            _("At most %(limit)s articles at once. Nothing was changed.") % {"limit": MOST_AT_ONCE},
        )
        return None
    return _asking(model_admin, request, bulk, chosen, bulk.form())


def _asking(
    model_admin: "ArticleAdmin",
    request: HttpRequest,
    bulk: BulkAct,
    chosen: list[Article],
    form: forms.Form,
) -> HttpResponse:
    asked = [(article, refusal(bulk.act, request.user, article)) for article in chosen]
    context = {
        **model_admin.admin_site.each_context(request),
        "title": bulk.label,
        "bulk": bulk,
        "opts": model_admin.opts,
        "articles": asked,
        "is_possible": any(reason is None for _article, reason in asked),
        "form": form,
        "media": model_admin.media + form.media,
        "query": _query(request),
        "back": _list_address(request),
    }
    return TemplateResponse(request, "admin/article_bulk.html", context)


def bulk_view(model_admin: "ArticleAdmin", request: HttpRequest, name: str) -> HttpResponse:
    """Do it to each article posted; those that were saved since they were shown are left alone."""
    bulk = BULK_ACTS.get(name)
    if bulk is None or request.method != "POST":
        raise Http404("a bulk act is posted from the list")
    if not scopes(bulk.act, request.user):
        raise PermissionDenied(str(refusal(bulk.act, request.user)))
    sent = map(number, request.POST.getlist("article"))
    ids = [pk for pk in sent if pk is not None][:MOST_AT_ONCE]
    articles = model_admin.get_queryset(request).filter(pk__in=ids).order_by("pk")
    if not articles:
        messages.error(request, _("No article was chosen. Nothing was changed."))
        return HttpResponseRedirect(_list_address(request))
    form = bulk.form(request.POST)
    if not form.is_valid():
        return _asking(model_admin, request, bulk, list(articles), form)
    for article in articles:
        _do(request, bulk, article, form.cleaned_data)
    return HttpResponseRedirect(_list_address(request))


def _query(request: HttpRequest) -> str:
    """The list's own query: the page that asks carries it, else it is in the address."""
    carried = request.POST.get("query")
    return QueryDict(carried).urlencode() if carried is not None else request.GET.urlencode()


def _list_address(request: HttpRequest) -> str:
    """The list, filtered as it was."""
    query, address = _query(request), reverse("admin:articles_article_changelist")
    return f"{address}?{query}" if query else address


def _do(request: HttpRequest, bulk: BulkAct, article: Article, data: dict[str, Any]) -> None:
    """One article, in a transaction of its own; the person reads what became of it."""
    version = number(request.POST.get(f"version-{article.pk}"))
    seen = -1 if version is None else version
    try:
        bulk.perform(article, by=request.user, base_version=seen, **data)
    except Refused as refused:
        messages.error(request, f"“{article.title}”: {refused}")
    except OperationalError:
        messages.error(request, f"“{article.title}”: {busy()}")
    else:
        messages.success(request, bulk.done % {"title": article.title})
