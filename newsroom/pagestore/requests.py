"""Under which address a request's page is stored, and whether its view has pages stored at all."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from wsgiref.types import WSGIEnvironment

from django.conf import settings
from django.core.handlers.wsgi import get_path_info
from django.urls import Resolver404, resolve

from .pages import MARK

# What other sites add to an address to count their own readers. No view reads them.
TRACKING = frozenset(
    {
        *("dclid", "gbraid", "gclid", "gclsrc", "srsltid", "wbraid", "_ga", "_gl"),  # Google
        *("fbclid", "igshid", "mibextid"),  # Facebook, Instagram
        *("zanpid", "zarsrc"),  # Zalo
        *("li_fat_id", "mc_cid", "mc_eid", "msclkid", "ttclid", "twclid", "yclid"),
    }
)
TRACKING_PREFIX = "utm_"


@dataclass(frozen=True, slots=True)
class Address:
    """What a page is stored under: `key` stands for all of it, `query` is without tracking."""

    key: str
    query: str

    @property
    def parameters(self) -> set[str]:
        """The names in the query, as they were written."""
        return {pair.partition("=")[0] for pair in self.query.split("&")} if self.query else set()


def address_of(environ: WSGIEnvironment, build: str) -> Address | None:
    """The address of a GET or HEAD; None for other methods, whose answers are never stored."""
    if environ["REQUEST_METHOD"] not in {"GET", "HEAD"}:
        return None
    query = environ.get("QUERY_STRING", "")
    if query:
        query = "&".join(pair for pair in query.split("&") if not _is_tracking(pair))
    host = environ.get("HTTP_HOST") or f"{environ['SERVER_NAME']}:{environ['SERVER_PORT']}"
    # Only the path, which comes last, can hold a line feed.
    parts = (
        build,
        _scheme(environ),
        host.lower(),
        query,
        environ.get("SCRIPT_NAME", ""),
        environ.get("PATH_INFO", ""),
    )
    return Address(blake2b("\n".join(parts).encode(), digest_size=16).hexdigest(), query)


def is_storable(environ: WSGIEnvironment, address: Address) -> bool:
    """Whether the view at this address has its pages stored, with a query of these parameters."""
    try:
        view: Callable = resolve(get_path_info(environ)).func
    except (Resolver404, UnicodeDecodeError):
        return False
    allowed = getattr(view, MARK, None)
    return allowed is not None and address.parameters <= allowed


def _is_tracking(pair: str) -> bool:
    name = pair.partition("=")[0]
    return not pair or name in TRACKING or name.startswith(TRACKING_PREFIX)


def _scheme(environ: WSGIEnvironment) -> str:
    """http or https, as `HttpRequest.scheme` tells it."""
    if settings.SECURE_PROXY_SSL_HEADER:
        name, secure = settings.SECURE_PROXY_SSL_HEADER
        told = environ.get(name)
        if told is not None:
            return "https" if told.split(",")[0].strip() == secure else "http"
    return environ["wsgi.url_scheme"]
