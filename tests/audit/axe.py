"""axe-core over an example of everything that pages show, in every light and at every size."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product

from playwright.sync_api import Browser, Page, sync_playwright

from tests.services import chromium
from tests.services.node import MODULES

from .paper import Paper, Shown
from .report import Report

AXE = MODULES / "axe-core" / "axe.min.js"
WIDTHS = (360, 1440)
SCHEMES = ("light", "dark")
# In percent of the usual: what a reader sets in the browser, not a zoom of the page.
TEXT_SIZES = (100, 200)
# All that axe-core switches on by itself, and the size of targets, which it leaves off.
OPTIONS = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def check(paper: Paper) -> Report:
    """A violation of any severity is a fault; so is a page that scrolls sideways."""
    told: dict[str, list[str]] = defaultdict(list)
    script = AXE.read_text(encoding="utf-8")
    looks = 0
    with sync_playwright() as playwright:
        for percent in TEXT_SIZES:
            with _browser(playwright, percent) as browser:
                for width, scheme in product(WIDTHS, SCHEMES):
                    where = f"{width} px, {scheme}, text {percent} %"
                    for path, fault in _look(browser, paper, script, width, scheme):
                        told[fault].append(f"{path} at {where}")
                    looks += len(paper.examples)
    faults = [f"{fault}  ({len(on)} times, {on[0]})" for fault, on in told.items()]
    return Report(f"{len(paper.examples)} pages, {looks} looks", faults)


@contextmanager
def _browser(playwright, percent: int) -> Iterator[Browser]:
    """Chromium with the reader's own size of text."""
    browser = playwright.chromium.launch(
        executable_path=chromium.find(),
        args=[*chromium.ARGUMENTS, f"--blink-settings=defaultFontSize={16 * percent // 100}"],
    )
    yield browser
    browser.close()


def _look(
    browser: Browser, paper: Paper, script: str, width: int, scheme: str
) -> Iterator[tuple[str, str]]:
    """The path of a page with each thing that is wrong there."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, locale="vi-VN"
    )
    page = context.new_page()
    for shown in paper.examples:
        _open(page, paper.site, shown)
        if (over := page.evaluate(SIDEWAYS)) > 0:
            yield shown.path, f"scrolls sideways, up to {over} px"
        page.evaluate(script)
        for violation in page.evaluate("options => axe.run(options)", OPTIONS)["violations"]:
            for node in violation["nodes"]:
                target = " ".join(map(str, node["target"]))
                yield shown.path, f"{violation['id']} ({violation['impact']}): {target}"
    context.close()


def _open(page: Page, site: str, shown: Shown) -> None:
    """The page with the bytes that were fetched: what answers a form has no address to open."""

    def answer(route) -> None:
        route.fulfill(body=shown.html, content_type="text/html; charset=utf-8")

    address = site + shown.path
    page.route(address, answer)
    page.goto(address)
    page.evaluate("document.fonts.ready.then(() => 0)")
    page.unroute(address)
