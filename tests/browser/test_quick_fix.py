"""Mending a slip by marking it: what is marked is what the form says, and what readers get."""

import pytest
from playwright.sync_api import expect

from articles.models import Activity, PublishedArticle
from tests.browser.people import Person
from tests.cast import make_cast
from tests.desk import address
from tests.factories import make_published

TWICE = "Xã Đông Hải và xã Đông Hải."
PASSAGE, WORDS = "#id_passage", "#id_words"
# Mark `passage` where it stands for the nth time in a line, and let the button go, as a mouse does.
MARK = """(line, [passage, nth]) => {
    const text = line.firstChild;
    let start = -1;
    for (let seen = 0; seen <= nth; seen += 1) start = text.data.indexOf(passage, start + 1);
    getSelection().setBaseAndExtent(text, start, text, start + passage.length);
    line.dispatchEvent(new MouseEvent("mouseup", {bubbles: true}));
}"""


@pytest.fixture
def editor(browser, live_server):
    """The managing editor at the quick fix of an article that readers have."""
    row = make_published(title="Lủ về bản", sapo="Nước dâng.", body=f"<p>{TWICE}</p><p>Hết.</p>")
    person = Person(browser, live_server.url, make_cast().managing_editor)
    person.row = row
    person.open(address("quick-fix", row.article_id))
    yield person
    person.context.close()
    assert not person.problems


def line(editor, kind: str, nth: int = 0):
    return editor.page.locator(f"[data-live-text] [data-kind={kind}]").nth(nth)


def mend(editor, words: str) -> PublishedArticle:
    editor.page.locator(WORDS).fill(words)
    editor.press(".verb-go button")
    return PublishedArticle.objects.visible().get(article=editor.row.article_id)


def test_a_word_is_marked_changed_and_read(editor):
    line(editor, "title").dblclick(position={"x": 5, "y": 10})
    expect(editor.page.locator(PASSAGE)).to_have_value("Lủ")
    # What is marked stands in both fields; one goes on typing in the second.
    expect(editor.page.locator(WORDS)).to_have_value("Lủ")
    expect(editor.page.locator(WORDS)).to_be_focused()
    mend(editor, "Lũ")
    editor.open(f"/{editor.row.article_id}")
    expect(editor.page.locator("h1")).to_have_text("Lũ về bản")


def test_the_place_that_is_marked_is_the_one_that_changes(editor):
    line(editor, "body").evaluate(MARK, ["Đông Hải", 1])
    assert mend(editor, "Đông Hà").body.html.count("Xã Đông Hải và xã Đông Hà.") == 1


def test_three_clicks_mark_a_line_and_no_more(editor):
    line(editor, "body").click(click_count=3)
    expect(editor.page.locator(PASSAGE)).to_have_value(TWICE)


def test_what_goes_on_into_another_line_is_not_taken(editor):
    line(editor, "body").evaluate(
        """line => {
            getSelection().setBaseAndExtent(line.firstChild, 3, line.nextElementSibling.firstChild, 2);
            line.dispatchEvent(new MouseEvent("mouseup", {bubbles: true}));
        }"""
    )
    expect(editor.page.locator(PASSAGE)).to_have_value("")


def test_a_passage_typed_by_hand_forgets_the_place_that_was_marked(editor):
    """Then the desk asks which of the two is meant, and another marking answers it."""
    line(editor, "body").evaluate(MARK, ["Đông Hải", 0])
    editor.page.locator(PASSAGE).fill("xã Đông Hải")
    editor.page.locator(PASSAGE).fill("Đông Hải")
    editor.page.locator(WORDS).fill("Đông Hà")
    with editor.page.expect_navigation():
        editor.page.locator(".verb-go button").click()
    places = editor.page.locator("[name=place][type=radio]")
    expect(places).to_have_count(2)
    assert not Activity.objects.filter(act="quick_fix").exists()
    line(editor, "body").evaluate(MARK, ["Đông Hải", 1])
    expect(places).to_have_count(0)
    assert "Xã Đông Hải và xã Đông Hà." in mend(editor, "Đông Hà").body.html
