"""The site is whole without JavaScript, and whole without a mouse."""

import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import resolve
from playwright.sync_api import expect

from articles.actions.placing import place
from articles.comments.models import Comment
from articles.models import PublishedArticle, Slot
from tests.checks.crawl import Answer, crawl
from tests.comment_factories import make_approved
from tests.factories import figure, make_author, make_image, make_published, make_section

PATIENCE = 1100  # ms: a form sent faster than a person reads is shown again


@pytest.fixture
def article(live_server) -> PublishedArticle:
    """An article with everything, in a paper that has something on every kind of page."""
    for app in ("articles", "comments"):
        shutil.copytree(
            Path(finders.find(app)), Path(settings.STATIC_ROOT) / app, dirs_exist_ok=True
        )
    parent = make_section("Đời sống", slug="doi-song")
    section = make_section("Sức khỏe", slug="suc-khoe", parent=parent)
    author, image = make_author("Nguyệt Hòa"), make_image()
    table = "<table><tbody><tr><td>Một</td><td>Hai</td></tr></tbody></table>"
    for slot in Slot:
        place(make_published(section=section, body=figure(image)).article, slot, by=None)
    for _ in range(22):
        article = make_published(
            section=section,
            authors=[author],
            tags=("mưa lũ",),
            body=figure(image) + f"<h2>Tít phụ</h2>{table}<p>Thân bài.</p>",
        )
    make_approved(article, parent=make_approved(article, name="Chủ Thớt"))
    return article


def a_page_of_each_kind() -> dict[str, str]:
    """Paths by the name of their address; older pages of a list are a kind of their own."""

    def fetch(path: str) -> Answer:
        response = Client().get(path)
        return Answer(response.status_code, response.headers["Content-Type"], b"".join(response))

    paths = sorted(crawl(fetch, settings.SITE_URL).pages)
    return {f"{resolve(path.split('?')[0]).url_name} {'?' in path}": path for path in paths}


# --- Without JavaScript -----------------------------------------------------------------------

# All that a reader sees: words, pictures, fields.
SEEN = """async () => {
    for (const each of document.images) each.loading = "eager";
    await Promise.all([...document.images].map(each => each.decode()));
    const visible = each => each.checkVisibility({visibilityProperty: true});
    const fields = [...document.querySelectorAll("input, textarea, button, img")];
    return document.body.innerText + fields.filter(visible).map(each => each.outerHTML).join("");
}"""


def test_every_page_shows_without_script_what_it_shows_with_it(article, live_server, browser):
    with_script = browser.new_context().new_page()
    without = browser.new_context(java_script_enabled=False).new_page()
    kinds = a_page_of_each_kind()
    assert len(kinds) > 15
    for kind, path in kinds.items():
        seen = []
        for page in (with_script, without):
            page.goto(live_server.url + path)
            # Buttons that only a script could serve are there only where it runs.
            page.evaluate("document.querySelector('.share-tools')?.remove()")
            seen.append(page.evaluate(SEEN))
        assert seen[0] == seen[1], kind
        assert without.get_by_role("heading", level=1).is_visible(), kind
    for page in (with_script, without):
        page.context.close()


# --- By keyboard alone ------------------------------------------------------------------------

STOP = """() => {
    const stop = document.activeElement;
    if (stop === document.body) return null;
    const box = stop.getBoundingClientRect(), style = getComputedStyle(stop);
    return {
        name: stop.textContent.trim() || stop.name,
        ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        seen: box.width > 0 && box.height > 0 && box.left >= 0 && box.right <= innerWidth
            && box.bottom > 0 && box.top < innerHeight,
    };
}"""
STOPS = """[...document.querySelectorAll("a[href], button, input, textarea, [tabindex='0']")]
    .filter(each => each.checkVisibility() && each.tabIndex >= 0 && each.type !== "hidden").length"""


def test_the_tab_key_reaches_everything_and_each_stop_can_be_seen(article, live_server, page):
    for path in ("/", article.section.get_absolute_url(), article.get_absolute_url()):
        page.goto(live_server.url + path)
        reached = []
        page.keyboard.press("Tab")
        while stop := page.evaluate(STOP):
            reached.append(stop)
            page.keyboard.press("Tab")
        assert len(reached) == page.evaluate(STOPS) > 10, path
        assert [stop for stop in reached if not (stop["ring"] and stop["seen"])] == [], path


def tab_to(page, selector: str) -> None:
    """Press Tab until the element has the focus."""
    for _ in range(100):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never comes to {selector}")


def test_by_keyboard_one_reads_an_article_and_sends_a_comment(article, live_server, page):
    page.goto(live_server.url)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
    title = page.locator(".lead h2").inner_text()
    tab_to(page, ".lead h2 a")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    tab_to(page, "textarea")
    page.keyboard.type("Bài hay, đọc mà thấm.")
    page.keyboard.press("Tab")
    page.keyboard.type("Tư Ghềnh")
    page.keyboard.press("Tab")
    page.keyboard.type("tu@thu.example")
    tab_to(page, "[type=checkbox]")
    page.keyboard.press("Space")
    tab_to(page, ".comment-form button")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Xem lại bình luận")
    page.wait_for_timeout(PATIENCE)
    tab_to(page, ".comment-form button")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Cảm ơn bạn")
    assert Comment.objects.latest("pk").body == "Bài hay, đọc mà thấm."
