"""A guest's POST, from the typed text to the thank-you. It reads no session and sets no cookie."""

from collections.abc import Callable
from functools import partial

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from articles.actions.refusals import Refused
from articles.addresses import path
from articles.frame import Frame, load_frame
from articles.models import PublishedArticle

from .. import tokens
from ..actions.writing import NonceUsed, TooMany, submit
from ..forms import CommentForm
from ..models import Comment
from ..threads import is_seen

SEE_OTHER = 303
TO_CORRECT = "Chưa gửi được: mời bạn sửa những chỗ đánh dấu dưới đây."
BUSY = "Tòa soạn đang bận. Chữ bạn gõ vẫn còn đây: mời bạn gửi lại sau giây lát."
PARENT_GONE = (
    "Bình luận bạn trả lời không còn hiển thị. Chữ bạn gõ vẫn còn đây: bạn có thể gửi thành bình "
    "luận mới."
)


def receive(
    request: HttpRequest, publication: PublishedArticle, parent: Comment | None = None
) -> HttpResponse:
    """Hand a comment to the act, or show again what was typed, with what is still to do.

    422 where a field is wrong, 200 where only the token is missing or stale, 410 where what is
    answered has gone, 429 after too many, 503 where the database is busy.
    """
    frame = load_frame(timezone.now())
    form = CommentForm(frame.masthead, request.POST)
    show = partial(review, request, frame, publication, form)
    if parent is not None and not is_seen(parent):
        return show(tokens.issue(publication.article_id), PARENT_GONE, status=410)
    token = request.POST.get("token", "")
    nonce, message = "", ""
    try:
        nonce = tokens.read(token, publication.article_id)
    except tokens.TokenRefused as refused:
        message = str(refused)
        token = token if refused.usable_later else tokens.issue(publication.article_id)
    if not form.is_valid():
        return show(token, TO_CORRECT, parent=parent, status=422)
    if message:
        return show(token, message, parent=parent)
    address = request.META.get("REMOTE_ADDR", "")
    try:
        submit(publication.article_id, form.submission(nonce=nonce, address=address), parent=parent)
    except (Refused, OperationalError) as failure:
        return _not_taken(failure, show, publication.article_id, token, parent)
    response = HttpResponseRedirect(reverse("comment_sent", args=[publication.article_id]))
    response.status_code = SEE_OTHER
    return response


def _not_taken(
    failure: Refused | OperationalError,
    show: Callable[..., HttpResponse],
    article_id: int,
    token: str,
    parent: Comment | None,
) -> HttpResponse:
    """The form again, saying why nothing was taken; with a new token where the old one is used."""
    match failure:
        case TooMany():
            response = show(token, str(failure), parent=parent, status=429)
            response.headers["Retry-After"] = str(failure.retry_after)
            return response
        case NonceUsed():
            return show(tokens.issue(article_id), str(failure), parent=parent)
        case Refused(field="parent"):
            return show(token, PARENT_GONE, status=410)
        case Refused():
            return show(token, str(failure), parent=parent, status=409)
        case _:
            return show(token, BUSY, parent=parent, status=503)


def review(
    request: HttpRequest,
    frame: Frame,
    publication: PublishedArticle,
    form: CommentForm,
    token: str,
    message: str,
    *,
    parent: Comment | None = None,
    status: int = 200,
) -> HttpResponse:
    """The confirmation page: what was typed, in the form again, with a token."""
    context = {
        "frame": frame,
        "publication": publication,
        "form": form,
        "token": token,
        "message": message,
        "parent": parent,
        "action": form_address(publication.article_id, parent),
    }
    return render(request, "comments/review.html", context, status=status)


def form_address(article_id: int, parent: Comment | None = None) -> str:
    """Where the form of a comment, or of a reply to `parent`, is sent."""
    if parent is None:
        return path("comments", article_id)
    return path("comment_reply", article_id, parent.public_id)
