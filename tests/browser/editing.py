"""What a person does in the editor of an article's text; `desk` is the tab they are signed in with."""

from playwright.sync_api import expect

from tests.factories import make_article

TEXT = ".cke_wysiwyg_div"
EDITOR = "CKEDITOR.instances.id_body"
PICTURE_BUTTON = ".cke_button__articlepicture"
RESULTS = ".picker-results button"
CAPTION, CREDIT = '[data-part="caption"]', '[data-part="credit"]'


def open_article(desk, article):
    desk.goto(f"{desk.server}/toa-soan/articles/article/{article.pk}/change/")
    expect(desk.locator(TEXT)).to_be_visible()


def open_body(desk, body):
    """The form of an article with this body, its editor ready."""
    article = make_article(body=body)
    open_article(desk, article)
    return article


def save(desk, button="_save"):
    # What the page before said may still stand there.
    with desk.expect_navigation():
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
