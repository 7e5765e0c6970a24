"""Comments, their writers and their history."""

from .comment import (
    MAX_BODY,
    VISIBLE_STATUSES,
    WAITING_STATUSES,
    Comment,
    CommentRevision,
    Reason,
    Status,
)
from .commenter import Commenter, CommenterState

__all__ = [
    "MAX_BODY",
    "VISIBLE_STATUSES",
    "WAITING_STATUSES",
    "Comment",
    "CommentRevision",
    "Commenter",
    "CommenterState",
    "Reason",
    "Status",
]
