"""Publishing: the door between the desk and the readers."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.pagestore.versions import raise_versions
from newsroom.text import vietnamese

from .. import ahead, surfaces
from ..models import Article, Notice, Priority, PublishedArticle
from ..structure import WAITING, Need, State
from . import intervals
from .conditions import missing_approvals
from .moving import move, resting_state
from .notices import authors_of, tell
from .permission import overrides_authorship, require
from .publications import (
    Prepared,
    insert,
    prepare,
    prepare_resolved,
    shows_the_same,
    without_taken_down,
)
from .recording import record
from .refusals import Refused
from .saving import lock

if TYPE_CHECKING:
    from ..models import User


MINUTE = timedelta(minutes=1)


def publish(
    article: Article,
    *,
    by: "User | None",
    at: datetime | None = None,
    base_version: int | None = None,
    approved_elsewhere: bool = False,
) -> PublishedArticle:
    """Show the newest revision to readers, from now on or from `at` on.

    Publishing now cancels what was scheduled; scheduling leaves other scheduled publications.
    `approved_elsewhere` is an archive's: what it holds was printed once, and asks for no approval.

    Raises:
        Stale: the article is no longer at `base_version`.
        Refused: not permitted in this state, not approved, nothing to show, a time that cannot
            be, or a person would show what readers have already.
    """
    facts = {"approved_elsewhere": True} if approved_elsewhere else {}
    waived = (Need.APPROVALS,) if approved_elsewhere else ()
    act = "publish" if at is None else "schedule"
    return _publish(article, act, by=by, at=at, base_version=base_version, waived=waived, **facts)


def publish_saved(article: Article, *, by: "User | None") -> PublishedArticle:
    """Show readers what this transaction has just saved.

    `article` is what `save` or `create` returned: locked, its authors and tags resolved. What
    `publish` asks again for others' sake is not asked here.

    Raises:
        Refused: not permitted in this state, not approved, nothing to show, or nothing new.
    """
    require("publish", by, article)
    return _show(article, "publish", prepare_resolved(article, article.draft), by=by)


def publish_urgent(
    article: Article, *, by: "User | None", reason: str, base_version: int | None = None
) -> PublishedArticle:
    """Show the newest revision at once, approved or not: tin nóng. The record keeps why.

    Raises:
        Stale: the article is no longer at `base_version`.
        Refused: no reason given, not permitted, nothing to show, or nothing new.
    """
    reason = vietnamese.clean(reason).strip()
    if not reason:
        raise Refused(_("Say why it cannot wait: the reason is kept with the article."), "reason")
    return _publish(article, "publish_urgent", by=by, base_version=base_version, reason=reason)


def _publish(
    article: Article,
    act: str,
    *,
    by: "User | None",
    at: datetime | None = None,
    base_version: int | None = None,
    waived: tuple[Need, ...] = (),
    **facts: Any,
) -> PublishedArticle:
    # What the caller holds may be older than the last approval.
    article = Article.objects.select_related("section").get(pk=article.pk)
    require(act, by, article, waived=waived)
    prepared = prepare(article)
    with transaction.atomic():
        article = lock(article.pk, prepared.version if base_version is None else base_version)
        require(act, by, article, waived=waived)
        return _show(article, act, prepared, by=by, at=at, **facts)


def _show(
    article: Article,
    act: str,
    prepared: Prepared,
    *,
    by: "User | None",
    at: datetime | None = None,
    **facts: Any,
) -> PublishedArticle:
    """Write the publication, its record and notices; the article's row is locked."""
    prepared = without_taken_down(prepared)
    now = timezone.now()
    if at is None:
        touched = _cancel_future(article, now, by)
        unchecked = act == "publish_urgent" and missing_approvals(article)
        article.unchecked_revision = prepared.revision if unchecked else None
        before = article.publications.order_by("-visible_from").first()
        # Or the first instant after it began, should the clock stand still.
        begins = max(now, before.visible_from + intervals.INSTANT) if before else now
        if before is not None and before.visible_until <= begins:
            before = None
        is_out = State(article.state) in (State.PUBLISHED, State.SCHEDULED)
        if by is not None and before is not None and is_out and not touched:
            _refuse_the_same(before, prepared)
    else:
        touched = set()
        begins = _checked_time(article, at, now)
        before = intervals.visible_row(article, begins)
    publication = insert(article, prepared, begins, before)
    touched |= surfaces.surfaces_of([*filter(None, (before,)), publication])
    if overrides_authorship(by, article):
        facts["sole_author"] = True
    if act == "publish_urgent":
        article.priority = Priority.URGENT
    out = _is_out(article, now, begins)
    activity = move(
        article,
        State.PUBLISHED if out else State.SCHEDULED,
        act,
        by=by,
        at=now,
        also=("slug", "priority", "unchecked_revision"),
        revision=prepared.revision,
        visible_from=begins.isoformat(),
        **facts,
    )
    kind = Notice.Kind.SCHEDULED if act == "schedule" else Notice.Kind.PUBLISHED
    tell(kind, authors_of(article), article, activity)
    raise_versions(touched)
    ahead.after_commit(publication)
    return publication


