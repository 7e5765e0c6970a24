"""Every save of an article, to look at and to restore."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from articles.actions.naming import name_revision
from articles.actions.permission import refusal
from articles.actions.publishing import publish
from articles.actions.saving import create, restore, save
from articles.admin import revisions as screen
from articles.models import Article, PublishedArticle, Revision
from tests import factories
from tests.desk import acts_since, address, last_act, newest, sign_in, text_of

pytestmark = pytest.mark.django_db

LIST = 9  # queries


@pytest.fixture
def client(cast):
    return sign_in(cast.editor)


def write(article: Article, by=None, **parts) -> None:
    article.refresh_from_db()
    save(article, replace(newest(article), **parts), by=by, base_version=article.version)
    article.refresh_from_db()


def numbers(response) -> list[int]:
    return [row.revision.number for run in response.context["runs"] for row in run.rows]


def runs(response) -> list[list[int]]:
    return [[row.revision.number for row in run.rows] for run in response.context["runs"]]


def test_the_list_says_which_when_who_and_what_readers_saw(cast, client):
    article = factories.make_article(title="Bản một")
    publish(article, by=None)
    write(article, by=cast.editor, title="Bản hai")
    response = client.get(address("revisions", article.pk))
    assert numbers(response) == [2, 1]
    newer, older = html.fromstring(response.content.decode()).xpath("//div[@class='revision-row']")
    assert "Bản hai" in newer.text_content() and "editor" in newer.text_content()
    assert "Bản một" in older.text_content()
    begun = PublishedArticle.objects.get().visible_from
    two, one = (run.head for run in response.context["runs"])
    assert (two.publications, [row.visible_from for row in one.publications]) == ((), [begun])


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


# --- Runs -----------------------------------------------------------------------------------------


def save_at(article: Article, minutes: list[int], by=None) -> None:
    """Save the article at these minutes after it was made."""
    begun = article.created_at
    for minute in minutes:
        with time_machine.travel(begun + timedelta(minutes=minute), tick=False):
            write(article, by=by, title=f"Bản phút {minute}")


def test_what_one_person_saved_in_one_sitting_is_one_row(cast, client):
    article = create(factories.make_draft(), by=cast.editor)
    save_at(article, [10, 70, 80], by=cast.editor)
    save_at(article, [81], by=cast.managing_editor)
    save_at(article, [141, 202, 210, 220], by=cast.editor)
    response = client.get(address("revisions", article.pk))
    # The working copy stands alone; 202 is more than an hour after 141.
    assert runs(response) == [[9], [8, 7], [6], [5], [4, 3, 2, 1]]
    (folded, *_others) = html.fromstring(response.content.decode()).xpath("//details[ol]")
    assert len(folded.xpath(".//div[@class='revision-row']")) == 1
    assert folded.get("open") is None


def test_what_has_a_name_was_published_or_restored_is_never_folded(cast, client):
    article = create(factories.make_draft(), by=cast.editor)
    save_at(article, [1, 2], by=cast.editor)
    publish(article, by=None)
    save_at(article, [3, 4, 5], by=cast.editor)
    name_revision(article, 5, "Trước khi cắt", by=cast.editor)
    article.refresh_from_db()
    restore(article, 2, by=cast.editor, base_version=article.version)
    article.refresh_from_db()
    save_at(article, [6, 7], by=cast.editor)
    response = client.get(address("revisions", article.pk))
    assert runs(response) == [[9], [8], [7], [6], [5], [4], [3], [2, 1]]
    assert "Trước khi cắt" in text_of(response)


def pages(client, article) -> list[list[list[int]]]:
    """The runs of each page of the list, following its link to the older ones."""
    found, url = [], address("revisions", article.pk)
    while url:
        response = client.get(url)
        found.append(runs(response))
        older = response.context["older"]
        url = f"{address('revisions', article.pk)}?before={older}" if older else ""
    return found


def test_a_long_history_is_shown_in_pages_and_no_run_is_torn(cast, client, monkeypatch):
    monkeypatch.setattr(screen, "PAGE_SIZE", 4)
    article = create(factories.make_draft(), by=cast.editor)
    save_at(article, [1, 2], by=cast.editor)
    save_at(article, [3, 4], by=cast.managing_editor)
    save_at(article, [5], by=cast.editor)
    # The first four would be 6, 5, 4 and 3, of which 3 goes with 2 and 1.
    assert pages(client, article) == [[[6], [5, 4]], [[3, 2, 1]]]


def test_a_run_longer_than_a_page_goes_on_with_the_next_one(cast, client, monkeypatch):
    monkeypatch.setattr(screen, "PAGE_SIZE", 3)
    article = create(factories.make_draft(), by=cast.editor)
    save_at(article, list(range(1, 8)), by=cast.editor)
    assert pages(client, article) == [[[8]], [[7, 6, 5]], [[4, 3, 2]], [[1]]]
    second = client.get(address("revisions", article.pk) + "?before=8")
    assert [run.cut for run in second.context["runs"]] == [True]


def test_the_list_costs_the_same_for_500_revisions_as_for_5(cast, client):
    article = factories.make_article()
    content = article.revisions.get().content

    def queries() -> int:
        article.revision_number = article.revisions.count()
        article.save(update_fields=["revision_number"])
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address("revisions", article.pk)).status_code == 200
        return len(captured)

    for number in range(2, 6):
        Revision.objects.create(article=article, number=number, content=content)
    few = queries()
    Revision.objects.bulk_create(
        Revision(article=article, number=number, content=content, created_by=cast.editor)
        for number in range(6, 501)
    )
    assert queries() == few <= LIST


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
