"""Reading in a real browser: the article's text line by line, and the page in every light."""

import re
import shutil
import unicodedata
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command

from articles.actions.placing import place
from articles.actions.records import save_record
from articles.models import Masthead, PublishedArticle, Slot
from tests.factories import figure, make_author, make_image, make_published, make_section
from tests.picture_files import talkative
from tests.seed import SEED
from tests.trap_article import TRAP_PICTURES, TRAP_TEXT

WIDTHS = (360, 768, 1024, 1440, 1920)
EMPTY_LISTS = {"Nổi bật", "Đừng bỏ lỡ"}


@pytest.fixture(scope="module", autouse=True)
def _styles() -> None:
    """Put the readers' style sheets, scripts and letters where the live server looks for them."""
    for app in ("articles", "comments"):
        shutil.copytree(
            Path(finders.find(app)), Path(settings.STATIC_ROOT) / app, dirs_exist_ok=True
        )


# --- The text, character for character --------------------------------------------------------


def import_and_publish(folder: Path) -> PublishedArticle:
    """Take in the one article that lies in the folder, as a person at a terminal would."""
    call_command("import_articles", str(folder), "--publish", "--create-sections", verbosity=0)
    return PublishedArticle.objects.visible().get()


def expected_lines(text: str, pictures: tuple[str, ...], *, present: bool) -> list[str]:
    """The lines that the page has to hold: all but the pictures' names and empty lists' headings.

    Where the pictures are not `present`, the captions below their names are left out as well.
    """
    lines = [line for line in unicodedata.normalize("NFC", text).split("\n") if line]
    captions = {lines.index(name) + 1 for name in pictures}
    return [
        line
        for number, line in enumerate(lines)
        if line not in {*pictures, *EMPTY_LISTS} and (present or number not in captions)
    ]


def missing_lines(page, wanted: list[str]) -> list[str]:
    """The wanted lines that the page's visible text does not hold, in order and whole."""
    seen = iter(page.evaluate("document.body.innerText").split("\n"))
    return [line for line in wanted if line not in seen]


def read_through(page, live_server, publication: PublishedArticle) -> None:
    """Open the article and scroll to its end, so that every picture has come."""
    page.goto(f"{live_server.url}{publication.get_absolute_url()}")
    for img in page.locator("main figure img").all():
        img.scroll_into_view_if_needed()
        img.evaluate("img => img.decode()")


def check_text(page, live_server, folder: Path, text: str, pictures, *, present: bool) -> None:
    """Import the folder, publish, read: the page says what the file says."""
    publication = import_and_publish(folder)
    read_through(page, live_server, publication)
    wanted = expected_lines(text, pictures, present=present)
    assert len(wanted) > 12
    assert missing_lines(page, wanted) == []
    assert page.locator("main figure picture img").count() == (len(pictures) if present else 0)


@pytest.fixture
def trap(tmp_path) -> Path:
    """A folder that holds our own article with the traps of real copy, and no picture."""
    folder = tmp_path / "trap"
    folder.mkdir()
    (folder / "bai.txt").write_text(TRAP_TEXT, encoding="utf-8")
    return folder


def test_the_page_says_what_the_file_says(live_server, page, trap):
    for number, name in enumerate(TRAP_PICTURES):
        (trap / name).write_bytes(talkative(orientation=6 - number))
    check_text(page, live_server, trap, TRAP_TEXT, TRAP_PICTURES, present=True)


def test_it_says_so_without_the_pictures_as_well(live_server, page, trap):
    check_text(page, live_server, trap, TRAP_TEXT, TRAP_PICTURES, present=False)


