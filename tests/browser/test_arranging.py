"""The front page's lists in a browser: dragged by the handle, moved by keyboard, chosen by typing."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.actions.placing import place
from tests.factories import make_published

pytestmark = pytest.mark.django_db(transaction=True)

PAGE = reverse("admin:articles_placement_changelist")


@pytest.fixture
def arranged(desk):
    """Nổi bật with A, B and C, opened."""
    for title in "ABC":
        place(make_published(title=title).article, "noi-bat", by=None)
    desk.goto(desk.server + PAGE)
    return desk


def order(desk):
    return desk.locator("#noi-bat [data-slot] h3")


def test_a_row_dropped_on_the_first_place_stands_first_and_comes_back_by_undoing(arranged):
    rows = arranged.locator("#noi-bat [data-row]")
    with arranged.expect_navigation():
        rows.nth(2).locator("[data-handle]").drag_to(
            rows.nth(0), target_position={"x": 100, "y": 4}
        )
    expect(order(arranged)).to_have_text(["C", "A", "B"])
    with arranged.expect_navigation():
        arranged.locator("#noi-bat .last-change button").click()
    expect(order(arranged)).to_have_text(["A", "B", "C"])


def test_a_row_dropped_where_it_was_sends_nothing(arranged):
    rows = arranged.locator("#noi-bat [data-row]")
    rows.nth(1).locator("[data-handle]").drag_to(rows.nth(1))
    expect(order(arranged)).to_have_text(["A", "B", "C"])
    expect(arranged.locator(".messagelist")).to_have_count(0)


def test_pressing_the_same_key_again_moves_it_further(arranged):
    last = arranged.locator("#noi-bat [data-row]").nth(2)
    last.locator("[data-move] button").focus()
    for after in (["A", "C", "B"], ["C", "A", "B"]):
        with arranged.expect_navigation():
            arranged.keyboard.press("Enter")
        expect(order(arranged)).to_have_text(after)
    # It is the first now: the focus is on the way down.
    with arranged.expect_navigation():
        arranged.keyboard.press("Enter")
    expect(order(arranged)).to_have_text(["A", "C", "B"])


def test_an_article_is_chosen_by_typing_without_accents(arranged):
    make_published(title="Nước lên ở Cồn Thủy")
    field = arranged.locator("#dung-bo-lo-article")
    field.press_sequentially("con thuy")
    expect(arranged.locator("[role=option]")).to_have_count(1)
    field.press("ArrowDown")
    field.press("Enter")
    with arranged.expect_navigation():
        field.press("Enter")
    expect(arranged.locator("#dung-bo-lo [data-slot] h3")).to_have_text("Nước lên ở Cồn Thủy")
