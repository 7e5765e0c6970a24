"""The WSGI entry point that gunicorn loads: the page store, and Django behind it."""

import os
from wsgiref.types import WSGIApplication

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")


def _application() -> WSGIApplication:
    django = get_wsgi_application()
    if settings.PAGES_CACHE_URL == "off":
        return django
    from .pagestore.build import build_id
    from .pagestore.wsgi import StoredPages

    here = settings.BASE_DIR
    build = build_id(
        [
            *(here / name for name in ("newsroom", "articles", "templates", "requirements.txt")),
            here / settings.STATIC_ROOT / "staticfiles.json",
        ],
        settings.SITE_URL,
        settings.ALLOWED_HOSTS,
        [settings.DATABASES["default"].get(part) for part in ("HOST", "PORT", "NAME")],
    )
    return StoredPages(django, build=build, offline_seconds=settings.PAGES_OFFLINE_SECONDS)


application = _application()
