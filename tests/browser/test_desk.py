"""The desk in a browser: writing, Vietnamese input methods, names while typing, nothing lost."""

from dataclasses import replace

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from articles.actions.saving import save
from articles.models import Article, PublishedArticle
from tests import factories
from tests.browser.fixtures import watch
from tests.cast import make_cast
from tests.desk import address, newest

INPUT_METHOD = "Tieng", "ếng", "Tiếng"


def enter(context, live_server, person) -> None:
    """Give the browser a session of this person."""
    client = Client()
    client.force_login(person, backend="articles.accounts.DeskBackend")
    name = settings.SESSION_COOKIE_NAME
    cookie = {"name": name, "value": client.cookies[name].value}
    context.add_cookies([cookie | {"url": f"{live_server.url}{settings.SESSION_COOKIE_PATH}"}])


@pytest.fixture
def cast(live_server):
    return make_cast()


@pytest.fixture
def desk(context, live_server, cast, page):
    """The managing editor's tab."""
    enter(context, live_server, cast.managing_editor)
    return page


def open_article(desk, live_server, article: Article | None = None) -> None:
    url = address("change", article.pk) if article else address("add")
    desk.goto(f"{live_server.url}{url}")
    expect(desk.locator("[data-save]")).to_be_visible()


def saved(desk) -> None:
    expect(desk.locator(".messagelist .success")).to_be_visible()


def type_as_an_input_method(desk, field) -> None:
    """UniKey's way: letters, then as many Backspaces, then the letters with their marks."""
    plain, marked, wanted = INPUT_METHOD
    field.click()
    field.press_sequentially(plain)
    for _letter in marked:
        field.press("Backspace")
    desk.keyboard.insert_text(marked)
    expect(field).to_have_value(wanted)


def test_an_article_is_written_and_published_from_one_page(desk, live_server):
    section = factories.make_section("Đời sống")
    factories.make_author("Lê Bình")
    open_article(desk, live_server)
    desk.locator("#id_title").fill("Nước rút")
    desk.locator("#id_sapo").fill("Ba ngày sau lũ.")
    body = desk.locator(".cke_editable[contenteditable=true]")
    body.click()
    body.press_sequentially("Vét bùn trước đã.")
    desk.locator("#id_section").select_option(str(section.pk))
    desk.locator("[name=bylines-name]").first.fill("Lê Bình")
    desk.locator("[name=_publish]").click()
    saved(desk)
    publication = PublishedArticle.objects.visible().get()
    assert publication.title == "Nước rút"
    assert "Vét bùn trước đã." in publication.body.html
    assert publication.byline == "Lê Bình"


@pytest.mark.parametrize(
    "field", ["#id_title", "#id_kicker", "#id_sapo", "#id_tags", "[name=bylines-name]"]
)
def test_vietnamese_input_methods_are_not_disturbed(desk, live_server, field):
    factories.make_author("Tiên")
    factories.make_article(tags=("tiếng nói",))
    open_article(desk, live_server)
    type_as_an_input_method(desk, desk.locator(field).first)


def test_a_button_can_be_read_while_it_has_the_focus(desk, live_server):
    open_article(desk, live_server, factories.make_article())
    unreadable = desk.evaluate(
        """() => [...document.querySelectorAll(".save .button:enabled")].filter((button) => {
            button.focus();
            button.getAnimations().forEach((change) => change.finish());
            const style = getComputedStyle(button);
            return style.color === style.backgroundColor;
        }).map((button) => button.textContent)"""
    )
    assert unreadable == []


# --- Keys -----------------------------------------------------------------------------------------


def test_ctrl_s_saves(desk, live_server):
    article = factories.make_article()
    open_article(desk, live_server, article)
    desk.locator("#id_title").fill("Tít mới")
    desk.keyboard.press("Control+s")
    saved(desk)
    assert newest(article).title == "Tít mới"


@pytest.mark.parametrize("composing", [{"isComposing": True}, {"keyCode": 229}])
def test_no_shortcut_works_while_a_letter_is_being_composed(desk, live_server, composing):
    article = factories.make_article(title="Tít cũ")
    open_article(desk, live_server, article)
    desk.locator("#id_title").fill("Tít đang gõ")
    prevented = desk.evaluate(
        """([key, more]) => {
            const event = new KeyboardEvent("keydown",
              {key, ctrlKey: key === "s", bubbles: true, cancelable: true, ...more});
            document.querySelector("#id_title").dispatchEvent(event);
            return event.defaultPrevented;
        }""",
        ["s", composing],
    )
    assert prevented is False
    assert newest(article).title == "Tít cũ"


