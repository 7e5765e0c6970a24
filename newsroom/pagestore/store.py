"""Finished pages: what is kept of one, which answers may be, and where they lie."""

import gzip
import logging
import math
from dataclasses import dataclass
from hashlib import blake2b

import brotli  # type: ignore[import-untyped]
from django.core.cache import caches
from django.http import HttpResponse
from django.http.response import HttpResponseBase

from .pages import Validity

logger = logging.getLogger(__name__)

ALIAS = "pages"
# Of Django's answer these are left out: the store has its own, one for each form of the page.
_OWN_HEADERS = frozenset({"content-length", "etag", "last-modified", "vary", "x-accel-expires"})
# A page is made while a reader waits. Higher settings take ten times as long for some bytes less.
_GZIP_LEVEL = 6
_BROTLI_QUALITY = 5


@dataclass(slots=True)
class StoredPage:
    """A finished page in the three forms that readers accept, and what it rests on.

    `total` is the sum of the keys' versions before the page's data were read. Times are seconds
    since 1970: `filled_at` when the page was finished, `checked_at` when the database last said
    that it holds, `until` (infinity: no end) when it ends whatever the database says.
    """

    keys: tuple[str, ...]
    total: int
    filled_at: float
    checked_at: float
    until: float
    etag: str
    headers: tuple[tuple[str, str], ...]
    bodies: dict[str, bytes]

    @property
    def size(self) -> int:
        """Bytes in memory, roughly: the bodies and two kilobytes around them."""
        return sum(map(len, self.bodies.values())) + 2048


def page_of(response: HttpResponseBase, validity: Validity, now: float) -> StoredPage | None:
    """The page to be kept of an answer that was finished at `now`; None where it may not be."""
    if not validity.versions or not _may_be_stored(response):
        return None
    assert isinstance(response, HttpResponse)
    content = response.content
    headers = [item for item in response.items() if item[0].lower() not in _OWN_HEADERS]
    headers += [
        ("Vary", "Accept-Encoding"),
        ("Surrogate-Key", " ".join(validity.versions)),
    ]
    return StoredPage(
        keys=tuple(validity.versions),
        total=sum(validity.versions.values()),
        filled_at=now,
        checked_at=now,
        until=validity.end.timestamp() if validity.end else math.inf,
        # Weak: the same page, compressed or not.
        etag=f'W/"{blake2b(content, digest_size=12).hexdigest()}"',
        headers=tuple(headers),
        bodies={
            "identity": content,
            "gzip": gzip.compress(content, _GZIP_LEVEL, mtime=0),
            "br": brotli.compress(content, quality=_BROTLI_QUALITY),
        },
    )


def find(key: str) -> StoredPage | None:
    """The page kept under a key. A cache that fails holds no page: Django makes a new one."""
    try:
        return caches[ALIAS].get(key)
    except Exception as error:  # whatever the client of that cache raises
        logger.warning("The page store cannot be read: %s", error)
        return None


def keep(key: str, page: StoredPage, seconds: float) -> None:
    """Keep a page under a key, `seconds` at most."""
    try:
        caches[ALIAS].set(key, page, seconds)
    except Exception as error:
        logger.warning("The page store cannot be written: %s", error)


def _may_be_stored(response: HttpResponseBase) -> bool:
    """Whether an answer is a whole page, and the same for every reader."""
    if response.status_code != 200 or response.streaming:
        return False
    control = response.get("Cache-Control", "")
    if "no-store" in control or "private" in control or "Content-Encoding" in response:
        return False
    varies = {name.strip().lower() for name in response.get("Vary", "").split(",")}
    if response.cookies or not varies <= {"", "accept-encoding"}:
        logger.error("A page is not stored: it sets a cookie, or varies by %s", sorted(varies))
        return False
    return True
