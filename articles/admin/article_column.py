"""The column beside an article: how it stands, what may be done next, and why not."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from ..actions.permission import refusal, scopes
from ..draft import Draft
from ..models import Activity, Article, Masthead
from ..preview import preview_page
from ..structure import Need, State
from .article_form import newest_draft
from .article_verbs import CANCEL, PUBLISH
from .preview_links import links_beside
from .standing import missing_pictures, standing_of
from .unsaved import unsaved_texts
from .verbs import buttons
from .workflow_verbs import APPROVE, CLAIM, RETURN

if TYPE_CHECKING:
    from .articles import ArticleAdmin

# Whoever opens an article in one of these states asks first why it is there: the act that says it.
TELLING = {State.RETURNED: "return_article", State.WITHDRAWN: "withdraw"}


def column(
    model_admin: "ArticleAdmin", request: HttpRequest, article: Article | None, draft: Draft | None
) -> dict[str, Any]:
    """What templates/admin/article_column.html needs, of a new article (None) or a saved one.

    The article comes from the screen's own queryset, which annotates what readers see.
    """
    if article is None or draft is None:
        may_publish = bool(scopes(PUBLISH.act, request.user))
        reason = "" if may_publish else str(refusal(PUBLISH.act, request.user))
        submits = bool(scopes("submit", request.user)) and not may_publish
        return {
            "article": None,
            "publish_reason": reason,
            "next_step": NEXT_STEPS["submit"] if submits else None,
        }
    shown = buttons(model_admin, request, article)
    if article.claimed_by_id == request.user.pk:
        shown = [button for button in shown if button.verb is not CLAIM]
    first = [b for b in shown if b.verb in (APPROVE, CLAIM, RETURN) and not b.reason]
    if all(button.verb is RETURN for button in first):
        first = []
    standing = standing_of(article)
    return {
        "article": article,
        "standing": standing,
        "told": _told(article),
        "newest": article.revisions.order_by("-number").select_related("created_by").first(),
        "publish_reason": next(button.reason for button in shown if button.verb is PUBLISH),
        "publish_url": next(button.url for button in shown if button.verb is PUBLISH),
        "next_step": _next_step(request, article),
        "notes": list(article.notes.filter(settled_at=None).select_related("written_by")),
        # Cancelling has a link beside each scheduled minute; publishing is the form's own button.
        "first_verbs": first,
        "verb_buttons": [
            button
            for button in shown
            if button.verb not in (PUBLISH, CANCEL) and button not in first
        ],
        "cancel": next((button for button in shown if button.verb is CANCEL), None),
        "scheduled": list(
            article.publications.filter(visible_from__gt=timezone.now()).order_by("visible_from")
        ),
        "preview_links": links_beside(article, request.user),
        "missing_pictures": missing_pictures(draft),
        "public_url": reverse("article", args=[article.slug, article.pk])
        if standing.is_live
        else "",
    }


def _told(article: Article) -> Activity | None:
    """The act with the reason why the article came back or was taken down, where it was."""
    act = TELLING.get(State(article.state))
    if act is None:
        return None
    acts = Activity.objects.filter(target_type="article", target_id=article.pk, act=act)
    return acts.select_related("actor").first()


@dataclass(frozen=True, slots=True)
class NextStep:
    """An act that the form does after saving: the name of its button, and what stands on it."""

    name: str
    act: str
    label: Promise


NEXT_STEPS = {
    step.act: step
    for step in (
        NextStep("_submit", "submit", gettext_lazy("Save and submit")),
        NextStep("_forward", "forward", gettext_lazy("Save and send up for approval")),
    )
}


def _next_step(request: HttpRequest, article: Article) -> NextStep | None:
    """What this person does next with the article, unless they may publish it at once."""
    # What is saved first is newer than what readers have.
    newer = (Need.NEWER,)
    for act in ("forward", "submit"):
        if refusal(act, request.user, article, waived=newer) is None:
            may_publish = refusal(PUBLISH.act, request.user, article) is None
            return None if may_publish and article.state != State.EDITING else NEXT_STEPS[act]
    return None


def read_only_page(
    model_admin: "ArticleAdmin", request: HttpRequest, article: Article, reason: str
) -> HttpResponse:
    """The newest revision to read, for those who may not change it; `reason` says why."""
    draft = newest_draft(article)
    beside = column(model_admin, request, article, draft)
    # One sentence is enough here: what they may not do besides is left out.
    beside["verb_buttons"] = [button for button in beside["verb_buttons"] if not button.reason]
    context = {
        **model_admin.admin_site.each_context(request),
        **beside,
        "title": article.title,
        "opts": model_admin.opts,
        "original": article,
        "page": preview_page(draft, Masthead.current(), article),
        "reason": reason,
        # Typed before somebody else took the article: to look at, and to copy from.
        "unsaved": unsaved_texts(request, article),
    }
    return TemplateResponse(request, "admin/article_read.html", context)
