"""What is pasted into an article's text, in a real browser."""

import base64

from playwright.sync_api import expect

from articles.models import Image
from tests.browser.editing import (
    CAPTION,
    TEXT,
    figures,
    open_body,
    put_caret_after,
    put_in,
    save,
    written,
)
from tests.factories import figure, make_image
from tests.picture_files import photo

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
