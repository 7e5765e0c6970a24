"""What a phone fetches for a page: little before the pictures, and no picture larger than it stands."""

import itertools
import shutil
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from articles.actions.placing import place
from articles.models import PublishedArticle, Slot
from tests.factories import (
    figure,
    make_author,
    make_image,
    make_published,
    make_section,
    picture_bytes,
)
from tests.picture_files import talkative
from tests.trap_article import TRAP_PICTURES, TRAP_TEXT

PHONE = {"width": 360, "height": 640}
SHIFTS = """window.shifted = 0;
new PerformanceObserver(list => {
    for (const each of list.getEntries()) window.shifted += each.value;
}).observe({type: "layout-shift", buffered: true});"""


# --- An article, as gunicorn serves it --------------------------------------------------------


@pytest.fixture
def address(own_site):
    """Where the article with the traps of real copy is read, on a server of its own."""
    folder = own_site.folder / "copy"
    folder.mkdir()
    (folder / "bai.txt").write_text(TRAP_TEXT, encoding="utf-8")
    for name in TRAP_PICTURES:
        (folder / name).write_bytes(talkative())
    own_site.manage("import_articles", str(folder), "--publish", "--create-sections")
    with own_site.server() as site:
        yield site


def test_an_article_is_light_comes_from_one_host_and_does_not_move(address, context):
    page = context.new_page()
    page.set_viewport_size(PHONE)
    page.add_init_script(SHIFTS)
    page.goto(f"{address}/")
    path = page.get_attribute("h3 a, h2 a:not(.block-name a)", "href")
    fetched = []
    page.on("requestfinished", lambda request: fetched.append(request))
    with page.expect_response("**/share.*"):
        page.goto(address + path)
    page.evaluate("document.fonts.ready.then(() => 0)")
    for img in page.locator("main figure img").all():
        img.scroll_into_view_if_needed()
        img.evaluate("img => img.decode()")
    page.mouse.wheel(0, 10_000)
    weights: Counter[str] = Counter()
    for request in fetched:
        assert request.url.startswith(f"{address}/")
        weights[request.resource_type] += request.sizes()["responseBodySize"]
    assert {"document", "stylesheet", "script", "font", "image"} <= set(weights)
    assert sum(weights.values()) - weights["image"] <= 60_000
    assert weights["script"] <= 10_000
    assert page.evaluate("window.shifted") == 0


# --- Pictures ---------------------------------------------------------------------------------


@pytest.fixture
def paper(live_server) -> dict[str, str]:
    """Addresses of every kind of page that shows large pictures."""
    for app in ("articles", "comments"):
        shutil.copytree(
            Path(finders.find(app)), Path(settings.STATIC_ROOT) / app, dirs_exist_ok=True
        )
    author = make_author("Nguyệt Hòa")
    colours = (f"#{number:06x}" for number in itertools.count())
    sections = [make_section() for _ in range(3)]

    def publish(section) -> PublishedArticle:
        # A picture of its own: of one that stands twice, a browser takes the larger file for both.
        image = make_image(data=picture_bytes(900, 600, next(colours)))
        body = figure(image) + "<p>Thân.</p>"
        return make_published(section=section, authors=[author], tags=("mưa lũ",), body=body)

    for section in sections:
        for _ in range(4):
            article = publish(section)
    for slot in Slot:
        place(publish(sections[0]).article, slot, by=None)
    paths = {
        "front": "/",
        "section": sections[0].get_absolute_url(),
        "author": author.get_absolute_url(),
        "tag": "/tu-khoa/mua-lu/",
        "article": article.get_absolute_url(),
    }
    return {name: live_server.url + path for name, path in paths.items()}


# For each picture: how wide it stands in dots of the screen, what was fetched, what was offered.
PICTURES = """async () => {
    const all = [...document.images];
    for (const each of all) each.loading = "eager";
    await Promise.all(all.map(each => each.decode()));
    return all.map(each => {
        const offered = each.srcset.split(", ").map(one => one.split(" "));
        const width = source => parseInt(offered.find(([url]) => source.endsWith(url))[1]);
        return {
            needed: each.getBoundingClientRect().width * devicePixelRatio,
            fetched: width(each.currentSrc),
            offered: offered.map(([, width]) => parseInt(width)),
            path: new URL(each.currentSrc).pathname,
        };
    });
}"""


def test_a_phone_never_fetches_a_wider_picture_than_it_shows(paper, browser):
    for dots in (1, 2, 3):
        context = browser.new_context(viewport=PHONE, device_scale_factor=dots)
        for name, address in paper.items():
            check_pictures(context.new_page(), address, f"{name}, {dots} dots a pixel")
        context.close()


def check_pictures(page, address: str, where: str) -> None:
    """Of each picture only one file is fetched: the narrowest that is enough, or a narrower one."""
    asked = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).path))
    page.goto(address)
    pictures = page.evaluate(PICTURES)
    assert pictures, where
    for picture in pictures:
        enough = [width for width in picture["offered"] if width >= picture["needed"] - 1]
        assert picture["fetched"] <= min(enough, default=max(picture["offered"])), (
            f"{where}: {picture}"
        )
    shown = {picture["path"] for picture in pictures}
    assert {path for path in asked if path.startswith("/media/")} == shown, where
