"""The pages for readers below an article: its comments, and the form of a reply."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from articles.frame import load_frame
from articles.surfaces import SITE, article_key
from articles.views.article import not_there
from articles.views.public import cursor_of, public
from newsroom.pagestore.pages import Validity

from .. import threads
from ..forms import CommentForm
from .finding import find_comment, find_publication
from .receiving import form_address


@public
def comments_page(request: HttpRequest, validity: Validity, article_id: int) -> HttpResponse:
    """All comments of an article, 20 threads a page, and the form."""
    before = cursor_of(request)
    validity.depends_on(article_key(article_id), SITE)
    now = timezone.now()
    publication = find_publication(article_id, now)
    if publication is None:
        return not_there(request, article_id, now)
    frame = load_frame(now)
    validity.until(frame.until)
    context = {
        "frame": frame,
        "publication": publication,
        "comments": threads.page(article_id, before),
        "before": before,
        "form": CommentForm(frame.masthead),
        "action": form_address(article_id),
    }
    return render(request, "comments/page.html", context)


@public
def reply_page(
    request: HttpRequest, validity: Validity, article_id: int, public_id: str
) -> HttpResponse:
    """The comment to be answered, and the form; not found where readers cannot read it."""
    validity.depends_on(article_key(article_id), SITE)
    now = timezone.now()
    publication = find_publication(article_id, now)
    if publication is None:
        return not_there(request, article_id, now)
    parent = find_comment(article_id, public_id)
    if not threads.is_seen(parent):
        raise Http404("no such comment")
    frame = load_frame(now)
    validity.until(frame.until)
    context = {
        "frame": frame,
        "publication": publication,
        "parent": parent,
        "form": CommentForm(frame.masthead),
        "action": form_address(article_id, parent),
    }
    return render(request, "comments/reply.html", context)


@csrf_exempt
@require_safe
@never_cache
def sent(request: HttpRequest, article_id: int) -> HttpResponse:
    """Thank you: the comment waits. The same for everyone, also for what was sent twice."""
    now = timezone.now()
    publication = find_publication(article_id, now)
    if publication is None:
        return not_there(request, article_id, now)
    context = {"frame": load_frame(now), "publication": publication}
    return render(request, "comments/sent.html", context)
