"""What a narrow screen must not take from the desk: its rooms, and tags to be read whole."""

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.desk import address

FINGER = 44  # CSS pixels, as the art direction has it; WCAG 2.2 asks for 24
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def phone(desk):
    desk.set_viewport_size(PHONE)
    return desk


def heights(locator) -> list[float]:
    return [each.bounding_box()["height"] for each in locator.all() if each.is_visible()]


def test_the_head_is_one_line_that_leads_to_every_room(phone):
    phone.goto(f"{phone.server}/toa-soan/")
    rooms = phone.locator(".rooms a").evaluate_all("links => links.map((link) => link.href)")
    assert len(rooms) > 5
    assert max(heights(phone.locator("#header"))) < 1.5 * FINGER
    phone.locator(".rooms-menu summary").focus()
    phone.keyboard.press("Enter")
    offered = phone.locator(".rooms-menu a")
    expect(offered.first).to_be_visible()
    assert offered.evaluate_all("links => links.map((link) => link.href)") == rooms
    phone.keyboard.press("Tab")
    expect(offered.first).to_be_focused()
    assert min(heights(phone.locator("#header").locator("a, summary"))) >= FINGER


def test_the_head_of_a_wide_screen_shows_its_rooms_at_once(desk):
    desk.goto(f"{desk.server}/toa-soan/")
    expect(desk.locator(".rooms a").first).to_be_visible()
    expect(desk.locator(".rooms-menu summary")).to_be_hidden()


def test_many_tags_are_read_whole(phone):
    tags = tuple(f"Từ khóa khá dài thứ {number}" for number in range(6))
    article = factories.make_article(tags=tags)
    phone.goto(f"{phone.server}{address('change', article.pk)}")
    field = phone.locator("#id_tags")
    expect(field).to_have_value(", ".join(tags))
    hidden = (
        "field => [field.scrollWidth - field.clientWidth, field.scrollHeight - field.clientHeight]"
    )
    assert field.evaluate(hidden) == [0, 0]
    assert field.bounding_box()["height"] > FINGER


def test_over_a_long_text_only_the_buttons_that_save_stay_in_sight(phone):
    article = factories.make_article(body="<p>Một đoạn của bài dài.</p>" * 60)
    phone.goto(f"{phone.server}{address('change', article.pk)}")
    phone.locator("#id_dateline").scroll_into_view_if_needed()
    expect(phone.locator("[data-save]")).to_be_in_viewport()
    expect(phone.locator("[data-preview]")).not_to_be_in_viewport()
    taken = phone.locator(".save:not(.save-looks)").bounding_box()
    assert taken["y"] == 0 and taken["height"] < PHONE["height"] / 6
