"""Pictures of the sample newspaper for people to look at: `python -m tests.screenshots`.

Into var/screenshots/: front page, section, article, author, the answer to a wrong address and the
article as it prints, each at three widths, in the light and in the dark; into its folder desk/:
every screen of the desk at two widths, in both lights, numbered in the order of
`tests.desk_screens`.
"""

import os
import re
import shutil
import sys
from itertools import groupby, product

from playwright.sync_api import Browser, Page, sync_playwright

from tests.services import chromium
from tests.services.sample import served_sample, use_its_settings
from tests.services.site import CHECKOUT

FOLDER = CHECKOUT / "var" / "screenshots"
WIDTHS = (360, 768, 1440)
DESK_WIDTHS = (1440, 768)
FIRST_SCREEN = "/toa-soan/"
SCHEMES = ("light", "dark")
# Below the fold a picture waits until a reader comes near.
EVERY_PICTURE = """async () => {
    for (const each of document.images) each.loading = "eager";
    await Promise.all([...document.images].map(each => each.decode()));
    await document.fonts.ready;
}"""


def main() -> int:
    """Take them all; 0, or 1 where there is no browser."""
    if chromium.find() is None:
        print(chromium.MISSING)
        return 1
    shutil.rmtree(FOLDER, ignore_errors=True)
    (FOLDER / "desk").mkdir(parents=True)
    with served_sample() as sample, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=chromium.ARGUMENTS
        )
        paths = _paths(browser, sample.address)
        for width, scheme in product(WIDTHS, SCHEMES):
            _take(browser, sample.address, paths, width, scheme)
        use_its_settings(sample)
        _take_desk(browser, sample.address)
        browser.close()
    print(f"{len(list(FOLDER.rglob('*.png')))} pictures in {FOLDER.relative_to(CHECKOUT)}/")
    return 0


def _paths(browser: Browser, address: str) -> dict[str, str]:
    """The pages by their names: what the front page leads with, its section, its author."""
    page = browser.new_page()
    page.goto(f"{address}/")
    article = page.get_attribute(".lead h2 a", "href")
    page.goto(f"{address}{article}")
    paths = {
        "front": "/",
        "section": page.get_attribute(".article-head .kicker a", "href"),
        "article": article,
        "author": page.get_attribute("a[rel=author]", "href"),
        "not-found": "/khong-co-trang-nay/",
        "print": article,
    }
    page.close()
    return paths


def _take(browser: Browser, address: str, paths: dict[str, str], width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, locale="vi-VN"
    )
    page: Page = context.new_page()
    for name, path in paths.items():
        page.emulate_media(media="print" if name == "print" else "screen", color_scheme=scheme)
        page.goto(address + path)
        page.evaluate(EVERY_PICTURE)
        page.screenshot(path=FOLDER / f"{name}-{width}-{scheme}.png", full_page=True)
    context.close()


def _take_desk(browser: Browser, address: str) -> None:
    # Only now: these need Django's settings.
    from tests.desk_screens import screens, show, turn
    from tests.sample_desk import fill_desk, open_screen

    # Playwright's loop runs in this thread, beside which Django would refuse the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    numbered = enumerate(screens(fill_desk()), start=1)
    for person, own in groupby(numbered, key=lambda each: each[1].person):
        context = open_screen(browser, address, person)
        # The paper's letters come with a person's second page.
        context.new_page().goto(address + FIRST_SCREEN, wait_until="networkidle")
        for number, screen in own:
            page = context.new_page()
            show(page, address, screen)
            page.wait_for_load_state("networkidle")
            name = "-".join([f"{number:03}", person or "nobody", *_words(screen.path)])
            for width, scheme in product(DESK_WIDTHS, SCHEMES):
                turn(page, width, scheme)
                picture = FOLDER / "desk" / f"{name}-{width}-{scheme}.png"
                page.screenshot(path=picture, full_page=True)
            page.close()
        context.close()


def _words(path: str) -> list[str]:
    """What an address says after /toa-soan/, short enough for the name of a file."""
    return [word[:20] for word in re.findall(r"[\w-]+", path)[1:5]]


if __name__ == "__main__":
    sys.exit(main())
