"""The desk's first page: what waits for a person. Each screen may add lists of its own."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ..models import Article, PublishedArticle, User
from ..structure import State
from .article_list import byline_line, own_articles, state_cell
from .article_verbs import spoken_minute

SHOWN = 6
# How far back the desk looks for what somebody saved and nobody published.
RECENT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class DeskList:
    """A short list on the first page: some rows, a link to all, a word if it is empty."""

    title: str
    rows: list[SafeString]
    url: str
    empty: str
    more: bool = False


def first_lists(articles: QuerySet[Article], user: User) -> list[DeskList]:
    """Mine; what goes out today; what readers do not have yet; what was saved last by anyone.

    `articles` has `with_live()`.
    """
    now = timezone.localtime()
    tonight = now.replace(hour=23, minute=59, second=59, microsecond=999_999)
    today = PublishedArticle.objects.filter(visible_from__gt=now, visible_from__lte=tonight)
    recent = articles.filter(saved_at__gte=now - RECENT)
    return [
        _list(
            _("My articles"),
            own_articles(articles, user),
            "whose=mine",
            _("Nothing carries your name yet. Begin with “New article”."),
        ),
        _list(
            _("Going out today"),
            articles.filter(pk__in=today.values("article")).order_by("next_from"),
            "readers=later",
            _("Nothing is scheduled for today."),
        ),
        _list(
            _("Newer on the desk than for readers"),
            recent.differing_from_live(),
            "readers=differs",
            _("Readers have the newest revision of everything that is published."),
        ),
        _list(
            _("Drafts"),
            recent.filter(state=State.DRAFT),
            f"state={State.DRAFT}",
            _("No draft of the last weeks waits."),
        ),
        _list(_("Saved last"), articles, "", _("Nothing has been written yet.")),
    ]


def _list(title: str, articles: QuerySet[Article], query: str, empty: str) -> DeskList:
    found = list(articles[: SHOWN + 1])
    return DeskList(
        title=title,
        rows=[_row(article) for article in found[:SHOWN]],
        url=f"{reverse('admin:articles_article_changelist')}?{query}",
        empty=empty,
        more=len(found) > SHOWN,
    )


def _row(article: Article) -> SafeString:
    facts = [str(article.section), byline_line(article), spoken_minute(article.saved_at)]
    return format_html(
        '<a class="headline" href="{}">{}</a><span class="facts">{}</span>{}',
        reverse("admin:articles_article_change", args=[article.pk]),
        article.title,
        " · ".join(filter(None, facts)),
        state_cell(article),
    )
