"""Comments for tests, made through the acts."""

import itertools
from datetime import datetime
from typing import Any

from articles.comments.actions.deciding import approve_comment, reject_comment
from articles.comments.actions.writing import Submission, submit
from articles.comments.models import Comment, Reason
from articles.models import PublishedArticle

_numbers = itertools.count(1)


def make_submission(**fields: Any) -> Submission:
    """What a reader sends, different each time."""
    number = next(_numbers)
    values = {
        "name": f"Bạn đọc {number}",
        "email": f"ban-doc-{number}@thu.example",
        "body": f"Ý kiến số {number} của tôi.",
        "policy_version": 1,
    }
    return Submission(**(values | fields))


def make_waiting(
    publication: PublishedArticle,
    *,
    parent: Comment | None = None,
    at: datetime | None = None,
    **fields: Any,
) -> Comment:
    """A comment that waits."""
    return submit(publication.article_id, make_submission(**fields), parent=parent, at=at)


def make_approved(publication: PublishedArticle, **fields: Any) -> Comment:
    """A comment that readers read."""
    comment = make_waiting(publication, **fields)
    return approve_comment(comment, by=None, at=fields.get("at"))


def make_rejected(publication: PublishedArticle, **fields: Any) -> Comment:
    """A comment that a moderator has rejected."""
    return reject_comment(make_waiting(publication, **fields), by=None, reason=Reason.OFF_TOPIC)