def test_enter_in_the_title_makes_no_second_line_and_sends_nothing(desk, live_server):
    article = factories.make_article()
    open_article(desk, live_server, article)
    desk.locator("#id_title").fill("Một dòng")
    desk.locator("#id_title").press("Enter")
    expect(desk.locator("#id_title")).to_have_value("Một dòng")
    assert newest(article).title != "Một dòng"


def test_enter_in_a_line_saves_and_never_publishes(desk, live_server):
    article = factories.make_article()
    open_article(desk, live_server, article)
    desk.locator("#id_kicker").fill("Phóng sự")
    desk.locator("#id_kicker").press("Enter")
    saved(desk)
    assert newest(article).kicker == "Phóng sự"
    assert not PublishedArticle.objects.exists()


# --- Names while typing ---------------------------------------------------------------------------


def test_an_author_is_chosen_by_keys_without_accents(desk, live_server):
    factories.make_author("Nguyệt Hòa")
    article = factories.make_article()
    open_article(desk, live_server, article)
    name = desk.locator("[name=bylines-name]").first
    name.press_sequentially("nguyet")
    expect(desk.locator(".completion [role=option]")).to_have_text("Nguyệt Hòa")
    name.press("ArrowDown")
    name.press("Enter")
    expect(name).to_have_value("Nguyệt Hòa")
    expect(desk.get_by_role("listbox")).to_have_count(0)
    desk.locator("[data-save]").click()
    saved(desk)
    assert [line.name for line in newest(article).bylines] == ["Nguyệt Hòa"]


def test_a_tag_is_taken_from_the_list_between_others(desk, live_server):
    factories.make_article(tags=("Đà Nẵng",))
    open_article(desk, live_server)
    tags = desk.locator("#id_tags")
    tags.fill("sông, , lũ")
    for _step in range(4):
        tags.press("ArrowLeft")
    tags.press_sequentially("da nang")
    desk.locator(".completion [role=option]").click()
    expect(tags).to_have_value("sông, Đà Nẵng, lũ")


def test_an_answer_that_comes_late_does_not_end_the_asking(desk, live_server):
    """The list of what was typed first arrives while the next letters wait to be asked after."""
    factories.make_article(tags=("Đà Nẵng",))
    open_article(desk, live_server)
    tags = desk.locator("#id_tags")
    held = []
    desk.route("**/*q=x", lambda route: held.append(route))
    with desk.expect_request("**/*q=x"):
        tags.press_sequentially("x")
    desk.evaluate(
        """() => {
            window.setTimeout = ((set) => (act, wait) => set(act, wait === 150 ? 1500 : wait))(setTimeout);
        }"""
    )
    tags.fill("da nang")
    with desk.expect_response("**/*q=x"):
        held[0].continue_()
    expect(desk.locator(".completion [role=option]")).to_have_text("Đà Nẵng")


def test_escape_closes_the_list_and_keeps_what_was_typed(desk, live_server):
    factories.make_author("Nguyệt Hòa")
    open_article(desk, live_server)
    name = desk.locator("[name=bylines-name]").first
    name.press_sequentially("nguyet")
    expect(desk.get_by_role("listbox")).to_be_visible()
    name.press("Escape")
    expect(desk.get_by_role("listbox")).to_have_count(0)
    expect(name).to_have_value("nguyet")


def test_the_list_of_names_goes_with_its_input_when_the_window_changes(desk, live_server):
    factories.make_author("Nguyệt Hòa")
    desk.set_viewport_size({"width": 1440, "height": 900})
    open_article(desk, live_server)
    name = desk.locator("[name=bylines-name]").first
    name.press_sequentially("nguyet")
    names = desk.get_by_role("listbox")
    expect(names).to_be_visible()
    desk.set_viewport_size({"width": 768, "height": 900})
    desk.wait_for_function(
        """() => {
            const [input, names] = ["[name=bylines-name]", ".completion"]
                .map(each => document.querySelector(each).getBoundingClientRect());
            return Math.abs(names.left - input.left) < 1 && names.right <= innerWidth
                && Math.abs(names.top - input.bottom) < 4;
        }"""
    )


# --- Bylines --------------------------------------------------------------------------------------


