"""Pictures in an article's text, and in the archive, in a real browser."""

import pytest
from playwright.sync_api import expect

from articles.models import Article, Image
from tests.browser.editing import (
    CAPTION,
    PICTURE_BUTTON,
    RESULTS,
    TEXT,
    figures,
    insert_picture,
    open_body,
    put_caret_after,
    put_in,
    save,
    type_with_unikey,
    written,
)
from tests.factories import figure, make_image
from tests.picture_files import photo, svg, truncated


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
    # The field can be filled unseen; a person sees it once the dialog knows that the file is missing.
    expect(desk.locator("[data-missing]")).to_be_visible()
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


def test_a_field_for_a_file_speaks_the_desk_s_language_and_names_what_was_chosen(desk):
    image = make_image()
    desk.goto(f"{desk.server}/toa-soan/articles/image/{image.pk}/change/")
    button = desk.locator(".replace .file-button")
    expect(button).to_have_text("Chọn tệp")
    with desk.expect_file_chooser() as chooser:
        button.click()
    chooser.value.set_files(
        {"name": "moi.jpg", "mimeType": "image/jpeg", "buffer": photo(300, 200)}
    )
    expect(desk.locator(".replace .file-names")).to_have_text("moi.jpg")
    desk.locator(".replace button").click()
    expect(desk.locator(".archive-picture figcaption")).to_contain_text("300 × 200")
