"""Where guests' comments come in. Their forms are static HTML, so these views are exempt from the
CSRF check, which would need a session; `guards` stands in its place. docs/decisions/comments.md
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from articles.frame import load_frame
from articles.views.article import not_there
from newsroom.pagestore.pages import Validity, stored

from . import guards
from .finding import find_comment, find_publication
from .reading import comments_page, reply_page
from .receiving import receive


@csrf_exempt
@stored("truoc")
def comments(request: HttpRequest, validity: Validity, article_id: int) -> HttpResponse:
    """The comments of an article; a POST is a new one."""
    if request.method == "POST":
        return take_in(request, article_id)
    return comments_page(request, validity, article_id)


@csrf_exempt
@stored()
def reply(
    request: HttpRequest, validity: Validity, article_id: int, public_id: str
) -> HttpResponse:
    """The form of a reply to a comment; a POST is a new one."""
    if request.method == "POST":
        return take_in(request, article_id, public_id)
    return reply_page(request, validity, article_id, public_id)


@never_cache
def take_in(request: HttpRequest, article_id: int, answering: str | None = None) -> HttpResponse:
    """A guest's POST, if it comes from a page of ours and is of bearable size.

    403 from another site, 413 above 16 KB, 410 or 404 where readers see no article.
    """
    now = timezone.now()
    if not guards.is_from_here(request):
        return render(request, "comments/refused.html", {"frame": load_frame(now)}, status=403)
    if guards.is_too_large(request):
        return render(request, "comments/too_large.html", {"frame": load_frame(now)}, status=413)
    publication = find_publication(article_id, now)
    if publication is None:
        return not_there(request, article_id, now)
    parent = find_comment(article_id, answering) if answering else None
    return receive(request, publication, parent)
