"""Writing an article's text in a real browser, with hashed static files as a paper serves them."""

import base64
import json

import pytest
from django.test import Client
from playwright.sync_api import expect

from articles.models import Article, Image, Revision
from articles.structure import Role
from tests.browser.fixtures import watch
from tests.cast import make_person
from tests.factories import figure, make_article, make_image, make_section
from tests.picture_files import photo, svg, truncated

TEXT = ".cke_wysiwyg_div"
EDITOR = "CKEDITOR.instances.id_body"
PICTURE_BUTTON = ".cke_button__articlepicture"
RESULTS = ".picker-results button"
CAPTION, CREDIT = '[data-part="caption"]', '[data-part="credit"]'

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

# A paste with HTML, plain text or files, as a browser sends it to the focused text.
PASTE = """([html, files]) => {
    const data = new DataTransfer();
    if (html) data.setData("text/html", html);
    for (const [name, content] of files) {
        const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], name, {type: "image/jpeg"}));
    }
    document.activeElement.dispatchEvent(
        new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""

HOSTILE = """\
<p>Dán: <script>window.ran = 1</script><img src="x" onerror="window.ran = 2"><a \
href="javascript:window.ran=3">liên kết</a> <a href="https://vi-du.example/" onclick="window.ran=4">\
ngoài</a></p><p><![CDATA[<img onerror=window.ran=5 src=x>]]></p><svg onload="window.ran=6"></svg>\
<iframe src="javascript:window.ran=7"></iframe><p style="color:red" class="MsoNormal">Từ Word</p>"""


@pytest.fixture
def desk(live_server, settings, own_site, page):
    """The managing editor's tab, signed in; static files are collected and hashed, DEBUG is off."""
    settings.STATIC_ROOT = str(own_site.folder / "static")
    hashed = {"BACKEND": "newsroom.staticfiles.HashedStaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": hashed}
    client = Client()
    client.force_login(make_person("managing_editor", Role.MANAGING_EDITOR))
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
    )
    page.server = live_server.url
    return page


def open_article(desk, article):
    desk.goto(f"{desk.server}/toa-soan/articles/article/{article.pk}/change/")
    expect(desk.locator(TEXT)).to_be_visible()


def open_body(desk, body):
    """The form of an article with this body, its editor ready."""
    article = make_article(body=body)
    open_article(desk, article)
    return article


def save(desk, button="_save"):
    desk.locator(f"[name={button}]").click()
    expect(desk.locator(".messagelist .success")).to_be_visible()
    expect(desk.locator(TEXT)).to_be_visible()


def written(desk):
    return desk.evaluate(f"{EDITOR}.getData()")


def figures(desk):
    """(image, caption, credit) of each figure in the editor, and what stands around them."""
    return desk.evaluate(
        f"""() => [...new DOMParser().parseFromString({EDITOR}.getData(), "text/html").body.children]
        .map((block) => block.localName === "figure"
            ? ["figure", Number(block.dataset.image),
               ...["caption", "credit"].map((part) =>
                   block.querySelector(`[data-part=${{part}}]`)?.textContent ?? "")]
            : [block.localName, block.textContent.trim()])"""
    )


def type_with_unikey(desk, before=""):
    """“Tiếng”, as an input method that takes letters back types it."""
    desk.keyboard.type(f"{before}Tieng")
    for _ in range(3):
        desk.keyboard.press("Backspace")
    desk.keyboard.insert_text("ếng")


def put_caret_after(desk, text):
    desk.locator(f"{TEXT} > p", has_text=text).click()
    desk.keyboard.press("End")


def choose_picture(desk, name):
    desk.locator(PICTURE_BUTTON).click()
    desk.locator(RESULTS, has_text=name).click()


def insert_picture(desk, name, **words):
    choose_picture(desk, name)
    for field, value in words.items():
        desk.locator(f".picker [name={field}]").fill(value)
    put_in(desk)


