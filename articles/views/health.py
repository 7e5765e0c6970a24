"""For the machines that watch the paper: does the process live, and can it serve?"""

import os

from django.core.files.storage import default_storage
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from ..models import Masthead


@csrf_exempt
@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers. No more is asked: a database that is away is no reason to kill it."""
    return _line("ok")


@csrf_exempt
@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """503, naming what is missing, while the database or the pictures cannot be read."""
    parts = {"database": _database_answers, "storage": _storage_answers}
    missing = [name for name, answers in parts.items() if not answers()]
    return _line(f"not ready: {', '.join(missing)}", 503) if missing else _line("ok")


def _database_answers() -> bool:
    """It does, and its tables are there."""
    try:
        Masthead.current()
    except DatabaseError:
        return False
    return True


def _storage_answers() -> bool:
    """Published pictures can be looked for."""
    try:
        folder = default_storage.path("")
    except NotImplementedError:  # no folder of this machine: ask for a file that need not be there
        try:
            default_storage.exists("readyz")
        except Exception:  # whatever the client of that storage raises
            return False
        return True
    return os.access(folder, os.R_OK | os.X_OK)


def _line(text: str, status: int = 200) -> HttpResponse:
    return HttpResponse(f"{text}\n", "text/plain; charset=utf-8", status)
