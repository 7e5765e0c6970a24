"""What the page that an article is written on needs so that nothing typed is lost."""

import secrets
from functools import partial
from typing import Any

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ..actions.autosaving import LAST, AlreadySaved, keep_draft, saved_before
from ..actions.saving import is_saved_as
from ..draft import Draft
from ..models import Article, AutosavedDraft
from .article_form import ArticleForm
from .choosing import PREFIX
from .pulse import KEY
from .unsaved import typed_into, unsaved_texts

# The form field that names the page's autosaved text.
FIELD = "autosave"


def page_key(request: HttpRequest) -> str | None:
    """The key of the page that was sent, where it says one."""
    key = request.POST.get(FIELD, "")
    return key if KEY.fullmatch(key) else None


def saved_already(request: HttpRequest, draft: Draft) -> Article | None:
    """The article that this very page of a new one was saved as, where it is sent once more.

    Within the transaction that saves. Raises:
        AlreadySaved: it was, and something else has been typed since.
        Refused: the draft is not whole.
    """
    key = page_key(request)
    before = saved_before(key, by=request.user) if key else None
    if before is None:
        return None
    article, number = before
    if is_saved_as(draft, article, number):
        return article
    raise AlreadySaved(
        _(
            "This page was saved already, as “%(title)s”. What you typed since is still here: to "
            "make another article of it, save once more."
        )
        % {"title": article.title}
    )


def asked_for(request: HttpRequest, article: Article | None) -> QueryDict | None:
    """The unsaved text that `?unsaved=` names, if it is this person's and of this article.

    With the version it was typed over. What was typed while its page was being saved was typed over
    what that saved, and is no conflict with it; where others saved since, it is one with theirs.
    """
    key = request.GET.get("unsaved", "")
    if request.method != "GET" or not KEY.fullmatch(key):
        return None
    draft = AutosavedDraft.objects.filter(
        user=request.user, article=article, key=key, saved_as=None
    ).first()
    if draft is None:
        return None
    typed = typed_into(draft)
    if article is not None and "follows" in typed:
        own = AutosavedDraft.objects.filter(user=request.user, article=article)
        if own.filter(key=typed["follows"], saved_as=article.revision_number).exists():
            typed["version"] = str(article.version)
    return typed


def writing_context(
    request: HttpRequest, article: Article | None, form: ArticleForm
) -> dict[str, Any]:
    """The addresses that the page speaks to, and what was typed earlier and never saved.

    `goes_on_with` is the key of the kept text that the form holds, "" where it is a new one;
    `page_key` what the form is sent with where no script gives it a key;
    `kept_version` the version that what is typed is kept with, while a conflict is not settled:
    whoever closes the window on it meets it again.
    """
    goes_on_with = ""
    if form.unsaved is not None:
        goes_on_with = request.GET["unsaved"]
    elif form.is_bound:
        goes_on_with = page_key(request) or ""
        if form.conflict or isinstance(getattr(request, "refusal", None), AlreadySaved):
            goes_on_with = keep_refused(request, article)
    arguments = [article.pk] if article else []
    new = "" if article else "_new"
    return {
        "goes_on_with": goes_on_with,
        # So that a new article is made once, however often its page is sent.
        "page_key": goes_on_with if goes_on_with or article else secrets.token_hex(16),
        "kept_version": request.POST.get("version", "") if form.conflict else "",
        "pulse_url": reverse(f"admin:articles_article_pulse{new}", args=arguments),
        "unsaved_url": reverse(f"admin:articles_article_unsaved_list{new}", args=arguments),
        # A form that has something to say of its own offers nothing else beside.
        "unsaved": [] if goes_on_with or form.is_bound else unsaved_texts(request, article),
    }


def keep_refused(request: HttpRequest, article: Article | None) -> str:
    """Keep a text that was refused, even if no script is there to do it; the key it has."""
    key = page_key(request) or secrets.token_hex(16)
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if not name.startswith((PREFIX, "_")) and name not in ("csrfmiddlewaretoken", FIELD)
    ]
    keep = partial(
        keep_draft,
        fields,
        by=request.user,
        sequence=LAST - 1,
        typed_at=timezone.now(),
        article_id=article.pk if article else None,
    )
    try:
        keep(key=key)
    except AlreadySaved:
        # Gone back to a page whose text was saved, and typed on.
        key = secrets.token_hex(16)
        keep(key=key)
    return key
