"""The comments that readers see under an article: threads, newest first, with their replies."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet, Subquery

from articles.listings import Cursor
from newsroom.prepared import prepared

from .models import VISIBLE_STATUSES, Comment

PAGE_SIZE = 20
_SHOWN = ("public_id", "display_name", "body", "published_at", "root", "parent")


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply in a thread; `answers` names whom, where that is not the thread's own writer."""

    comment: Comment
    answers: str


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment and the replies to it, oldest first."""

    comment: Comment
    replies: tuple[Reply, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Some threads. `count` is of all comments that readers can read under the article.

    `older` is where the next page begins, None on the last one.
    """

    count: int
    threads: tuple[Thread, ...]
    older: Cursor | None = None


def is_seen(comment: Comment) -> bool:
    """Whether readers can read the comment; `Comment.objects.visible()` for one row in hand."""
    return comment.status in VISIBLE_STATUSES and comment.thread_visible


def page(article_id: int, before: Cursor | None = None) -> Page:
    """Up to 20 threads under the article (after the cursor): two queries, whatever their number.

    Where there is no thread there is no reply either, so the count comes with the threads.
    """
    place = (before.time, before.article_id) if before else (None, None)
    found = _roots(article_id, *place)
    if not found:
        return Page(_visible(article_id).count() if before else 0, ())
    shown = found[:PAGE_SIZE]
    by_root: dict[int, list[Comment]] = {root.pk: [] for root in shown}
    for reply in _replies(tuple(by_root)):
        by_root[reply.root_id].append(reply)
    threads = tuple(Thread(root, _with_names(by_root[root.pk])) for root in shown)
    last = shown[-1] if len(found) > PAGE_SIZE else None
    older = Cursor(last.published_at, last.pk) if last and last.published_at else None
    return Page(found[0].total, threads, older)


@prepared
def _roots(article_id: int, time: datetime | None, last: int | None) -> QuerySet:
    """The threads, newest first, after the cursor; in a form that both databases find by index."""
    visible = _visible(article_id)
    roots = visible.filter(root=None).annotate(total=Subquery(_count(visible)))
    if time is not None:
        roots = roots.filter(~Q(published_at=time, pk__gte=last), published_at__lte=time)
    return roots.order_by("-published_at", "-id").only(*_SHOWN)[: PAGE_SIZE + 1]


@prepared
def _replies(roots: tuple[int, ...]) -> QuerySet:
    replies = Comment.objects.visible().filter(root__in=roots)
    return replies.order_by("published_at", "id").only(*_SHOWN)


def _visible(article_id: int) -> QuerySet:
    return Comment.objects.visible().filter(article=article_id)


def _count(comments: QuerySet) -> QuerySet:
    return comments.order_by().values("article").annotate(total=Count("*")).values("total")


def _with_names(replies: list[Comment]) -> tuple[Reply, ...]:
    names = {reply.pk: reply.display_name for reply in replies}
    return tuple(Reply(reply, names.get(reply.parent_id or 0, "")) for reply in replies)
