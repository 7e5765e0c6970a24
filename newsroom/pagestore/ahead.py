"""Making pages before anybody asks for them: for speed only, and only where pages are served.

Nothing rests on it. A process that is killed first, or a database that is away, leaves these pages
to their first readers.
"""

import io
import logging
import sys
from collections.abc import Callable, Iterable
from threading import Lock, Thread
from urllib.parse import unquote_to_bytes, urlsplit
from wsgiref.types import WSGIApplication, WSGIEnvironment

from django.conf import settings
from django.db import connections

logger = logging.getLogger(__name__)

# Gives the paths of pages; called in a thread of its own, where it may ask the database.
Paths = Callable[[], Iterable[str]]


class Ahead:
    """Asks an application for pages as a reader would: one thread, which ends with its work."""

    def __init__(self, application: WSGIApplication) -> None:
        self._application = application
        self._lock = Lock()
        self._wanted: list[Paths] = []
        self._thread: Thread | None = None

    def want(self, paths: Paths) -> None:
        """Have these pages made soon; those that several want are made once."""
        with self._lock:
            self._wanted.append(paths)
            if self._thread is None:
                self._thread = Thread(target=self._work, name="pages ahead", daemon=True)
                self._thread.start()

    def wait(self) -> None:
        """Return when all pages are made that were wanted until now."""
        thread = self._thread
        if thread is not None:
            thread.join()

    def _work(self) -> None:
        try:
            while wanted := self._take():
                for path in self._all(wanted):
                    self._make(path)
        finally:
            connections.close_all()  # this thread's own

    def _take(self) -> list[Paths]:
        with self._lock:
            wanted, self._wanted = self._wanted, []
            if not wanted:
                self._thread = None
            return wanted

    def _all(self, wanted: list[Paths]) -> list[str]:
        try:
            return list(dict.fromkeys(path for paths in wanted for path in paths()))
        except Exception as error:
            logger.warning("No pages are made ahead: %s", error)
            return []

    def _make(self, path: str) -> None:
        try:
            result = self._application(_environ(path), lambda *_head: bytes)
            getattr(result, "close", lambda: None)()
        except Exception:
            logger.exception("The page at %s cannot be made ahead", path)


def _environ(path: str) -> WSGIEnvironment:
    """A GET as a reader of SITE_URL sends it."""
    site = urlsplit(settings.SITE_URL)
    environ: WSGIEnvironment = {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(path).decode("iso-8859-1"),
        "QUERY_STRING": "",
        "SERVER_NAME": site.hostname or "",
        "SERVER_PORT": str(site.port or (443 if site.scheme == "https" else 80)),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": site.netloc,
        "wsgi.url_scheme": site.scheme,
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
    }
    if settings.SECURE_PROXY_SSL_HEADER and site.scheme == "https":
        name, secure = settings.SECURE_PROXY_SSL_HEADER
        environ[name] = secure
    return environ


# Of this process, once it serves pages.
_here: Ahead | None = None


def begin(application: WSGIApplication) -> Ahead:
    """From now on pages are made ahead in this process."""
    global _here
    _here = Ahead(application)
    return _here


def want(paths: Paths) -> None:
    """Have these pages made soon where this process serves pages; elsewhere nothing is done."""
    if _here is not None:
        _here.want(paths)
