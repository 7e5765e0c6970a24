"""What was typed and not saved is found again by its writer: gone on with, or thrown away."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions.reviewing import claim, submit
from articles.models import Article, AutosavedDraft
from tests import factories
from tests.autosaving import KEY, OTHER_KEY, kept, pulse
from tests.desk import (
    address,
    fields_of,
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


def test_an_unsaved_text_is_offered_compared_and_gone_on_with(cast, client):
    article = factories.make_article(body="<p>Đã lưu.</p>")
    typed = open_form(client, article) | {"title": ["Chưa lưu"], "body": ["<p>Đang gõ.</p>"]}
    pulse(client, cast.editor, article, typed=typed)
    page = client.get(address("change", article.pk))
    (text,) = page.context["unsaved"]
    assert text.is_newer
    look = client.get(text.look)
    assert "Đang gõ." in text_of(look) and "Đã lưu." in text_of(look)
    again = fields_of(client.get(text.go_on))
    assert (again["title"], again["autosave"]) == (["Chưa lưu"], [KEY])
    assert send(client, article, again).status_code == 302
    assert newest(article).title == "Chưa lưu"
    assert client.get(address("change", article.pk)).context["unsaved"] == []


def test_every_field_comes_back(cast, client):
    section, other = factories.make_section(), factories.make_section()
    authors = [factories.make_author(name) for name in ("An", "Bình")]
    article = factories.make_article(section=section)
    typed = open_form(client, article) | {
        "title": ["Tít"],
        "kicker": ["Mũ"],
        "sapo": ["Sapo"],
        "body": ["<p>Thân</p>"],
        "section": [str(other.pk)],
        "also_in": [str(section.pk)],
        "bylines-name": ["An", "Bình"],
        "bylines-role": ["Bài", "Ảnh"],
        "bylines-separator": ["", " - "],
        "bylines-author": [str(author.pk) for author in authors],
        "tags": ["lũ, bùn"],
        "dateline": ["19/05/2024 - 07:06"],
        "kind": ["feature"],
        "copyright_notice": ["Báo khác"],
    }
    pulse(client, cast.editor, article, typed=typed)
    again = fields_of(client.get(address("change", article.pk) + f"?unsaved={KEY}"))
    blank = again.pop("bylines-name"), again.pop("bylines-role"), again.pop("bylines-separator")
    assert [column[:2] for column in blank] == [["An", "Bình"], ["Bài", "Ảnh"], ["", " - "]]
    for name in set(typed) & set(again) - {"bylines-author", "autosave"}:
        assert again[name] == typed[name], name


def test_a_new_article_that_was_never_saved_is_found_again(cast):
    client = sign_in(cast.reporter)
    typed = open_form(client) | {
        "title": ["Bài mới"],
        "section": [str(factories.make_section().pk)],
    }
    pulse(client, cast.reporter, typed=typed)
    (text,) = client.get(address("add")).context["unsaved"]
    assert text.title == "Bài mới"
    assert "Bài mới" in text_of(client.get(text.look))
    again = fields_of(client.get(text.go_on))
    assert send(client, None, again).status_code == 302
    assert Article.objects.get().title == "Bài mới"
    assert client.get(address("add")).context["unsaved"] == []


def test_it_says_which_is_newer(cast, client):
    article = factories.make_article()
    typed = open_form(client, article) | {"title": ["Cũ hơn"]}
    pulse(client, cast.editor, article, typed=typed, age=60_000)
    (text,) = client.get(address("change", article.pk)).context["unsaved"]
    assert not text.is_newer


def test_nobody_else_sees_it_or_throws_it_away(cast, client):
    article = factories.make_article()
    pulse(client, cast.editor, article, typed=open_form(client, article) | {"title": ["Của tôi"]})
    other = sign_in(cast.editor_in_chief)
    page = other.get(address("change", article.pk) + f"?unsaved={KEY}")
    assert page.context["unsaved"] == [] and "Của tôi" not in text_of(page)
    assert other.get(address("unsaved", article.pk, KEY)).status_code == 404
    other.post(address("unsaved", article.pk, KEY))
    assert len(kept(cast.editor)) == 1


def test_it_is_thrown_away_by_its_writer(cast, client):
    article = factories.make_article()
    pulse(client, cast.editor, article, typed=open_form(client, article) | {"title": ["Bỏ"]})
    assert client.post(address("unsaved", article.pk, KEY)).status_code == 302
    assert not AutosavedDraft.objects.exists()


def test_a_text_that_is_what_is_saved_is_not_offered(cast, client):
    article = factories.make_article()
    pulse(client, cast.editor, article, typed=open_form(client, article))
    assert client.get(address("change", article.pk)).context["unsaved"] == []
    assert not client.get(address("unsaved_list", article.pk)).content.strip()


def test_ten_texts_are_offered_for_the_price_of_one(cast, client):
    article = factories.make_article()
    as_saved = open_form(client, article)

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(address("change", article.pk))
        return len(captured)

    def keep(number: int, typed: dict) -> None:
        assert (
            pulse(client, cast.editor, article, key=f"{number:032x}", typed=typed).status_code
            == 200
        )

    keep(1, as_saved | {"title": ["Bản gõ 1"]})
    cost()
    one = cost()
    for number in range(2, 11):
        keep(number, as_saved | {"title": [f"Bản gõ {number}"]})
    assert cost() == one
    page = client.get(address("change", article.pk))
    assert [text.title for text in page.context["unsaved"]] == [
        f"Bản gõ {number}" for number in range(10, 0, -1)
    ]
    oldest = client.get(page.context["unsaved"][-1].look)
    assert "Bản gõ 1" in text_of(oldest) and oldest.context["text"].differences


def test_what_holds_the_same_as_a_newest_text_that_is_saved_is_not_offered(cast, client):
    article = factories.make_article()
    as_saved = open_form(client, article)
    pulse(client, cast.editor, article, key="1" * 32, typed=as_saved | {"title": ["Gõ dở"]})
    for key in ("2" * 32, "3" * 32):
        pulse(client, cast.editor, article, key=key, typed=as_saved)
    (text,) = client.get(address("change", article.pk)).context["unsaved"]
    assert text.title == "Gõ dở"


def test_a_text_gone_on_with_is_let_go_when_the_next_page_holds_it(cast, client):
    article = factories.make_article()
    typed = open_form(client, article) | {"title": ["Một"]}
    pulse(client, cast.editor, article, typed=typed)
    pulse(client, cast.editor, article, key=OTHER_KEY, typed=typed, replaces=KEY)
    assert [draft.key for draft in kept(cast.editor)] == [OTHER_KEY]


def test_who_may_not_save_any_more_finds_the_text_beside_the_article(cast, client):
    article = factories.make_article()
    typed = open_form(client, article) | {"title": ["Đang sửa dở"]}
    pulse(client, cast.editor, article, typed=typed)
    submit(article, by=cast.managing_editor)
    claim(article, by=cast.managing_editor)
    assert send(client, article, typed, autosave=KEY).status_code == 403
    assert len(kept(cast.editor)) == 1
    page = client.get(address("change", article.pk))
    (text,) = page.context["unsaved"]
    assert "Đang sửa dở" in text_of(client.get(text.look))


def test_who_is_refused_saving_reads_the_text_at_once_script_or_not(cast, client):
    article = factories.make_article(title="Bản đã lưu")
    typed = open_form(client, article) | {"title": ["Gõ mà không được lưu"]}
    submit(article, by=cast.managing_editor)
    claim(article, by=cast.managing_editor)
    refused = send(client, article, typed)
    assert refused.status_code == 403
    assert "Bản đã lưu" in text_of(refused)
    (text,) = refused.context["unsaved"]
    assert "Gõ mà không được lưu" in text_of(client.get(text.look))
