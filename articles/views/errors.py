"""Answers where there is no page. `newsroom/urls.py` names them to Django.

With DEBUG on, Django shows its own technical pages instead of 404 and 500.
"""

import logging
import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone

from ..frame import load_frame
from ..models import Redirect
from .public import moved

logger = logging.getLogger(__name__)

# Seconds after which a reader, or a crawler, may ask again while the database does not answer.
RETRY_AFTER = 30


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, unless the address moved: only here, where nothing else answers, are redirects asked."""
    redirect = Redirect.objects.filter(old_path=request.path).first()
    if redirect is not None:
        return moved(request, redirect.target)
    return render(request, "404.html", {"frame": load_frame(timezone.now())}, status=404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: what was asked cannot be read. Not even the database is asked."""
    return _plain("400.html", 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: this person may not see it."""
    return _plain("403.html", 403)


def server_error(request: HttpRequest) -> HttpResponse:
    """503 with Retry-After where the database is busy or away, else 500.

    Called by Django while it handles the exception, wherever it was raised: in a view, a template
    or a middleware.
    """
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        response = _plain("503.html", 503)
        response.headers["Retry-After"] = str(RETRY_AFTER)
        return response
    return _plain("500.html", 500)


def _plain(template: str, status: int) -> HttpResponse:
    """A page that asks nothing of the database, and of the templates only if they are well."""
    try:
        return HttpResponse(render_to_string(template), status=status)
    except Exception:
        logger.exception("The page for status %s cannot be rendered", status)
        return HttpResponse("Có lỗi ở phía tòa soạn.", "text/plain; charset=utf-8", status)
