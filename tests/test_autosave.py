"""What is typed and not saved is kept for its writer alone, and settled by saving."""

from dataclasses import replace
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.actions.saving import save
from articles.models import Activity, Article, AutosavedDraft, Presence, Revision
from tests import factories
from tests.autosaving import KEY, OTHER_KEY, kept, pulse
from tests.desk import (
    acts_since,
    address,
    fields_of,
    last_act,
    newest,
    open_form,
    send,
    sign_in,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(cast):
    return sign_in(cast.editor)


# --- Keeping --------------------------------------------------------------------------------------


def test_typed_text_is_kept_without_a_revision_or_an_activity(cast, client):
    article = factories.make_article()
    typed = open_form(client, article) | {"title": ["Đang gõ"]}
    before = Activity.objects.count(), Revision.objects.count()
    answer = pulse(client, cast.editor, article, typed=typed)
    assert answer.status_code == 200
    (draft,) = kept(cast.editor)
    assert ["title", "Đang gõ"] in draft.fields
    assert answer.json()["keptAt"] == f"{timezone.localtime(draft.typed_at):%H:%M:%S}"
    assert (Activity.objects.count(), Revision.objects.count()) == before
    article.refresh_from_db()
    assert article.title != "Đang gõ"


def test_an_autosave_is_one_statement_after_knowing_who_asks(cast, client):
    article = factories.make_article()
    typed = open_form(client, article)
    pulse(client, cast.editor, article, typed=typed)
    with CaptureQueriesContext(connection) as captured:
        pulse(client, cast.editor, article, typed=typed, sequence=2)
    statements = [query["sql"] for query in captured.captured_queries]
    assert [sql.split()[0] for sql in statements] == ["SELECT", "SELECT", "UPDATE"], statements


def test_an_autosave_that_comes_late_changes_nothing(cast, client):
    article = factories.make_article()
    typed = open_form(client, article)
    for sequence, title in ((2, "Sau"), (1, "Trước"), (2, "Lại")):
        answer = pulse(
            client, cast.editor, article, typed=typed | {"title": [title]}, sequence=sequence
        )
        assert answer.status_code == 200
    (draft,) = kept(cast.editor)
    assert ["title", "Sau"] in draft.fields


def test_two_windows_of_one_person_are_kept_apart(cast, client):
    article = factories.make_article()
    typed = open_form(client, article)
    for key, title in ((KEY, "Một"), (OTHER_KEY, "Hai")):
        pulse(client, cast.editor, article, key=key, typed=typed | {"title": [title]})
    assert {dict(draft.fields)["title"] for draft in kept(cast.editor)} == {"Một", "Hai"}


def test_a_page_opened_by_somebody_else_is_refused_with_a_reason(cast, client):
    article = factories.make_article()
    typed = open_form(client, article)
    answer = pulse(client, cast.reporter, article, typed=typed)
    assert answer.status_code == 409
    assert "editor" in answer.json()["reason"]
    assert not AutosavedDraft.objects.exists()


def test_without_a_session_the_door_answers_and_without_a_token_nobody(cast):
    article = factories.make_article()
    answer = pulse(Client(), cast.editor, article, typed={"title": ["Tít"]})
    assert answer.status_code == 302
    forger = Client(enforce_csrf_checks=True)
    forger.force_login(cast.editor, backend="articles.accounts.DeskBackend")
    assert pulse(forger, cast.editor, article, typed={"title": ["Tít"]}).status_code == 403
    assert not AutosavedDraft.objects.exists()


@pytest.mark.parametrize(
    "sent",
    [
        "[" * 200_000, '{"a":' * 100_000,
        "", "[]", "{}", "null", '"x"', '{"key": "x", "person": 1}',
        f'{{"key": "{KEY}", "person": "x"}}',
        f'{{"key": "{KEY}", "person": 1, "sequence": -1}}',
        f'{{"key": "{KEY}", "person": 1, "sequence": 9999999999}}',
        f'{{"key": "{KEY}", "person": 1, "age": 1e999}}',
        f'{{"key": "{KEY}", "person": 1, "fields": [["a", 1]]}}',
        f'{{"key": "{KEY}", "person": 1, "fields": ["a"]}}',
        f'{{"key": "{KEY}", "person": 1, "replaces": "../"}}',
    ],
)  # fmt: skip
def test_what_is_no_pulse_is_refused(client, sent):
    article = factories.make_article()
    url = address("pulse", article.pk)
    answer = client.post(url, sent, content_type="application/json")
    assert answer.status_code == 400
    assert client.get(url).status_code == 405


def test_a_text_too_long_or_of_no_article_is_refused_with_a_reason(cast, client):
    article = factories.make_article()
    long = pulse(client, cast.editor, article, typed={"body": ["x" * 600_001]})
    assert (long.status_code, bool(long.json()["reason"])) == (422, True)
    article.pk = 10**9
    assert pulse(client, cast.editor, article, typed={"title": ["x"]}).status_code == 422


@pytest.mark.parametrize("end", ["pulse/", "unsaved/", "revisions/", "compare/", "preview/"])
def test_a_number_that_fits_no_article_has_no_address(cast, client, end):
    url = f"{address('changelist')}{10**25}/{end}"
    sent = {"key": KEY, "person": cast.editor.pk, "fields": [["title", "x"]], "takingOver": True}
    assert client.post(url, sent, content_type="application/json").status_code in (302, 404)
    assert client.get(url).status_code in (302, 404)
    assert client.get(f"{address('changelist')}{'9' * 18}/unsaved/").status_code == 404


def test_what_no_database_can_hold_is_left_out(cast, client):
    pulse(client, cast.editor, typed={"title": ["Tít\x00 \ud800mới"]})
    (draft,) = kept(cast.editor)
    assert draft.fields == [["title", "Tít mới"]]


# --- Settling it ----------------------------------------------------------------------------------


def test_what_arrives_after_the_save_is_told_so_and_not_kept(cast, client):
    article = factories.make_article()
    typed = open_form(client, article) | {"title": ["Đã lưu rồi"]}
    send(client, article, typed, autosave=KEY)
    answer = pulse(client, cast.editor, article, typed=typed)
    assert (answer.status_code, answer.json()) == (409, {"closed": True})
    assert kept(cast.editor) == []


@pytest.mark.parametrize("own_is_saved", [True, False])
@pytest.mark.parametrize("colleague_saves", [True, False])
def test_what_was_typed_during_a_save_conflicts_with_a_colleagues_text_and_not_with_that_save(
    cast, client, own_is_saved, colleague_saves
):
    article = factories.make_article()
    opened = open_form(client, article)
    if own_is_saved:
        send(client, article, opened, autosave=KEY, title="Lưu")
        article.refresh_from_db()
    if colleague_saves:
        theirs = replace(newest(article), title="Của người khác")
        save(article, theirs, by=cast.managing_editor, base_version=article.version)
    typed = opened | {"title": ["Lưu, gõ tiếp"], "follows": [KEY]}
    pulse(client, cast.editor, article, key=OTHER_KEY, typed=typed, replaces=KEY)
    (text,) = client.get(address("change", article.pk)).context["unsaved"]
    sent = send(client, article, fields_of(client.get(text.go_on)))
    assert sent.status_code == (200 if colleague_saves else 302)
    assert newest(article).title == ("Của người khác" if colleague_saves else "Lưu, gõ tiếp")


def test_a_refused_save_leaves_it_unsaved(cast, client):
    article = factories.make_article()
    typed = open_form(client, article) | {"title": [""]}
    pulse(client, cast.editor, article, typed=typed)
    assert send(client, article, typed, autosave=KEY).status_code == 200
    assert len(kept(cast.editor)) == 1


def test_tick_clears_what_is_saved_after_a_day_and_what_is_not_after_thirty(cast, client):
    article = factories.make_article()
    now = timezone.now()
    for days, saved_as in ((0, None), (29, None), (31, None), (0, 1), (2, 1)):
        AutosavedDraft.objects.create(
            user=cast.editor,
            key=f"{days:016d}{saved_as or 0:016d}",
            sequence=1,
            typed_at=now - timedelta(days=days),
            article=article,
            saved_as=saved_as,
        )
        Presence.objects.create(
            user=cast.editor,
            article=article,
            key=f"{days:016d}{saved_as or 0:016d}",
            opened_at=now,
            seen_at=now - timedelta(days=days),
        )
    call_command("tick", stdout=StringIO())
    left = AutosavedDraft.objects.values_list("key", flat=True)
    assert {(int(key[:16]), int(key[16:])) for key in left} == {(0, 0), (29, 0), (0, 1)}
    assert Presence.objects.count() == 2


# --- Without a script -----------------------------------------------------------------------------


def new_article(client, title: str) -> dict[str, list[str]]:
    """What is typed into the page of a new article, and sent without a script."""
    return open_form(client) | {"title": [title], "section": [str(factories.make_section().pk)]}


def test_the_page_of_a_new_article_makes_one_however_often_it_is_sent(cast, client):
    typed = new_article(client, "Gửi hai lần")
    assert typed["autosave"] != new_article(client, "Trang khác")["autosave"]
    first = send(client, None, typed)
    last = last_act()
    again = send(client, None, typed)
    assert again.status_code == 302
    assert again.url == first.url
    assert acts_since(last) == []
    assert Article.objects.count() == 1


def test_what_was_typed_after_going_back_is_refused_once_and_then_another_article(cast, client):
    typed = new_article(client, "Bài thứ nhất")
    send(client, None, typed)
    refused = send(client, None, typed, title="Bài thứ hai")
    assert refused.status_code == 200
    assert "Bài thứ nhất" in str(refused.context["adminform"].form.non_field_errors())
    assert Article.objects.count() == 1
    fields = fields_of(refused)
    assert (fields["title"], len(kept(cast.editor))) == (["Bài thứ hai"], 1)
    assert send(client, None, fields).status_code == 302
    assert set(Article.objects.values_list("title", flat=True)) == {"Bài thứ nhất", "Bài thứ hai"}
    assert kept(cast.editor) == []


def test_a_new_article_that_was_refused_is_made_by_the_next_sending(cast, client):
    typed = new_article(client, "")
    assert send(client, None, typed).status_code == 200
    assert send(client, None, typed, title="Có tựa").status_code == 302


def test_a_text_refused_as_stale_is_kept_even_without_a_script(cast, client):
    article = factories.make_article()
    typed = open_form(client, article) | {"title": ["Của tôi"]}
    save(
        article,
        factories.make_draft(section=article.section),
        by=cast.managing_editor,
        base_version=article.version,
    )
    again = fields_of(send(client, article, typed))
    (draft,) = kept(cast.editor)
    assert (["title", "Của tôi"] in draft.fields, again["autosave"]) == (True, [draft.key])
    assert send(client, article, again).status_code == 302
    assert kept(cast.editor) == []
