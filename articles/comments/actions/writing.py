"""A reader's comment or reply comes in, and waits.

No Activity is written: readers are no desk, and the comment is the record of itself. Sentences here
are for readers, hence in the paper's language.
"""

import hashlib
import math
import re
import secrets
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from articles.actions.refusals import Refused
from articles.models import PublishedArticle
from newsroom.text import vietnamese

from .. import identity, tokens
from ..models import MAX_BODY, Comment, Commenter, CommentRevision, Status
from ..threads import is_seen

MIN_BODY = 2
MAX_NAME = 60
MAX_EMAIL = 254
# From one network address.
MOST_IN_WINDOW = 5
WINDOW = timedelta(minutes=10)
# The same words again within this time are the same comment.
REPEATED_WITHIN = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Submission:
    """What a reader sent, with what the server knows of it.

    `policy_version` is the privacy notice that the reader saw and agreed to, `address` the network
    address as the server saw it, `is_spam` what the form's trap found.
    """

    name: str
    email: str
    body: str
    policy_version: int
    nonce: str = field(default_factory=tokens.new_nonce)
    address: str = ""
    is_spam: bool = False


class TooMany(Refused):
    """Too many comments from one place; it may try again in `retry_after` seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(
            "Bạn vừa gửi nhiều bình luận liên tiếp. Chữ bạn gõ vẫn còn đây: "
            f"mời bạn gửi lại sau {math.ceil(retry_after / 60)} phút."
        )
        self.retry_after = retry_after


class NonceUsed(Refused):
    """The form has brought in another comment already: this one needs a new token."""

    def __init__(self) -> None:
        super().__init__("Bạn đã gửi một bình luận từ trang này. Mời bạn xem lại rồi gửi thêm.")


def submit(
    article_id: int,
    submission: Submission,
    *,
    parent: Comment | None = None,
    at: datetime | None = None,
) -> Comment:
    """Take in a comment under an article, or a reply to `parent`: it waits for a moderator.

    Sent twice, with the same nonce or as the same words of the same person in the same place within
    a day, it is taken in once; the comment that is already there is returned. `at` is when it was
    written, by default now.

    Raises:
        TooMany: five comments came from that address within ten minutes.
        NonceUsed: the nonce has brought in other words.
        Refused: a part of it is missing or too long, readers cannot see the article, or (`field` is
            "parent") they can no longer see what is answered.
    """
    submission = clean(submission)
    origin = identity.address_hmac(submission.address)
    with transaction.atomic():
        _queue_up(origin)
        now = at or timezone.now()
        if not PublishedArticle.objects.visible().filter(article=article_id).exists():
            raise Refused("Bài viết này không nhận bình luận.")
        root = _lock_thread(article_id, parent) if parent else None
        commenter, _created = Commenter.objects.get_or_create(
            email_hmac=identity.email_hmac(submission.email), defaults={"email": submission.email}
        )
        comment = Comment(
            public_id=secrets.token_urlsafe(9),
            article_id=article_id,
            root=root,
            parent=parent,
            commenter=commenter,
            display_name=submission.name,
            body=submission.body,
            body_fingerprint=fingerprint(submission.body),
            folded=vietnamese.fold(f"{submission.name} {submission.body}"),
            status=Status.SPAM if submission.is_spam else Status.PENDING,
            nonce=submission.nonce,
            ip_hmac=origin,
            policy_version=submission.policy_version,
            consented_at=now,
            created_at=now,
        )
        if (earlier := _repeated(comment)) is not None:
            return earlier
        _require_patience(origin, now)
        try:
            with transaction.atomic():
                comment.save()
        except IntegrityError:
            sent = Comment.objects.filter(nonce=submission.nonce).first()
            if sent is None:
                raise
            return _same(sent, article_id, submission, parent)
        CommentRevision.objects.create(
            comment=comment, number=comment.revision, body=comment.body, created_at=now
        )
    return comment


def clean(submission: Submission) -> Submission:
    """The submission as it is stored.

    Raises:
        Refused: a part is missing or too long; `field` names it.
    """
    return replace(
        submission,
        name=clean_name(submission.name),
        email=clean_email(submission.email),
        body=clean_body(submission.body),
    )


def clean_name(text: str) -> str:
    """A name in one line of at most 60 characters.

    Raises:
        Refused: there is none, or it is too long.
    """
    name = vietnamese.clean_line(text)
    if not name:
        raise Refused("Mời bạn ghi tên hoặc bút danh.", "name")
    if len(name) > MAX_NAME:
        raise Refused(f"Tên dài {len(name)} ký tự; nhiều nhất là {MAX_NAME}.", "name")
    return name


def clean_email(text: str) -> str:
    """An e-mail address as typed, without space around it.

    Raises:
        Refused: it is none.
    """
    email = vietnamese.clean_line(text)
    try:
        validate_email(email)
    except ValidationError:
        raise Refused("Địa chỉ e-mail chưa đúng, ví dụ đúng: ten@thu.example.", "email") from None
    if len(email) > MAX_EMAIL:
        raise Refused("Địa chỉ e-mail quá dài.", "email")
    return email


def clean_body(text: str) -> str:
    """Plain text of 2 to 3,000 characters (code points), at most one empty line in a row.

    Raises:
        Refused: it is shorter or longer.
    """
    body = re.sub(r"\n\s*\n\s*\n", "\n\n", vietnamese.clean(text)).strip()
    if len(body) < MIN_BODY:
        raise Refused("Mời bạn viết bình luận.", "body")
    if len(body) > MAX_BODY:
        most, length = (f"{number:,}".replace(",", ".") for number in (MAX_BODY, len(body)))
        raise Refused(f"Bình luận dài {length} ký tự; nhiều nhất là {most}.", "body")
    return body


def fingerprint(body: str) -> str:
    """64 hexadecimal digits, equal for texts that differ only in accents, case or punctuation."""
    return hashlib.sha256((vietnamese.fold(body) or body).encode()).hexdigest()


def _queue_up(origin: str) -> None:
    """Let what comes from one address at the same moment in one after the other.

    Otherwise ten requests at once all count four earlier comments. SQLite's IMMEDIATE transactions
    stand in line already.
    """
    if origin and connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int(origin[:15], 16)])


def _same(
    sent: Comment, article_id: int, submission: Submission, parent: Comment | None
) -> Comment:
    """The comment that the nonce brought in, where it is what is sent now."""
    place = (article_id, parent.pk if parent else None)
    if (sent.article_id, sent.parent_id) != place or sent.body != submission.body:
        raise NonceUsed
    return sent


def _lock_thread(article_id: int, parent: Comment) -> Comment:
    """The thread that `parent` belongs to, locked: it cannot be closed until the reply is in."""
    root = Comment.objects.select_for_update().get(pk=parent.root_id or parent.pk)
    answered = root if parent.pk == root.pk else Comment.objects.get(pk=parent.pk)
    if root.article_id != article_id or not (is_seen(root) and is_seen(answered)):
        raise Refused("Bình luận bạn trả lời không còn hiển thị.", "parent")
    return root


def _repeated(comment: Comment) -> Comment | None:
    """The same words of the same person in the same place, within a day."""
    return Comment.objects.filter(
        commenter=comment.commenter,
        article=comment.article_id,
        parent=comment.parent,
        body_fingerprint=comment.body_fingerprint,
        body=comment.body,
        created_at__gt=comment.created_at - REPEATED_WITHIN,
    ).first()


def _require_patience(origin: str, now: datetime) -> None:
    if not origin:
        return
    recent = Comment.objects.filter(ip_hmac=origin, created_at__gt=now - WINDOW)
    times = recent.order_by("-created_at").values_list("created_at", flat=True)[:MOST_IN_WINDOW]
    if len(times) == MOST_IN_WINDOW:
        free_at = times[MOST_IN_WINDOW - 1] + WINDOW
        raise TooMany(max(1, math.ceil((free_at - now).total_seconds())))
