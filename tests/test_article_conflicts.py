"""Two people at one article, or a busy database: nobody's words are lost in silence."""

from contextlib import contextmanager
from dataclasses import replace
from threading import Event, Thread

import pytest
from django.db import connection, transaction
from lxml import html

from articles.actions.saving import save
from articles.admin.conflicts import marked
from articles.draft import DraftByline
from articles.models import Article
from tests import factories
from tests.cast import make_cast
from tests.desk import (
    acts_since,
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


def test_a_stale_form_is_refused_with_both_texts_and_saved_by_the_next_press(cast, client):
    article = factories.make_article(title="Bản đầu", body="<p>Giữ.</p>\n<p>Đoạn cũ.</p>")
    fields = open_form(client, article)
    theirs = replace(newest(article), title="Của người kia", body="<p>Giữ.</p>\n<p>Người kia.</p>")
    save(article, theirs, by=cast.managing_editor, base_version=article.version)
    last = last_act()

    response = send(client, article, fields, title="Của tôi", body="<p>Giữ.</p>\n<p>Tôi.</p>")
    assert response.status_code == 200
    assert newest(article) == theirs
    title, body = response.context["adminform"].form.conflict
    assert [(line.yours, line.stored) for line in title.lines] == [("Của tôi", "Của người kia")]
    assert [(line.yours, line.stored, line.same) for line in body.lines] == [
        ("Giữ.", "Giữ.", True),
        ("Tôi.", "Người kia.", False),
    ]
    page = text_of(response)
    assert "Người kia." in page and "managing_editor" in page

    again = fields_of(response)
    assert (again["title"], again["body"][0].split()) == (
        ["Của tôi"],
        ["<p>Giữ.</p>", "<p>Tôi.</p>"],
    )
    assert send(client, article, again).status_code == 302
    assert newest(article).title == "Của tôi"
    assert acts_since(last) == [("save_article", "editor")]


def test_after_a_conflict_a_third_save_in_between_is_refused_again(cast, client):
    article = factories.make_article()
    fields = open_form(client, article)
    for title in ("Lần một", "Lần hai"):
        article.refresh_from_db()
        save(
            article,
            replace(newest(article), title=title),
            by=cast.managing_editor,
            base_version=article.version,
        )
        fields = fields_of(send(client, article, fields, title="Của tôi"))
    assert newest(article).title == "Lần hai"
    assert send(client, article, fields).status_code == 302


def test_what_differs_only_as_browsers_and_editors_write_it_is_no_conflict(cast, client):
    article = factories.make_article(body="<p>Một</p>\n<p>Hai</p>", sapo="Sapo")
    fields = open_form(client, article)
    draft = replace(newest(article), title="Của người kia")
    save(article, draft, by=cast.managing_editor, base_version=article.version)
    typed = {"title": "Của tôi", "body": "<p>Một</p>\r\n\r\n<p>Hai</p>\r\n", "sapo": " Sapo "}
    response = send(client, article, fields, **typed)
    assert len(response.context["adminform"].form.conflict) == 1


def test_a_conflict_in_formatting_alone_is_told_as_such(cast, client):
    article = factories.make_article(body="<p>Chữ</p>")
    fields = open_form(client, article)
    draft = replace(newest(article), body="<p><strong>Chữ</strong></p>")
    save(article, draft, by=cast.managing_editor, base_version=article.version)
    response = send(client, article, fields)
    (body,) = response.context["adminform"].form.conflict
    assert body.only_formatting


@pytest.mark.parametrize("version", [None, "", "x"])
def test_a_forged_form_that_hides_its_version_saves_nothing(client, version):
    article = factories.make_article(title="Bản đầu")
    fields = open_form(client, article)
    del fields["version"]
    extra = {} if version is None else {"version": version}
    response = send(client, article, fields, title="Đè lên", **extra)
    assert response.status_code == 200
    assert newest(article).title == "Bản đầu"


@pytest.mark.django_db(transaction=True)
def test_a_busy_database_answers_503_and_keeps_the_text():
    cast = make_cast()
    client, article = sign_in(cast.editor), factories.make_article(title="Bản đầu")
    fields, locked, done = open_form(client, article), Event(), Event()

    def hold() -> None:
        try:
            with transaction.atomic():
                Article.objects.select_for_update().get(pk=article.pk)
                locked.set()
                done.wait(timeout=20)
        finally:
            connection.close()

    holder = Thread(target=hold)
    holder.start()
    try:
        assert locked.wait(timeout=20)
        with _impatient():
            response = send(client, article, fields, title="Bản của tôi")
    finally:
        done.set()
        holder.join()
    assert response.status_code == 503
    again = fields_of(response)
    assert again["title"] == ["Bản của tôi"]
    assert send(client, article, again).status_code == 302
    assert newest(article).title == "Bản của tôi"


@contextmanager
def _impatient():
    """This thread's connection waits 200 ms for a lock instead of twenty seconds."""
    wait = "PRAGMA busy_timeout = {}" if connection.vendor == "sqlite" else "SET lock_timeout = {}"
    with connection.cursor() as cursor:
        cursor.execute(wait.format(200))
    yield
    with connection.cursor() as cursor:
        cursor.execute(wait.format(20000))


# --- Putting two texts together -------------------------------------------------------------------


@pytest.fixture
def torn(cast, client):
    """(article, the refused form's fields, its page) of two people's work on one article."""
    authors = [factories.make_author(name) for name in ("An", "Bình")]
    start = "<p>Đầu.</p>\n<p>Giữa.</p>\n<p>Cuối.</p>"
    article = factories.make_article(title="Tít", sapo="Sapo", body=start, authors=authors[:1])
    fields = open_form(client, article)
    theirs = replace(
        newest(article),
        title="Tít kia",
        sapo="Sapo kia",
        body="<p>Đầu.</p>\n<p>Giữa kia.</p>\n<p>Cuối.</p>\n<p><em>Thêm.</em></p>",
        bylines=(DraftByline(authors[1].pk, "Bình"),),
        tags=("lũ",),
    )
    save(article, theirs, by=cast.managing_editor, base_version=article.version)
    mine = "<p>Đầu.</p>\n<p>Giữa tôi.</p>\n<p>Cuối.</p>"
    response = send(client, article, fields, title="Tít tôi", sapo="Sapo tôi", body=mine)
    return article, fields_of(response), response


def choices_of(response, part: str) -> list[str]:
    """The names of the choices for this part, in order."""
    page = html.fromstring(response.content.decode())
    names = page.xpath(f"//input[starts-with(@name, 'choose-{part}')]/@name")
    return list(dict.fromkeys(names))


def test_each_field_and_each_paragraph_is_chosen(client, torn):
    article, fields, page = torn
    middle, added = choices_of(page, "body")
    assert (fields[middle], fields[added], fields["choose-title"]) == (
        ["mine"],
        ["stored"],
        ["mine"],
    )
    chosen = {"choose-sapo": "stored", "choose-bylines": "stored", "choose-tags": "stored"}
    result = send(client, article, fields | chosen | {middle: "both"}, button="_merge")
    assert result.status_code == 200
    assert newest(article).title == "Tít kia"
    again = fields_of(result)
    assert (again["title"], again["sapo"], again["tags"]) == (["Tít tôi"], ["Sapo kia"], ["lũ"])
    assert send(client, article, again).status_code == 302
    saved = newest(article)
    assert saved.body.splitlines() == [
        "<p>Đầu.</p>",
        "<p>Giữa tôi.</p>",
        "<p>Giữa kia.</p>",
        "<p>Cuối.</p>",
        "<p><em>Thêm.</em></p>",
    ]
    assert [byline.name for byline in saved.bylines] == ["Bình"]


def test_the_others_paragraph_is_taken_or_left_out(client, torn):
    article, fields, page = torn
    middle, added = choices_of(page, "body")
    chosen = {middle: "stored", added: "mine"}
    again = fields_of(send(client, article, fields | chosen, button="_merge"))
    assert again["body"][0].split("\n") == ["<p>Đầu.</p>", "<p>Giữa kia.</p>", "<p>Cuối.</p>"]


def test_a_choice_between_other_texts_than_those_shown_is_none(client, torn):
    article, fields, page = torn
    middle, _added = choices_of(page, "body")
    chosen = {middle: "stored", "body": "<p>Đầu.</p>\n<p>Giữa nữa.</p>\n<p>Cuối.</p>"}
    again = fields_of(send(client, article, fields | chosen, button="_merge"))
    assert "Giữa nữa." in again["body"][0] and "Giữa kia." not in again["body"][0]


def test_putting_together_after_yet_another_save_shows_the_texts_anew(cast, client, torn):
    article, fields, _page = torn
    article.refresh_from_db()
    third = replace(newest(article), title="Tít ba")
    save(article, third, by=cast.managing_editor, base_version=article.version)
    result = send(client, article, fields | {"choose-title": "stored"}, button="_merge")
    assert "Tít ba" in text_of(result)
    assert fields_of(result)["title"] == ["Tít tôi"]


def test_words_that_differ_are_marked():
    yours, stored = marked("Nước rút ba ngày", "Nước rút hai ngày")
    assert [words.text for words in yours if words.differs] == ["ba"]
    assert [words.text for words in stored if words.differs] == ["hai"]
