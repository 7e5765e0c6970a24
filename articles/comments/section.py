"""The comment section below an article."""

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from articles.frame import Frame
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
        "address": reverse("comments", args=[page.article_id]),
    }
    return mark_safe(render_to_string("comments/section.html", context))