def cancel(
    publication: PublishedArticle, *, by: "User | None", base_version: int | None = None
) -> Article:
    """Take a scheduled publication back; what would have ended at its minute stays.

    Raises:
        Refused: it has begun already, or the person may not cancel here.
    """
    with transaction.atomic():
        article = lock(publication.article_id, base_version)
        require("cancel_publication", by, article)
        now = timezone.now()
        publication = article.publications.filter(pk=publication.pk, visible_from__gt=now).first()
        if publication is None:
            raise Refused(
                _("That publication has begun or was cancelled already. Withdraw the article?")
            )
        touched = surfaces.surfaces_of([publication])
        data = _facts_of(publication)
        intervals.remove(publication)
        resting = State(article.state) not in WAITING | {State.RETURNED}
        target = resting_state(article, now) if resting else article.state
        move(article, target, "cancel_publication", by=by, at=now, **data)
        raise_versions(touched)
    return article


def _checked_time(article: Article, at: datetime, now: datetime) -> datetime:
    if at <= now:
        raise Refused(
            _("%(time)s is past. Publish now, or choose a later time.")
            % {"time": f"{timezone.localtime(at):%H:%M %d/%m/%Y}"},
            "at",
        )
    if at > now + timedelta(days=366):
        raise Refused(_("That is more than a year away. Choose an earlier time."), "at")
    # A minute is all that the desk shows of it.
    minute = at.replace(second=0, microsecond=0)
    scheduled = article.publications.filter(
        visible_from__gt=now, visible_from__gte=minute, visible_from__lt=minute + MINUTE
    )
    if scheduled.exists():
        raise Refused(_("A version is scheduled for that minute already. Cancel it first."), "at")
    return at


def _refuse_the_same(live: PublishedArticle, prepared: Prepared) -> None:
    """A page gone back to, and its button pressed again: no second publication of the same.

    Raises:
        Refused: readers see all that is prepared.
    """
    if shows_the_same(live, prepared):
        raise Refused(
            _("Readers have exactly revision %(number)s now: there is nothing to publish.")
            % {"number": prepared.revision}
        )


def _cancel_future(article: Article, now: datetime, by: "User | None") -> set[str]:
    """Remove every future row, log each, and name the surfaces they would have changed."""
    touched: set[str] = set()
    for row in reversed(intervals.future_rows(article, now)):
        touched |= surfaces.surfaces_of([row])
        data = _facts_of(row)
        intervals.remove(row)
        record("cancel_publication", article, by=by, at=now, **data)
    return touched


def _facts_of(publication: PublishedArticle) -> dict[str, Any]:
    return {
        "revision": publication.revision_number,
        "visible_from": publication.visible_from.isoformat(),
    }


def _is_out(article: Article, now: datetime, begins: datetime) -> bool:
    return begins <= max(now, timezone.now()) or intervals.visible_row(article, now) is not None