def put_in(desk):
    desk.locator("[data-insert]").click()
    expect(desk.locator(".picker")).not_to_be_visible()


# --- Writing --------------------------------------------------------------------------------------


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


# --- Pictures -------------------------------------------------------------------------------------


def test_a_picture_goes_from_the_dialog_to_the_readers(desk):
    image = make_image("ben.jpg")
    article = open_body(desk, "<p>Trước.</p>\n<p>Sau.</p>")
    put_caret_after(desk, "Trước.")
    words = {"alt": "Bến sông", "caption": "Bến “sớm” <1>", "credit": "Hạ Miên"}
    insert_picture(desk, "ben.jpg", **words)
    expect(desk.locator(f"{TEXT} figure img")).to_have_js_property("naturalWidth", 640)
    assert "<img" not in written(desk)
    save(desk)
    put = ["figure", image.pk, "Bến “sớm” <1>", "Hạ Miên"]
    assert figures(desk) == [["p", "Trước."], put, ["p", "Sau."]]
    save(desk, "_publish")
    desk.goto(f"{desk.server}{article.publications.get().get_absolute_url()}")
    shown = desk.locator("main figure")
    assert shown.inner_text().strip() == "Bến “sớm” <1> Ảnh: Hạ Miên"
    expect(shown.locator("img")).to_have_attribute("alt", "Bến sông")
    shown.locator("img").evaluate("img => img.decode()")


def test_the_archive_is_searched_without_accents(desk):
    make_image("den-troi.jpg")
    make_image("khac.jpg")
    open_body(desk, "<p>Một.</p>")
    desk.locator(PICTURE_BUTTON).click()
    expect(desk.locator(RESULTS)).to_have_count(2)
    desk.locator("[data-query]").fill("ĐÈN trôi")
    expect(desk.locator(RESULTS)).to_have_count(1)
    desk.locator("[data-query]").fill("khong co")
    expect(desk.locator(RESULTS)).to_have_count(0)
    expect(desk.locator("[data-status]")).not_to_be_empty()


def test_a_new_picture_is_sent_and_the_archive_learns_its_words(desk):
    open_body(desk, "<p>Một.</p>")
    desk.locator(PICTURE_BUTTON).click()
    desk.locator("[data-files]").set_input_files(
        {"name": "Bến (1).jpg", "mimeType": "image/jpeg", "buffer": photo()}
    )
    desk.locator(".picker [name=caption]").fill("Bến sớm.")
    put_in(desk)
    expect(desk.locator(f"{TEXT} figure img")).to_have_js_property("naturalWidth", 640)
    image = Image.objects.get()
    assert (image.original_filename, image.caption) == ("Bến (1).jpg", "Bến sớm.")


def test_what_cannot_be_sent_is_refused_with_a_sentence_beside_what_can(desk):
    open_body(desk, "<p>Một.</p>")
    desk.locator(PICTURE_BUTTON).click()
    sent = {"hong.jpg": truncated(photo()), "tot.jpg": photo(), "ve.svg": svg()}
    desk.locator("[data-files]").set_input_files(
        [{"name": name, "mimeType": "image/jpeg", "buffer": data} for name, data in sent.items()]
    )
    refusals = desk.locator("[data-sending] [role=alert]")
    expect(refusals).to_have_count(2)
    expect(refusals.nth(0)).to_contain_text("hong.jpg")
    expect(refusals.nth(1)).to_contain_text("SVG")
    expect(desk.locator(RESULTS, has_text="tot.jpg")).to_have_count(1)
    assert Image.objects.count() == 1


def test_a_file_too_large_is_told_before_it_is_sent(desk):
    open_body(desk, "<p>Một.</p>")
    desk.locator(PICTURE_BUTTON).click()
    desk.evaluate("document.querySelector('dialog.picker').dataset.maxBytes = '10'")
    desk.locator("[data-files]").set_input_files(
        {"name": "to.jpg", "mimeType": "image/jpeg", "buffer": photo()}
    )
    expect(desk.locator("[data-sending] [role=alert]")).to_contain_text("to.jpg")
    assert not Image.objects.exists()


