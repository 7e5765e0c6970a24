"""The desk's keys: what their list says, and nothing while somebody writes or composes."""

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from tests import factories
from tests.browser.editing import TEXT
from tests.cast import make_cast
from tests.desk import address, newest


@pytest.fixture
def desk(context, live_server, page):
    """The managing editor's tab."""
    client = Client()
    client.force_login(make_cast().managing_editor, backend="articles.accounts.DeskBackend")
    name = settings.SESSION_COOKIE_NAME
    cookie = {"name": name, "value": client.cookies[name].value}
    context.add_cookies([cookie | {"url": f"{live_server.url}{settings.SESSION_COOKIE_PATH}"}])
    page.server = live_server.url
    page.goto(f"{live_server.url}/toa-soan/")
    return page


def test_every_key_of_the_list_leads_where_it_says(desk):
    articles = address("changelist")
    for keys, arrives in (
        ("n", address("add")),
        ("g b", articles),
        ("g a", "/toa-soan/articles/image/"),
        ("g l", "/toa-soan/comments/comment/"),
        ("g d", "/toa-soan/"),
        ("/", f"{articles}#searchbar"),
    ):
        # A new article's page begins in its title.
        desk.locator("body").evaluate("() => document.activeElement.blur()")
        with desk.expect_navigation():
            for key in keys.split():
                desk.keyboard.press(key)
        assert desk.url == f"{desk.server}{arrives}"
    expect(desk.locator("#searchbar")).to_be_focused()


def test_the_list_opens_by_its_key_and_closes_by_escape(desk):
    listed = desk.locator("[data-shortcuts]")
    desk.keyboard.press("?")
    expect(listed).to_be_visible()
    # Nothing is written here: its keys are not offered.
    expect(listed.locator("[data-keys='ctrl+s']")).to_be_hidden()
    desk.keyboard.press("n")
    desk.keyboard.press("Escape")
    expect(listed).to_be_hidden()
    desk.locator(".person summary").click()
    desk.locator("[data-shortcuts-open]").click()
    expect(listed).to_be_visible()
    listed.locator("[data-shortcuts-close]").click()
    expect(listed).to_be_hidden()
    assert desk.url == f"{desk.server}/toa-soan/"


def test_keys_of_one_letter_can_be_switched_off(desk):
    desk.keyboard.press("?")
    desk.locator("[data-shortcuts-letters]").uncheck()
    desk.keyboard.press("Escape")
    desk.keyboard.press("n")
    desk.keyboard.press("?")
    expect(desk.locator("[data-shortcuts]")).to_be_hidden()
    desk.keyboard.press("Control+/")
    expect(desk.locator("[data-shortcuts]")).to_be_visible()
    assert desk.url == f"{desk.server}/toa-soan/"


def test_while_writing_letters_are_text_and_the_keys_with_control_work(desk, context):
    article = factories.make_article(title="Tít", body="<p>Thân.</p>")
    desk.goto(f"{desk.server}{address('change', article.pk)}")
    expect(desk.locator(TEXT)).to_be_visible()
    desk.locator(f"{TEXT} > p").click()
    desk.keyboard.press("End")
    desk.keyboard.type(" n/?gd")
    expect(desk.locator(TEXT)).to_contain_text("Thân. n/?gd")
    with context.expect_page() as opened:
        desk.keyboard.press("Alt+p")
    expect(opened.value.locator("h1")).to_have_text("Tít")
    opened.value.close()
    desk.keyboard.press("Control+Enter")
    focused = desk.evaluate("document.activeElement.name")
    assert focused in ("_submit", "_forward", "_publish")
    assert newest(article).body == "<p>Thân.</p>"
    desk.keyboard.press("Control+s")
    expect(desk.locator(".messagelist .success")).to_be_visible()
    assert newest(article).body == "<p>Thân. n/?gd</p>"


@pytest.mark.parametrize("composing", [{"isComposing": True}, {"keyCode": 229}])
@pytest.mark.parametrize("keys", [{"key": "n"}, {"key": "?"}, {"key": "/", "ctrlKey": True}])
def test_no_key_does_anything_while_a_letter_is_composed(desk, keys, composing):
    prevented = desk.evaluate(
        """(how) => {
            const event = new KeyboardEvent("keydown", {bubbles: true, cancelable: true, ...how});
            document.body.dispatchEvent(event);
            return event.defaultPrevented;
        }""",
        keys | composing,
    )
    assert prevented is False
    expect(desk.locator("[data-shortcuts]")).to_be_hidden()
