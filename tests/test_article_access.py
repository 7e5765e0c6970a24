"""Who may write an article and who may publish it, by the form and by a forged one."""

import pytest
from django.core.files.storage import default_storage
from lxml import html

from articles.actions.assigning import assign
from articles.actions.permission import overrides_authorship, refusal
from articles.models import Article, PublishedArticle
from tests import factories
from tests.cast import make_person
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
    return sign_in(cast.editor)


def test_who_may_not_save_it_reads_it_and_learns_why(cast):
    article = factories.make_published(title="Của người khác", sapo="Đọc được.").article
    last = last_act()
    client = sign_in(cast.reporter)
    response = client.get(address("change", article.pk))
    page = text_of(response)
    assert response.status_code == 200
    assert "Đọc được." in page
    assert str(refusal("save_article", cast.reporter, article)) in page
    assert b"<textarea" not in response.content
    assert str(refusal("withdraw", cast.reporter, article)) not in page

    fields = {"title": "Đè lên", "section": article.section_id, "version": article.version}
    forged = client.post(address("change", article.pk), fields)
    assert forged.status_code == 403
    assert str(refusal("save_article", cast.reporter, article)) in text_of(forged)
    assert newest(article).title == "Của người khác"
    assert acts_since(last) == []


def test_a_byline_lets_a_reporter_write_on(cast):
    author = factories.make_author(user=cast.reporter)
    article = factories.make_article(authors=[author])
    client = sign_in(cast.reporter)
    assert send(client, article, open_form(client, article), title="Tôi sửa").status_code == 302
    assert newest(article).title == "Tôi sửa"


def test_who_is_given_an_article_writes_and_submits_it_until_it_is_anothers(cast):
    article = factories.make_article(by=cast.managing_editor)
    assign(article, by=cast.managing_editor, assignee=cast.reporter)
    client, stranger = sign_in(cast.reporter), sign_in(make_person("cây bút khác", "reporter"))
    assert send(client, article, open_form(client, article), title="Tôi viết").status_code == 302
    assert newest(article).title == "Tôi viết"
    article.refresh_from_db()
    for who in (stranger, client):
        page = who.get(address("change", article.pk)).content
        assert (b"<textarea" in page) == (who is client)
        fields = {"version": article.version}
        status = who.post(address("submit", article.pk), fields).status_code
        assert status == (302 if who is client else 403)
    article.refresh_from_db()
    assert article.state == "submitted"
    assign(article, by=cast.managing_editor, assignee=cast.editor)
    assert b"<textarea" not in client.get(address("change", article.pk)).content
    fields = {"title": "Đè lên", "section": article.section_id, "version": article.version}
    assert client.post(address("change", article.pk), fields).status_code == 403


@pytest.mark.parametrize("state", ["editing", "awaiting_approval"])
def test_who_was_given_it_does_not_change_what_others_edit_or_weigh(cast, state):
    article = factories.make_article(by=cast.managing_editor)
    assign(article, by=cast.managing_editor, assignee=cast.reporter)
    Article.objects.filter(pk=article.pk).update(state=state)
    article.refresh_from_db()
    client = sign_in(cast.reporter)
    assert b"<textarea" not in client.get(address("change", article.pk)).content
    assert client.post(address("change", article.pk), {"title": "x"}).status_code == 403


def test_being_given_an_article_makes_nobody_its_author(cast):
    """The one who made it stays its sole author, and the one it was given to is none of it."""
    article = factories.make_article(by=cast.managing_editor)
    article = assign(article, by=cast.managing_editor, assignee=cast.editor_in_chief)
    assert refusal("publish", cast.managing_editor, article) is not None
    assert not overrides_authorship(cast.editor_in_chief, article)
    head = make_person("trưởng ban", "section_head")
    head.sections.add(article.section)
    article = assign(article, by=cast.managing_editor, assignee=head)
    assert refusal("publish", head, article) is None


def test_an_article_in_the_bin_is_read_only_for_everyone(cast):
    article = factories.make_article(title="Trong thùng")
    Article.objects.filter(pk=article.pk).update(state="binned")
    client = sign_in(cast.editor_in_chief)
    response = client.get(address("change", article.pk))
    assert (response.status_code, b"<textarea" in response.content) == (200, False)
    assert client.post(address("change", article.pk), {"title": "x"}).status_code == 403


def test_only_writers_may_begin_an_article(cast):
    for person in (cast.picture_editor, cast.comment_moderator, cast.administrator):
        response = sign_in(person).get(address("add"))
        assert response.status_code == 403
        assert str(refusal("create_article", person)) in text_of(response)


def test_an_article_that_does_not_exist_leads_back_to_the_list(client):
    for pk in ("7", "x", "99999999999999999999999"):
        assert client.get(address("change", pk)).status_code == 302


# --- Save and publish -------------------------------------------------------------------------------


def test_save_and_publish_shows_readers_what_was_typed_with_its_pictures(cast):
    image = factories.make_image()
    article, last = factories.make_article(), last_act()
    client = sign_in(cast.managing_editor)
    body = f"<p>Chữ mới.</p>{factories.figure(image)}"
    response = send(client, article, open_form(client, article), "_publish", body=body)
    assert response.status_code == 302
    publication = PublishedArticle.objects.visible().get(article=article)
    assert "Chữ mới." in publication.body.html
    source = html.fromstring(publication.body.html).xpath("//img/@src")[0]
    assert default_storage.exists(source.removeprefix("/media/"))
    assert acts_since(last) == [("save_article", "managing_editor"), ("publish", "managing_editor")]


def test_publishing_what_cannot_be_published_saves_nothing_and_keeps_the_text(cast):
    article, last = factories.make_article(title="Bản đầu"), last_act()
    client = sign_in(cast.managing_editor)
    fields = open_form(client, article)
    response = send(client, article, fields, "_publish", title="Tít mới", sapo="", body="")
    assert response.status_code == 200
    assert "body" in response.context["adminform"].form.errors
    assert fields_of(response)["title"] == ["Tít mới"]
    assert newest(article).title == "Bản đầu"
    assert acts_since(last) == []


def test_who_may_not_publish_sees_the_button_greyed_with_the_reason(cast, client):
    article = factories.make_article()
    for url in (address("change", article.pk), address("add")):
        page = html.fromstring(client.get(url).content.decode())
        (button,) = page.xpath("//button[@name='_publish']")
        assert "disabled" in button.attrib
        reason = page.get_element_by_id(button.get("aria-describedby")).text_content()
        assert reason == str(refusal("publish", cast.editor))


def test_a_forged_publication_puts_no_picture_where_readers_could_fetch_it(cast, client):
    article = factories.make_article()
    body = factories.figure(factories.make_image())
    fields = open_form(client, article)
    response = send(client, article, fields, "_publish", title="Rò rỉ", body=body)
    assert response.status_code in (200, 403)
    assert newest(article).title != "Rò rỉ"
    assert not default_storage.exists("p") or default_storage.listdir("p") == ([], [])


def test_a_section_head_cannot_publish_a_new_article_into_another_section(cast):
    cast.section_head.sections.add(factories.make_section())
    foreign, last = factories.make_section(), last_act()
    client = sign_in(cast.section_head)
    typed = {"title": "Bài", "body": "<p>Chữ</p>", "section": foreign.pk}
    response = send(client, None, open_form(client), "_publish", **typed)
    assert response.status_code == 200
    assert fields_of(response)["title"] == ["Bài"]
    assert not Article.objects.exists()
    assert acts_since(last) == []
