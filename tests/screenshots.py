"""Pictures of the sample newspaper for people to look at: `python -m tests.screenshots`.

Front page, section, article, author, the answer to a wrong address and the article as it prints,
each at three widths, in the light and in the dark; into var/screenshots/.
"""

import shutil
import sys
from itertools import product

from playwright.sync_api import Browser, Page, sync_playwright

from tests.services import chromium
from tests.services.sample import served_sample
from tests.services.site import CHECKOUT

FOLDER = CHECKOUT / "var" / "screenshots"
WIDTHS = (360, 768, 1440)
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
    FOLDER.mkdir(parents=True)
    with served_sample() as sample, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=chromium.ARGUMENTS
        )
        paths = _paths(browser, sample.address)
        for width, scheme in product(WIDTHS, SCHEMES):
            _take(browser, sample.address, paths, width, scheme)
        browser.close()
    print(f"{len(list(FOLDER.iterdir()))} pictures in {FOLDER.relative_to(CHECKOUT)}/")
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


if __name__ == "__main__":
    sys.exit(main())
