"""Every screen of the desk, each as somebody of the sample sees it: what the audit and the screenshots show."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.sample_desk import UNSAVED_KEY, SampleDesk

REPORTER, EDITOR, HEAD, MANAGING = "phongvien", "bientap", "truongban", "thukytoasoan"
CHIEF, PICTURES, MODERATOR, ADMINISTRATOR = "tongbientap", "bientapanh", "kiemduyet", "quantri"
EVERYBODY = (REPORTER, EDITOR, HEAD, MANAGING, CHIEF, PICTURES, MODERATOR, ADMINISTRATOR)
NOBODY = ""
# Addresses that answer with data or do something, and show no page of their own.
NO_PAGE = {
    "autocomplete",
    "here",
    "jsi18n",
    "logout",
    "set_language",
    "view_on_site",
    "app_list",
    "articles_article_pulse",
    "articles_article_pulse_new",
    "articles_article_unsaved_list",
    "articles_article_unsaved_list_new",
    "articles_placement_move",
    "articles_placement_place",
    "articles_placement_remove",
    "articles_placement_times",
    "articles_placement_undo",
    "comments_comment_approve",
    # Answered as the list, the comment or the row's page that is looked at anyway.
    "articles_activity_history",
    "articles_placement_change",
    "articles_placement_history",
    "articles_redirect_history",
    "comments_comment_history",
    # What the list sends to; the page that asks stands at the address of the list.
    "articles_article_bulk",
}
NO_PAGE_BEGINNINGS = ("suggest_", "picture_")
# Switched off: these answer with the refusal that one of them stands for.
SWITCHED_OFF = ("_delete", "_add", "_autocomplete")


@dataclass(frozen=True, slots=True)
class Screen:
    """A page, who looks at it, and what they do first."""

    person: str
    path: str
    first: Callable[[Page], None] | None = None


# What scripts move when a window changes, they move before its next picture; letters are asked for
# where something is first drawn in them.
LAID_OUT = """() => new Promise(done =>
    requestAnimationFrame(() => requestAnimationFrame(() => done(0))))"""
# Colours that change with the light fade over; what is half faded is nobody's colour.
AT_REST = """() => document.getAnimations().forEach(each => {
    try { each.finish() } catch { each.cancel() }
})"""

# Where there is an editor, it has told what it is: before that nobody could write in it.
WRITABLE = """() => !document.querySelector("#id_body")
    || document.querySelector(".cke_wysiwyg_div[role=textbox]")"""


def show(page: Page, site: str, screen: Screen) -> None:
    """Bring the screen up in this window, with its letters."""
    page.on("dialog", lambda dialog: dialog.accept())
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(site + screen.path)
    if screen.first:
        screen.first(page)
    page.wait_for_function(WRITABLE)
    page.evaluate(LAID_OUT)
    page.evaluate("document.fonts.ready.then(() => 0)")


def turn(page: Page, width: int, scheme: str) -> None:
    """Show the screen at this width, "light" or "dark"; wait for its scripts and its fading."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.evaluate(LAID_OUT)
    page.evaluate(AT_REST)


def at(name: str, *args: object, query: str = "") -> str:
    """The address of a screen by its name within the admin."""
    return reverse(f"admin:{name}", args=args) + query


# --- What is done before looking ------------------------------------------------------------------


def press(selector: str) -> Callable[[Page], None]:
    """Press what matches first."""
    return lambda page: page.locator(selector).first.click()


def send(selector: str = ".verb-go button", **typed: str) -> Callable[[Page], None]:
    """Fill in fields by their names and press the button, which leads to another page."""

    def act(page: Page) -> None:
        for name, value in typed.items():
            page.locator(f"[name={name}]").first.fill(value)
        with page.expect_navigation():
            page.locator(selector).first.click()

    return act


def come_too_late(page: Page) -> None:
    """Save what was begun from a revision that others have gone beyond."""
    page.locator("[name=version]").evaluate("field => { field.value = 1 }")
    page.locator("#id_title").fill("Chuyện ở bến đò, kể lại từ đầu")
    with page.expect_navigation():
        page.locator("[data-save]").click()
    expect(page.locator(".conflict")).to_be_visible()


def offer_authors(page: Page) -> None:
    page.locator("[name=bylines-name]").last.press_sequentially("a")
    expect(page.locator(".completion [role=option]").first).to_be_visible()


def preview_beside(page: Page) -> None:
    page.locator("[data-preview-toggle]").click()
    expect(page.frame_locator(".preview-stage iframe").locator("h1")).to_be_visible()


def look_for_pictures(page: Page) -> None:
    page.locator(".cke_button__articlepicture").click()
    expect(page.locator(".picker-results button").first).to_be_visible()


def describe_a_picture(page: Page) -> None:
    look_for_pictures(page)
    page.locator(".picker-results button").first.click()
    expect(page.locator(".picker [name=caption]")).to_be_visible()


def ask_for_a_reason(page: Page) -> None:
    """Reject without saying why."""
    with page.expect_navigation():
        page.locator(".decide__reject").first.click()


