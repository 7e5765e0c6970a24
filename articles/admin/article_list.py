"""What each row of a list of articles says."""

from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ..models import Article, Kind, Priority
from ..structure import OPEN
from .standing import Standing, spoken_minute, standing_of


def headline(article: Article) -> SafeString:
    """One line of headline, linked, and one of facts."""
    facts = [f"{article.pk}"]
    if article.priority != Priority.NORMAL:
        facts.append(capfirst(article.get_priority_display()))
    if article.kicker:
        facts.append(article.kicker)
    if article.kind != Kind.NEWS:
        kind = capfirst(article.get_kind_display())
        if kind.casefold() != article.kicker.casefold():
            facts.append(kind)
    return format_html(
        '<a class="headline" href="{}">{}</a><span class="facts">{}</span>',
        reverse("admin:articles_article_change", args=[article.pk]),
        article.title,
        " · ".join(facts),
    )


def state_cell(article: Article) -> SafeString:
    """The state as a word with a mark, and what else a person should know before opening it."""
    standing = standing_of(article)
    return format_html(
        '<span class="state" data-state="{}">{}</span>{}',
        standing.state.value,
        capfirst(standing.label),
        format_html_join(
            "", '<span class="facts">{}</span>', ((mark,) for mark in marks(standing))
        ),
    )


def marks(standing: Standing) -> list[str]:
    """Short sentences on what readers see, where that is not what the desk has."""
    said = []
    if standing.differs:
        said.append(_("differs from what readers see"))
    if standing.unchecked:
        said.append(_("readers have it unchecked"))
    if standing.newer_than_scheduled:
        said.append(_("newer than what is scheduled"))
    if standing.held_by:
        said.append(_("edited by %(who)s") % {"who": standing.held_by})
    if standing.approvals:
        said.append(_("approvals: %(counted)s") % {"counted": standing.approvals})
    if standing.next_from:
        said.append(_("from %(minute)s on") % {"minute": spoken_minute(standing.next_from)})
    return said


def byline_line(article: Article) -> str:
    """The byline as printed; `bylines__author` should be prefetched."""
    return "".join(
        f"{byline.separator}{byline.role + ': ' if byline.role else ''}{byline.author}"
        for byline in article.bylines.all()
    )


def work_cell(article: Article) -> SafeString:
    """Whose work it is and until when; `assignee` should be fetched with it."""
    due = ""
    if article.due_at:
        late = article.due_at < timezone.now() and article.state in OPEN
        minute = spoken_minute(article.due_at)
        due = format_html(
            '<span class="{}">{}</span>',
            "facts late" if late else "facts",
            _("late: %(minute)s") % {"minute": minute} if late else minute,
        )
    return format_html("{}{}", article.assignee or "", due)
