"""Lists of the desk as long as the paper's archive: no page of one asks for more than it shows.

Django counts all that fits and steps over what comes before a page; at 100,000 articles either
takes longer than the page itself. Here the keys of the first pages are fetched in their order, by
index, and the rows of the page by their keys.
"""

from typing import Any

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.core.paginator import InvalidPage, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

# How far a list is counted; there is a page after the last one as long as there are rows.
MOST_COUNTED = 500
# A search looks into texts: only as far as the page after the one that is asked for.
FURTHEST_PAGE = 2000


class LongList(ChangeList):
    """Django's list, counted up to `MOST_COUNTED`; `is_counted` says whether that was all."""

    is_counted = True

    def get_results(self, request: HttpRequest) -> None:
        """Find the rows of this page, and how many there are at least.

        Raises:
            IncorrectLookupParameters: there is no such page.
        """
        most = self._most()
        keys = list(self.queryset.values_list("pk", flat=True)[: most + 1])
        self.paginator = Paginator(keys, self.list_per_page)
        self.is_counted = len(keys) <= most
        self.result_count = len(keys) if self.is_counted else most
        self.can_show_all = len(keys) <= self.list_max_show_all
        self.multi_page = len(keys) > self.list_per_page
        self.show_full_result_count, self.full_result_count = False, None
        self.show_admin_actions = True
        if self.multi_page and not (self.show_all and self.can_show_all):
            try:
                keys = self.paginator.page(self.page_num).object_list
            except InvalidPage:
                raise IncorrectLookupParameters from None
        self.result_list = self._rows().filter(pk__in=keys)

    def _most(self) -> int:
        """How many rows are counted at most: always so many that the next page is known."""
        next_page = self.list_per_page * (min(self.page_num, FURTHEST_PAGE) + 1)
        return next_page if self.query else max(MOST_COUNTED, next_page)

    def _rows(self) -> QuerySet[Any]:
        """All rows in the order of the list, and no condition: the keys have been through them."""
        rows = self.root_queryset.order_by(*self.queryset.query.order_by)
        rows = self.apply_select_related(rows).prefetch_related(*self.model_admin.list_prefetch)
        return rows.defer(*self.model_admin.list_defer)
