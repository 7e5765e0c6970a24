"""axe-core over every screen of the desk, signed in as who works there, in every light."""

import os
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from urllib.parse import urlsplit

from django.urls import URLPattern, URLResolver, get_resolver, resolve
from playwright.sync_api import Error, Page, sync_playwright

from tests.desk_screens import (
    NO_PAGE,
    NO_PAGE_BEGINNINGS,
    SWITCHED_OFF,
    Screen,
    screens,
    show,
    turn,
)
from tests.sample_desk import fill_desk, open_screen
from tests.services import chromium

from .axe import AXE, OPTIONS, SIDEWAYS
from .paper import Paper
from .report import Report

# What another light or another width can break is asked at each; the rest at two of the four.
LOOKS = (
    (1440, "light", OPTIONS),
    (1440, "dark", {"runOnly": ["color-contrast", "link-in-text-block"]}),
    (768, "light", {"runOnly": ["color-contrast", "target-size", "scrollable-region-focusable"]}),
    (768, "dark", OPTIONS),
)
SMALLEST = 13  # in CSS pixels: what is read all day
SMALL_TEXT = """smallest => {
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (words.nextNode()) {
        const holder = words.currentNode.parentElement;
        const size = parseFloat(getComputedStyle(holder).fontSize);
        if (size >= smallest || !words.currentNode.data.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(words.currentNode);
        if (range.getBoundingClientRect().width > 1 && holder.checkVisibility())
            found.push([size, holder.localName, words.currentNode.data.trim().slice(0, 30)]);
    }
    return found;
}"""


def check(paper: Paper) -> Report:
    """A violation of any severity is a fault; so are small text and scrolling sideways."""
    # Playwright's loop runs in this thread, beside which Django would refuse the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    every = screens(fill_desk())
    told: dict[str, list[str]] = defaultdict(list)
    seen: set[str | None] = set()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=chromium.ARGUMENTS
        )
        for person, own in groupby(every, key=lambda screen: screen.person):
            context = open_screen(browser, paper.site, person)
            context.set_default_timeout(15_000)
            for screen in own:
                page = context.new_page()
                try:
                    for fault, where in _look(page, paper.site, screen):
                        told[fault].append(f"{where}, {person or 'nobody'}")
                except Error as error:
                    told[f"cannot be shown: {error.message}"].append(f"{screen.path}, {person}")
                seen |= {resolve(path).url_name for path in map(_path, (screen.path, page.url))}
                page.close()
            context.close()
        browser.close()
    faults = [f"{fault}  ({len(on)} times, {on[0]})" for fault, on in told.items()]
    faults += [f"no screen of this name is looked at: {name}" for name in _forgotten(seen)]
    return Report(f"{len(every)} screens, {len(every) * len(LOOKS)} looks", faults)


def _look(page: Page, site: str, screen: Screen) -> Iterator[tuple[str, str]]:
    """What is wrong on a screen, each with where that is."""
    show(page, site, screen)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for width, scheme, options in LOOKS:
        turn(page, width, scheme)
        where = f"{screen.path} at {width} px, {scheme}"
        if (over := page.evaluate(SIDEWAYS)) > 0:
            yield f"scrolls sideways, up to {over} px", where
        for size, holder, text in page.evaluate(SMALL_TEXT, SMALLEST):
            yield f"text of {size:g} px in {holder}: {text}", where
        for violation in page.evaluate("options => axe.run(options)", options)["violations"]:
            for node in violation["nodes"]:
                target = " ".join(map(str, node["target"]))
                yield f"{violation['id']} ({violation['impact']}): {target}", where


def _path(address: str) -> str:
    return urlsplit(address).path


def _forgotten(seen: set[str | None]) -> list[str]:
    """The names of the desk's addresses that show a page and that nobody has been at."""
    return sorted(
        name
        for name in _names(get_resolver(), within="toa-soan/")
        if name not in seen | NO_PAGE
        and not name.startswith(NO_PAGE_BEGINNINGS)
        and not name.endswith(SWITCHED_OFF)
    )


def _names(resolver: URLResolver, within: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            if str(pattern.pattern).startswith(within):
                yield from _names(pattern)
        elif isinstance(pattern, URLPattern) and not within and pattern.name:
            yield pattern.name