def lock_out(page: Page) -> None:
    """Sign in wrongly until the door stays shut."""
    while page.locator("[name=username]").count():
        send("[type=submit]", username="khongai", password="sai-mat-khau")(page)


def preview_nothing(page: Page) -> None:
    """Ask for the preview of a text without a title, in this window."""
    page.locator("[data-preview]").evaluate("button => button.removeAttribute('formtarget')")
    send("[data-preview]", title="")(page)


def choose_all(act: str) -> Callable[[Page], None]:
    """Tick all rows of a list and begin an act on them."""

    def begin(page: Page) -> None:
        page.locator("#action-toggle").check()
        page.locator("[name=action]").select_option(act)
        with page.expect_navigation():
            page.locator(".actions [type=submit]").click()

    return begin


# --- The screens ----------------------------------------------------------------------------------


def screens(desk: SampleDesk) -> list[Screen]:
    """All of them; what changes something comes after what looks at it."""
    return [*_door(desk), *_writing(desk), *_lists(desk), *_verbs(desk), *_rooms(desk)]


def _door(desk: SampleDesk) -> Iterator[Screen]:
    yield Screen(NOBODY, at("login"))
    yield Screen(NOBODY, at("login"), send("[type=submit]", username="ai", password="sai-roi"))
    yield Screen(NOBODY, at("login"), lock_out)
    yield Screen(NOBODY, at("password_reset"))
    yield Screen(NOBODY, at("password_reset_done"))
    yield Screen(NOBODY, desk.reset_link())
    yield Screen(NOBODY, at("password_reset_confirm", "MQ", "khong-con-dung-duoc"))
    yield Screen(NOBODY, at("password_reset_complete"))
    for person in EVERYBODY:
        yield Screen(person, at("index"))
    yield Screen(MANAGING, at("index"), press(".person summary"))
    yield Screen(MANAGING, at("index"), lambda page: page.keyboard.press("?"))
    yield Screen(REPORTER, at("notices"))
    yield Screen(MANAGING, at("password_change"))
    yield Screen(MANAGING, at("password_change_done"))
    yield Screen(MANAGING, "/toa-soan/khong-co-trang-nay/")
    yield Screen(REPORTER, at("articles_article_withdraw", desk.live.pk))
    yield Screen(MANAGING, at("articles_article_delete", desk.live.pk))


def _writing(desk: SampleDesk) -> Iterator[Screen]:
    add, live = at("articles_article_add"), at("articles_article_change", desk.live.pk)
    yield Screen(REPORTER, add)
    yield Screen(HEAD, add, offer_authors)
    yield Screen(MANAGING, add, send("[data-save]", title=""))
    yield Screen(MANAGING, add, preview_nothing)
    yield Screen(MANAGING, live)
    yield Screen(MANAGING, live, look_for_pictures)
    yield Screen(MANAGING, live, describe_a_picture)
    yield Screen(MANAGING, live, press(".rare summary"))
    yield Screen(MANAGING, live, preview_beside)
    yield Screen(CHIEF, live, come_too_late)
    yield Screen(MANAGING, at("articles_article_unsaved", desk.live.pk, UNSAVED_KEY))
    yield Screen(REPORTER, at("articles_article_unsaved_new", UNSAVED_KEY))
    for article in (desk.draft, desk.returned):
        yield Screen(REPORTER, at("articles_article_change", article.pk))
    for article in (desk.awaiting, desk.ready):
        yield Screen(HEAD, at("articles_article_change", article.pk))
    for article in (desk.held, desk.scheduled, desk.withdrawn, desk.binned):
        yield Screen(MANAGING, at("articles_article_change", article.pk))
    yield Screen(REPORTER, at("articles_article_change", desk.held.pk))
    yield Screen(MANAGING, at("articles_article_preview", desk.live.pk))
    yield Screen(MANAGING, at("articles_article_revisions", desk.live.pk))
    yield Screen(MANAGING, at("articles_article_revision", desk.live.pk, 1))
    compared = at("articles_article_compare", desk.live.pk)
    yield Screen(MANAGING, compared)
    yield Screen(MANAGING, f"{compared}?from=live")
    yield Screen(MANAGING, at("articles_article_history", desk.live.pk))
    yield Screen(REPORTER, at("articles_article_history", desk.held.pk))


def _lists(desk: SampleDesk) -> Iterator[Screen]:
    articles = at("articles_article_changelist")
    yield Screen(MANAGING, articles)
    yield Screen(MANAGING, f"{articles}?state=awaiting_approval&q=ben")
    yield Screen(MANAGING, f"{articles}?state=binned")
    yield Screen(REPORTER, f"{articles}?q=zzz")
    waiting = f"{articles}?state=submitted"
    yield Screen(MANAGING, waiting, choose_all("assign_selected"))
    yield Screen(MANAGING, waiting, choose_all("return_article_selected"))