def test_who_has_been_signed_out_is_told_and_loses_nothing(desk):
    open_body(desk, "<p>Một.</p>")
    desk.locator(PICTURE_BUTTON).click()
    desk.context.clear_cookies(name="desk")
    desk.locator("[data-files]").set_input_files(
        {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": photo()}
    )
    expect(desk.locator("[data-sending] [role=alert]")).to_be_visible()
    desk.keyboard.press("Escape")
    assert written(desk) == "<p>Một.</p>"


@pytest.mark.parametrize(
    ("inside", "after"),
    [
        (CAPTION, 1),
        (f"{TEXT} li", 2),
        (f"{TEXT} td", 3),
        (f"{TEXT} blockquote p", 4),
    ],
)
def test_a_picture_is_never_put_into_another_block(desk, inside, after):
    first, second = make_image("mot.jpg"), make_image("hai.jpg")
    body = (
        f"<p>Đầu.</p>{figure(first, 'Một.')}<ul><li>x</li></ul>"
        "<table><tbody><tr><td>y</td></tr></tbody></table><blockquote><p>z</p></blockquote>"
    )
    open_body(desk, body)
    desk.locator(inside).first.click()
    insert_picture(desk, "hai.jpg")
    blocks = figures(desk)
    assert blocks[after + 1] == ["figure", second.pk, "", ""]
    assert [name for name, *_ in blocks if name == "figure"] == ["figure"] * 2
    assert blocks[1] == ["figure", first.pk, "Một.", ""]


def test_a_picture_takes_the_place_of_an_empty_line(desk):
    make_image("mot.jpg")
    open_body(desk, "<p>Đầu.</p>\n<p>Cuối.</p>")
    put_caret_after(desk, "Đầu.")
    desk.keyboard.press("Enter")
    insert_picture(desk, "mot.jpg")
    assert [name for name, *_ in figures(desk)] == ["p", "figure", "p", "p"]
    assert figures(desk)[2] == ["p", ""]


def test_a_picture_put_in_after_an_undo_still_lands_at_the_caret(desk):
    image = make_image("mot.jpg")
    open_body(desk, "<p>Một.</p>\n<p>Hai.</p>\n<p>Ba.</p>")
    put_caret_after(desk, "Hai.")
    desk.keyboard.type("!")
    wanted = [["p", "Một."], ["p", "Hai.!"], ["figure", image.pk, "", ""], ["p", "Ba."]]
    for _ in range(2):
        insert_picture(desk, "mot.jpg")
        assert figures(desk) == wanted
        desk.keyboard.press("Control+z")
        assert figures(desk) == [["p", "Một."], ["p", "Hai.!"], ["p", "Ba."]]
    desk.keyboard.press("Control+y")
    assert figures(desk) == wanted


def test_figures_outlive_undo_and_can_be_written_in_afterwards(desk):
    image = make_image("mot.jpg")
    open_body(desk, f"<p>Đầu.</p>{figure(image, 'Một.', 'An')}<p>Cuối.</p>")
    put_caret_after(desk, "Cuối.")
    desk.keyboard.press("Control+a")
    desk.keyboard.press("Delete")
    assert written(desk).strip() in {"", "<p>&nbsp;</p>"}
    desk.keyboard.press("Control+z")
    assert figures(desk)[1] == ["figure", image.pk, "Một.", "An"]
    desk.locator(CAPTION).click()
    desk.keyboard.press("End")
    type_with_unikey(desk, " ")
    assert figures(desk)[1] == ["figure", image.pk, "Một. Tiếng", "An"]


def test_a_double_click_changes_the_description_and_the_picture(desk):
    first, second = make_image("mot.jpg"), make_image("hai.jpg")
    open_body(desk, f"<p>Đầu.</p>{figure(first, 'Một.', 'An')}<p>Cuối.</p>")
    desk.locator(f"{TEXT} figure img").dblclick()
    expect(desk.locator(".picker [name=caption]")).to_have_value("Một.")
    desk.locator("[data-other]").click()
    desk.locator(RESULTS, has_text="hai.jpg").click()
    expect(desk.locator(".picker [name=caption]")).to_have_value("Một.")
    desk.locator(".picker [name=alt]").fill("Mô tả mới")
    desk.locator("[data-change]").click()
    save(desk)
    assert figures(desk)[1] == ["figure", second.pk, "Một.", "An"]
    assert 'data-name="hai.jpg" data-alt="Mô tả mới"' in Article.objects.get().body


def test_a_missing_picture_is_named_and_can_be_sent_from_the_text(desk):
    image = make_image("3.jpg", missing=True)
    open_body(desk, f"<p>Đầu.</p>{figure(image, 'Chưa có.')}")
    place = desk.locator(f"{TEXT} figure[data-cke-no-file]")
    expect(place).to_have_count(1)
    assert "3.jpg" in place.evaluate("figure => getComputedStyle(figure, '::before').content")
    place.locator(CAPTION).click()
    desk.locator(".cke_button__articlepictureedit").click()
    desk.locator("[data-file]").set_input_files(
        {"name": "chup-lai.jpg", "mimeType": "image/jpeg", "buffer": photo()}
    )
    expect(desk.locator("[data-missing]")).not_to_be_visible()
    desk.locator("[data-change]").click()
    expect(desk.locator(f"{TEXT} figure img")).to_have_js_property("naturalWidth", 640)
    image.refresh_from_db()
    assert image.current.number == 1


def test_enter_leads_from_the_caption_to_the_credit_and_out_of_the_figure(desk):
    image = make_image("mot.jpg")
    open_body(desk, f"<p>Đầu.</p>{figure(image, 'Một.', 'An')}<p>Cuối.</p>")
    desk.locator(CAPTION).click()
    desk.keyboard.press("End")
    for text in ("1", "2"):
        desk.keyboard.type(text)
        desk.keyboard.press("Enter")
    desk.keyboard.type("3 ")
    assert figures(desk) == [
        ["p", "Đầu."], ["figure", image.pk, "Một.1", "An2"], ["p", "3 Cuối."],
    ]  # fmt: skip


# --- Pasting --------------------------------------------------------------------------------------


def paste(desk, html="", **files):
    encoded = [[name, base64.b64encode(data).decode()] for name, data in files.items()]
    desk.evaluate(PASTE, [html, encoded])


def test_nothing_hostile_that_is_pasted_runs_or_is_stored(desk):
    article = open_body(desk, "<p>Đầu.</p>")
    put_caret_after(desk, "Đầu.")
    paste(desk, HOSTILE)
    expect(desk.locator(TEXT)).to_contain_text("Từ Word")
    save(desk)
    assert desk.evaluate("window.ran") is None
    article.refresh_from_db()
    for trace in ("script", "onerror", "javascript:", "onclick", "CDATA", "img", "svg", "iframe"):
        assert trace not in article.body
    assert 'liên kết <a href="https://vi-du.example/">ngoài</a>' in article.body
    assert "<p>Từ Word</p>" in article.body


def test_a_picture_within_pasted_text_is_left_out_and_said_so(desk):
    open_body(desk, "<p>Đầu.</p>")
    put_caret_after(desk, "Đầu.")
    paste(
        desk, f'<p>Chữ.<img src="data:image/jpeg;base64,{base64.b64encode(photo()).decode()}"></p>'
    )
    expect(desk.locator(".cke_notification_warning")).to_have_count(1)
    assert "data:" not in written(desk)


def test_a_pasted_picture_file_is_sent_and_asks_for_its_words(desk):
    open_body(desk, "<p>Đầu.</p>\n<p>Cuối.</p>")
    put_caret_after(desk, "Đầu.")
    paste(desk, **{"chup.jpg": photo()})
    desk.locator(".picker [name=caption]").fill("Dán.")
    put_in(desk)
    image = Image.objects.get()
    assert figures(desk) == [["p", "Đầu."], ["figure", image.pk, "Dán.", ""], ["p", "Cuối."]]
    assert "data:" not in written(desk)


def test_word_sends_a_picture_of_the_text_along_and_only_the_text_is_taken(desk):
    open_body(desk, "<p>Đầu.</p>")
    put_caret_after(desk, "Đầu.")
    paste(desk, "<p>Chữ từ Word</p>", **{"image.jpg": photo()})
    expect(desk.locator(TEXT)).to_contain_text("Chữ từ Word")
    expect(desk.locator(".picker")).to_have_count(0)
    assert not Image.objects.exists()


def test_a_caption_takes_words_alone(desk):
    image = make_image("mot.jpg")
    open_body(desk, f"<p>Đầu.</p>{figure(image, 'Một')}")
    desk.locator(CAPTION).click()
    desk.keyboard.press("End")
    paste(desk, f"<p><b>đậm</b></p><p>hai</p>{figure(image, 'Lồng')}<h2>ba</h2>")
    expect(desk.locator(CAPTION)).to_contain_text("ba")
    assert figures(desk) == [["p", "Đầu."], ["figure", image.pk, "Mộtđậm hai ba", ""]]


def test_headings_of_other_levels_are_pasted_as_ours(desk):
    open_body(desk, "<p>Đầu.</p>")
    put_caret_after(desk, "Đầu.")
    paste(desk, "<h1>Một</h1><p>x</p><h5>Năm</h5><p>y</p>")
    expect(desk.locator(TEXT)).to_contain_text("Năm")
    assert figures(desk)[-4:] == [["h2", "Một"], ["p", "x"], ["h3", "Năm"], ["p", "y"]]


# --- The archive's own pages ----------------------------------------------------------------------


def test_pictures_are_sent_to_the_archive_each_with_its_own_outcome(desk):
    desk.goto(f"{desk.server}/toa-soan/articles/image/add/")
    desk.locator("[name=file]").set_input_files(
        [
            {"name": "tot.jpg", "mimeType": "image/jpeg", "buffer": photo()},
            {"name": "hong.jpg", "mimeType": "image/jpeg", "buffer": truncated(photo())},
        ]
    )
    expect(desk.locator("[data-sent] li")).to_have_count(1)
    expect(desk.locator("[data-sending] [role=alert]")).to_contain_text("hong.jpg")
    desk.locator("[data-sent] a").click()
    expect(desk.locator("h1")).to_contain_text("tot.jpg")


def test_the_focal_point_is_clicked_on(desk):
    image = make_image(data=photo(1200, 400))
    desk.goto(f"{desk.server}/toa-soan/articles/image/{image.pk}/change/")
    surface = desk.locator("[data-surface]")
    box = surface.bounding_box()
    surface.click(position={"x": box["width"] * 0.75, "y": box["height"] * 0.25})
    desk.locator("[data-focal] button").click()
    expect(desk.locator(".messagelist .success")).to_be_visible()
    image.refresh_from_db()
    assert image.current.number == 2
    assert image.current.focal_x == pytest.approx(0.75, abs=0.02)
    assert image.current.focal_y == pytest.approx(0.25, abs=0.02)


def test_nothing_is_asked_of_another_host_and_every_file_of_the_editor_is_there(desk):
    missing = []
    desk.on("response", lambda answer: missing.append(answer.url) if answer.status >= 400 else None)
    problems = watch(desk)
    open_body(desk, "<p>Một.</p>")
    names = json.loads(desk.evaluate("JSON.stringify(performance.getEntries().map(e => e.name))"))
    assert any("/static/ckeditor/ckeditor/lang/vi.js" in name for name in names)
    assert any("/static/articles/editor/picker." in name for name in names)
    assert (missing, problems) == ([], [])
