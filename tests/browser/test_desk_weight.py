"""What a browser with an empty cache fetches to open the page that an article is written on."""

import json

from playwright.sync_api import expect

from tests.browser.editing import TEXT

MOST_REQUESTS, MOST_BYTES = 40, 600_000
PICTURES = 6
# An editor, signed in, and an article of many paragraphs, with pictures among them.
SETTING = """
import json
from django.conf import settings
from django.test import Client
from articles.structure import Role
from tests.cast import make_person
from tests.factories import figure, make_article, make_image, picture_bytes
client = Client()
client.force_login(make_person("editor", Role.EDITOR), backend="articles.accounts.DeskBackend")
images = [make_image(f"{n}.jpg", data=picture_bytes(1200, 800 + n)) for n in range(%d)]
words = "<p>Một đoạn văn vừa phải trong một bài dài.</p>"
article = make_article(body="".join(figure(image) + words for image in images) + words * 100)
print("SETTING", json.dumps([client.cookies[settings.SESSION_COOKIE_NAME].value, article.pk]))
"""


def test_the_article_form_is_opened_with_few_and_light_requests(own_site, context, page):
    printed = own_site.manage("shell", "--no-imports", "-c", SETTING % PICTURES)
    session, article = json.loads(printed.split("SETTING ")[1])
    fetched = []
    page.on("requestfinished", lambda request: fetched.append(request))
    with own_site.server() as server:
        context.add_cookies([{"name": "desk", "value": session, "url": f"{server}/toa-soan/"}])
        with page.expect_response("**/pulse/"):
            page.goto(f"{server}/toa-soan/articles/article/{article}/change/")
        expect(page.locator(TEXT)).to_be_visible()
        # The longest way that anybody reads: to the last picture.
        page.locator(f"{TEXT} figure img").last.scroll_into_view_if_needed()
        page.wait_for_load_state("networkidle")
        weights = {request.url: request.sizes()["responseBodySize"] for request in fetched}
        shown = page.locator(f"{TEXT} figure img").evaluate_all(
            "images => images.filter((image) => image.naturalWidth).length"
        )
        assert shown == PICTURES
        # A page that is slow to open pulses twice: each address counts once.
        assert len(weights) <= MOST_REQUESTS, sorted(weights)
        assert sum(weights.values()) <= MOST_BYTES, weights
        # Fewer than these would be a page without its editor.
        assert len(weights) > 20 and sum(weights.values()) > 100_000