if SEED.exists():
    SEED_PICTURES = ("3.jpg", "1(3).jpg")

    @pytest.fixture
    def seed(tmp_path) -> Path:
        """A folder that holds the real article page, and no picture."""
        folder = tmp_path / "seed"
        folder.mkdir()
        shutil.copy(SEED / "article.txt", folder)
        return folder

    def test_the_page_says_what_the_seed_says(live_server, page, seed):
        for name in SEED_PICTURES:
            shutil.copy(SEED / name, seed)
        text = (seed / "article.txt").read_text(encoding="utf-8")
        check_text(page, live_server, seed, text, SEED_PICTURES, present=True)

    def test_it_says_so_without_the_seeds_pictures_as_well(live_server, page, seed):
        text = (seed / "article.txt").read_text(encoding="utf-8")
        check_text(page, live_server, seed, text, SEED_PICTURES, present=False)


# --- The page in every light ------------------------------------------------------------------


@pytest.fixture
def paper(live_server) -> dict[str, str]:
    """Addresses of every kind of page, with long words, tall letters and many sections in them."""
    facts = {
        "name": "Sớm Mai",
        "slogan": "Tin đến trước chén trà đầu ngày",
        "copyright_notice": "Xin hỏi trước khi đăng lại.",
        "address": "12 phố Bến Sớm",
    }
    save_record(Masthead.current(), facts, by=None)
    sections = [make_section(name, slug=f"muc-{at}") for at, name in enumerate(SECTION_NAMES)]
    below = make_section("Ẫm thực Ễ Ộ Ứ", slug="con", parent=sections[0])
    author = make_author("Nguyễn Thị Ngọc Nghiễm")
    image = make_image()
    publication = make_published(
        title="Ẫ Ễ Ộ Ứ: nghiêng nghiêng khuya khuỷu trườn trưỡng về phía Ngã ba Khuỷnh",
        section=below,
        authors=[author],
        tags=("mưa lũ", "đê kè"),
        kicker="Phóng sự",
        body=figure(image, "Chú thích.", "Phan Chài") + LONG_BODY,
    )
    for slot in Slot:
        for at in range(3):
            fields = {"section": sections[at], "body": figure(image) + "<p>Thân.</p>"}
            place(make_published(**fields).article, slot, by=None)
    for section in sections:
        for _ in range(4):
            make_published(section=section, body=figure(image) + "<p>Thân.</p>", authors=[author])
    return {
        "front": live_server.url + "/",
        "article": live_server.url + publication.get_absolute_url(),
        "section": live_server.url + sections[0].get_absolute_url(),
        "author": live_server.url + author.get_absolute_url(),
        "tag": live_server.url + "/tu-khoa/mua-lu/",
        "nothing": live_server.url + "/khong-co/",
    }


SECTION_NAMES = ["Thời sự", "Đời sống", "Kinh tế", "Văn hóa", "Thể thao", "Giáo dục", "Sức khỏe"]
SECTION_NAMES += ["Khoa học - Công nghệ", "Bạn đọc", "Pháp luật"]
LONG_BODY = (
    "<h2>Tít phụ</h2><p>" + "Nước lên từng giờ một. " * 60 + "</p>"
    "<p>https://dia-chi.example/" + "dai" * 60 + "</p><blockquote><p>Một câu nói.</p></blockquote>"
    "<table><tbody><tr>" + "<td>Một ô khá rộng</td>" * 14 + "</tr></tbody></table>"
    "<ul><li>Một việc</li><li>Hai việc</li></ul><h3>Tít nhỏ</h3><p>Hết.</p>"
)


def test_no_page_scrolls_sideways_from_the_smallest_phone_to_the_widest_screen(paper, page):
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for name, address in paper.items():
            page.goto(address)
            scrollable = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert scrollable <= 0, f"{name} at {width}"


def test_styles_and_letters_have_come(paper, page):
    for name, address in paper.items():
        page.goto(address)
        assert page.evaluate("getComputedStyle(document.body).margin") != "8px", name
        page.evaluate("document.fonts.ready")
        assert page.evaluate("document.fonts.check('600 20px Newsreader', 'Ẫ')"), name


