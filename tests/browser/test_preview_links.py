"""A preview link made on the desk, copied, opened by somebody without an account, and revoked."""

from playwright.sync_api import expect

from articles.models import PreviewLink
from tests.browser.fixtures import watch
from tests.desk import address
from tests.factories import figure, make_article, make_image

FIELD = "[data-copy-text]"


def make_link(desk, article) -> str:
    """The address of a link to the newest revision, as the desk shows it."""
    desk.goto(f"{desk.server}{address('change', article.pk)}")
    desk.locator(".preview-links a[href$='/preview-link/']").click()
    desk.locator("[name=days][value='1']").check()
    desk.locator(".verb-go button").click()
    expect(desk.locator(".messagelist .success")).to_be_visible()
    return desk.locator(FIELD).input_value()


def copied(desk) -> str:
    """What lies on the clipboard after the button was pressed."""
    button = desk.locator("[data-copy]")
    button.click()
    expect(button).to_have_text(button.get_attribute("data-done"))
    desk.locator("#id_kicker").fill("")
    desk.locator("#id_kicker").press("Control+v")
    return desk.locator("#id_kicker").input_value()


def test_a_link_goes_from_the_desk_to_an_outsider_until_it_is_revoked(desk, browser, settings):
    settings.SITE_URL = desk.server
    article = make_article(title="Nước rút", body=figure(make_image(), "Bến đò.") + "<p>Thân.</p>")
    link = make_link(desk, article)
    assert link.startswith(f"{desk.server}/xem-truoc/")
    assert copied(desk) == link

    outside = browser.new_context(viewport={"width": 360, "height": 740})
    reader = outside.new_page()
    problems = watch(reader)
    reader.goto(link)
    expect(reader.locator("h1")).to_have_text("Nước rút")
    expect(reader.locator(".preview-banner")).to_contain_text("chưa xuất bản")
    loaded = "(picture) => picture.decode().then(() => picture.naturalWidth)"
    assert reader.locator("article img").evaluate(loaded) > 0
    assert reader.evaluate("document.documentElement.scrollWidth") == 360
    assert outside.cookies() == []
    assert PreviewLink.objects.get().opens == 1

    desk.reload()
    expect(desk.locator(".preview-links")).to_contain_text("1")
    desk.locator(".preview-links a[href*='/revoke-link/']").click()
    desk.locator(".verb-go button").click()
    expect(desk.locator(".messagelist .success")).to_be_visible()
    expect(desk.locator(FIELD)).to_have_count(0)
    reader.reload()
    expect(reader.locator("h1")).to_have_text("Liên kết xem trước không mở được")
    expect(reader.locator("article")).to_have_count(0)
    outside.close()
    assert not problems


def test_the_address_is_copied_where_the_browser_keeps_its_clipboard_to_itself(desk):
    devtools = desk.context.new_cdp_session(desk)
    target = devtools.send("Target.getTargetInfo")["targetInfo"]
    denied = {"permission": {"name": "clipboard-write"}, "setting": "denied"}
    where = {"origin": desk.server, "browserContextId": target["browserContextId"]}
    devtools.send("Browser.setPermission", denied | where)
    link = make_link(desk, make_article())
    refused = "navigator.clipboard.writeText('x').then(() => false, () => true)"
    assert desk.evaluate(refused)
    assert copied(desk) == link