def test_bylines_are_added_moved_and_taken_out(desk, live_server):
    authors = [factories.make_author(name) for name in ("An", "Bình", "Chi")]
    article = factories.make_article(authors=authors[:2])
    open_article(desk, live_server, article)
    desk.locator("[data-byline-add]").click()
    desk.locator("[name=bylines-name]").nth(2).fill("Chi")
    desk.locator("[data-byline-up]").nth(2).click()
    desk.locator("[data-byline-up]").nth(1).click()
    desk.locator("[data-byline-remove]").nth(2).click()
    desk.locator("[data-save]").click()
    saved(desk)
    lines = [(line.name, line.separator) for line in newest(article).bylines]
    assert lines == [("Chi", ""), ("An", " - ")]


def test_an_untouched_article_is_saved_without_a_new_revision(desk, live_server):
    authors = [factories.make_author(name) for name in ("An", "Bình")]
    article = factories.make_article(authors=authors, tags=("lũ",))
    open_article(desk, live_server, article)
    desk.locator("[data-save]").click()
    saved(desk)
    article.refresh_from_db()
    assert article.revision_number == 1


def test_without_scripts_an_article_is_written_all_the_same(browser, live_server, cast):
    section, author = factories.make_section(), factories.make_author("Lê Bình")
    context = browser.new_context(java_script_enabled=False, locale="vi-VN")
    enter(context, live_server, cast.reporter)
    plain = context.new_page()
    problems = watch(plain)
    plain.goto(f"{live_server.url}{address('add')}")
    plain.locator("#id_title").fill("Không có script")
    plain.locator("#id_body").fill("<p>Chữ.</p>")
    plain.locator("#id_section").select_option(str(section.pk))
    plain.locator("[name=bylines-name]").nth(1).fill("Lê Bình")
    plain.locator("[data-save]").click()
    saved(plain)
    draft = newest(Article.objects.get())
    assert (draft.title, draft.body) == ("Không có script", "<p>Chữ.</p>")
    assert [(line.author, line.separator) for line in draft.bylines] == [(author.pk, "")]
    context.close()
    assert not problems


# --- Nothing is lost ------------------------------------------------------------------------------


def test_typed_text_is_not_left_without_a_question(desk, live_server):
    article = factories.make_article()
    open_article(desk, live_server, article)
    desk.locator("#id_title").fill("Chưa lưu")
    asked = []
    desk.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    desk.locator(".looks a").last.click()
    desk.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    expect(desk.locator("#id_title")).to_have_value("Chưa lưu")


def test_an_untouched_article_is_left_without_a_question(desk, live_server):
    open_article(desk, live_server, factories.make_article())
    desk.locator(".looks a").last.click()
    expect(desk.locator("table.history")).to_be_visible()


def test_a_conflict_shows_both_texts_and_the_second_press_saves(desk, live_server, cast):
    article = factories.make_article(body="<p>Đoạn cũ.</p>")
    open_article(desk, live_server, article)
    desk.locator("#id_title").fill("Của tôi")
    theirs = replace(newest(article), title="Của người kia")
    save(article, theirs, by=cast.editor, base_version=article.version)
    desk.locator("[data-save]").click()
    expect(desk.locator(".conflict")).to_contain_text("Của người kia")
    expect(desk.locator("#id_title")).to_have_value("Của tôi")
    desk.locator("[data-save]").click()
    saved(desk)
    assert newest(article).title == "Của tôi"


def test_a_preview_opens_beside_and_leaves_the_form_as_it_is(desk, live_server, context):
    article = factories.make_article(title="Đã lưu")
    open_article(desk, live_server, article)
    desk.locator("#id_title").fill("Đang gõ")
    with context.expect_page() as opened:
        desk.locator("[data-preview]").click()
    expect(opened.value.locator("h1")).to_have_text("Đang gõ")
    expect(desk.locator("#id_title")).to_have_value("Đang gõ")
    assert newest(article).title == "Đã lưu"


# --- Every screen under its policy ----------------------------------------------------------------


def test_no_screen_breaks_its_policy_or_is_wider_than_the_page(desk, live_server):
    article = factories.make_published(authors=[factories.make_author()]).article
    screens = ["change", "history", "revisions", "publish", "schedule", "withdraw", "preview"]
    urls = [address(name, article.pk) for name in screens]
    urls += [
        address("changelist"),
        address("add"),
        address("revision", article.pk, 1),
        "/toa-soan/",
    ]
    urls += ["/toa-soan/password_change/", "/toa-soan/quen-mat-khau/", "/toa-soan/nowhere/"]
    for width in (1440, 768, 360):
        desk.set_viewport_size({"width": width, "height": 900})
        for url in urls:
            desk.goto(f"{live_server.url}{url}")
            wide = desk.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, (url, width, wide)
