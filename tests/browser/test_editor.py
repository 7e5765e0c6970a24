"""Writing an article's text in a real browser, with hashed static files as a paper serves them."""

import json

from playwright.sync_api import expect

from articles.models import Article, Revision
from tests.browser.editing import (
    CAPTION,
    CREDIT,
    EDITOR,
    TEXT,
    figures,
    insert_picture,
    open_body,
    put_caret_after,
    save,
    type_with_unikey,
    written,
)
from tests.browser.fixtures import watch
from tests.factories import make_image, make_section

# Every block there is, with what an editor likes to change: references, spaces that count in
# attributes, an order of attributes, a figure whose file is missing.
EVERY_BLOCK = """\
<p>Chợ họp từ <strong>bốn giờ sáng</strong>, <em>quanh năm</em>, xem <a href="/doi-song/">ở đây</a> &amp; đó.</p>
<h2>Hàng từ núi xuống: Ẫ Ễ Ộ Ứ</h2>
<figure data-image="{here}" data-name="1(3).jpg" data-alt="Một người &quot;gánh&quot; hàng"><figcaption data-separator=" " data-label="(Ảnh: " data-tail=")."><div data-part="caption">Sương chưa tan trên bến</div><div data-part="credit">Minh An</div></figcaption></figure>
<h3>Giá</h3>
<ul><li>gạo nếp</li><li>mật ong</li></ul>
<ol><li>một</li></ol>
<blockquote><p>“Tôi bán ở đây đã hai mươi năm.”</p><p>Chưa năm nào vắng.</p></blockquote>
<table><thead><tr><th colspan="2">Giá mỗi cân</th></tr></thead><tbody><tr><td>nếp</td><td>32.000</td></tr></tbody></table>
<figure data-image="{missing}" data-name="3.jpg"><figcaption><div data-part="caption">Chưa có tệp.</div></figcaption></figure>
<figure data-image="{here}" data-name="1(3).jpg"></figure>
<p>Hết.</p>"""


def test_vietnamese_typed_with_an_input_method_arrives_whole_everywhere(desk):
    section, image = make_section(), make_image("ben.jpg")
    desk.goto(f"{desk.server}/toa-soan/articles/article/add/")
    desk.locator("[name=section]").select_option(str(section.pk))
    for field in ("title", "sapo"):
        desk.locator(f"[name={field}]").click()
        type_with_unikey(desk)
    desk.locator(TEXT).click()
    type_with_unikey(desk)
    insert_picture(desk, "ben.jpg")
    for part in (CAPTION, CREDIT):
        desk.locator(part).click()
        type_with_unikey(desk)
    save(desk)
    article = Article.objects.get()
    assert (article.title, article.sapo) == ("Tiếng", "Tiếng")
    assert article.body == (
        "<p>Tiếng</p>\n"
        f'<figure data-image="{image.pk}" data-name="ben.jpg" data-alt="Một tấm ảnh">'
        '<figcaption data-separator=" " data-label="Ảnh: "><div data-part="caption">Tiếng</div>'
        '<div data-part="credit">Tiếng</div></figcaption></figure>'
    )


def test_an_untouched_text_comes_back_as_it_was_and_saving_changes_nothing(desk):
    here, missing = make_image("1(3).jpg"), make_image("3.jpg", missing=True)
    body = EVERY_BLOCK.format(here=here.pk, missing=missing.pk)
    article = open_body(desk, body)
    assert article.body == body
    expect(desk.locator("figure[data-cke-no-file]")).to_have_count(1)
    assert written(desk) == body
    assert desk.evaluate(f"{EDITOR}.checkDirty()") is False
    save(desk)
    article.refresh_from_db()
    assert article.body == body
    assert Revision.objects.filter(article=article).count() == 1


