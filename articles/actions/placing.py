"""Arranging the hand-made lists: what stands in a slot, in what order, from when until when.

Every change holds the slot's Arrangement row, so that two people's changes queue, and tells in its
Activity what stood there before and after: from that it is undone. Articles are locked before the
slot, as publishing and withdrawing lock them before anything else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.pagestore.versions import raise_versions

from ..models import FOREVER, Activity, Arrangement, Article, Placement, PublishedArticle, Slot
from ..surfaces import FRONT, slot_key
from .permission import require
from .recording import record
from .refusals import Refused, Stale
from .saving import lock

if TYPE_CHECKING:
    from ..models import User


@dataclass(slots=True)
class _Held:
    """A slot under lock: its placements that are not over yet, in order."""

    arrangement: Arrangement
    now: datetime
    rows: list[Placement]
    before: list[list[Any]]

    def find(self, placement: Placement) -> Placement:
        """The placement as it is now.

        Raises:
            Refused: it has left the slot.
        """
        for row in self.rows:
            if row.pk == placement.pk:
                return row
        raise gone()


def gone() -> Refused:
    """What a person reads about a placement that is there no more."""
    return Refused(_("The article has left that slot already."))


def place(
    article: Article,
    slot: str,
    *,
    by: "User | None",
    position: int | None = None,
    starts: datetime | None = None,
    ends: datetime | None = None,
    base_version: int | None = None,
) -> Placement:
    """Put the article into a slot, from `starts` (now) until `ends` (no end).

    `position` counts from 0. Without one it stands last; as lead of the front page, where only the
    first is shown, first.

    Raises:
        Stale: the slot is no longer at `base_version`.
        Refused: not permitted, not published, in that slot already, or the times cross.
    """
    require("place", by)
    if slot not in Slot.values:
        raise Refused(_("There is no such slot: %(slot)s.") % {"slot": slot}, "slot")
    with transaction.atomic():
        # As publishing does: one of the two sees what the other has done to the slot.
        lock(article.pk)
        held = _hold(slot, base_version)
        starts, ends = _checked_times(starts or held.now, ends, held.now)
        if not _readable({article.pk}, held.now):
            raise Refused(_("Readers cannot see that article: publish it first."), "article")
        _require_free(held.rows, article.pk, starts, ends)
        placement = Placement(
            slot=slot, article=article, visible_from=starts, visible_until=ends, created_by=by
        )
        if position is None:
            position = 0 if slot == Slot.FRONT_LEAD else len(held.rows)
        held.rows.insert(position, placement)
        _finish(held, by, "added", article)
    return placement


def remove(placement: Placement, *, by: "User | None", base_version: int | None = None) -> None:
    """Take an article out of a slot.

    Raises:
        Stale: the slot is no longer at `base_version`.
        Refused: not permitted, or it has left the slot already.
    """

    def change(held: _Held, row: Placement) -> None:
        held.rows.remove(row)
        row.delete()

    _change(placement, change, "removed", by, base_version)


def move(
    placement: Placement, position: int, *, by: "User | None", base_version: int | None = None
) -> None:
    """Let the article stand at `position`, counted from 0, among what is not over yet.

    Moving it to where it stands changes nothing. A position behind the last is the last.

    Raises:
        Stale: the slot is no longer at `base_version`.
        Refused: not permitted, or it has left the slot already.
    """

    def change(held: _Held, row: Placement) -> None:
        held.rows.remove(row)
        held.rows.insert(max(0, position), row)

    _change(placement, change, "moved", by, base_version)


def set_times(
    placement: Placement,
    *,
    starts: datetime | None,
    ends: datetime | None,
    by: "User | None",
    base_version: int | None = None,
) -> None:
    """Let the article stand from `starts` (now; as before, if it stands already) until `ends`
    (no end).

    Raises:
        Stale: the slot is no longer at `base_version`.
        Refused: not permitted, it has left the slot already, or the times cross.
    """

    def change(held: _Held, row: Placement) -> None:
        times = _checked_times(starts or min(row.visible_from, held.now), ends, held.now)
        others = [each for each in held.rows if each is not row]
        _require_free(others, row.article_id, *times)
        row.visible_from, row.visible_until = times

    _change(placement, change, "timed", by, base_version)


def undo(slot: str, *, by: "User | None", base_version: int | None = None) -> None:
    """Arrange the slot as it was before its last change; after an undoing, as it was before that.

    What is over by now and what readers can no longer see stays out.

    Raises:
        Stale: the slot is no longer at `base_version`.
        Refused: not permitted, or nothing has been changed yet.
    """
    require("place", by)
    last = last_change(slot)
    if last is None:
        raise Refused(_("Nothing has been changed here yet."))
    entries = [_Entry.read(told) for told in last.data["before"]]
    with transaction.atomic():
        for pk in sorted({entry.article for entry in entries}):
            lock(pk)
        held = _hold(slot, base_version)
        if last_change(slot) != last:
            raise _stale(held.arrangement)
        readable = _readable({entry.article for entry in entries}, held.now)
        wanted = [entry for entry in entries if entry.article in readable and entry.ends > held.now]
        standing = {_Entry.of(row): row for row in held.rows}
        for entry in set(standing) - set(wanted):
            standing[entry].delete()
        held.rows = [standing.get(entry) or entry.placement(slot, by) for entry in wanted]
        article = Article(pk=last.data["article"], title=last.data["title"])
        if not _finish(held, by, "undone", article):
            raise Refused(_("What stood here before is over or withdrawn: it cannot come back."))


def last_change(slot: str) -> Activity | None:
    """The newest act on a slot; `data` holds how, article, title, before and after."""
    rows = Arrangement.objects.filter(slot=slot).values("pk")
    return Activity.objects.filter(target_type="arrangement", target_id__in=rows).first()


@dataclass(frozen=True, slots=True)
class _Entry:
    """A placement as an Activity tells it."""

    article: int
    starts: datetime
    ends: datetime

    @classmethod
    def of(cls, row: Placement) -> "_Entry":
        return cls(row.article_id, row.visible_from, row.visible_until)

    @classmethod
    def read(cls, told: list[Any]) -> "_Entry":
        return cls(told[0], datetime.fromisoformat(told[1]), datetime.fromisoformat(told[2]))

    def told(self) -> list[Any]:
        return [self.article, self.starts.isoformat(), self.ends.isoformat()]

    def placement(self, slot: str, by: "User | None") -> Placement:
        return Placement(
            slot=slot,
            article_id=self.article,
            visible_from=self.starts,
            visible_until=self.ends,
            created_by=by,
        )


def _change(
    placement: Placement,
    change: Callable[[_Held, Placement], None],
    how: str,
    by: "User | None",
    base_version: int | None,
) -> None:
    require("place", by)
    with transaction.atomic():
        held = _hold(placement.slot, base_version)
        row = held.find(placement)
        change(held, row)
        _finish(held, by, how, row.article)


def _hold(slot: str, base_version: int | None) -> _Held:
    """The slot, locked until the transaction ends."""
    Arrangement.objects.get_or_create(slot=slot)
    arrangement = Arrangement.objects.select_for_update().get(slot=slot)
    if base_version is not None and arrangement.version != base_version:
        raise _stale(arrangement)
    now = timezone.now()
    rows = Placement.objects.filter(slot=slot, visible_until__gt=now).select_related("article")
    found = list(rows.order_by("position", "id"))
    return _Held(arrangement, now, found, _told(found))


def _stale(arrangement: Arrangement) -> Stale:
    return Stale(
        _("Somebody arranged “%(slot)s” meanwhile. It now stands as you see it: do it again.")
        % {"slot": arrangement},
        arrangement.version,
    )


def _finish(held: _Held, by: "User | None", how: str, article: Article) -> bool:
    """Write the rows in their order, with the Activity; nothing, and False, where none differs."""
    after = _told(held.rows)
    if after == held.before:
        return False
    for position, row in enumerate(held.rows):
        row.position = position
        if row.pk is None:
            row.save()
        else:
            # Not save(): withdrawing deletes rows without holding the slot.
            Placement.objects.filter(pk=row.pk).update(
                position=position, visible_from=row.visible_from, visible_until=row.visible_until
            )
    held.arrangement.version += 1
    held.arrangement.save(update_fields=["version"])
    slot = held.arrangement.slot
    record(
        "place",
        held.arrangement,
        by=by,
        at=held.now,
        slot=slot,
        how=how,
        article=article.pk,
        title=article.title,
        before=held.before,
        after=after,
    )
    raise_versions({FRONT, slot_key(slot)})
    return True


def _told(rows: list[Placement]) -> list[list[Any]]:
    return [_Entry.of(row).told() for row in rows]


def _checked_times(
    starts: datetime, ends: datetime | None, now: datetime
) -> tuple[datetime, datetime]:
    ends = ends or FOREVER
    if ends <= max(starts, now):
        raise Refused(_("The placement would end before it begins."), "ends")
    return starts, ends


def _require_free(rows: list[Placement], article_id: int, starts: datetime, ends: datetime) -> None:
    """Refuse an article that stands in the slot at the same time already."""
    for row in rows:
        if row.article_id == article_id and row.visible_from < ends and row.visible_until > starts:
            raise Refused(_("The article is in that slot already."), "article")


def _readable(article_ids: set[int], now: datetime) -> set[int]:
    """Those that readers see now or will see."""
    rows = PublishedArticle.objects.filter(article__in=article_ids, visible_until__gt=now)
    return set(rows.values_list("article_id", flat=True))
