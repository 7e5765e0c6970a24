"""The story of one article, played by six people: each step also tried by who may not take it."""

import pytest
from playwright.sync_api import expect

from articles.models import Article, Correction, PublishedArticle, PublishedCorrection
from articles.structure import State
from tests import factories
from tests.browser.people import Person
from tests.cast import make_cast
from tests.desk import address, last_act

ROLES = ("reporter", "editor", "section_head", "managing_editor", "editor_in_chief", "stranger")
TOLD = {
    "heading": "Mức nước ở trạm thủy văn",
    "wrong": "Bài viết nước xuống hai gang tay.",
    "right": "Đúng là ba gang tay. Tòa soạn xin lỗi bạn đọc.",
}


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


def live_title(article: Article) -> str:
    return PublishedArticle.objects.visible().get(article=article).title


def test_an_article_goes_from_its_author_to_readers_is_mended_corrected_and_withdrawn(people):
    section = factories.make_section("Thời sự", steps=2)
    people["section_head"].user.sections.add(section)
    article = it_is_written(people, section)
    it_is_edited(people, article)
    it_comes_back(people, article)
    it_is_approved_and_published(people, article)
    a_slip_is_mended(people, article)
    a_mistake_is_corrected(people, article)
    it_is_withdrawn(people, article)
    # The history tells it all, in order.
    people["editor_in_chief"].open(address("history", article.pk))
    expect(people["editor_in_chief"].page.locator(".history .moved")).to_have_count(9)


def it_is_written(people, section) -> Article:
    """The reporter writes and submits in one press; a stranger writes nothing."""
    reporter, stranger = people["reporter"], people["stranger"]
    stranger.open(address("add"))
    expect(stranger.page.locator("[name=password]")).to_be_visible()
    assert stranger.post(address("add"), {"title": "Lén", "section": str(section.pk)}) in (302, 403)
    assert not Article.objects.exists()
    reporter.open(address("add"))
    expect(reporter.page.locator("[name=_publish]")).to_be_disabled()
    expect(reporter.page.locator("#publish-reason")).to_contain_text("Vai trò của bạn không được")
    reporter.page.locator("#id_title").fill("Nước rút")
    reporter.page.locator("#id_sapo").fill("Ba ngày sau lũ, cả thôn vét bùn.")
    reporter.page.locator("#id_section").select_option(str(section.pk))
    reporter.press("[name=_submit]")
    article = Article.objects.get()
    assert state(article) == State.SUBMITTED
    return article


def it_is_edited(people, article) -> None:
    """Only editors take it; while one has it nobody else changes it or sends it on."""
    reporter, editor, stranger = people["reporter"], people["editor"], people["stranger"]
    for person in (reporter, stranger):
        person.is_refused(article, "claim", "forward")
    editor.do(article, "claim")
    assert state(article) == State.EDITING
    for person in (reporter, people["managing_editor"]):
        before = last_act()
        person.see(article)
        expect(person.page.locator("#id_title")).to_have_count(0)
        expect(person.page.locator(".why-not").first).not_to_be_empty()
        fields = {"title": "Lén", "section": str(article.section_id), "version": "1", "_save": "1"}
        assert person.post(address("change", article.pk), fields) == 403
        assert last_act() == before
    for person in (reporter, stranger):
        person.is_refused(article, "return", reason="Lén")
    editor.see(article)
    editor.page.locator("#id_title").fill("Nước rút, cả thôn vét bùn")
    editor.press("[name=_forward]")
    assert state(article) == State.AWAITING_APPROVAL


def it_comes_back(people, article) -> None:
    """It comes back with a reason, which its author reads and answers."""
    reporter, head = people["reporter"], people["section_head"]
    for person in (reporter, people["editor"], people["stranger"]):
        person.is_refused(article, "approve", "return", reason="Lén")
    head.see(article)
    head.page.locator("a[href$='/return/']").click()
    head.page.locator(".verb-go button").click()
    expect(head.page.locator(".errorlist").first).to_be_visible()
    assert state(article) == State.AWAITING_APPROVAL
    head.page.locator("[name=reason]").fill("Thiếu số liệu của trạm thủy văn.")
    head.press(".verb-go button")
    assert state(article) == State.RETURNED
    for person in (people["managing_editor"], people["stranger"]):
        # Sent back once is enough; a stranger submits for nobody.
        person.is_refused(article, "return", reason="Lén")
    people["stranger"].is_refused(article, "submit")
    reporter.open("/toa-soan/")
    expect(reporter.page.locator(".desk-notices")).to_contain_text("Thiếu số liệu")
    reporter.page.locator(".desk-notices .headline").first.click()
    reporter.page.locator("#id_sapo").fill("Nước xuống hai gang tay, theo trạm thủy văn.")
    reporter.press("[name=_submit]")


