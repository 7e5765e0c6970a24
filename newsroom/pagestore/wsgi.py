"""The page store in front of Django: a hit is answered before any middleware.

docs/decisions/page-store.md tells why a stored page is never stale.
"""

import time
from collections.abc import Iterable
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from . import store
from .answers import send
from .checking import NoAnswer, VersionCheck
from .filling import Fillers
from .pages import ENVIRON_NAME, Validity
from .requests import Address, address_of, is_storable
from .store import StoredPage

# Seconds after which a page that still holds is made anew, against what no key stands for.
RENEWED_AFTER = 300
# Seconds a reader waits for the one who is making the page, before making it too.
PATIENCE = 2.0

_CONDITIONS = frozenset(
    {
        "HTTP_IF_MATCH",
        "HTTP_IF_MODIFIED_SINCE",
        "HTTP_IF_NONE_MATCH",
        "HTTP_IF_UNMODIFIED_SINCE",
    }
)


class StoredPages:
    """Django's WSGI application, with finished pages in front of it.

    `build` tells one state of the code and its settings from another. While the database does not
    answer, a page is sent up to `offline_seconds` after it was last found to hold.
    """

    def __init__(self, django: WSGIApplication, *, build: str, offline_seconds: float) -> None:
        self._django = django
        self._build = build
        self._offline_seconds = offline_seconds
        self._versions = VersionCheck()
        self._fillers = Fillers()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer with a stored page that holds; else let Django answer, and keep what may be."""
        address = address_of(environ, self._build)
        if address is None:
            return self._django(environ, start_response)
        page, is_due = self._look(address.key)
        if page is not None and not is_due:
            return send(page, environ, start_response)
        if page is None and not is_storable(environ, address):
            return self._django(environ, start_response)
        return self._renew(address, page, environ, start_response)

    def _look(self, key: str) -> tuple[StoredPage | None, bool]:
        """The stored page if it holds, and whether it is due to be made anew."""
        page = store.find(key)
        if page is None:
            return None, False
        asked_at = time.time()
        try:
            holds = self._versions.total(page.keys) == page.total
            is_checked = True
        except NoAnswer:
            holds = asked_at < page.checked_at + self._offline_seconds
            is_checked = False
        now = time.time()
        if not holds or now >= page.until:
            return None, False
        if not is_checked:
            return page, False
        page.checked_at = asked_at
        return page, now >= page.filled_at + RENEWED_AFTER

    def _renew(
        self,
        address: Address,
        page: StoredPage | None,
        environ: WSGIEnvironment,
        start_response: StartResponse,
    ) -> Iterable[bytes]:
        """Make the page, or get it from who is making it. `page` is an old one that still holds."""
        other = self._fillers.claim(address.key)
        if other is None:
            try:
                return self._fill(address, page, environ, start_response)
            finally:
                self._fillers.release(address.key)
        if page is None:
            other.wait(PATIENCE)
            page, _is_due = self._look(address.key)
        if page is not None:
            return send(page, environ, start_response)
        return self._fill(address, None, environ, start_response)

    def _fill(
        self,
        address: Address,
        old: StoredPage | None,
        environ: WSGIEnvironment,
        start_response: StartResponse,
    ) -> Iterable[bytes]:
        """Let Django make the page, and keep it; while it cannot, send the old one."""
        validity, head = Validity(address.query), _Head()
        # What the reader has already is none of Django's business: the whole page is needed here.
        whole = {name: value for name, value in environ.items() if name not in _CONDITIONS}
        response: Any = self._django(whole | {ENVIRON_NAME: validity}, head)
        now = time.time()
        page = store.page_of(response, validity, now)
        if page is not None:
            seconds = min(page.until - now, RENEWED_AFTER + self._offline_seconds)
            store.keep(address.key, page, seconds)
        elif old is not None and head.status.startswith("503") and now < old.until:
            page = old
        else:
            start_response(head.status, head.headers)
            return response
        response.close()
        return send(page, environ, start_response)


class _Head:
    """Takes the place of `start_response`, to see what Django would have sent."""

    def __call__(self, status: str, headers: list[tuple[str, str]], *_error: Any) -> Any:
        self.status, self.headers = status, headers
