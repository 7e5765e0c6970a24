"""What is done with an article beyond saving it: each act asks first, is done once, and is logged."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from lxml import html

from articles.actions.permission import refusal
from articles.actions.publishing import publish
from articles.actions.records import replace_image_file, save_record
from articles.actions.refusals import Refused
from articles.actions.renaming import rename_author
from articles.actions.reviewing import claim, forward, submit
from articles.actions.withdrawing import withdraw
from articles.images.store import take_in
from articles.models import Activity, Article, PublishedArticle, PublishedBody
from tests import factories
from tests.desk import (
    acts_since,
    address,
    fields_of,
    last_act,
    newest,
    open_form,
    send,
    sign_in,
    text_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(cast):
    return sign_in(cast.managing_editor)


def do(client, verb: str, article: Article, **fields):
    article.refresh_from_db()
    return client.post(address(verb, article.pk), {"version": article.version} | fields)


def on_day(days: int) -> dict[str, str]:
    day = timezone.localtime() + timedelta(days=days)
    return {"at_0": f"{day:%d/%m/%Y}", "at_1": "06:00"}


def live(article: Article) -> PublishedArticle | None:
    return PublishedArticle.objects.visible().filter(article=article).first()


def scheduled(article: Article) -> list[PublishedArticle]:
    rows = article.publications.filter(visible_from__gt=timezone.now())
    return list(rows.order_by("visible_from"))


@pytest.mark.parametrize("verb", ["publish", "schedule", "withdraw", "restore"])
def test_opening_an_acts_page_asks_and_does_nothing(client, verb):
    article = factories.make_published().article
    last = last_act()
    response = client.get(address(verb, article.pk))
    page = html.fromstring(response.content.decode())
    assert response.status_code == 200
    assert article.title in text_of(response)
    assert page.xpath("//input[@name='version']/@value") == [str(article.version)]
    assert acts_since(last) == []


def test_publishing_shows_readers_the_newest_revision(client):
    article, last = factories.make_article(), last_act()
    response = do(client, "publish", article)
    assert response.url == address("change", article.pk)
    assert live(article).title == article.title
    assert acts_since(last) == [("publish", "managing_editor")]


def test_publishing_what_a_colleague_has_just_changed_is_refused_once(client):
    article = factories.make_article(title="Bản đã đọc")
    fields = {"version": article.version}
    send(client, article, open_form(client, article), title="Bản chưa đọc")
    last = last_act()
    response = client.post(address("publish", article.pk), fields)
    assert response.status_code == 409
    assert live(article) is None
    assert acts_since(last) == []
    page = html.fromstring(response.content.decode())
    (version,) = page.xpath("//input[@name='version']/@value")
    assert client.post(address("publish", article.pk), {"version": version}).status_code == 302
    assert live(article).title == "Bản chưa đọc"


def test_who_acts_too_late_is_led_to_what_they_have_not_read(cast, client):
    article = factories.make_article(title="Bản đã đọc", section=factories.make_section(steps=1))
    forward(claim(submit(article, by=cast.editor), by=cast.editor), by=cast.editor)
    form = fields_of(client.get(address("approve", article.pk)), "verb-form")
    colleague = sign_in(cast.editor_in_chief)
    for title in ("Bản thay hết", "Bản thay lần nữa"):
        send(colleague, article, open_form(colleague, article), title=title)
        late = client.post(address("approve", article.pk), form)
        assert late.status_code == 409
        form = fields_of(late, "verb-form")
    said = text_of(late)
    assert str(cast.editor_in_chief) in said
    assert "phiên bản 3" in said or "revision 3" in said
    assert "Chữ của bạn" not in said and "Your text" not in said
    page = html.fromstring(late.content.decode())
    (link,) = page.xpath("//form[@id='verb-form']//a[contains(@href, '/compare/')]/@href")
    assert link == f"{address('compare', article.pk)}?from=1"
    # From what was read to what would be approved, both saves in between.
    assert [side.key for side in client.get(link).context["sides"]] == ["1", "3"]
    assert not Article.objects.get(pk=article.pk).step
    assert client.post(address("approve", article.pk), form).status_code == 302
    assert Article.objects.get(pk=article.pk).step == 1


def test_an_act_that_is_not_late_says_nothing_of_changes(client):
    page = client.get(address("publish", factories.make_article().pk))
    assert "/compare/" not in page.content.decode()


@pytest.mark.parametrize("seen", ["", "x", "9" * 40, "１"])
def test_a_page_that_does_not_say_what_was_read_leads_nowhere(client, seen):
    article = factories.make_article()
    late = client.post(address("publish", article.pk), {"version": 0, "seen": seen})
    assert late.status_code == 409
    assert "/compare/" not in late.content.decode()


@pytest.mark.parametrize("version", [None, "", "x"])
def test_an_act_without_a_version_is_refused(client, version):
    article, last = factories.make_article(), last_act()
    fields = {} if version is None else {"version": version}
    response = client.post(address("publish", article.pk), fields)
    assert "version" in response.context["form"].errors
    assert str(response.context["form"].errors["version"][0]) in text_of(response)
    assert acts_since(last) == []


def test_the_same_is_not_published_twice_by_pressing_twice(client):
    article = factories.make_article(title="Một lần thôi")
    fields = {"version": article.version}
    assert client.post(address("publish", article.pk), fields).status_code == 302
    last = last_act()
    again = client.post(address("publish", article.pk), fields)
    assert again.status_code == 409
    assert "1" in str(again.context["form"].non_field_errors())
    assert (article.publications.count(), acts_since(last)) == (1, [])


@pytest.mark.parametrize(
    "what", ["author", "picture", "renderer", "scheduled", "withdrawn", "file"]
)
def test_the_same_revision_is_published_again_where_readers_get_something_else(cast, what):
    person = cast.managing_editor
    author, image = factories.make_author("Tư Ghềnh"), factories.make_image()
    body = f"{factories.figure(image)}<p>Chữ.</p>"
    article = factories.make_article(authors=[author], body=body)
    publish(article, by=person)
    with pytest.raises(Refused):
        publish(article, by=person)
    match what:
        case "author":
            rename_author(author, name="Hải Miên", by=None)
        case "picture":
            save_record(image, {"alt": "Bến đò lúc rạng đông"}, by=None)
        case "renderer":
            PublishedBody.objects.update(html_version=0)
        case "scheduled":
            publish(article, by=person, at=timezone.now() + timedelta(hours=1))
        case "withdrawn":
            withdraw(article, by=person, reason="Nhầm")
        case "file":
            stored = take_in(BytesIO(factories.picture_bytes(colour="red")), "khac.jpg")
            replace_image_file(image, stored, by=None)
    publish(article, by=person)
    assert article.publications.count() > 1


# --- At a time ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_time_is_read_day_first_in_every_language(cast, client, language):
    cast.managing_editor.desk_language = language
    cast.managing_editor.save()
    article, last = factories.make_article(), last_act()
    day = (timezone.localtime() + timedelta(days=40)).replace(day=2, hour=6, minute=0)
    fields = {"at_0": f"{day:%d/%m/%Y}", "at_1": "06:00"}
    assert do(client, "schedule", article, **fields).status_code == 302
    (row,) = scheduled(article)
    assert f"{timezone.localtime(row.visible_from):%d/%m/%Y %H:%M}" == f"{day:%d/%m/%Y} 06:00"
    assert acts_since(last) == [("schedule", "managing_editor")]


@pytest.mark.parametrize(
    "fields",
    [
        {"at_0": "01/01/2024", "at_1": "06:00"},
        {"at_0": "31/02/2030", "at_1": "06:00"},
        {"at_0": "", "at_1": "06:00"},
        {"at_0": "02/01/2030", "at_1": "25:00"},
        {"at_0": "01/01/9998", "at_1": "06:00"},
    ],
)
def test_a_time_that_cannot_be_is_refused_with_what_was_typed(client, fields):
    article, last = factories.make_article(), last_act()
    response = do(client, "schedule", article, **fields)
    page = html.fromstring(response.content.decode())
    assert "at" in response.context["form"].errors
    assert page.xpath("//input[@name='at_0']/@value") == [fields["at_0"]]
    assert acts_since(last) == []


@pytest.mark.parametrize(
    ("verb", "query"),
    [
        ("schedule", "at=abc"),
        ("assign", "due_at=zz&assignee=%00&priority=x"),
        ("cancel", "publication=x"),
        ("settle", "settled=x"),
        ("restore", "number=x"),
        ("revoke-link", "link=x"),
        ("quick-fix", "passage=%00"),
    ],
)
def test_an_address_that_chooses_what_cannot_be_opens_the_page_all_the_same(client, verb, query):
    article = factories.make_published().article
    assert client.get(f"{address(verb, article.pk)}?{query}").status_code == 200


def test_a_minute_that_has_a_publication_takes_no_other(client):
    article = factories.make_article()
    typed = on_day(1)
    assert do(client, "schedule", article, **typed).status_code == 302
    last = last_act()
    for second in ("06:00", "06:00:30", "06:00:59"):
        response = do(client, "schedule", article, **(typed | {"at_1": second}))
        assert "at" in response.context["form"].errors
    assert acts_since(last) == []
    assert do(client, "schedule", article, **(typed | {"at_1": "06:01"})).status_code == 302
    assert len(scheduled(article)) == 2


def test_each_scheduled_publication_is_cancelled_by_itself(client):
    article = factories.make_published().article
    for days in (1, 2):
        do(client, "schedule", article, **on_day(days))
    page = html.fromstring(client.get(address("change", article.pk)).content.decode())
    _first, second = page.xpath("//section[contains(@class, 'scheduled')]//a/@href")
    asked = client.get(second)
    chosen = html.fromstring(asked.content.decode()).xpath("//input[@name='publication'][@checked]")
    kept, later = scheduled(article)
    assert [radio.get("value") for radio in chosen] == [str(later.pk)]

    last = last_act()
    assert do(client, "cancel", article, publication=later.pk).status_code == 302
    assert [row.pk for row in scheduled(article)] == [kept.pk]
    assert acts_since(last) == [("cancel_publication", "managing_editor")]


def test_what_is_alone_to_be_chosen_is_chosen_and_one_of_several_is_not(client):
    article = factories.make_published().article

    def choices() -> list[tuple[str, bool]]:
        page = html.fromstring(client.get(address("cancel", article.pk)).content.decode())
        radios = page.xpath("//input[@name='publication']")
        return [(radio.get("value"), radio.get("checked") is not None) for radio in radios]

    do(client, "schedule", article, **on_day(1))
    (only,) = scheduled(article)
    assert choices() == [(str(only.pk), True)]
    do(client, "schedule", article, **on_day(2))
    assert choices() == [(str(row.pk), False) for row in scheduled(article)]


def test_a_publication_that_has_begun_cannot_be_cancelled(client):
    row = factories.make_published()
    last = last_act()
    response = do(client, "cancel", row.article, publication=row.pk)
    assert "publication" in response.context["form"].errors
    assert live(row.article) is not None
    assert acts_since(last) == []


# --- Withdrawing ----------------------------------------------------------------------------------


def test_withdrawing_says_what_will_happen_and_keeps_why(client):
    article = factories.make_published().article
    asked = html.fromstring(client.get(address("withdraw", article.pk)).content.decode())
    assert asked.xpath("//p[@class='consequences']")
    last = last_act()
    fields = {"reason": "Sai số liệu", "requested_by": "Ban biên tập", "document_number": "12/CV"}
    assert do(client, "withdraw", article, **fields).status_code == 302
    assert live(article) is None
    assert acts_since(last) == [("withdraw", "managing_editor")]
    told = " ".join(client.get(address("history", article.pk)).context["history"][0].details)
    assert all(words in told for words in fields.values())


@pytest.mark.parametrize("reason", ["", "  \n "])
def test_withdrawing_without_a_reason_is_refused_and_keeps_the_rest(client, reason):
    article = factories.make_published().article
    last = last_act()
    response = do(client, "withdraw", article, reason=reason, requested_by="Ban biên tập")
    page = html.fromstring(response.content.decode())
    assert "reason" in response.context["form"].errors
    assert page.xpath("//input[@name='requested_by']/@value") == ["Ban biên tập"]
    assert live(article) is not None
    assert acts_since(last) == []


def test_a_draft_is_not_withdrawn_and_the_page_says_why(cast, client):
    article, last = factories.make_article(), last_act()
    why = str(refusal("withdraw", cast.managing_editor, article))
    asked = client.get(address("withdraw", article.pk))
    assert why in text_of(asked)
    button = html.fromstring(asked.content.decode()).xpath("//p[@class='verb-go']/button")[0]
    assert "disabled" in button.attrib
    forged = do(client, "withdraw", article, reason="Thử")
    assert forged.status_code == 409
    assert why in text_of(forged)
    assert acts_since(last) == []


# --- Who may --------------------------------------------------------------------------------------


@pytest.mark.parametrize("verb", ["publish", "schedule", "withdraw", "cancel", "restore"])
def test_who_may_not_gets_a_sentence_and_nothing_happens(cast, verb):
    article = factories.make_published().article
    last, client = last_act(), sign_in(cast.reporter)
    for response in (client.get(address(verb, article.pk)), do(client, verb, article)):
        assert response.status_code == 403
        assert response.context["problems"][0] in text_of(response)
        assert response.context["problems"] != [""]
    assert acts_since(last) == []


def test_buttons_that_would_be_refused_are_grey_and_say_why(cast):
    article = factories.make_published().article
    page = sign_in(cast.editor).get(address("change", article.pk))
    text, shown = text_of(page), html.fromstring(page.content.decode())
    for act in ("schedule", "withdraw"):
        assert str(refusal(act, cast.editor, article)) in text
        assert not shown.xpath(f"//a[@href='{address(act, article.pk)}']")


def test_an_article_that_is_not_there_has_no_acts(client):
    assert client.get(address("publish", 1)).status_code == 302
    assert client.post(address("publish", 1), {"version": 1}).status_code == 302
    assert not Activity.objects.filter(act="publish").exists()


def test_publishing_again_after_withdrawal_is_possible(client):
    article = factories.make_published().article
    do(client, "withdraw", article, reason="Nhầm")
    assert do(client, "publish", article).status_code == 302
    assert live(article) is not None
    assert newest(article).title == live(article).title