def _verbs(desk: SampleDesk) -> Iterator[Screen]:
    def verb(name: str, article: object, person: str = MANAGING, **more: object) -> Screen:
        return Screen(person, at(f"articles_article_{name}", article.pk), **more)

    yield verb("submit", desk.draft, REPORTER)
    yield verb("claim", desk.submitted, EDITOR)
    yield verb("forward", desk.held, EDITOR)
    yield verb("approve", desk.awaiting, HEAD)
    yield verb("return", desk.awaiting, HEAD)
    yield verb("return", desk.awaiting, HEAD, first=send())
    yield verb("assign", desk.awaiting)
    yield verb("note", desk.live)
    yield Screen(MANAGING, at("articles_article_settle", desk.live.pk))
    yield verb("urgent", desk.submitted)
    yield verb("publish", desk.ready)
    yield verb("publish", desk.awaiting)
    yield verb("schedule", desk.ready)
    yield verb("schedule", desk.ready, first=send(at_0="hôm qua", at_1="25:61"))
    yield verb("cancel", desk.scheduled)
    yield verb("quick-fix", desk.live)
    yield verb("quick-fix", desk.live, first=send(passage="không có đoạn này", words="?"))
    yield verb("preview-link", desk.live)
    yield verb("revoke-link", desk.live)
    yield verb("bin", desk.draft, REPORTER)
    yield verb("unbin", desk.binned, REPORTER)
    yield verb("correct", desk.live)
    yield verb("correct", desk.live, first=send())
    yield verb("withdraw", desk.live)
    yield verb("restore", desk.live)
    yield Screen(MANAGING, at("articles_article_name", desk.live.pk, query="?number=1"))


def _rooms(desk: SampleDesk) -> Iterator[Screen]:
    for model in ("correction", "image", "author", "tag", "section", "masthead", "paperpage"):
        yield Screen(MANAGING, at(f"articles_{model}_changelist"))
    yield Screen(MANAGING, at("articles_correction_change", desk.waiting_correction.pk))
    yield Screen(MANAGING, at("articles_correction_approve", desk.waiting_correction.pk))
    yield Screen(MANAGING, at("articles_correction_decline", desk.waiting_correction.pk))
    yield Screen(REPORTER, at("articles_correction_change", desk.correction.pk))
    yield Screen(MANAGING, at("articles_correction_history", desk.correction.pk))
    yield Screen(PICTURES, at("articles_image_add"))
    yield Screen(PICTURES, at("articles_image_change", desk.picture.pk))
    yield Screen(MANAGING, at("articles_image_change", desk.picture_down.pk))
    yield Screen(PICTURES, at("articles_image_take-down", desk.picture.pk))
    yield Screen(MANAGING, at("articles_image_put-back", desk.picture_down.pk))
    yield Screen(PICTURES, at("articles_image_history", desk.picture_down.pk))
    yield Screen(MANAGING, at("articles_placement_changelist"))
    yield Screen(MANAGING, at("articles_placement_changelist"), press(".row-times summary"))
    yield Screen(REPORTER, at("articles_placement_changelist"))
    for name, row in (("author", desk.author), ("tag", desk.tag), ("section", desk.section)):
        yield Screen(MANAGING, at(f"articles_{name}_change", row.pk))
        yield Screen(REPORTER, at(f"articles_{name}_change", row.pk))
        yield Screen(MANAGING, at(f"articles_{name}_rename", row.pk))
        yield Screen(MANAGING, at(f"articles_{name}_history", row.pk))
    for name, row in (("author", desk.author), ("tag", desk.tag)):
        yield Screen(MANAGING, at(f"articles_{name}_merge", row.pk))
    yield Screen(MANAGING, at("articles_section_move", desk.section.pk))
    yield Screen(EDITOR, at("articles_author_add"), send(".submit-row [type=submit]", name=""))
    yield Screen(MANAGING, at("articles_section_add"))
    yield Screen(ADMINISTRATOR, at("articles_user_changelist"))
    yield Screen(ADMINISTRATOR, at("articles_user_add"))
    yield Screen(ADMINISTRATOR, at("articles_user_change", desk.person.pk))
    yield Screen(ADMINISTRATOR, at("articles_user_password", desk.person.pk))
    yield Screen(ADMINISTRATOR, at("articles_user_history", desk.person.pk))
    yield Screen(ADMINISTRATOR, at("articles_masthead_change", 1))
    yield Screen(ADMINISTRATOR, at("articles_masthead_history", 1))
    yield Screen(MANAGING, at("articles_paperpage_change", 1))
    yield Screen(MANAGING, at("articles_paperpage_history", 1))
    for name in ("activity", "redirect"):
        yield Screen(MANAGING, at(f"articles_{name}_changelist"))
    yield Screen(MANAGING, at("articles_activity_change", desk.activity.pk))
    yield Screen(MANAGING, at("articles_redirect_change", desk.redirect.pk))
    comments = at("comments_comment_changelist")
    yield Screen(MODERATOR, comments)
    yield Screen(MODERATOR, f"{comments}?status=rejected")
    yield Screen(MODERATOR, at("comments_comment_change", desk.waiting_comment.pk))
    yield Screen(MODERATOR, at("comments_comment_change", desk.comment.pk))
    yield Screen(MODERATOR, comments, ask_for_a_reason)
