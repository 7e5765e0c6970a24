"""The readers' part of the sample newspaper; `load_sample` calls it."""

from datetime import datetime, timedelta
from typing import Any

from django.core.management.base import BaseCommand

from articles.comments.actions.deciding import approve_comment, reject_comment
from articles.comments.actions.writing import Submission, submit
from articles.comments.models import Comment
from articles.models import Article, Masthead
from articles.sample.reading import read_articles

# A moderator needs a moment.
DECIDED_AFTER = timedelta(minutes=2)


class Command(BaseCommand):
    """Through the acts that readers and moderators use, at the minutes the sample tells."""

    help = "Load the comments of the sample newspaper."

    def handle(self, *args: Any, **options: Any) -> None:
        for sample in read_articles():
            article = Article.objects.get(import_ref=sample.ref)
            published = article.publications.get().first_published_at
            for entry in sample.about.get("comments", ()):
                thread = _write(article, entry, published)
                for reply in entry.get("replies", ()):
                    _write(article, reply, published, parent=thread)


def _write(
    article: Article, entry: dict[str, Any], published: datetime, parent: Comment | None = None
) -> Comment:
    at = published + timedelta(minutes=entry["minutes_after"])
    comment = submit(
        article.pk,
        Submission(
            name=entry["name"],
            email=entry["email"],
            body=entry["text"],
            policy_version=Masthead.current().privacy_version,
        ),
        parent=parent,
        at=at,
    )
    match entry["status"]:
        case "approved":
            return approve_comment(comment, by=None, at=at + DECIDED_AFTER)
        case "rejected":
            reason = entry["reason"]
            return reject_comment(
                comment,
                by=None,
                reason=reason["code"],
                note=reason["note"],
                at=at + DECIDED_AFTER,
            )
    return comment
