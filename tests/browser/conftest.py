"""What tests in a browser start with."""

import pytest
from django.test import Client
from pytest_django.live_server_helper import LiveServer

from articles.structure import Role
from tests.cast import make_person


@pytest.fixture(scope="session")
def live_server(django_db_setup):
    """A server that begins after the test database has become a file.

    pytest-django's own may begin before, takes the database for one in memory, and lets all threads
    share a connection.
    """
    server = LiveServer("localhost")
    yield server
    server.stop()


@pytest.fixture
def desk(live_server, settings, own_site, page):
    """The managing editor's tab, signed in; static files are collected and hashed, DEBUG is off."""
    settings.STATIC_ROOT = str(own_site.folder / "static")
    hashed = {"BACKEND": "newsroom.staticfiles.HashedStaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": hashed}
    client = Client()
    client.force_login(make_person("managing_editor", Role.MANAGING_EDITOR))
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
    )
    page.server = live_server.url
    return page
