"""Intervals of time that rows are visible in, and the constraint that keeps them apart."""

from datetime import UTC, datetime
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import Func, Min, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# The end of what has no end. Not NULL, so that one comparison finds what is visible; not
# datetime.max, which overflows when it is shown in local time.
FOREVER = datetime(9999, 1, 1, tzinfo=UTC)


class IntervalQuerySet(models.QuerySet):
    """Rows that are visible from `visible_from` until just before `visible_until`."""

    def visible(self, now: datetime | None = None) -> "IntervalQuerySet":
        """What readers may see at `now` (by default this moment)."""
        now = now or timezone.now()
        return self.filter(visible_from__lte=now, visible_until__gt=now)

    def next_change(self, now: datetime) -> datetime | None:
        """The next instant after `now` at which one of these rows begins or ends; None if never.

        The twin of `visible`: whatever is computed from `visible(now)` holds until then.
        """
        edges = self.filter(Q(visible_from__gt=now) | Q(visible_until__gt=now)).aggregate(
            begins=Min("visible_from", filter=Q(visible_from__gt=now)),
            ends=Min("visible_until", filter=Q(visible_until__gt=now)),
        )
        times = [time for time in edges.values() if time and time < FOREVER]
        return min(times, default=None)


class Interval(models.Model):
    """A row that readers see during `[visible_from, visible_until)`."""

    visible_from = models.DateTimeField(_("visible from"))
    visible_until = models.DateTimeField(_("visible until"), default=FOREVER)

    objects = IntervalQuerySet.as_manager()

    class Meta:
        abstract = True


class _TsTzRange(Func):
    function = "TSTZRANGE"
    output_field = DateTimeRangeField()


class NoOverlap(ExclusionConstraint):
    """No two intervals of one article overlap. PostgreSQL only: SQLite has nothing like it.

    On other vendors it does nothing, so that both run the same migrations; there the lock that the
    acts take is the guard. docs/decisions/intervals.md
    """

    def __init__(self, *, name: str, expressions: object = None, **options: object) -> None:
        super().__init__(
            name=name,
            expressions=[
                (
                    _TsTzRange("visible_from", "visible_until", RangeBoundary()),
                    RangeOperators.OVERLAPS,
                ),
                ("article", RangeOperators.EQUAL),
            ],
        )

    def deconstruct(self) -> Any:
        path, args, kwargs = super().deconstruct()
        return path, args, {"name": kwargs["name"]}

    def create_sql(self, model: Any, schema_editor: Any) -> Any:
        if schema_editor.connection.vendor == "postgresql":
            return super().create_sql(model, schema_editor)
        return None

    def constraint_sql(self, model: Any, schema_editor: Any) -> Any:
        if schema_editor.connection.vendor == "postgresql":
            return super().constraint_sql(model, schema_editor)
        return None

    def remove_sql(self, model: Any, schema_editor: Any) -> Any:
        if schema_editor.connection.vendor == "postgresql":
            return super().remove_sql(model, schema_editor)
        return None

    def validate(
        self, model: Any, instance: Any, exclude: Any = None, using: str = "default"
    ) -> None:
        """Left to the database: the acts write these rows, no form does."""
