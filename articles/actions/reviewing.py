"""An article's way from its author to the door: submitted, edited, approved, or returned."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.text import vietnamese

from ..models import Approval, Article, Notice
from ..structure import State
from .conditions import missing_approvals
from .moving import move
from .notices import authors_of, next_people, tell
from .permission import people_who_may, require
from .refusals import Refused
from .saving import lock

if TYPE_CHECKING:
    from ..models import User


def submit(
    article: Article, *, by: "User | None", note: str = "", base_version: int | None = None
) -> Article:
    """Hand the article in to be edited: gửi biên tập.

    Raises:
        Stale: the article is no longer at `base_version`.
        Refused: not permitted, or not in this state.
    """
    return _hand_on(article, State.SUBMITTED, "submit", by, note, base_version)


def claim(article: Article, *, by: "User | None", base_version: int | None = None) -> Article:
    """Take the article to edit it, or take it over from whoever edits it: nhận biên tập.

    Raises:
        Stale: the article is no longer at `base_version`.
        Refused: not permitted, not in this state, or it is this person's already.
    """
    with transaction.atomic():
        article = lock(article.pk, base_version)
        require("claim", by, article)
        before = article.claimed_by
        article.claimed_by = by
        activity = move(
            article, State.EDITING, "claim", by=by, taken_from=str(before) if before else ""
        )
        if before is not None:
            tell(Notice.Kind.TAKEN_OVER, [before], article, activity)
    return article


def forward(
    article: Article, *, by: "User | None", note: str = "", base_version: int | None = None
) -> Article:
    """Send the edited article up for approval: gửi duyệt.

    Raises:
        Stale: the article is no longer at `base_version`.
        Refused: not permitted, or not in this state.
    """
    return _hand_on(article, State.AWAITING_APPROVAL, "forward", by, note, base_version)


def approve(
    article: Article, *, by: "User | None", note: str = "", base_version: int | None = None
) -> Article:
    """Approve the newest revision, and no other: duyệt.

    Raises:
        Stale: the article is no longer at `base_version`.
        Refused: not permitted, not in this state, or this person has approved it before.
    """
    with transaction.atomic():
        article = lock(article.pk, base_version)
        require("approve_article", by, article)
        now = timezone.now()
        Approval.objects.create(
            article=article, revision_number=article.revision_number, by=by, at=now
        )
        article.step += 1
        if not missing_approvals(article) and article.unchecked_revision == article.revision_number:
            article.unchecked_revision = None
        activity = move(
            article,
            article.state,
            "approve_article",
            by=by,
            at=now,
            also=("step", "unchecked_revision"),
            revision=article.revision_number,
            approval=f"{article.step}/{article.section.approval_steps}",
            note=_line(note),
        )
        if missing_approvals(article):
            people = people_who_may("approve_article", article)
            tell(Notice.Kind.WAITS, people, article, activity)
        else:
            tell(Notice.Kind.APPROVED, authors_of(article), article, activity)
    return article


def return_to_author(
    article: Article, *, by: "User | None", reason: str, base_version: int | None = None
) -> Article:
    """Give the article back to its author, and say why: trả lại.

    Raises:
        Stale: the article is no longer at `base_version`.
        Refused: no reason given, not permitted, or not in this state.
    """
    reason = vietnamese.clean(reason).strip()
    if not reason:
        raise Refused(_("Say why: the author reads it."), "reason")
    with transaction.atomic():
        article = lock(article.pk, base_version)
        require("return_article", by, article)
        activity = move(
            article,
            State.RETURNED,
            "return_article",
            by=by,
            revision=article.revision_number,
            reason=reason,
        )
        tell(Notice.Kind.RETURNED, authors_of(article), article, activity)
    return article


def _hand_on(
    article: Article,
    to: State,
    act: str,
    by: "User | None",
    note: str,
    base_version: int | None,
) -> Article:
    """Move the newest revision on to those who are next, and tell them that it waits."""
    with transaction.atomic():
        article = lock(article.pk, base_version)
        require(act, by, article)
        activity = move(article, to, act, by=by, revision=article.revision_number, note=_line(note))
        people = next_people(article, _next_act(article), by)
        tell(Notice.Kind.WAITS, people, article, activity)
    return article


def _next_act(article: Article) -> str:
    """What somebody has to do now with an article that was handed on."""
    if article.state == State.SUBMITTED:
        return "claim"
    return "approve_article" if missing_approvals(article) else "publish"


def _line(note: str) -> str:
    return vietnamese.clean_line(note)[:500]
