"""A reader writes, a moderator decides, the reader reads: in a browser, without script."""

import pytest
from playwright.sync_api import expect

from articles.comments.models import Comment, Status
from articles.models import Activity
from tests.browser.fixtures import watch
from tests.cast import PASSWORD, make_cast
from tests.comment_factories import make_approved, make_waiting
from tests.factories import make_published

QUEUE = "/toa-soan/comments/comment/"
PATIENCE = 1100  # ms: a form sent faster than a person reads is shown again


@pytest.fixture
def publication(live_server):
    return make_published(title="Bến sớm lúc ba giờ sáng")


@pytest.fixture
def plain(browser):
    """A reader whose browser runs no script."""
    context = browser.new_context(java_script_enabled=False, locale="vi-VN")
    context.set_default_timeout(10_000)
    opened = context.new_page()
    problems = watch(opened)
    yield opened
    context.close()
    assert not problems


def write(page, body: str) -> None:
    page.get_by_label("Bình luận", exact=True).fill(body)
    page.get_by_label("Tên hiển thị").fill("Tư Ghềnh")
    page.get_by_label("E-mail").fill("tu@thu.example")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Gửi").click()


def sign_in(page, live_server) -> None:
    page.goto(f"{live_server.url}{QUEUE}")
    page.locator("[name=username]").fill("comment_moderator")
    page.locator("[name=password]").fill(PASSWORD)
    # Until the list has loaded, nobody listens to its box that ticks all.
    with page.expect_navigation(url=f"**{QUEUE}"):
        page.locator("[type=submit]").click()


def test_a_reader_writes_and_reads_it_once_it_is_approved(live_server, publication, plain):
    cast = make_cast()
    address = f"{live_server.url}{publication.get_absolute_url()}"
    plain.goto(address)
    heading = plain.locator(".comments__title")
    expect(heading).to_have_text("(0) Bình luận")
    assert heading.inner_text() == "(0) Bình luận"
    expect(plain.get_by_role("checkbox")).not_to_be_checked()
    expect(plain.locator("[name=website]")).not_to_be_in_viewport()

    write(plain, "Bài hay, “đọc” mà thấm.\n\nCảm ơn <tòa soạn>!")
    expect(plain.get_by_role("heading", level=1)).to_have_text("Xem lại bình luận")
    plain.wait_for_timeout(PATIENCE)
    plain.get_by_role("button", name="Xác nhận và gửi").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Cảm ơn bạn")
    plain.reload()
    assert Comment.objects.count() == 1
    plain.get_by_role("link", name="Trở lại bài").click()
    expect(heading).to_have_text("(0) Bình luận")

    sign_in(plain, live_server)
    plain.locator(".decide__approve").click()
    expect(plain.locator(".messagelist")).to_contain_text("1")
    assert Activity.objects.get(act="approve_comment").actor == cast.comment_moderator

    plain.goto(address)
    expect(heading).to_have_text("(1) Bình luận")
    text = plain.locator(".comment__text").inner_text()
    assert text.split("\n") == ["Bài hay, “đọc” mà thấm.", "", "Cảm ơn <tòa soạn>!"]


def test_a_reply_is_written_from_the_link_beside_a_comment(live_server, publication, plain):
    thread = make_approved(publication, name="Chủ Thớt")
    plain.goto(f"{live_server.url}{publication.get_absolute_url()}")
    plain.get_by_role("link", name="Trả lời Chủ Thớt").click()
    expect(plain.locator(".comment--answered")).to_contain_text(thread.body)
    write(plain, "Tôi cũng nghĩ vậy.")
    plain.wait_for_timeout(PATIENCE)
    plain.get_by_role("button", name="Xác nhận và gửi").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Cảm ơn bạn")
    assert Comment.objects.get(parent=thread).body == "Tôi cũng nghĩ vậy."


def test_a_form_on_another_site_is_refused(live_server, publication, page):
    action = f"{live_server.url}/{publication.article_id}/binh-luan/"
    page.set_content(f'<form method="post" action="{action}"><button>Gửi</button></form>')
    page.get_by_role("button").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Không nhận được bình luận")


def test_a_moderator_rejects_in_bulk_and_gives_one_reason(live_server, publication, page):
    make_cast()
    for _ in range(3):
        make_waiting(publication)
    sign_in(page, live_server)
    page.locator("#action-toggle").check()
    page.locator("[name=action]").select_option("reject")
    page.locator("[name=index]").click()
    expect(page.locator(".chosen li")).to_have_count(3)
    page.locator("[name=reason][value=spam]").check()
    page.locator("[name=note]").fill("Cùng một người gửi.")
    page.locator(".reason button").click()
    expect(page.locator(".empty")).to_be_visible()
    assert Comment.objects.filter(status=Status.REJECTED, reason_code="spam").count() == 3
    notes = Activity.objects.filter(act="reject_comment").values_list("data__note", flat=True)
    assert list(notes) == ["Cùng một người gửi."] * 3


def test_a_moderator_rejects_one_from_its_row(live_server, publication, page):
    make_cast()
    first, second = make_waiting(publication), make_waiting(publication)
    sign_in(page, live_server)
    row = page.locator("#result_list tbody tr").nth(1)
    row.locator("[name=reason]").select_option("off_topic")
    row.locator("summary").click()
    row.locator("textarea").fill("Lạc đề.")
    row.locator(".decide__reject").click()
    expect(page.locator("#result_list tbody tr")).to_have_count(1)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, second.status) == (Status.PENDING, Status.REJECTED)
    assert Activity.objects.get(act="reject_comment").data["note"] == "Lạc đề."
