"""Forms whose sending meets trouble: slow, stopped, pressed twice, signed out, without a network."""

from dataclasses import replace

import pytest
from django.conf import settings
from playwright.sync_api import expect

from articles.actions.saving import save
from articles.models import Article, AutosavedDraft, DeskNote
from tests.browser.editing import PICTURE_BUTTON, TEXT
from tests.browser.people import Person
from tests.cast import PASSWORD, make_cast
from tests.desk import address, newest
from tests.factories import make_article, make_author, make_section
from tests.picture_files import photo

NOTE = "Kiểm lại con số trong đoạn hai."
GUARD = "[data-form-guard]"


@pytest.fixture
def editor(live_server, browser):
    """An editor at a screen of their own."""
    person = Person(browser, live_server.url, make_cast().editor)
    yield person
    person.context.close()
    assert not person.problems


def hold_sending(editor, path):
    """From now on the form at `path` goes out and does not arrive; the list fills with what is held."""
    held = []
    editor.page.route(
        f"**{path}",
        lambda route: held.append(route) if route.request.method == "POST" else route.fallback(),
    )
    return held


def save_slowly(editor, article):
    """Write in the text of the open article, save by key, and let nothing arrive yet."""
    held = hold_sending(editor, address("change", article.pk))
    editor.page.locator(TEXT).click()
    editor.page.keyboard.press("Control+End")
    editor.page.keyboard.type(" Trước khi lưu.")
    with editor.page.expect_request(lambda request: request.url.endswith("/change/")):
        editor.page.keyboard.press("Control+s")
    return held


def test_what_is_typed_while_a_save_is_on_its_way_is_found_again(editor):
    article = make_article(body="<p>Đầu.</p>")
    editor.see(article)
    expect(editor.page.locator(TEXT)).to_be_visible()
    held = save_slowly(editor, article)
    editor.page.keyboard.type(" Gõ trong lúc lưu.")
    with editor.page.expect_navigation():
        held[0].fallback()
    assert newest(article).body == "<p>Đầu. Trước khi lưu.</p>"
    editor.page.locator(".unsaved a").last.click()
    expect(editor.page.locator(TEXT)).to_contain_text("Gõ trong lúc lưu.")
    assert AutosavedDraft.objects.filter(saved_as=None).count() == 1
    # It was typed over what was being saved: that is no other text to be put together with.
    editor.press("[data-save]")
    assert newest(article).body == "<p>Đầu. Trước khi lưu. Gõ trong lúc lưu.</p>"


def test_back_at_a_new_article_that_was_saved_one_is_led_to_it(editor):
    make_section()
    editor.open(address("add"))
    editor.page.locator("#id_title").fill("Bài mới viết")
    editor.page.locator("#id_section").select_option(index=1)
    editor.press("[data-save]")
    editor.page.go_back()
    with editor.page.expect_navigation():
        editor.page.locator(".unsaved-place .errornote a").click()
    expect(editor.page.locator("#id_title")).to_have_value("Bài mới viết")
    assert editor.page.url.endswith(address("change", Article.objects.get().pk))


def test_an_article_that_was_only_opened_has_nothing_to_keep_and_nothing_to_change(editor):
    article = make_article(authors=[make_author(name="Hải Miên")])
    draft = newest(article)
    (byline,) = draft.bylines
    imported = replace(draft, bylines=(replace(byline, separator="Theo "),))
    article = save(article, imported, by=None, base_version=article.version)
    with editor.page.expect_response("**/pulse/"):
        editor.see(article)
    editor.press("[data-save]")
    assert newest(article).bylines == imported.bylines
    assert article.revisions.count() == 2
    assert not AutosavedDraft.objects.filter(saved_as=None).exists()


