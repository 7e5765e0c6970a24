"""The comment section below an article."""

from typing import Any

from django import template
from django.template import Context
from django.urls import reverse

from articles.page import ArticlePage

from .. import threads
from ..forms import CommentForm
from ..views.receiving import form_address

register = template.Library()


@register.inclusion_tag("comments/section.html", takes_context=True)
def comment_section(context: Context, page: ArticlePage) -> dict[str, Any]:
    """The first 20 threads under the article and the form; nothing in previews. Two queries.

    Needs `frame` in the context of the page, for the privacy notice.
    """
    if page.is_preview:
        return {"is_preview": True}
    frame = context["frame"]
    return {
        "article_id": page.article_id,
        "comments": threads.page(page.article_id),
        "frame": frame,
        "form": CommentForm(frame.masthead),
        "action": form_address(page.article_id),
        "address": reverse("comments", args=[page.article_id]),
    }
