"""The desk's first page: what waits for a person, in numbers that lead to the lists behind them.

Each screen may add lists of its own. A role sees the queues that its acts work on.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet, prefetch_related_objects
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ..actions.permission import scopes
from ..models import Article, User
from ..structure import OPEN, WAITING, Scope, State
from .article_filters import APPROVALS, going_out_today, in_sections, is_own
from .article_list import byline_line, state_cell
from .standing import spoken_minute

SHOWN = 6
# How far back the desk looks for what somebody saved and nobody published.
RECENT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class DeskList:
    """A short list on the first page: the first rows and a link to all.

    `count` is how many there are, where that is known; `pressing` that they should not wait.
    """

    title: str
    rows: list[SafeString]
    url: str
    more: bool = False
    count: int | None = None
    pressing: bool = False


@dataclass(frozen=True, slots=True)
class _Queue:
    """Articles that somebody should see to: those that fit `which`, listed behind `query`.

    `apart` says that they are not, or not all, in a state that somebody still works on.
    """

    title: str
    which: Q
    query: dict[str, str]
    order: str = "moved_at"
    pressing: bool = False
    apart: bool = False


def first_lists(articles: QuerySet[Article], user: User) -> list[DeskList]:
    """The person's queues, in the order of a day's work.

    `articles` has `with_live()`; bylines are fetched once for all the rows that are shown.
    """
    queues = list(_queues(user))
    counts = _counts(queues)
    plain = articles.defer("sapo", "body", "folded")
    found = [
        list(plain.filter(queue.which).order_by(queue.order, "pk")[:SHOWN]) if count else []
        for queue, count in zip(queues, counts, strict=True)
    ]
    shown = [(queue, count, rows) for queue, count, rows in zip(queues, counts, found, strict=True)]
    newer, query = _newer(plain, user)
    rows_of_all = [article for rows in found for article in rows] + newer[:SHOWN]
    prefetch_related_objects(rows_of_all, "bylines__author")
    lists = [
        DeskList(
            title=queue.title,
            rows=[_row(article) for article in rows],
            url=_address(queue.query),
            more=count > len(rows),
            count=count,
            pressing=queue.pressing and count > 0,
        )
        for queue, count, rows in shown
    ]
    if newer:
        lists.append(
            DeskList(
                title=_("Newer on the desk than for readers"),
                rows=[_row(article) for article in newer[:SHOWN]],
                url=_address(query),
                more=len(newer) > SHOWN,
            )
        )
    return lists


def _queues(user: User) -> Iterator[_Queue]:
    mine, ours = is_own(user), in_sections(user)
    yield _Queue(
        _("Returned to me"),
        mine & Q(state=State.RETURNED),
        {"state": State.RETURNED, "whose": "mine"},
        pressing=True,
    )
    if scopes("assign", user):
        within, query = _reach("assign", user, ours)
        late = Q(due_at__lt=timezone.now(), state__in=OPEN)
        yield _Queue(_("Late"), late & within, {"due": "late"} | query, "due_at", True)
    else:
        late = Q(due_at__lt=timezone.now(), state__in=OPEN, assignee=user)
        yield _Queue(_("Late"), late, {"due": "late", "whose": "assigned"}, "due_at", True)
    yield _Queue(
        _("Given to me"),
        Q(assignee=user, state__in=OPEN),
        {"whose": "assigned"},
        "due_at",
    )
    if scopes("claim", user):
        yield _Queue(_("I am editing"), Q(claimed_by=user), {"whose": "editing"})
    # Few at any time, and found by an index of their own.
    unchecked = Q(pk__in=Article.objects.unchecked().order_by().values("pk"))
    for act, title, which, query in (
        ("claim", _("Waiting to be edited"), Q(state=State.SUBMITTED), {"state": State.SUBMITTED}),
        (
            "approve_article",
            _("Waiting for approval"),
            APPROVALS["missing"],
            {"approval": "missing"},
        ),
        (
            "publish",
            _("Approved, to be published"),
            APPROVALS["complete"],
            {"approval": "complete"},
        ),
        (
            "approve_article",
            _("Urgent news, to be checked"),
            unchecked,
            {"approval": "afterwards"},
        ),
    ):
        if scopes(act, user):
            within, further = _reach(act, user, ours)
            yield _Queue(title, which & within, query | further, apart=which is unchecked)
    yield _Queue(
        _("Mine, on the way"),
        mine & Q(state__in=WAITING),
        {"state": "waiting", "whose": "mine"},
    )
    yield _Queue(
        _("My drafts"),
        mine & Q(state=State.DRAFT),
        {"state": State.DRAFT, "whose": "mine"},
        "-saved_at",
    )
    yield _Queue(
        _("Going out today"),
        Q(pk__in=going_out_today().values("article")),
        {"readers": "today"},
        "next_from",
        apart=True,
    )


def _reach(act: str, user: User, ours: Q) -> tuple[Q, dict[str, str]]:
    """The articles that the person may do it to, as the list's filter says it."""
    if Scope.ANY in scopes(act, user):
        return Q(), {}
    return ours, {"whose": "sections"}


def _counts(queues: list[_Queue]) -> list[int]:
    """How many articles each holds; in one query for all that somebody still works on."""
    together = {
        f"n{at}": Count("pk", filter=queue.which)
        for at, queue in enumerate(queues)
        if not queue.apart
    }
    counted = Article.objects.filter(state__in=OPEN).aggregate(**together)
    return [
        Article.objects.filter(queue.which).count() if queue.apart else counted[f"n{at}"]
        for at, queue in enumerate(queues)
    ]


def _newer(articles: QuerySet[Article], user: User) -> tuple[list[Article], dict[str, str]]:
    """What readers have in an older revision, for those who publish; and the list of all that."""
    if not scopes("publish", user):
        return [], {}
    within, query = _reach("publish", user, in_sections(user))
    recent = articles.filter(within, saved_at__gte=timezone.now() - RECENT)
    return list(recent.differing_from_live()[: SHOWN + 1]), {"readers": "differs"} | query


def _address(query: dict[str, str]) -> str:
    return f"{reverse('admin:articles_article_changelist')}?{urlencode(query)}"


def _row(article: Article) -> SafeString:
    facts = [
        str(article.section),
        byline_line(article),
        spoken_minute(article.moved_at or article.saved_at),
    ]
    return format_html(
        '<a class="headline" href="{}">{}</a><span class="facts">{}</span>{}',
        reverse("admin:articles_article_change", args=[article.pk]),
        article.title,
        " · ".join(filter(None, facts)),
        state_cell(article),
    )
