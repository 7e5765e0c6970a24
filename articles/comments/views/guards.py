"""What is checked before a guest's POST is read."""

from django.http import HttpRequest

MAX_BYTES = 16 * 1024


def is_from_here(request: HttpRequest) -> bool:
    """Whether a page of this site sent the form, as far as the browser tells.

    Browsers say it in `Sec-Fetch-Site`, which no page can forge, and in `Origin`; where both are
    missing, a `Referer` of another site refuses. Without any of them the request is let in: that is
    no browser, or a very old one, and there is no session that another site could misuse.
    """
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    here = f"{request.scheme}://{request.get_host()}".lower()
    if site is not None and site not in {"same-origin", "none"}:
        return False
    if origin == "null":
        return site == "same-origin"
    if origin is not None:
        return origin.lower() == here
    referer = request.headers.get("Referer")
    if site is None and referer is not None:
        return f"{referer.lower()}/".startswith(f"{here}/")
    return True


def is_too_large(request: HttpRequest) -> bool:
    """Whether more than 16 KB is announced; what is not announced is never read."""
    length = request.headers.get("Content-Length", "")
    return length.isdecimal() and int(length[:20]) > MAX_BYTES
