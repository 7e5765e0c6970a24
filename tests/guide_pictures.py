"""The pictures of the newsroom's guide, taken of the sample's desk: `python -m tests.guide_pictures`.

Each is a screen as its role has it, into docs/editors/images/, small enough to be kept with the text.
"""

import os
import sys
from io import BytesIO

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.services import chromium
from tests.services.sample import served_sample, use_its_settings
from tests.services.site import CHECKOUT

FOLDER = CHECKOUT / "docs" / "editors" / "images"
SIZE = {"width": 1200, "height": 800}
MOST_BYTES = 80_000
# Of WebP; the first that is small enough is taken.
QUALITIES = (80, 65, 50)
# What each picture shows: docs/editors/12-mot-ngay.md.
NAMES = (
    "ban-cua-toi-phong-vien",
    "viet-bai",
    "bien-tap",
    "hai-ban-canh-nhau",
    "duyet-bai",
    "sua-nhanh",
    "danh-sach-bai",
    "hen-gio",
    "vi-tri-bai",
    "dinh-chinh",
    "go-bai",
    "anh",
    "chon-anh",
    "binh-luan",
    "nhan-su",
)


def main() -> int:
    """Take them all anew; 0, or 1 where there is no browser."""
    if chromium.find() is None:
        print(chromium.MISSING)
        return 1
    FOLDER.mkdir(exist_ok=True)
    with served_sample() as sample:
        use_its_settings(sample)
        # Playwright's loop runs in this thread, beside which Django would refuse the database.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium.find(), args=chromium.ARGUMENTS
            )
            take_all(browser, sample.address)
            browser.close()
    for left in FOLDER.glob("*.webp"):
        if left.stem not in NAMES:
            left.unlink()
    print(f"{len(NAMES)} pictures in {FOLDER.relative_to(CHECKOUT)}/")
    return 0


def take_all(browser: Browser, site: str) -> None:
    """Every picture of `NAMES`, of the sample that this process belongs to and `site` serves."""
    # Only now: these need Django's settings.
    from tests import desk_screens as desk
    from tests.desk_screens import Screen, at
    from tests.sample_desk import fill_desk, open_screen

    rows = fill_desk()

    def article(name: str, row: object, person: str, first=None) -> Screen:
        return Screen(person, at(f"articles_article_{name}", row.pk), first)

    screens = (
        Screen(desk.REPORTER, at("index")),
        article("change", rows.draft, desk.REPORTER),
        article("change", rows.held, desk.EDITOR),
        article("change", rows.live, desk.CHIEF, desk.come_too_late),
        article("change", rows.awaiting, desk.HEAD),
        article("quick-fix", rows.live, desk.HEAD, mark_title),
        Screen(desk.MANAGING, at("articles_article_changelist")),
        article("schedule", rows.ready, desk.MANAGING),
        Screen(desk.MANAGING, at("articles_placement_changelist")),
        Screen(desk.CHIEF, at("articles_correction_change", rows.waiting_correction.pk)),
        article("withdraw", rows.live, desk.CHIEF),
        Screen(desk.PICTURES, at("articles_image_change", rows.picture.pk)),
        article("change", rows.live, desk.MANAGING, desk.look_for_pictures),
        Screen(desk.MODERATOR, at("comments_comment_changelist")),
        Screen(desk.ADMINISTRATOR, at("articles_user_change", rows.head.pk)),
    )
    for name, screen in zip(NAMES, screens, strict=True):
        context = open_screen(browser, site, screen.person, color_scheme="light")
        page = context.new_page()
        # The paper's letters come with a person's second page.
        page.goto(site + at("index"), wait_until="networkidle")
        desk.show(page, site, screen)
        page.set_viewport_size(SIZE)
        page.wait_for_load_state("networkidle")
        (FOLDER / f"{name}.webp").write_bytes(small(page.screenshot()))
        context.close()


def mark_title(page: Page) -> None:
    """Mark a word of the title, as one does who has found a slip there."""
    page.locator("[data-live-text] [data-kind=title]").dblclick(position={"x": 60, "y": 14})


def small(picture: bytes) -> bytes:
    """A screenshot as WebP of `MOST_BYTES` at most."""
    for quality in QUALITIES:
        packed = BytesIO()
        Image.open(BytesIO(picture)).convert("RGB").save(packed, "WEBP", quality=quality, method=6)
        if packed.tell() <= MOST_BYTES:
            break
    return packed.getvalue()


if __name__ == "__main__":
    sys.exit(main())
