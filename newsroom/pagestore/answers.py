"""From a finished page to what one reader gets: which form, or only that theirs still holds."""

import math
import time
from functools import lru_cache
from wsgiref.types import StartResponse, WSGIEnvironment

from django.utils.http import http_date, parse_http_date_safe

from .store import StoredPage

# What a 304 repeats (RFC 9110, 15.4.5); the store's own headers come on top.
_OF_304 = frozenset({"Cache-Control", "Content-Location", "Expires", "Surrogate-Key", "Vary"})
# Seconds since 1970 as `Thu, 01 Jan 1970 00:00:00 GMT`; each page asks for its own at every hit.
_date = lru_cache(4096)(http_date)


def send(page: StoredPage, environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
    """Answer a GET or HEAD with the page, or with 304 where the reader has it."""
    now = time.time()
    own = [("ETag", page.etag), ("X-Accel-Expires", _proxy_lifetime(page, now))]
    changed = _last_modified(page)
    if now >= changed:
        own.append(("Last-Modified", _date(changed)))
    if _has_it(environ, page, changed, now):
        headers = [header for header in page.headers if header[0] in _OF_304]
        start_response("304 Not Modified", headers + own)
        return []
    form = best_form(environ.get("HTTP_ACCEPT_ENCODING", ""))
    body = page.bodies[form]
    if form != "identity":
        own.append(("Content-Encoding", form))
    own.append(("Content-Length", str(len(body))))
    start_response("200 OK", [*page.headers, *own])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


@lru_cache(1024)
def best_form(accepted: str) -> str:
    """`br`, `gzip` or `identity`: what an Accept-Encoding likes best (RFC 9110, 12.5.3)."""
    weights: dict[str, float] = {}
    for item in accepted.lower().split(","):
        name, *parameters = (part.strip() for part in item.split(";"))
        weights[name] = _weight(parameters)
    rest = weights.get("*", 0.0)
    # Where weights are equal the first is taken; plain is for those who accept nothing else.
    wanted = {form: weights.get(form, rest) for form in ("br", "gzip")}
    wanted["identity"] = weights.get("identity", 0.0)
    best = max(wanted, key=lambda form: wanted[form])
    return best if wanted[best] > 0 else "identity"


def _weight(parameters: list[str]) -> float:
    for parameter in parameters:
        name, _equals, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return float(value)
            except ValueError:
                return 0.0
    return 1.0


def _has_it(environ: WSGIEnvironment, page: StoredPage, changed: int, now: float) -> bool:
    """Whether the reader's copy is this page. If-None-Match decides where there is one."""
    tags = environ.get("HTTP_IF_NONE_MATCH")
    if tags is not None:
        return tags == page.etag or page.etag in _tags(tags) or tags.strip() == "*"
    date = environ.get("HTTP_IF_MODIFIED_SINCE")
    if date is None:
        return False
    since = parse_http_date_safe(date)
    return since is not None and changed <= since <= now


def _tags(header: str) -> set[str]:
    """The entity tags of a list, as weak ones: that is how they are compared here."""
    tags = (tag.strip() for tag in header.split(","))
    return {tag if tag.startswith("W/") else f"W/{tag}" for tag in tags}


def _last_modified(page: StoredPage) -> int:
    """The second from which on a copy is known to be this page; told only once it has come.

    A date has whole seconds. Were a page to bear the second in which it was made, another made
    later in that second would bear it too, and its readers would be told that the first still
    holds. One second more is for the clocks of two machines.
    """
    return math.ceil(page.filled_at) + 1


def _proxy_lifetime(page: StoredPage, now: float) -> str:
    """How long nginx may keep the answer: to the end of this second, and no longer than it holds.

    nginx counts in whole seconds, its own `1` may be two; `@` names the last one in which it may
    be sent.
    """
    second = math.floor(now)
    return f"@{second}" if page.until >= second + 1 else "0"