def it_is_approved_and_published(people, article) -> None:
    """Two people approve, one of them twice is one too few; who may not publish does not."""
    editor, head, stranger = people["editor"], people["section_head"], people["stranger"]
    editor.do(article, "claim")
    editor.see(article)
    editor.press("[name=_forward]")
    head.do(article, "approve")
    head.is_refused(article, "approve", "publish")
    head.see(article)
    expect(head.page.locator("[name=_publish]")).to_be_disabled()
    expect(head.page.locator("#publish-reason")).to_contain_text("2")
    people["managing_editor"].do(article, "approve")
    for person in (people["reporter"], editor, stranger):
        person.is_refused(article, "publish", "urgent", reason="Lén")
    assert not PublishedArticle.objects.exists()
    head.see(article)
    head.press("[name=_publish]")
    assert state(article) == State.PUBLISHED
    stranger.open(f"/{article.pk}")
    expect(stranger.page.locator("h1")).to_have_text("Nước rút, cả thôn vét bùn")


def a_slip_is_mended(people, article) -> None:
    """The section head marks it in the text; readers have the right word at once."""
    head, stranger = people["section_head"], people["stranger"]
    for person in (people["reporter"], people["editor"], stranger):
        person.is_refused(article, "quick-fix", passage="vét bùn", words="Lén")
    assert live_title(article) == "Nước rút, cả thôn vét bùn"
    head.see(article)
    head.page.locator("a[href$='/quick-fix/']").click()
    head.page.locator("[data-live-text] [data-kind=title]").click(click_count=3)
    expect(head.page.locator("#id_passage")).to_have_value("Nước rút, cả thôn vét bùn")
    head.page.locator("#id_words").fill("Nước rút, cả xóm vét bùn")
    head.press(".verb-go button")
    assert live_title(article) == "Nước rút, cả xóm vét bùn"
    stranger.open(f"/{article.pk}")
    expect(stranger.page.locator("h1")).to_have_text("Nước rút, cả xóm vét bùn")


def a_mistake_is_corrected(people, article) -> None:
    """The editor writes what was wrong, another person approves it, and readers are told for good."""
    editor, chief, stranger = people["editor"], people["editor_in_chief"], people["stranger"]
    stranger.is_refused(article, "correct", **TOLD)
    assert not Correction.objects.exists()
    editor.do(article, "correct", **TOLD)
    correction = Correction.objects.get()
    # Whoever wrote it does not approve it, and neither does a reporter.
    for person in (editor, people["reporter"], stranger):
        person.is_refused(correction, "approve", "decline", reason="Lén")
    stranger.open("/dinh-chinh/")
    expect(stranger.page.locator("main")).not_to_contain_text(TOLD["heading"])
    assert not PublishedCorrection.objects.exists()
    chief.open("/toa-soan/")
    chief.page.locator(".desk-list .headline", has_text=TOLD["heading"]).click()
    chief.page.locator("a[href$='/approve/']").click()
    chief.press(".verb-go button")
    for path in (f"/{article.pk}", "/dinh-chinh/"):
        stranger.open(path)
        for text in TOLD.values():
            expect(stranger.page.locator("main")).to_contain_text(text)
    # It stands for good.
    chief.is_refused(correction, "decline", reason="Lén")


def it_is_withdrawn(people, article) -> None:
    """With a reason that reaches the author, and a page that tells readers so."""
    reporter, chief, stranger = people["reporter"], people["editor_in_chief"], people["stranger"]
    for person in (reporter, people["editor"], stranger):
        person.is_refused(article, "withdraw", reason="Lén")
    chief.do(article, "withdraw", reason="Nguồn tin đính chính.", requested_by="Trạm thủy văn")
    assert state(article) == State.WITHDRAWN
    gone = stranger.page.goto(f"{stranger.server}/{article.pk}")
    assert gone is not None and gone.status == 410
    expect(stranger.page.locator("h1")).to_have_text("Bài viết đã được gỡ")
    stranger.open("/dinh-chinh/")
    expect(stranger.page.locator("main")).to_contain_text(TOLD["heading"])
    reporter.open("/toa-soan/")
    expect(reporter.page.locator(".desk-notices")).to_contain_text("Nguồn tin đính chính.")
    # Withdrawn once; there is nothing left to mend.
    chief.is_refused(article, "withdraw", "quick-fix", reason="Lén", passage="xóm", words="Lén")
