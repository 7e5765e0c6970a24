"""What tests in a browser start with."""

import threading

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


@pytest.fixture(autouse=True)
def _no_request_outlives_its_test():
    """Wait until the server has answered all: its tables are emptied next, and locks would meet.

    Browsers are closed by then, and with them the connections that a thread of the server each serves.
    """
    yield
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=20)
            assert not thread.is_alive(), "a browser is still connected after the test"


@pytest.fixture
def desk(live_server, settings, site_template, page):
    """The managing editor's tab, signed in; static files are collected and hashed, DEBUG is off."""
    settings.STATIC_ROOT = str(site_template.static)
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
