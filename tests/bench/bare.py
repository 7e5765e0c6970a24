"""The yardstick: a Django whose one view answers `ok`.

`gunicorn --config python:tests.bench.bare_gunicorn tests.bench.bare` has the middleware that `startproject`
gives; with BARE=none it has none at all, with BARE=ours the paper's own.
"""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

STOCK = ("admin", "auth", "contenttypes", "sessions", "messages")
VALUES = {
    "ALLOWED_HOSTS": ["127.0.0.1"],
    "SECRET_KEY": "bare",
    "INSTALLED_APPS": [f"django.contrib.{name}" for name in STOCK],
    "MIDDLEWARE": [
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ],
}
match os.environ.get("BARE"):
    case "none":
        VALUES["MIDDLEWARE"] = []
    case "ours":
        from newsroom import settings as ours

        VALUES = {name: getattr(ours, name) for name in dir(ours) if name.isupper()}
settings.configure(**VALUES | {"ROOT_URLCONF": __name__})


def ok(request: HttpRequest) -> HttpResponse:
    """Two letters."""
    return HttpResponse("ok")


urlpatterns = [path("", ok)]
application = get_wsgi_application()
