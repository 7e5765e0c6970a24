"""The revisions of an article as a list: what one person saved in one sitting is one row of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta

from ..models import PublishedArticle, Revision

# Whoever pauses longer than this sat down anew.
PAUSE = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """A revision with what was published of it. A `plain` one may be folded into a run."""

    revision: Revision
    publications: tuple[PublishedArticle, ...]
    plain: bool

    def goes_on(self, later: "RevisionRow") -> bool:
        """Whether the same person went on to the `later` one without a long pause."""
        mine, theirs = self.revision, later.revision
        return (
            self.plain
            and later.plain
            and mine.created_by_id == theirs.created_by_id
            and theirs.created_at - mine.created_at <= PAUSE
        )


@dataclass(frozen=True, slots=True)
class Run:
    """The newest save of a sitting, and those before it, the newest first.

    `cut` is whether the older page goes on with it, because it is longer than a page.
    """

    head: RevisionRow
    rest: tuple[RevisionRow, ...] = ()
    cut: bool = False

    @property
    def rows(self) -> tuple[RevisionRow, ...]:
        return (self.head, *self.rest)

    @property
    def oldest(self) -> Revision:
        return self.rows[-1].revision

    @property
    def before(self) -> int:
        """The revision that the sitting began with, 0 where there was none."""
        return self.oldest.number - 1


def rows_of(
    revisions: Sequence[Revision],
    publications: Sequence[PublishedArticle],
    shown: Collection[int],
) -> list[RevisionRow]:
    """The revisions, fetched with `naming`, as rows.

    What has a name, was published or restored, and the numbers `shown`, stand for themselves.
    """
    published: dict[int, list[PublishedArticle]] = {}
    for publication in publications:
        published.setdefault(publication.revision_number, []).append(publication)
    return [
        RevisionRow(
            revision,
            tuple(published.get(revision.number, ())),
            plain=not (
                revision.name
                or revision.restored_from
                or revision.number in published
                or revision.number in shown
            ),
        )
        for revision in revisions
    ]


def page_of(rows: Sequence[RevisionRow], size: int) -> tuple[list[Run], int | None]:
    """The runs of a page, and the number before which the older page begins; None on the last.

    `rows` are the newest first, one more than `size` where there are older ones. A run that would
    not end on the page is left to the older page whole, unless it is all that the page has.
    """
    runs: list[list[RevisionRow]] = []
    for row in rows:
        if runs and row.goes_on(runs[-1][-1]):
            runs[-1].append(row)
        else:
            runs.append([row])
    is_last = len(rows) <= size
    if is_last:
        return [Run(run[0], tuple(run[1:])) for run in runs], None
    if len(runs) > 1:
        return [Run(run[0], tuple(run[1:])) for run in runs[:-1]], runs[-1][0].revision.number + 1
    (run,) = runs
    return [Run(run[0], tuple(run[1:size]), cut=True)], run[size - 1].revision.number
