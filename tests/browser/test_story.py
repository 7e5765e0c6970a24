"""The story of one article, played by six people: each step also tried by who may not take it."""

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from articles.models import Activity, Article, PublishedArticle
from articles.structure import State
from tests import factories
from tests.browser.fixtures import watch
from tests.cast import make_cast
from tests.desk import address

ROLES = ("reporter", "editor", "section_head", "managing_editor", "editor_in_chief", "stranger")


class Person:
    """Somebody at their own screen."""

    def __init__(self, browser, server: str, user) -> None:
        self.user, self.server = user, server
        self.context = browser.new_context(locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh")
        self.context.set_default_timeout(15_000)
        client = Client()
        client.force_login(user, backend="articles.accounts.DeskBackend")
        name = settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": client.cookies[name].value}
        self.context.add_cookies([cookie | {"url": f"{server}{settings.SESSION_COOKIE_PATH}"}])
        self.page = self.context.new_page()
        self.problems = watch(self.page)

    def open(self, path: str) -> None:
        self.page.goto(f"{self.server}{path}")

    def see(self, article: Article) -> None:
        self.open(address("change", article.pk))

    def press(self, selector: str) -> None:
        """Press a button that does something; the next page says that it is done."""
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()
        expect(self.page.locator(".messagelist .success")).to_be_visible()

    def do(self, article: Article, verb: str, **typed: str) -> None:
        """Go to an act from the article's page, fill in what it asks for, and do it."""
        self.see(article)
        self.page.locator(f"a[href*='/{verb}/']").first.click()
        expect(self.page.locator(".verb-form")).to_be_visible()
        for name, value in typed.items():
            self.page.locator(f"[name={name}]").fill(value)
        self.press(".verb-go button")

    def forge(self, article: Article, verb: str, **fields: str) -> int:
        """Send an act's form without ever having been shown it; the status of the answer."""
        return self.post(
            address(verb, article.pk),
            {"version": str(Article.objects.get(pk=article.pk).version)} | fields,
        )

    def post(self, path: str, fields: dict[str, str]) -> int:
        self.open("/toa-soan/")
        tokens = self.page.locator("[name=csrfmiddlewaretoken]")
        token = tokens.first.get_attribute("value") if tokens.count() else ""
        answer = self.context.request.post(
            f"{self.server}{path}",
            form=fields | {"csrfmiddlewaretoken": token or ""},
            headers={"Referer": f"{self.server}/toa-soan/"},
            max_redirects=0,
        )
        return answer.status

    def is_refused(self, article: Article, verb: str, **fields: str) -> None:
        """The person finds no way to the act, reads why at its address, and a forgery does nothing."""
        before = Activity.objects.count()
        self.see(article)
        expect(self.page.locator(f"a[href$='/{article.pk}/{verb}/']")).to_have_count(0)
        self.open(address(verb, article.pk))
        if self.user.is_staff:
            why = self.page.locator(".problems li, .verb-form .errornote").first.text_content()
            assert why is not None and len(why.strip()) > 30
            assert self.forge(article, verb, **fields) in (403, 409)
        else:
            expect(self.page.locator("[name=password]")).to_be_visible()
            assert self.forge(article, verb, **fields) in (302, 403)
        assert Activity.objects.count() == before


@pytest.fixture
def people(browser, live_server):
    cast = make_cast()
    everybody = {role: Person(browser, live_server.url, getattr(cast, role)) for role in ROLES}
    yield everybody
    problems = [problem for person in everybody.values() for problem in person.problems]
    for person in everybody.values():
        person.context.close()
    assert not problems


def state(article: Article) -> str:
    return Article.objects.get(pk=article.pk).state


def test_an_article_goes_from_its_author_to_readers_and_back(people, live_server):
    reporter, editor, head = people["reporter"], people["editor"], people["section_head"]
    managing, chief = people["managing_editor"], people["editor_in_chief"]
    stranger = people["stranger"]
    section = factories.make_section("Thời sự", steps=2)
    head.user.sections.add(section)

    # A stranger writes nothing.
    stranger.open(address("add"))
    expect(stranger.page.locator("[name=password]")).to_be_visible()
    assert stranger.post(address("add"), {"title": "Lén", "section": str(section.pk)}) in (302, 403)
    assert not Article.objects.exists()

    # The reporter writes and submits in one press.
    reporter.open(address("add"))
    reporter.page.locator("#id_title").fill("Nước rút")
    reporter.page.locator("#id_sapo").fill("Ba ngày sau lũ, cả thôn vét bùn.")
    reporter.page.locator("#id_section").select_option(str(section.pk))
    reporter.press("[name=_submit]")
    article = Article.objects.get()
    assert state(article) == State.SUBMITTED

    # Only editors take it; while one has it nobody else changes it.
    for person in (reporter, stranger):
        person.is_refused(article, "claim")
    editor.do(article, "claim")
    assert state(article) == State.EDITING
    for person in (reporter, managing):
        person.see(article)
        expect(person.page.locator("#id_title")).to_have_count(0)
        expect(person.page.locator(".why-not").first).not_to_be_empty()
        fields = {"title": "Lén", "section": str(section.pk), "version": "1", "_save": "1"}
        assert person.post(address("change", article.pk), fields) == 403
    for person in (reporter, stranger):
        person.is_refused(article, "return", reason="Lén")
    editor.see(article)
    editor.page.locator("#id_title").fill("Nước rút, cả thôn vét bùn")
    editor.press("[name=_forward]")
    assert state(article) == State.AWAITING_APPROVAL

    # It comes back with a reason, which its author reads.
    for person in (reporter, editor, stranger):
        person.is_refused(article, "approve")
        person.is_refused(article, "return", reason="Lén")
    head.see(article)
    head.page.locator("a[href$='/return/']").click()
    head.page.locator(".verb-go button").click()
    expect(head.page.locator(".errorlist").first).to_be_visible()
    assert state(article) == State.AWAITING_APPROVAL
    head.page.locator("[name=reason]").fill("Thiếu số liệu của trạm thủy văn.")
    head.press(".verb-go button")
    assert state(article) == State.RETURNED
    reporter.open("/toa-soan/")
    expect(reporter.page.locator(".desk-notices")).to_contain_text("Thiếu số liệu")
    reporter.page.locator(".desk-notices .headline").first.click()
    reporter.page.locator("#id_sapo").fill("Nước xuống hai gang tay, theo trạm thủy văn.")
    reporter.press("[name=_submit]")

    # Two people approve; one of them twice is one too few.
    editor.do(article, "claim")
    editor.see(article)
    editor.press("[name=_forward]")
    head.do(article, "approve")
    head.is_refused(article, "approve")
    head.is_refused(article, "publish")
    head.see(article)
    expect(head.page.locator("[name=_publish]")).to_be_disabled()
    expect(head.page.locator("#publish-reason")).to_contain_text("2")
    managing.do(article, "approve")
    for person in (reporter, editor, stranger):
        person.is_refused(article, "publish")
    assert not PublishedArticle.objects.exists()
    head.see(article)
    head.press("[name=_publish]")
    assert state(article) == State.PUBLISHED
    public = f"{live_server.url}/{article.pk}"
    stranger.page.goto(public)
    expect(stranger.page.locator("h1")).to_have_text("Nước rút, cả thôn vét bùn")

    # Withdrawn, with a reason that reaches the author and a page that says so to readers.
    for person in (reporter, editor, stranger):
        person.is_refused(article, "withdraw", reason="Lén")
    chief.do(article, "withdraw", reason="Nguồn tin đính chính.")
    assert state(article) == State.WITHDRAWN
    gone = stranger.page.goto(public)
    assert gone is not None and gone.status == 410
    reporter.open("/toa-soan/")
    expect(reporter.page.locator(".desk-notices")).to_contain_text("Nguồn tin đính chính.")

    # The history tells it all, in order.
    chief.open(address("history", article.pk))
    expect(chief.page.locator(".history .moved")).to_have_count(9)
