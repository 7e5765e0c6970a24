"""A real browser for the tests in tests/browser, through Playwright.

A test asks for `page`, and for `live_server` to have something to look at. It fails when a script
on the page throws, when the server answers 5xx, when the content security policy refuses something,
or when the page asks another host than this machine for anything.
"""

import os
from urllib.parse import urlsplit

import pytest
from django.db import connections
from playwright.sync_api import sync_playwright

from tests.services import chromium


@pytest.fixture(scope="session")
def browser():
    """Chromium, started once for each test process."""
    # Playwright's synchronous calls run an event loop in this thread, beside which Django refuses
    # to use the database; here nothing else runs in that loop.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium.find(), args=chromium.ARGUMENTS
        )
        yield started
        started.close()
        # Beside the loop this thread has had a connection of its own; it would keep PostgreSQL
        # from dropping the database.
        connections.close_all()


@pytest.fixture
def context(browser):
    """A reader in Vietnam who has never been here."""
    opened = browser.new_context(locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh")
    opened.set_default_timeout(10_000)
    yield opened
    opened.close()


@pytest.fixture
def page(context):
    """A tab; what goes wrong in it unseen fails the test at its end."""
    opened = context.new_page()
    problems = watch(opened)
    yield opened
    assert not problems


def watch(page) -> list[str]:
    """A list that fills with what goes wrong in `page` from now on."""
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(f"a script failed: {error}"))
    page.on("console", lambda message: _note_refusal(message, problems))
    page.on("request", lambda request: _note_stranger(request, problems))
    page.on("response", lambda response: _note_failure(response, problems))
    return problems


def _note_refusal(message, problems: list[str]) -> None:
    if message.type == "error" and "Content Security Policy" in message.text:
        problems.append(message.text)


def _note_failure(response, problems: list[str]) -> None:
    if response.status >= 500:
        problems.append(f"the server answered {response.status}: {response.url}")


def _note_stranger(request, problems: list[str]) -> None:
    address = urlsplit(request.url)
    if address.hostname and address.hostname not in {"localhost", "127.0.0.1", "::1"}:
        problems.append(f"asked another host: {request.url}")
