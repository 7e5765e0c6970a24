"""Moderators decide: what readers may read, and why not. A decision may be decided again."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.actions.permission import require
from articles.actions.recording import record
from articles.actions.refusals import Refused, Stale
from articles.surfaces import article_key, comments_key
from newsroom.pagestore.versions import raise_versions
from newsroom.text import vietnamese

from ..models import VISIBLE_STATUSES, Comment, Commenter, Reason, Status
from ..threads import is_seen

if TYPE_CHECKING:
    from articles.models import User

MAX_NOTE = 500
# The rest are not a moderator's: not confirmed yet, taken back by the reader, or erased.
DECIDABLE = frozenset(
    {
        Status.PENDING,
        Status.HELD,
        Status.ESCALATED,
        Status.LIVE,
        Status.APPROVED,
        Status.REJECTED,
        Status.SPAM,
    }
)


def approve_comment(
    comment: Comment,
    *,
    by: "User | None",
    base_version: int | None = None,
    at: datetime | None = None,
) -> Comment:
    """Let readers read the comment; with a thread come back its approved replies.

    Approving an approved comment changes nothing. Returns the comment as it now is.

    Raises:
        Stale: somebody decided otherwise after `base_version`.
        Refused: not permitted, or the comment is not a moderator's to decide.
    """
    require("approve_comment", by)
    return _decide(
        comment, Status.APPROVED, "approve_comment", by=by, base_version=base_version, at=at
    )


def reject_comment(
    comment: Comment,
    *,
    by: "User | None",
    reason: str,
    note: str = "",
    base_version: int | None = None,
    at: datetime | None = None,
) -> Comment:
    """Keep or take the comment from readers; with a thread go its replies.

    `reason` is a `Reason`, `note` is for colleagues. Rejecting a rejected comment changes nothing.
    Returns the comment as it now is.

    Raises:
        Stale: somebody decided otherwise after `base_version`.
        Refused: not permitted, no reason, or the comment is not a moderator's to decide.
    """
    require("reject_comment", by)
    if reason not in Reason.values:
        raise Refused(_("Choose a reason: it is kept with the comment."), "reason")
    note = cleaned_note(note)
    if (refused := too_long(note)) is not None:
        raise refused
    return _decide(
        comment,
        Status.REJECTED,
        "reject_comment",
        by=by,
        reason=reason,
        note=note,
        base_version=base_version,
        at=at,
    )


def cleaned_note(note: str) -> str:
    """The note as it is stored, and counted: NFC, one character for each new line."""
    return vietnamese.clean(note).strip()


def too_long(note: str) -> Refused | None:
    """Why a cleaned note is refused, or None."""
    if len(note) <= MAX_NOTE:
        return None
    return Refused(
        _("The note has %(length)s characters; %(limit)s is the most.")
        % {"length": len(note), "limit": MAX_NOTE},
        "note",
    )


def _decide(
    comment: Comment,
    to: Status,
    act: str,
    *,
    by: "User | None",
    reason: str = "",
    note: str = "",
    base_version: int | None,
    at: datetime | None,
) -> Comment:
    with transaction.atomic():
        comment = Comment.objects.select_for_update(of=("self",)).get(pk=comment.pk)
        was, was_seen = comment.status, is_seen(comment)
        if was == to:
            return comment
        if base_version is not None and comment.version != base_version:
            raise _stale(comment)
        if was not in DECIDABLE:
            raise Refused(
                _("This comment is %(status)s: there is nothing to decide.")
                % {"status": Status(was).label}
            )
        now = at or timezone.now()
        comment.status = to
        comment.reason_code = reason
        comment.version += 1
        comment.decided_at, comment.decided_by = now, by
        if to in VISIBLE_STATUSES:
            # Approved again, it goes back to the place it had.
            comment.published_at = comment.published_at or now
        comment.save(
            update_fields=[
                "status",
                "reason_code",
                "version",
                "decided_at",
                "decided_by",
                "published_at",
            ]
        )
        if comment.root_id is None:
            comment.replies.update(thread_visible=is_seen(comment))
        _count(comment.commenter_id, was, to)
        record(
            act,
            comment,
            by=by,
            at=now,
            was=was,
            revision=comment.revision,
            reason=reason,
            note=note,
            hits=[],
        )
        if was_seen or is_seen(comment):
            raise_versions({article_key(comment.article_id), comments_key(comment.article_id)})
    return comment


def _count(commenter_id: int, was: str, to: str) -> None:
    """Move one comment between the commenter's two counts, in the database: others move too."""

    def change(status: Status) -> int:
        return int(to == status) - int(was == status)

    Commenter.objects.filter(pk=commenter_id).update(
        approved_count=F("approved_count") + change(Status.APPROVED),
        rejected_count=F("rejected_count") + change(Status.REJECTED),
    )


def _stale(comment: Comment) -> Stale:
    return Stale(
        _(
            "The comment of “%(name)s” is %(status)s now: %(who)s decided at %(time)s, after you "
            "opened the list. Look at it again before you decide otherwise."
        )
        % {
            "name": comment.display_name,
            "status": Status(comment.status).label,
            "who": comment.decided_by or _("a command"),
            "time": f"{timezone.localtime(comment.decided_at):%H:%M:%S %d/%m/%Y}",
        },
        comment.version,
    )
