"""Telling people of the desk what happened to their articles, and what waits for them."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils import timezone

from ..models import Activity, Approval, Article, Correction, Notice
from ..structure import Role, State
from .permission import people_who_may

if TYPE_CHECKING:
    from ..models import User

# Whoever waits for work finds the queue on their desk; a notice is for a few.
MOST_TOLD = 20
LOOK_AFTER_THE_PAPER = (Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF)


def tell(kind: Notice.Kind, people: "Iterable[User]", article: Article, activity: Activity) -> None:
    """Leave each of the people a notice of the act, in its transaction; not the one who acted.

    Commands tell nobody: what they do is not a colleague's work.
    """
    if activity.actor_id is None:
        return
    told = {person.pk: person for person in people if person.pk != activity.actor_id}
    Notice.objects.bulk_create(
        Notice(
            recipient=person,
            article=article,
            kind=kind,
            activity=activity,
            to_mail=bool(settings.NOTICES_BY_MAIL and person.email),
        )
        for person in list(told.values())[:MOST_TOLD]
    )


def authors_of(article: Article) -> "QuerySet[User]":
    """The people whose article it is: who created it, who was given it, who is bylined on it."""
    return (
        _active()
        .filter(
            Q(pk=article.created_by_id)
            | Q(pk=article.assignee_id)
            | Q(author__bylines__article=article)
        )
        .distinct()
    )


def next_people(article: Article, act: str, by: "User | None") -> "list[User]":
    """For whose `act` an article waits that `by` has handed on; nobody who may not do it.

    The one it was given to; else those who act in its section; else those who look after the whole
    paper; else whoever may. So an article never waits in silence while somebody could take it.
    """
    able = [person for person in people_who_may(act, article) if person != by]
    given = [person for person in able if person.pk == article.assignee_id]
    if given or not able:
        return given
    sections = {article.section_id, article.section.parent_id} - {None}
    for circle in (Q(sections__in=sections), Q(groups__name__in=LOOK_AFTER_THE_PAPER)):
        inside = set(_active().filter(circle).values_list("pk", flat=True))
        if near := [person for person in able if person.pk in inside]:
            return near
    return able


def approvals_at_stake(article: Article) -> list[Approval]:
    """What the next revision takes away from an article that awaits approval."""
    if article.state != State.AWAITING_APPROVAL or not article.step:
        return []
    given = article.approvals.filter(revision_number=article.revision_number)
    return list(given.select_related("by"))


def recorded(lost: list[Approval]) -> dict[str, Any]:
    """What the record keeps of approvals that an edit took away; nothing where it took none."""
    return {"approvals_lost": len(lost)} if lost else {}


def ask_again(lost: list[Approval], article: Article, activity: Activity) -> None:
    """An edit took approvals away: it waits for those who gave them, and for whoever may now.

    What they were told before was of another revision, and is told no more.
    """
    if not lost:
        return
    answer(article, activity.at)
    people = [approval.by for approval in lost if approval.by and approval.by.is_active]
    people += people_who_may("approve_article", article)
    tell(Notice.Kind.WAITS, people, article, activity)


def answer(article: Article, at: datetime) -> None:
    """Somebody has done what the article waited for: nobody need be told of that any more.

    A correction of it is another matter, which waits on (`answer_correction`).
    """
    _waiting(article).exclude(activity__act="write_correction").update(read_at=at, to_mail=False)


def answer_correction(correction: Correction, at: datetime) -> None:
    """Somebody has decided about this correction; others of the same article may still wait."""
    notices = _waiting(correction.article).filter(
        activity__act="write_correction", activity__data__correction=correction.pk
    )
    notices.update(read_at=at, to_mail=False)


def read_all(person: "User") -> int:
    """The person has seen their notices; how many were new.

    No Activity: nobody else's business, and nothing of the paper changes.
    """
    return Notice.objects.filter(recipient=person, read_at=None).update(read_at=timezone.now())


def _active() -> "QuerySet[User]":
    return get_user_model().objects.filter(is_active=True)


def _waiting(article: Article) -> "QuerySet[Notice]":
    return Notice.objects.filter(article=article, kind=Notice.Kind.WAITS, read_at=None)
