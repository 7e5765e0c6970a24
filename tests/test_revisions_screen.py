"""Every save of an article, to look at and to restore."""

from dataclasses import replace

import pytest
from lxml import html

from articles.actions.permission import refusal
from articles.actions.publishing import publish
from articles.actions.saving import save
from articles.admin import revisions as screen
from articles.models import Article, PublishedArticle
from tests import factories
from tests.cast import make_cast
from tests.desk import acts_since, address, last_act, newest, sign_in, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return make_cast()


@pytest.fixture
def client(cast):
    return sign_in(cast.editor)


def write(article: Article, by=None, **parts) -> None:
    article.refresh_from_db()
    save(article, replace(newest(article), **parts), by=by, base_version=article.version)
    article.refresh_from_db()


def numbers(response) -> list[int]:
    return [revision.number for revision, _publications in response.context["revisions"]]


def test_the_list_says_which_when_who_and_what_readers_saw(cast, client):
    article = factories.make_article(title="Bản một")
    publish(article, by=None)
    write(article, by=cast.editor, title="Bản hai")
    response = client.get(address("revisions", article.pk))
    assert numbers(response) == [2, 1]
    newer, older = html.fromstring(response.content.decode()).xpath(
        "//table[@class='history']/tbody/tr"
    )
    assert "Bản hai" in newer.text_content() and "editor" in newer.text_content()
    assert "Bản một" in older.text_content()
    begun = PublishedArticle.objects.get().visible_from
    (_two, none), (_one, published) = response.context["revisions"]
    assert (none, [row.visible_from for row in published]) == ([], [begun])


def test_a_revision_reads_as_its_page_would(client):
    image = factories.make_image()
    article = factories.make_article(
        title="Bản một", body=f"<p>Chữ cũ.</p>{factories.figure(image)}"
    )
    write(article, title="Bản hai", body="<p>Chữ mới.</p>")
    response = client.get(address("revision", article.pk, 1))
    page = html.fromstring(response.content.decode())
    assert "Chữ cũ." in text_of(response) and "Chữ mới." not in text_of(response)
    (picture,) = page.xpath("//article//img/@src")
    assert client.get(picture).status_code == 200


def test_a_revision_is_restored_as_a_new_one_and_readers_see_no_change(client):
    article = factories.make_article(title="Bản một")
    publish(article, by=None)
    write(article, title="Bản hai")
    first = article.revisions.get(number=1).draft
    page = html.fromstring(client.get(address("revision", article.pk, 1)).content.decode())
    (form,) = page.xpath("//main//form[contains(@action, 'restore')]")
    last = last_act()
    fields = {name: value for name, value in form.form_values() if name != "csrfmiddlewaretoken"}
    assert client.post(form.get("action"), fields).status_code == 302
    article.refresh_from_db()
    assert newest(article) == first
    assert (article.revision_number, article.revisions.get(number=3).restored_from) == (3, 1)
    assert PublishedArticle.objects.visible().get().revision_number == 1
    assert acts_since(last) == [("restore_revision", "editor")]


def test_restoring_over_what_a_colleague_has_just_saved_is_refused(cast, client):
    article = factories.make_article(title="Bản một")
    write(article, title="Bản hai")
    fields = {"version": article.version, "number": 1}
    write(article, by=cast.managing_editor, title="Bản ba")
    last = last_act()
    assert client.post(address("restore", article.pk), fields).status_code == 409
    assert newest(article).title == "Bản ba"
    assert acts_since(last) == []


@pytest.mark.parametrize("number", ["0", "7", "-1", "x", "", "99999999999999999999"])
def test_a_revision_that_is_not_there_is_not_restored(client, number):
    article, last = factories.make_article(), last_act()
    fields = {"version": article.version, "number": number}
    response = client.post(address("restore", article.pk), fields)
    assert response.status_code in (200, 409)
    assert response.context["form"].errors
    assert acts_since(last) == []


def test_the_working_copy_itself_has_no_button_to_restore_it(client):
    article = factories.make_article()
    response = client.get(address("revision", article.pk, 1))
    assert address("restore", article.pk) not in response.content.decode()


def test_a_reporter_reads_revisions_and_learns_why_not_to_restore(cast):
    article = factories.make_article(title="Bản một")
    write(article, title="Bản hai")
    client = sign_in(cast.reporter)
    assert numbers(client.get(address("revisions", article.pk))) == [2, 1]
    response = client.get(address("revision", article.pk, 1))
    assert str(refusal("restore_revision", cast.reporter, article)) in text_of(response)
    assert address("restore", article.pk) not in response.content.decode()


def test_a_long_history_is_shown_in_pages(client, monkeypatch):
    monkeypatch.setattr(screen, "PAGE_SIZE", 2)
    article = factories.make_article()
    for number in range(2, 6):
        write(article, title=f"Bản {number}")
    shown, url = [], address("revisions", article.pk)
    while url:
        response = client.get(url)
        shown += numbers(response)
        older = response.context["older"]
        url = f"{address('revisions', article.pk)}?before={older}" if older else ""
    assert shown == [5, 4, 3, 2, 1]


@pytest.mark.parametrize("before", ["", "x", "-1", "0", "²", "99999999999999999999", "%00"])
def test_odd_pages_of_the_history_answer(client, before):
    article = factories.make_article()
    assert client.get(address("revisions", article.pk) + f"?before={before}").status_code == 200


def test_what_is_not_there_is_not_found(client):
    article = factories.make_article()
    for url in (
        address("revisions", 1),
        address("revision", 1, 1),
        address("revision", article.pk, 9),
    ):
        assert client.get(url).status_code == 404
