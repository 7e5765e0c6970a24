"""What the addresses below an article name."""

from datetime import datetime

from django.http import Http404

from articles.models import PublishedArticle

from ..models import Comment


def find_publication(article_id: int, now: datetime) -> PublishedArticle | None:
    """What readers see of the article at `now`."""
    return PublishedArticle.objects.visible(now).filter(article_id=article_id).first()


def find_comment(article_id: int, public_id: str) -> Comment:
    """The comment of this public id under the article, visible or not.

    Raises:
        Http404: there is none.
    """
    comment = Comment.objects.filter(article=article_id, public_id=public_id).first()
    if comment is None:
        raise Http404("no such comment")
    return comment
