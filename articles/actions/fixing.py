"""Quick fix: sửa nhanh. A passage of a live article mended wherever it stands, at once."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from newsroom.pagestore.versions import raise_versions
from newsroom.text import vietnamese

from .. import ahead, body, surfaces
from ..body.passages import Place, Text, counterpart, find, lines, reworded
from ..draft import Draft
from ..models import (
    Approval,
    Article,
    DeskNote,
    Notice,
    PublishedArticle,
    PublishedFigure,
    Revision,
)
from ..shown import hold_pictures
from . import intervals
from .cleaning import MAX_TITLE, clean
from .notices import approvals_at_stake, ask_again, authors_of, recorded, tell
from .permission import require
from .recording import record
from .refusals import Refused
from .rewriting import copied, text_of
from .saving import lock, write_copy

if TYPE_CHECKING:
    from ..models import User

# A mended slip, not another story: what is longer goes the way of every article.
MAX_PASSAGE = 200


@dataclass(frozen=True, slots=True)
class Fixed:
    """What a quick fix reached: the new publication, and where the passage was no longer found."""

    publication: PublishedArticle
    missing_in_copy: bool
    missing_in_scheduled: int


def quick_fix(
    article: Article,
    *,
    by: "User | None",
    passage: str,
    words: str,
    place: str = "",
    base_version: int | None = None,
) -> Fixed:
    """Put `words` where readers now see `passage`: in what is live, scheduled and worked on.

    `place` is needed where the passage stands more than once: `str` of one of the places that
    `find` gives for the live text. Readers get a new interval; its pictures, names and lists stay.
    A version that no longer has the passage there stays as it is, and a desk note says so.

    Raises:
        Stale: the article is no longer at `base_version`.
        Refused: not permitted, not live, too long, or the passage is not there or not clear.
    """
    passage, words = vietnamese.clean_line(passage), vietnamese.clean_line(words)
    _check(passage, words)
    with transaction.atomic():
        article = lock(article.pk, base_version)
        require("quick_fix", by, article)
        now = timezone.now()
        live = intervals.visible_row(article, now)
        if live is None:
            raise Refused(_("Readers do not have this article now: change the working copy."))
        text = text_of(live)
        chosen = _chosen(text, passage, place)
        _require_whole(reworded(text, chosen, passage, words), chosen)
        rows = [live, *intervals.future_rows(article, now)]
        figures = PublishedFigure.objects.filter(publication__in=[row.pk for row in rows])
        hold_pictures(figures.values_list("image_version__image", flat=True))
        found = [(row, counterpart(text, chosen, text_of(row), passage)) for row in rows]
        reached = [(row, there) for row, there in found if there is not None]
        draft = article.draft
        copy = _mended(draft, text, chosen, passage, words)
        lost = [] if copy is None else approvals_at_stake(article)
        revisions = {row.revision_number for row, _there in reached}
        newest = article.revision_number
        others = revisions if copy is None else revisions - {newest}
        numbers = _revise(article, others, text, chosen, passage, words, by)
        if copy is None:
            unreached = [row for row, there in found if there is None]
            _carry_on(article, newest, unreached, now, by)
        else:
            write_copy(article, clean(copy), by=by, even_the_same=True)
            numbers[newest] = article.revision_number
        touched: set[str] = set()
        publication = live
        for row, there in reached:
            touched |= surfaces.surfaces_of([row])
            changed = reworded(text_of(row), there, passage, words)
            new = _exchange(row, changed, numbers[row.revision_number], now)
            publication = new if row is live else publication
        article.may_differ = intervals.may_differ(article, now)
        if article.unchecked_revision is not None:
            article.unchecked_revision = numbers.get(article.unchecked_revision)
        article.save(update_fields=["may_differ", "unchecked_revision"])
        activity = record(
            "quick_fix",
            article,
            by=by,
            at=now,
            passage=passage,
            words=words,
            where=lines(text)[chosen.line].kind,
            revision=publication.revision_number,
            missing_in_copy=copy is None,
            missing_in_scheduled=len(rows) - len(reached),
            **recorded(lost),
        )
        fixed = Fixed(publication, copy is None, len(rows) - len(reached))
        if fixed.missing_in_copy or fixed.missing_in_scheduled:
            _mark(article, fixed, passage, words, by)
        people = [*authors_of(article), *filter(None, (article.claimed_by,))]
        tell(Notice.Kind.FIXED, people, article, activity)
        ask_again(lost, article, activity)
        raise_versions(touched)
        ahead.after_commit(publication)
    return fixed


def _check(passage: str, words: str) -> None:
    if not passage:
        raise Refused(_("Copy the passage as it reads now."), "passage")
    if passage == words:
        raise Refused(_("That is what it says already."), "words")
    if max(len(passage), len(words)) > MAX_PASSAGE:
        raise Refused(
            _("A quick fix is for at most %(limit)s letters. Edit and publish the article.")
            % {"limit": MAX_PASSAGE},
            "passage" if len(passage) > MAX_PASSAGE else "words",
        )


def _chosen(text: Text, passage: str, place: str) -> Place:
    """The one place that is meant."""
    found = find(text, passage)
    if not found:
        raise Refused(
            _("Readers do not see that passage in one line of the article. Copy it from there."),
            "passage",
        )
    named = [each for each in found if str(each) == place]
    if named:
        return named[0]
    if len(found) > 1:
        raise Refused(
            _("It stands there %(count)s times. Choose which one is meant.")
            % {"count": len(found)},
            "place",
        )
    return found[0]


def _require_whole(text: Text, place: Place) -> None:
    """No line may be emptied: what stands for nothing would leave a hole, or shift the others."""
    every = lines(text)
    if place.line >= len(every) or not every[place.line].text.strip():
        raise Refused(
            _("Nothing would be left of that line. Edit and publish the article."), "words"
        )
    if len(text.title) > MAX_TITLE:
        raise Refused(_("The title would be too long."), "words")


def _mended(draft: Draft, text: Text, place: Place, passage: str, words: str) -> Draft | None:
    """The draft with the passage mended; None where it does not stand there any more."""
    own = Text(draft.title, draft.sapo, body.parse(draft.body))
    there = counterpart(text, place, own, passage)
    if there is None:
        return None
    own = reworded(own, there, passage, words)
    return replace(draft, title=own.title, sapo=own.sapo, body=body.serialise(own.blocks))


def _revise(
    article: Article,
    revisions: set[int],
    text: Text,
    place: Place,
    passage: str,
    words: str,
    by: "User | None",
) -> dict[int, int]:
    """A revision for each of these texts as it reads mended; old number → new number.

    So each version can still be compared and restored as readers have it.
    """
    numbers: dict[int, int] = {}
    for old in sorted(revisions):
        draft = article.revisions.get(number=old).draft
        article.revision_number += 1
        numbers[old] = article.revision_number
        Revision.objects.create(
            article=article,
            number=article.revision_number,
            content=(_mended(draft, text, place, passage, words) or draft).to_json(),
            body_format=article.body_format,
            created_by=by,
        )
    return numbers


def _carry_on(
    article: Article,
    newest: int,
    unreached: list[PublishedArticle],
    now: datetime,
    by: "User | None",
) -> None:
    """Number the working copy, revision `newest`, anew: above the revisions just made.

    No letter of it changed, so what it was worth it is worth still: its approvals come along, and
    so do the scheduled publications of it.
    """
    old = article.revisions.get(number=newest)
    article.revision_number += 1
    article.version += 1
    article.saved_at = now
    article.save(update_fields=["revision_number", "version", "saved_at"])
    Revision.objects.create(
        article=article,
        number=article.revision_number,
        content=old.content,
        body_format=old.body_format,
        created_by=by,
    )
    Approval.objects.bulk_create(
        Approval(
            article=article,
            revision_number=article.revision_number,
            by_id=approval.by_id,
            at=approval.at,
        )
        for approval in article.approvals.filter(revision_number=newest)
    )
    PublishedArticle.objects.filter(
        pk__in=[row.pk for row in unreached], revision_number=newest
    ).update(revision_number=article.revision_number)


def _exchange(row: PublishedArticle, text: Text, revision: int, now: datetime) -> PublishedArticle:
    """Cut the live row now and let the new text follow; replace a row that has not begun."""
    until, begins = row.visible_until, row.visible_from
    if begins <= now:
        begins = max(now, begins + intervals.INSTANT)
        intervals.end(row, begins)
        return copied(row, text, revision, begins, until)
    return copied(row, text, revision, begins, until, instead=True)


def _mark(article: Article, fixed: Fixed, passage: str, words: str, by: "User | None") -> None:
    """Leave a note beside the article until somebody has seen to it, in the newsroom's language."""
    with translation.override(settings.LANGUAGE_CODE):
        where = []
        if fixed.missing_in_copy:
            where.append(_("the working copy"))
        if fixed.missing_in_scheduled:
            where.append(_("what is scheduled"))
        said = _(
            "Quick fix of what readers see: “%(old)s” is now “%(new)s”. Not found in: %(where)s."
        ) % {"old": passage, "new": words, "where": ", ".join(where)}
    DeskNote.objects.create(
        article=article,
        text=said,
        revision_number=article.revision_number,
        written_by=by,
        written_at=timezone.now(),
    )
