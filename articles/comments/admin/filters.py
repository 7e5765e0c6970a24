"""Which comments the queue shows."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ..models import WAITING_STATUSES, Status

WAITING = "waiting"


class StatusFilter(admin.SimpleListFilter):
    """What waits comes first: it is shown where nothing else is chosen."""

    title = _("status")
    parameter_name = "status"

    @classmethod
    def is_waiting(cls, request: HttpRequest) -> bool:
        """Whether the list asked for is the queue of what waits."""
        return request.GET.get(cls.parameter_name, WAITING) == WAITING

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        decided = (Status.APPROVED, Status.REJECTED, Status.SPAM)
        return [
            (WAITING, _("waiting")),
            *((status.value, status.label) for status in decided),
            ("all", _("all")),
        ]

    def value(self) -> str:
        """The choice; an unknown one is `waiting`."""
        chosen = super().value()
        return chosen if chosen in dict(self.lookup_choices) else WAITING

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        chosen = self.value()
        if chosen == WAITING:
            return queryset.filter(status__in=WAITING_STATUSES)
        return queryset if chosen == "all" else queryset.filter(status=chosen)

    def choices(self, changelist: Any) -> Iterator[dict[str, Any]]:
        """The lookups alone: Django's own "All" would mean `waiting` here."""
        for value, title in self.lookup_choices:
            yield {
                "selected": self.value() == value,
                "query_string": changelist.get_query_string({self.parameter_name: value}),
                "display": title,
            }