def test_a_save_that_was_stopped_can_be_pressed_again(editor):
    article = make_article(body="<p>Đầu.</p>")
    editor.page.clock.install()
    editor.see(article)
    expect(editor.page.locator(TEXT)).to_be_visible()
    save_slowly(editor, article)
    editor.context.new_cdp_session(editor.page).send("Page.stopLoading")
    editor.page.unroute_all(behavior="ignoreErrors")
    editor.page.clock.fast_forward(21_000)
    editor.press("[data-save]")
    assert newest(article).body == "<p>Đầu. Trước khi lưu.</p>"


def sign_in_again(editor, link):
    """As somebody does who was signed out: in another tab, and back."""
    with editor.context.expect_page() as opened:
        editor.page.locator(link).click()
    door = opened.value
    door.locator("[name=username]").fill("editor")
    door.locator("[name=password]").fill(PASSWORD)
    with door.expect_navigation():
        door.locator("#login-form button").click()
    door.close()


def test_signed_in_again_one_sends_pictures_and_looks_at_the_preview(editor, tmp_path):
    editor.see(make_article(title="Viết khi bị đăng xuất"))
    expect(editor.page.locator(TEXT)).to_be_visible()
    editor.context.clear_cookies()
    editor.page.locator("#id_sapo").fill("Gõ khi đã bị đăng xuất.")
    sign_in_again(editor, "[data-sign-in]")
    picture = tmp_path / "ảnh chợ nổi.jpg"
    picture.write_bytes(photo())
    editor.page.locator(PICTURE_BUTTON).click()
    editor.page.set_input_files("[data-files]", picture)
    expect(editor.page.locator(".picker [name=alt]")).to_be_visible()
    editor.page.keyboard.press("Escape")
    with editor.context.expect_page() as opened:
        editor.page.locator("button[data-preview]").click()
    expect(opened.value.locator("h1")).to_have_text("Viết khi bị đăng xuất")


@pytest.mark.parametrize("gone", [settings.SESSION_COOKIE_NAME, None], ids=["session", "cookies"])
def test_a_note_written_by_one_who_was_signed_out_stays_and_goes_after_signing_in(editor, gone):
    article = make_article()
    editor.open(address("note", article.pk))
    editor.page.locator("[name=text]").fill(NOTE)
    editor.context.clear_cookies(name=gone)
    editor.page.locator(".verb-go button").click()
    expect(editor.page.locator(GUARD)).to_be_visible()
    sign_in_again(editor, f"{GUARD} a")
    editor.press(".verb-go button")
    assert DeskNote.objects.get().text == NOTE


def test_a_note_sent_without_a_network_stays_on_its_page(editor):
    article = make_article()
    editor.open(address("note", article.pk))
    editor.page.locator("[name=text]").fill(NOTE)
    editor.context.set_offline(True)
    editor.page.locator(".verb-go button").click()
    expect(editor.page.locator(GUARD)).to_be_visible()
    editor.context.set_offline(False)
    editor.press(".verb-go button")
    assert DeskNote.objects.get().text == NOTE


def test_a_button_pressed_twice_does_it_once(editor):
    article = make_article()
    editor.open(address("note", article.pk))
    editor.page.locator("[name=text]").fill(NOTE)
    held = hold_sending(editor, address("note", article.pk))
    editor.page.locator(".verb-go button").focus()
    with editor.page.expect_request(lambda request: request.method == "POST"):
        editor.page.keyboard.press("Enter")
    editor.page.keyboard.press("Enter")
    with editor.page.expect_navigation():
        held[0].fallback()
    expect(editor.page.locator(".messagelist .success")).to_be_visible()
    assert (len(held), DeskNote.objects.count()) == (1, 1)


def test_a_typed_note_is_not_left_without_a_word(editor):
    article = make_article()
    asked = []
    editor.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    for way_out, questions in ((".breadcrumbs a", ["beforeunload"]), ("[data-way-out]", [])):
        asked.clear()
        editor.open(address("note", article.pk))
        editor.page.locator("[name=text]").press_sequentially("Đang viết dở")
        with editor.page.expect_navigation():
            editor.page.locator(way_out).first.click()
        assert asked == questions