def test_no_text_is_transformed_and_headings_leave_room_for_two_marks(paper, page):
    for name, address in paper.items():
        page.goto(address)
        found = page.evaluate(
            """[...document.querySelectorAll("body *")].map(each => {
                const style = getComputedStyle(each);
                return [style.textTransform, each.matches("h1, h2, h3, .nameplate"),
                        parseFloat(style.lineHeight) / parseFloat(style.fontSize)];
            })"""
        )
        assert {transform for transform, _heading, _ratio in found} == {"none"}, name
        assert min(ratio for _transform, heading, ratio in found if heading) >= 1.299, name


def test_text_is_read_in_lines_of_a_comfortable_length(paper, page):
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(paper["article"])
    letters = page.evaluate(
        """(() => {
            const text = document.querySelector(".body > p");
            const range = document.createRange();
            range.selectNodeContents(text);
            const tops = new Set([...range.getClientRects()].map(each => Math.round(each.top)));
            return text.textContent.length / tops.size;
        })()"""
    )
    assert 55 <= letters <= 80


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_ink_is_legible_on_its_paper(paper, page, scheme):
    page.emulate_media(color_scheme=scheme)
    for name, address in paper.items():
        page.goto(address)
        for ink, ground in page.evaluate(INKS):
            assert contrast(ink, ground) >= 4.5, f"{name}: {ink} on {ground}"


# The colour of each piece of text and of what is painted nearest behind it.
INKS = """(() => {
    const pairs = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
        let behind = element;
        while (behind && getComputedStyle(behind).backgroundColor === "rgba(0, 0, 0, 0)")
            behind = behind.parentElement;
        const ground = getComputedStyle(behind || document.documentElement).backgroundColor;
        pairs.add(getComputedStyle(element).color + "|" + ground);
    }
    return [...pairs].map(pair => pair.split("|"));
})()"""


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2 between two colours written as `rgb(r, g, b)`."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    channels = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_by_keyboard_the_first_stop_leads_past_the_head_to_the_text(paper, page):
    page.goto(paper["article"])
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Đến nội dung chính"
    assert skip.bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_focus_can_be_seen(paper, page):
    page.goto(paper["front"])
    for _ in range(6):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none"


def test_without_script_the_page_is_whole_and_offers_no_dead_button(paper, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(paper["article"])
    assert page.locator("h1").is_visible()
    assert page.locator("[data-share] p").first.is_visible()
    assert page.locator("[data-print]").is_hidden()
    assert page.locator("[data-copy]").is_hidden()
    context.close()


def test_with_script_the_strip_copies_the_address(paper, page, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(paper["article"])
    button = page.get_by_role("button", name="Chép liên kết")
    button.click()
    page.get_by_role("button", name="Đã chép liên kết").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("link[rel=canonical]").get_attribute("href")
    assert page.get_by_role("button", name="In bài").is_visible()


def test_on_paper_only_the_article_is_printed(paper, page):
    page.goto(paper["article"])
    page.emulate_media(media="print")
    for kept in ("h1", ".byline", "figure img", "figcaption", ".notice", ".nameplate", ".imprint"):
        assert page.locator(kept).first.is_visible(), kept
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert page.get_by_text(canonical, exact=True).is_visible()
    for left_out in ("nav.sections", ".article-lists", ".share", ".skip", "form"):
        assert page.locator(left_out).first.is_hidden(), left_out


def test_nothing_moves_while_pictures_and_letters_come(paper, page):
    page.add_init_script(
        """window.shifted = 0;
        new PerformanceObserver(list => {
            for (const each of list.getEntries()) window.shifted += each.value;
        }).observe({type: "layout-shift", buffered: true});"""
    )
    for name in ("front", "article", "section"):
        page.goto(paper[name])
        page.evaluate("document.fonts.ready")
        page.evaluate("new Promise(done => setTimeout(done, 300))")
        assert page.evaluate("window.shifted") < 0.02, name
