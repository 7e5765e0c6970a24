"""Corrections: đính chính. Written by one person, approved by another, and never taken back."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.pagestore.versions import raise_versions
from newsroom.text import vietnamese

from .. import ahead
from ..models import Article, Correction, Notice, PublishedCorrection
from ..surfaces import CORRECTIONS, article_key
from . import intervals
from .notices import answer_correction, authors_of, tell
from .permission import people_who_may, refusal
from .recording import record
from .refusals import NotPermitted, Refused, Stale
from .saving import lock

if TYPE_CHECKING:
    from ..models import User

MAX_HEADING = 200
MAX_TEXT = 2000


def write_correction(
    article: Article,
    *,
    by: "User | None",
    heading: str,
    wrong: str,
    right: str,
    follows: Correction | None = None,
    base_version: int | None = None,
) -> Correction:
    """Write a correction of what readers have had; it waits until another person approves it.

    `follows` is an earlier one of this article that this one corrects in turn.

    Raises:
        Stale: the article is no longer at `base_version`.
        Refused: not permitted, nothing said, too much, readers never had the article, or the same
            person's same words wait already.
    """
    texts = {
        "heading": vietnamese.clean_line(heading),
        "wrong": vietnamese.clean(wrong).strip(),
        "right": vietnamese.clean(right).strip(),
    }
    for name, text in texts.items():
        limit = MAX_HEADING if name == "heading" else MAX_TEXT
        if not text:
            raise Refused(_("Readers need to know what was wrong and what is right."), name)
        if len(text) > limit:
            raise Refused(_("At most %(limit)s letters fit here.") % {"limit": limit}, name)
    with transaction.atomic():
        article = lock(article.pk, base_version)
        if (reason := refusal("write_correction", by, article)) is not None:
            raise reason
        now = timezone.now()
        if not intervals.was_read(article, now):
            raise Refused(_("Readers never had this article: mend it before they get it."))
        published = Correction.objects.filter(article=article, state=Correction.State.PUBLISHED)
        if follows is not None and not published.filter(pk=follows.pk).exists():
            raise Refused(_("That is no published correction of this article."), "follows")
        # Sent twice, by going back to the page: nothing of the article tells it from the first.
        waiting = Correction.objects.filter(article=article, state=Correction.State.WAITING)
        if waiting.filter(written_by=by, **texts).exists():
            raise Refused(_("You have written this correction already: it waits for approval."))
        correction = Correction.objects.create(
            article=article, follows=follows, written_by=by, written_at=now, **texts
        )
        activity = record(
            "write_correction", article, by=by, at=now, correction=correction.pk, **texts
        )
        people = people_who_may("approve_correction", article)
        tell(Notice.Kind.WAITS, people, article, activity)
    return correction


def approve_correction(
    correction: Correction, *, by: "User | None", base_version: int | None = None
) -> PublishedCorrection:
    """Let readers have the correction, under its article and in the list, from now on for good.

    Raises:
        Stale: somebody has decided meanwhile.
        Refused: not permitted, or it is decided already.
    """
    with transaction.atomic():
        correction, article = _waiting(correction, "approve_correction", by, base_version)
        now = timezone.now()
        printed = article.publications.filter(visible_from__lte=now).latest("visible_from")
        published = PublishedCorrection.objects.create(
            correction=correction,
            article=article,
            heading=correction.heading,
            wrong=correction.wrong,
            right=correction.right,
            title=printed.title,
            section_name=printed.section.name,
            first_published_at=printed.first_published_at,
            first_published_has_time=printed.first_published_has_time,
            follows=correction.follows.published if correction.follows else None,
            published_at=now,
        )
        _decide(correction, Correction.State.PUBLISHED, by, published.published_at)
        activity = record(
            "approve_correction",
            article,
            by=by,
            at=now,
            correction=correction.pk,
            heading=correction.heading,
        )
        people = [*authors_of(article), *filter(None, (correction.written_by,))]
        tell(Notice.Kind.CORRECTED, people, article, activity)
        raise_versions({article_key(article.pk), CORRECTIONS})
        live = intervals.visible_row(article, now)
        if live is not None:
            ahead.after_commit(live)
    return published


def decline_correction(
    correction: Correction, *, by: "User | None", reason: str, base_version: int | None = None
) -> Correction:
    """Refuse a correction that waits; it is kept, and another one may be written.

    Raises:
        Stale: somebody has decided meanwhile.
        Refused: no reason given, not permitted, or it is decided already.
    """
    reason = vietnamese.clean(reason).strip()
    if not reason:
        raise Refused(_("Say why: whoever wrote it reads it."), "reason")
    with transaction.atomic():
        correction, article = _waiting(correction, "decline_correction", by, base_version)
        now = timezone.now()
        _decide(correction, Correction.State.DECLINED, by, now)
        activity = record(
            "decline_correction",
            article,
            by=by,
            at=now,
            correction=correction.pk,
            heading=correction.heading,
            reason=reason,
        )
        people = filter(None, (correction.written_by,))
        tell(Notice.Kind.RETURNED, people, article, activity)
    return correction


def correction_refusal(act: str, by: "User | None", correction: Correction) -> Refused | None:
    """Why `by` may not decide so about the correction, or None; buttons and acts ask alike."""
    if (reason := refusal(act, by, correction.article)) is not None:
        return reason
    if correction.state != Correction.State.WAITING:
        return Refused(
            _("The correction is %(state)s already. Write another one to follow it.")
            % {"state": correction.get_state_display()}
        )
    if act == "approve_correction" and by is not None and correction.written_by_id == by.pk:
        return NotPermitted(_("You have written it: another person must answer for it."))
    return None


def _waiting(
    correction: Correction, act: str, by: "User | None", base_version: int | None
) -> tuple[Correction, Article]:
    """The correction and its article, both locked, if `by` may decide."""
    article = lock(correction.article_id)
    correction = Correction.objects.select_for_update().get(pk=correction.pk)
    if base_version is not None and correction.version != base_version:
        raise Stale(
            _("Somebody has decided about this correction since you opened it."), correction.version
        )
    correction.article = article
    if (reason := correction_refusal(act, by, correction)) is not None:
        raise reason
    return correction, article


def _decide(
    correction: Correction, state: Correction.State, by: "User | None", at: datetime
) -> None:
    correction.state, correction.decided_by, correction.decided_at = state, by, at
    correction.version += 1
    correction.save(update_fields=["state", "decided_by", "decided_at", "version"])
    answer_correction(correction, at)
