"""Writing without fear, in real browsers: crash, no network, signed out, two people at once."""

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from articles.models import Article, AutosavedDraft, Revision
from tests import factories
from tests.browser.editing import TEXT
from tests.browser.fixtures import watch
from tests.cast import PASSWORD, make_cast
from tests.desk import address, newest

SOON = 20_000  # milliseconds; an autosave waits for three seconds, and the machine may be busy
# An autosave thirty milliseconds after a letter.
HURRY = """window.setTimeout = ((set) => (act, wait, ...more) =>
    set(act, wait === 3000 ? 30 : wait, ...more))(setTimeout);"""


@pytest.fixture
def cast(live_server):
    return make_cast()


class Desk:
    """A browser of its own, in which one person has an article open."""

    def __init__(self, browser, server: str, person) -> None:
        self.server = server
        self.context = browser.new_context(locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh")
        self.context.set_default_timeout(SOON)
        client = Client()
        client.force_login(person, backend="articles.accounts.DeskBackend")
        name = settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": client.cookies[name].value}
        self.context.add_cookies([cookie | {"url": f"{server}{settings.SESSION_COOKIE_PATH}"}])
        self.new_page()

    def new_page(self) -> None:
        self.page = self.context.new_page()
        self.problems = watch(self.page)
        self.page.on("dialog", lambda dialog: dialog.accept())

    def open(self, article: Article | None) -> None:
        url = address("change", article.pk) if article else address("add")
        self.page.goto(f"{self.server}{url}")
        expect(self.page.locator(TEXT)).to_be_visible(timeout=SOON)

    def crash(self) -> None:
        """Close the page as a browser that dies does: nothing asks, nothing is sent."""
        self.page.close(run_before_unload=False)
        assert not self.problems
        self.new_page()

    def write(self, text: str) -> None:
        """Type a paragraph at the end of the text."""
        self.page.locator(f"{TEXT} > p").last.click()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.press("Enter")
        self.page.keyboard.type(text)

    def wait_for(self, state: str) -> None:
        """Until the page says that what is typed is kept, or where."""
        shown = self.page.locator(f"[data-keeping][data-state={state}] [data-keeping-words]")
        expect(shown).not_to_be_empty(timeout=SOON)

    def send(self) -> None:
        with self.page.expect_navigation():
            self.page.locator("[data-save]").click()

    def save(self) -> None:
        """Save; where somebody was quicker, keep every paragraph of both."""
        self.send()
        if self.page.locator(".conflict").count():
            for both in self.page.locator(".conflict [value=both]").all():
                both.check()
            with self.page.expect_navigation():
                self.page.locator("[name=_merge]").click()
            expect(self.page.locator(TEXT)).to_be_visible(timeout=SOON)
            self.send()
        expect(self.page.locator(".messagelist .success")).to_be_visible(timeout=SOON)

    def close(self) -> None:
        self.context.close()
        assert not self.problems


@pytest.fixture
def open_desk(browser, live_server):
    """Opens browsers and closes them."""
    opened = []

    def open_one(person) -> Desk:
        opened.append(Desk(browser, live_server.url, person))
        return opened[-1]

    yield open_one
    for desk in opened:
        desk.close()


# --- Found again ----------------------------------------------------------------------------------


def test_after_a_crash_the_text_is_found_and_saved(open_desk, cast):
    article = factories.make_article(title="Tít cũ", body="<p>Đã lưu.</p>")
    desk = open_desk(cast.editor)
    desk.open(article)
    desk.page.locator("#id_title").fill("Tít chưa lưu")
    desk.write("Đoạn chưa lưu.")
    desk.wait_for("kept")
    expect(desk.page.locator("[data-keeping-words]")).to_contain_text(":")
    desk.crash()
    desk.open(article)
    expect(desk.page.locator("#id_title")).to_have_value("Tít cũ")
    desk.page.locator(".unsaved a").last.click()
    expect(desk.page.locator(TEXT)).to_contain_text("Đoạn chưa lưu.", timeout=SOON)
    desk.save()
    assert newest(article).title == "Tít chưa lưu"
    assert newest(article).body.endswith("<p>Đoạn chưa lưu.</p>")
    assert desk.page.locator(".unsaved").count() == 0


def test_what_was_typed_without_a_network_is_found_after_a_crash(open_desk, cast):
    article = factories.make_article()
    desk = open_desk(cast.editor)
    desk.open(article)
    desk.context.set_offline(True)
    desk.page.locator("#id_title").fill("Gõ lúc mất mạng")
    desk.wait_for("offline")
    assert not AutosavedDraft.objects.exists()
    desk.crash()
    desk.context.set_offline(False)
    desk.open(article)
    desk.page.locator(".unsaved a").last.click()
    expect(desk.page.locator("#id_title")).to_have_value("Gõ lúc mất mạng", timeout=SOON)


def test_a_new_article_is_found_again_and_a_closed_tab_loses_no_letter(open_desk, cast):
    desk = open_desk(cast.reporter)
    desk.open(None)
    desk.page.locator("#id_title").fill("Bài mới chưa lưu")
    # Before the three seconds are over.
    desk.page.goto(f"{desk.server}{address('changelist')}")
    desk.open(None)
    expect(desk.page.locator(".unsaved")).to_contain_text("Bài mới chưa lưu", timeout=SOON)


@pytest.mark.parametrize("gone", [settings.SESSION_COOKIE_NAME, None], ids=["session", "cookies"])
def test_signed_out_one_signs_in_in_another_tab_and_loses_nothing(open_desk, cast, gone):
    article = factories.make_article()
    desk = open_desk(cast.editor)
    desk.open(article)
    desk.context.clear_cookies(name=gone)
    desk.page.locator("#id_title").fill("Gõ khi đã bị đăng xuất")
    desk.wait_for("signed-out")
    desk.page.locator("[data-save]").click()
    expect(desk.page.locator("#id_title")).to_have_value("Gõ khi đã bị đăng xuất")
    with desk.context.expect_page() as opened:
        desk.page.locator("[data-sign-in]").click()
    door = opened.value
    door.locator("[name=username]").fill("editor")
    door.locator("[name=password]").fill(PASSWORD)
    with door.expect_navigation():
        door.locator("#login-form button").click()
    door.close()
    desk.save()
    assert newest(article).title == "Gõ khi đã bị đăng xuất"


# --- Two people, one of them away -----------------------------------------------------------------


@pytest.mark.parametrize("tries_while_away", [False, True])
@pytest.mark.parametrize("away_saves_first", [False, True])
def test_two_write_at_once_and_nothing_is_lost(open_desk, cast, away_saves_first, tries_while_away):
    article = factories.make_article(title="Tít", body="<p>Đầu.</p>")
    away, here = open_desk(cast.editor), open_desk(cast.managing_editor)
    for desk in (away, here):
        desk.open(article)
    away.context.set_offline(True)
    away.write("Người đi xa viết.")
    away.page.locator("#id_sapo").fill("Sapo của người đi xa.")
    here.write("Người ở nhà viết.")
    here.page.locator("#id_title").fill("Tít của người ở nhà")
    away.wait_for("offline")
    if tries_while_away:
        away.page.locator("[data-save]").click()
        expect(away.page.locator(TEXT)).to_contain_text("Người đi xa viết.")
    if not away_saves_first:
        here.save()
    away.context.set_offline(False)
    away.save()
    if away_saves_first:
        here.save()
    body = newest(article).body
    assert "Người đi xa viết." in body and "Người ở nhà viết." in body
    ever = str([revision.content for revision in Revision.objects.filter(article=article)])
    for typed in ("Sapo của người đi xa.", "Tít của người ở nhà"):
        assert typed in ever
    # What was saved waits nowhere else.
    assert not AutosavedDraft.objects.filter(saved_as=None).exists()


@pytest.mark.parametrize("here_saves", [False, True])
def test_what_two_typed_and_never_saved_is_found_by_each_and_put_together(
    open_desk, cast, here_saves
):
    article = factories.make_article(title="Tít", body="<p>Đầu.</p>")
    away, here = open_desk(cast.editor), open_desk(cast.managing_editor)
    for desk in (away, here):
        desk.open(article)
    away.context.set_offline(True)
    away.write("Người đi xa viết.")
    here.write("Người ở nhà viết.")
    away.wait_for("offline")
    here.wait_for("kept")
    away.crash()
    if here_saves:
        here.save()
    else:
        here.crash()
    away.context.set_offline(False)
    for desk, own in ((away, "Người đi xa viết."), (here, "Người ở nhà viết.")):
        if desk is here and here_saves:
            continue
        desk.open(article)
        desk.page.locator(".unsaved a").last.click()
        expect(desk.page.locator(TEXT)).to_contain_text(own, timeout=SOON)
        desk.save()
    body = newest(article).body
    assert "Người đi xa viết." in body and "Người ở nhà viết." in body
    assert not AutosavedDraft.objects.filter(saved_as=None).exists()


def test_a_window_closed_on_a_conflict_loses_neither_text(open_desk, cast):
    article = factories.make_article(title="Tít", body="<p>Đầu.</p>")
    slow, quick = open_desk(cast.editor), open_desk(cast.managing_editor)
    for desk in (slow, quick):
        desk.open(article)
    slow.write("Người chậm viết.")
    quick.write("Người nhanh viết.")
    quick.save()
    slow.send()
    expect(slow.page.locator(".conflict mark").first).to_be_visible()
    slow.crash()
    slow.open(article)
    slow.page.locator(".unsaved a").last.click()
    expect(slow.page.locator(TEXT)).to_contain_text("Người chậm viết.", timeout=SOON)
    slow.save()
    body = newest(article).body
    assert "Người chậm viết." in body and "Người nhanh viết." in body


def test_each_sees_the_other_and_is_told_of_the_taking_over(open_desk, cast):
    article = factories.make_article()
    first, second = open_desk(cast.editor), open_desk(cast.managing_editor)
    first.open(article)
    second.open(article)
    # Fifteen seconds is the promise; a busy machine is given five more.
    expect(first.page.locator("[data-beside]")).to_contain_text("managing_editor", timeout=SOON)
    second.page.locator("[data-take-over]").click()
    expect(first.page.locator(".beside-warning")).to_contain_text("managing_editor", timeout=SOON)
    second.page.goto("about:blank")
    expect(first.page.locator("[data-take-over]")).to_have_count(0, timeout=SOON)


# --- Input methods --------------------------------------------------------------------------------


def test_input_methods_are_not_disturbed_while_autosaves_run(open_desk, cast):
    desk = open_desk(cast.editor)
    desk.context.add_init_script(HURRY)
    desk.open(factories.make_article(body="<p></p>", authors=[factories.make_author()]))
    page = desk.page
    page.locator(".rare summary").click()
    fields = page.locator(
        ".article-form textarea:visible, .article-form input[type=text]:visible"
    ).all()
    assert len(fields) >= 8
    for field in [*fields, page.locator(TEXT)]:
        field.click()
        page.keyboard.press("Control+a")
        page.keyboard.press("Delete")
        for letter in "Tieng":
            with page.expect_response("**/pulse/"):
                page.keyboard.press(letter)
        for _letter in "eng":
            page.keyboard.press("Backspace")
        with page.expect_response("**/pulse/"):
            page.keyboard.insert_text("ếng")
        typed = field.evaluate("field => field.value ?? field.innerText.trim()")
        assert typed == "Tiếng", field
    desk.wait_for("kept")
