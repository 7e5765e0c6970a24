"""Back to a page that was left: what the browser puts back is not taken for a newer version."""

from dataclasses import replace

from playwright.sync_api import expect

from articles.actions.saving import save
from tests import factories
from tests.browser.test_desk import cast, desk, open_article  # noqa: F401


def test_text_put_back_by_the_browser_does_not_go_over_a_colleagues(desk, live_server):  # noqa: F811
    article = factories.make_article(title="Bản đầu")
    open_article(desk, live_server, article)
    desk.on("dialog", lambda dialog: dialog.accept())
    desk.locator("[name=title]").fill("Tựa tôi gõ dở")
    desk.goto(f"{live_server.url}/toa-soan/")
    draft = article.revisions.get().draft
    save(article, replace(draft, title="Đồng nghiệp đã sửa"), by=None, base_version=article.version)
    desk.go_back()
    if desk.locator("[name=title]").input_value() != "Tựa tôi gõ dở":
        # This browser puts nothing back: then the page is simply the newest.
        assert desk.locator("[name=title]").input_value() == "Đồng nghiệp đã sửa"
        return
    desk.locator("[data-save]").click()
    expect(desk.locator(".form-problems")).to_be_visible()
    article.refresh_from_db()
    assert article.title == "Đồng nghiệp đã sửa"
