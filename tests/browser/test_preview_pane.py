"""The readers' page beside the text: what is typed stands in it, and the text is left in peace."""

import pytest
from playwright.sync_api import expect

from articles.models import Activity
from tests.browser.editing import TEXT, open_article
from tests.factories import make_article

TOGGLE, PANE, SHOWN = "[data-preview-toggle]", "[data-preview-pane]", "iframe.is-shown"
PHONE, DESKTOP = "[data-width='390']", "[data-width='1280']"


@pytest.fixture
def written(desk):
    """An article's form on a wide screen, the preview beside it, the caret in the title."""
    desk.set_viewport_size({"width": 1440, "height": 900})
    open_article(desk, make_article(title="Nước rút", body="<p>Một đoạn.</p>" * 60))
    assert desk.locator("iframe").count() == 0
    desk.locator("#id_title").focus()
    desk.keyboard.press("Alt+b")
    expect(headline(desk)).to_have_text("Nước rút")
    return desk


def headline(desk):
    return desk.frame_locator(SHOWN).locator("h1")


def inside(desk, script):
    return desk.locator(SHOWN).evaluate(f"(frame) => frame.contentWindow.{script}")


def test_what_is_typed_is_seen_as_on_a_phone_and_as_on_a_desktop(written):
    last = Activity.objects.count()
    expect(written.locator("#id_title")).to_be_focused()
    written.keyboard.press("End")
    written.keyboard.type(", cả thôn vét bùn")
    expect(headline(written)).to_have_text("Nước rút, cả thôn vét bùn")
    expect(written.locator("#id_title")).to_be_focused()
    assert inside(written, "innerWidth") == 390
    written.locator(DESKTOP).click()
    expect(written.locator(DESKTOP)).to_have_attribute("aria-pressed", "true")
    assert inside(written, "innerWidth") == 1280
    pane, frame = written.locator(PANE).bounding_box(), written.locator(SHOWN).bounding_box()
    assert frame["width"] <= pane["width"]
    # Beside the text, not over it.
    text = written.locator(TEXT).bounding_box()
    assert text["x"] + text["width"] <= pane["x"]
    written.locator(f"{TEXT} > p").first.click()
    written.keyboard.press("Home")
    written.keyboard.type("Bùn. ")
    expect(written.frame_locator(SHOWN).locator("article p", has_text="Bùn.")).to_be_visible()
    assert inside(written, "innerWidth") == 1280
    assert Activity.objects.count() == last


def test_the_page_stays_where_it_was_scrolled_to_and_the_way_back_is_the_same(written):
    before = written.evaluate("history.length")
    inside(written, "scrollTo(0, 700)")
    written.locator("#id_title").fill("Nước lên")
    expect(headline(written)).to_have_text("Nước lên")
    assert inside(written, "scrollY") == 700
    expect(written.locator("iframe")).to_have_count(1)
    assert written.evaluate("history.length") == before


def test_why_there_is_no_page_is_said_in_the_pane(written):
    written.locator("#id_title").fill("")
    expect(written.frame_locator(SHOWN).locator(".problems li")).to_be_visible()
    expect(written.frame_locator(SHOWN).locator("#header")).to_have_count(0)
    written.locator("#id_title").fill("Có tít")
    expect(headline(written)).to_have_text("Có tít")


def test_escape_closes_it_from_the_text_and_from_the_page_and_nothing_typed_is_lost(written):
    written.locator("#id_title").fill("Còn nguyên")
    written.locator("#id_title").press("Escape")
    expect(written.locator(PANE)).to_be_hidden()
    expect(written.locator("#id_title")).to_be_focused()
    expect(written.locator("iframe")).to_have_count(0)
    written.keyboard.press("Alt+b")
    expect(headline(written)).to_have_text("Còn nguyên")
    headline(written).click()
    written.keyboard.press("Escape")
    expect(written.locator(PANE)).to_be_hidden()
    expect(written.locator("#id_title")).to_be_focused()
    expect(written.locator("#id_title")).to_have_value("Còn nguyên")


def test_no_key_closes_it_and_no_page_is_asked_for_while_a_letter_is_composed(written):
    written.evaluate("""document.dispatchEvent(new KeyboardEvent("keydown",
        {key: "Escape", bubbles: true, isComposing: true}))""")
    expect(written.locator(PANE)).to_be_visible()
    asked = []
    written.on("request", lambda request: asked.append(request.url))
    title = written.locator("#id_title")
    title.dispatch_event("compositionstart")
    title.fill("Tiê")
    # It is kept meanwhile, which takes three times the pause after which the pane would ask.
    with written.expect_response("**/pulse/"):
        pass
    assert not [url for url in asked if url.endswith("/preview/")]
    title.dispatch_event("compositionend")
    title.fill("Tiếng")
    expect(headline(written)).to_have_text("Tiếng")


def test_where_there_is_no_room_it_stands_over_the_text_and_gives_the_keyboard_back(desk):
    desk.set_viewport_size({"width": 768, "height": 1024})
    open_article(desk, make_article(title="Nước rút"))
    desk.locator(TOGGLE).click()
    expect(headline(desk)).to_have_text("Nước rút")
    expect(desk.locator("[data-preview-close]")).to_be_focused()
    assert desk.locator(PANE).bounding_box() == {"x": 0, "y": 0, "width": 768, "height": 1024}
    assert desk.locator("[data-article-form]").evaluate("(form) => form.inert")
    with desk.context.expect_page() as opened:
        desk.locator("[data-preview-tab]").click()
    expect(opened.value.locator("h1")).to_have_text("Nước rút")
    opened.value.close()
    desk.locator("[data-preview-close]").focus()
    desk.keyboard.press("Escape")
    expect(desk.locator(TOGGLE)).to_be_focused()
    assert not desk.locator("[data-article-form]").evaluate("(form) => form.inert")


def test_without_a_network_the_page_before_stays_and_it_is_said(written):
    written.context.set_offline(True)
    written.locator("#id_title").fill("Viết trong hầm")
    expect(written.locator("[data-preview-said]")).not_to_be_empty()
    expect(headline(written)).to_have_text("Nước rút")
    written.context.set_offline(False)
    written.locator("#id_title").fill("Ra khỏi hầm")
    expect(headline(written)).to_have_text("Ra khỏi hầm")
    expect(written.locator("[data-preview-said]")).to_be_empty()


def test_it_stands_open_after_saving_and_takes_the_keyboard_from_nobody(written):
    written.locator("#id_title").fill("Nước rút hẳn")
    with written.expect_navigation():
        written.locator("[name=_save]").click()
    expect(headline(written)).to_have_text("Nước rút hẳn")
    assert written.evaluate("document.activeElement === document.body")
