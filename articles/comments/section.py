"""The comment section below an article, and what stands in its form."""

from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from articles.addresses import path
from articles.frame import Frame
from articles.models import Masthead
from articles.page import ArticlePage

from . import threads
from .forms import CommentForm
from .views.receiving import form_address


def comment_section(page: ArticlePage, frame: Frame) -> SafeString:
    """The first 20 threads under the article and the form; nothing in previews. Two queries."""
    if page.is_preview:
        return SafeString()
    context = {
        "article_id": page.article_id,
        "comments": threads.page(page.article_id),
        "masthead": frame.masthead,
        "form": CommentForm(frame.masthead),
        "action": form_address(page.article_id),
        "address": path("comments", page.article_id),
    }
    return mark_safe(render_to_string("comments/section.html", context))


def form_fields(form: CommentForm, masthead: Masthead, submit: str, token: str = "") -> SafeString:
    """What stands within a comment's form, with `submit` on its button."""
    if form.is_bound or token:
        return _fields(form, masthead, submit, token)
    return _blank_fields(masthead.privacy_version, masthead.privacy_notice, submit)


@lru_cache(maxsize=8)
def _blank_fields(privacy_version: int, privacy_notice: str, submit: str) -> SafeString:
    """Of a form that nobody has filled in: it follows from these alone."""
    masthead = Masthead(privacy_version=privacy_version, privacy_notice=privacy_notice)
    return _fields(CommentForm(masthead), masthead, submit, token="")


def _fields(form: CommentForm, masthead: Masthead, submit: str, token: str) -> SafeString:
    context = {"form": form, "masthead": masthead, "submit": submit, "token": token}
    return mark_safe(render_to_string("comments/fields.html", context))
