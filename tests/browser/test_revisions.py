"""Two revisions are chosen and compared by keyboard alone; one is named and found again."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from articles.actions.saving import create, save
from articles.models import User
from tests.desk import address, newest
from tests.factories import make_draft


@pytest.fixture
def article(desk):
    """Six saves by one person in one sitting; the newest one is the working copy."""
    by = User.objects.get(username="managing_editor")
    article = create(make_draft(title="Bản 1", body="<p>Nước lên ba mét.</p>"), by=by)
    for number in range(2, 7):
        text = f"<p>Nước lên {number} mét.</p>"
        draft = replace(newest(article), title=f"Bản {number}", body=text)
        article = save(article, draft, by=by, base_version=article.version)
    return article


def tab_to(page, selector: str) -> None:
    """Press Tab until the element has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never comes to {selector}")


def choose_by_keyboard(desk, article) -> None:
    """From the list, whose run is closed, to the comparison of revisions 2 and 5."""
    desk.goto(f"{desk.server}{address('revisions', article.pk)}")
    second = desk.locator(".revision-list input[name=from][value='2']")
    expect(second).to_be_hidden()
    tab_to(desk, ".revision-list summary")
    desk.keyboard.press("Enter")
    expect(second).to_be_visible()
    # Tab comes to the chosen one of each column, arrows go through it.
    tab_to(desk, "input[name=from]:checked")
    while not second.is_checked():
        desk.keyboard.press("ArrowDown")
    tab_to(desk, "input[name=to]:checked")
    while not desk.locator("input[name=to][value='5']").is_checked():
        desk.keyboard.press("ArrowDown")
    with desk.expect_navigation():
        desk.keyboard.press("Enter")


def test_two_revisions_are_chosen_and_compared_by_keyboard(desk, article):
    choose_by_keyboard(desk, article)
    where, _mark, query = desk.url.partition("?")
    assert where == f"{desk.server}{address('compare', article.pk)}"
    assert sorted(query.split("&")) == ["from=2", "to=5"]
    title = desk.locator("[data-part=title]")
    expect(title.locator("del")).to_contain_text("2")
    expect(title.locator("ins")).to_contain_text("5")
    expect(desk.locator(".compared-row[data-what=changed]")).to_have_count(1)
    # What is only spoken is not seen, and the marks differ in more than colour.
    shapes = desk.evaluate(
        """["ins", "del"].map(name => {
            const style = getComputedStyle(document.querySelector(`.compared ${name}`));
            return `${style.textDecorationLine} ${style.borderBottomStyle}`;
        })"""
    )
    assert shapes == ["none solid", "line-through none"]


def test_a_revision_is_named_where_it_is_read_and_found_by_its_name(desk, article):
    desk.goto(f"{desk.server}{address('revision', article.pk, 3)}")
    field = desk.locator("#id_revision_name")
    field.fill("Trước khi cắt")
    with desk.expect_navigation():
        field.press("Enter")
    expect(desk.locator(".messagelist .success")).to_be_visible()
    desk.goto(f"{desk.server}{address('revisions', article.pk)}")
    # Named, it stands beside the run that it was folded into.
    expect(desk.get_by_role("link", name="Trước khi cắt")).to_be_visible()