def test_a_change_elsewhere_leaves_every_other_block_as_it_was(desk):
    here, missing = make_image("1(3).jpg"), make_image("3.jpg", missing=True)
    body = EVERY_BLOCK.format(here=here.pk, missing=missing.pk)
    article = open_body(desk, body)
    put_caret_after(desk, "Hết.")
    desk.keyboard.type(" Thật.")
    save(desk)
    article.refresh_from_db()
    assert article.body == body.replace("Hết.", "Hết. Thật.")


def test_what_was_changed_and_undone_comes_back_as_it_was(desk):
    body = "<p>Một &amp; hai.</p>\n<p>Ba.</p>"
    open_body(desk, body)
    put_caret_after(desk, "Ba.")
    desk.keyboard.type("x")
    assert written(desk) != body
    desk.keyboard.press("Control+z")
    assert written(desk) == body


def test_headings_are_put_in_and_taken_back_by_their_buttons(desk):
    open_body(desk, "<p>Một.</p>\n<p>Hai.</p>")
    put_caret_after(desk, "Hai.")
    for button, name in (("heading2", "h2"), ("heading3", "h3"), ("heading3", "p")):
        desk.locator(f".cke_button__{button}").click()
        assert figures(desk) == [["p", "Một."], [name, "Hai."]]


def test_its_dialogs_and_menu_open_without_anything_refused(desk):
    """`page` fails when the content security policy refuses something."""
    open_body(desk, EVERY_BLOCK.format(here=make_image().pk, missing=make_image(missing=True).pk))
    put_caret_after(desk, "Hết.")
    for button in ("link", "table", "find"):
        desk.locator(f".cke_button__{button}").click()
        expect(desk.locator(".cke_dialog:visible")).to_have_count(1)
        desk.keyboard.press("Escape")
        expect(desk.locator(".cke_dialog:visible")).to_have_count(0)
    desk.locator(f"{TEXT} td").first.click()
    desk.locator(f"{TEXT} td").first.click(button="right")
    expect(desk.locator(".cke_menu_panel")).to_be_visible()


def test_the_browsers_own_menu_is_left_alone_outside_of_tables(desk):
    open_body(desk, "<p>Chinh tả.</p>\n<table><tbody><tr><td>ô</td></tr></tbody></table>")
    prevented = """(selector) => new Promise((done) => {
        document.addEventListener("contextmenu", (event) => done(event.defaultPrevented), {once: true});
        document.querySelector(selector).dispatchEvent(
            new MouseEvent("contextmenu", {bubbles: true, cancelable: true}));
        setTimeout(() => done("stopped"), 200);
    })"""
    assert desk.evaluate(prevented, f"{TEXT} > p") == "stopped"
    assert desk.evaluate(prevented, f"{TEXT} td") is True


def test_a_link_is_written_with_the_dialog(desk):
    article = open_body(desk, "<p>Xem.</p>")
    put_caret_after(desk, "Xem.")
    desk.locator(".cke_button__link").click()
    fields = desk.locator(".cke_dialog_body input[type=text]:visible")
    expect(fields).to_have_count(2)
    fields.nth(0).fill("ở đây")
    fields.nth(1).fill("vi-du.example/trang")
    desk.locator(".cke_dialog_ui_button_ok:visible").click()
    save(desk)
    article.refresh_from_db()
    assert article.body == '<p>Xem.<a href="https://vi-du.example/trang">ở đây</a></p>'


def test_nothing_is_asked_of_another_host_and_every_file_of_the_editor_is_there(desk):
    missing = []
    desk.on("response", lambda answer: missing.append(answer.url) if answer.status >= 400 else None)
    problems = watch(desk)
    open_body(desk, "<p>Một.</p>")
    names = json.loads(desk.evaluate("JSON.stringify(performance.getEntries().map(e => e.name))"))
    assert any("/static/ckeditor/ckeditor/lang/vi.js" in name for name in names)
    assert any("/static/articles/editor/picker." in name for name in names)
    assert (missing, problems) == ([], [])
