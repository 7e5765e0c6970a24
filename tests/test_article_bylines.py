"""Bylines, tags and the printed date: typed as text, told apart, and never cut or guessed."""

from datetime import datetime

import pytest

from articles.actions.merging import merge_authors
from articles.actions.renaming import rename_author
from articles.draft import DraftByline
from tests import factories
from tests.desk import (
    acts_since,
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


def bylines(*names: str, authors: tuple[str, ...] = ()) -> dict[str, list[str]]:
    count = len(names)
    return {
        "bylines-author": list(authors) or [""] * count,
        "bylines-name": list(names),
        "bylines-role": [""] * count,
        "bylines-separator": ["", *[" - "] * (count - 1)],
    }


def test_without_javascript_two_blank_rows_wait_for_names(client):
    assert open_form(client)["bylines-name"] == ["", ""]


def test_an_emptied_row_is_left_out_and_nothing_stands_before_the_first_name(client):
    one, two = factories.make_author("Lê Bình"), factories.make_author("Trần Chi")
    article = factories.make_article(authors=[one, two])
    send(client, article, open_form(client, article), **bylines("", "Trần Chi"))
    assert newest(article).bylines == (DraftByline(two.pk, "Trần Chi"),)


def test_an_unknown_author_is_an_error_and_every_row_stays_as_typed(client):
    known = factories.make_author("Lê Bình")
    article, last = factories.make_article(), last_act()
    typed = bylines(known.name, "Người Lạ", "  ")
    response = send(client, article, open_form(client, article), title="Tít mới", **typed)
    assert response.status_code == 200
    assert "Người Lạ" in str(response.context["adminform"].form.errors["bylines"])
    fields = fields_of(response)
    assert fields["bylines-name"][:2] == ["Lê Bình", "Người Lạ"]
    assert fields["title"] == ["Tít mới"]
    assert acts_since(last) == []


def test_an_author_may_be_typed_with_other_tone_marks_or_decomposed(client):
    author = factories.make_author("Nguyệt Hòa")
    article = factories.make_article()
    send(client, article, open_form(client, article), **bylines("nguyệt hoà"))
    assert [line.author for line in newest(article).bylines] == [author.pk]


def test_two_authors_of_one_name_are_told_apart(client):
    one, other = factories.make_author("Lê Bình"), factories.make_author("Lê Bình")
    article = factories.make_article(authors=[other])
    fields = open_form(client, article)
    assert send(client, article, fields, title="Tít mới").status_code == 302
    assert newest(article).bylines[0].author == other.pk
    again = send(client, article, open_form(client, article), **bylines("Lê Bình"))
    assert again.status_code == 200
    assert one.slug in str(again.context["adminform"].form.errors["bylines"])
    send(client, article, open_form(client, article), **bylines(one.slug))
    assert newest(article).bylines[0].author == one.pk


def test_a_renamed_or_merged_author_does_not_stand_in_the_way_of_saving(client):
    renamed, merged = factories.make_author("Tên Cũ"), factories.make_author("Bị Gộp")
    kept = factories.make_author("Còn Lại")
    article = factories.make_article(authors=[renamed, merged])
    rename_author(renamed, name="Tên Mới", by=None, base_version=renamed.version)
    merge_authors(merged, kept, by=None)
    fields = open_form(client, article)
    assert fields["bylines-name"][:2] == ["Tên Mới", "Còn Lại"]
    assert send(client, article, fields, title="Tít mới").status_code == 302
    assert [line.author for line in newest(article).bylines] == [renamed.pk, kept.pk]


@pytest.mark.parametrize(
    ("part", "value"), [("role", "x" * 61), ("separator", "-" * 21)], ids=["role", "separator"]
)
def test_what_has_no_room_in_a_byline_is_refused_not_cut(client, part, value):
    article = factories.make_article(authors=[factories.make_author("Lê Bình")])
    typed = bylines("Lê Bình") | {f"bylines-{part}": [value]}
    response = send(client, article, open_form(client, article), **typed)
    assert "bylines" in response.context["adminform"].form.errors
    assert fields_of(response)[f"bylines-{part}"][0] == value


def test_a_role_without_a_name_is_refused(client):
    article = factories.make_article()
    typed = bylines("") | {"bylines-role": ["Ảnh"]}
    response = send(client, article, open_form(client, article), **typed)
    assert "bylines" in response.context["adminform"].form.errors


# --- Tags and the printed date --------------------------------------------------------------------


def test_tags_are_separated_by_commas_and_one_in_two_spellings_is_one(client):
    article = factories.make_article()
    send(client, article, open_form(client, article), tags=" sông ,, Đà Nẵng, đà nẵng, lũ ")
    assert newest(article).tags == ("sông", "Đà Nẵng", "lũ")


def test_tags_pasted_line_by_line_are_tags_of_their_own(client):
    article = factories.make_article()
    send(client, article, open_form(client, article), tags="sông\r\nĐà Nẵng\nlũ, đò")
    assert newest(article).tags == ("sông", "Đà Nẵng", "lũ", "đò")


def test_a_tag_that_is_too_long_is_refused_with_what_was_typed(client):
    article = factories.make_article()
    response = send(client, article, open_form(client, article), tags="a" * 101)
    assert fields_of(response)["tags"] == ["a" * 101]
    assert "tags" in response.context["adminform"].form.errors


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("typed", "at", "has_time"),
    [
        ("05/06/2024 - 07:06", "2024-06-05T07:06:00+07:00", True),
        ("05/06/2024 7:06", "2024-06-05T07:06:00+07:00", True),
        ("05/06/2024", "2024-06-05T00:00:00+07:00", False),
        ("5-6-2024", "2024-06-05T00:00:00+07:00", False),
    ],
)
def test_the_printed_date_is_read_day_first_in_every_language(cast, language, typed, at, has_time):
    cast.editor.desk_language = language
    cast.editor.save()
    client, article = sign_in(cast.editor), factories.make_article()
    send(client, article, open_form(client, article), dateline=typed)
    draft = newest(article)
    assert (draft.dateline, draft.dateline_has_time) == (datetime.fromisoformat(at), has_time)
    shown = open_form(client, article)["dateline"]
    assert shown == ["05/06/2024 - 07:06" if has_time else "05/06/2024"]


@pytest.mark.parametrize("typed", ["31/02/2024", "05/13/2024", "hôm qua", "01/01/0001", "7:06"])
def test_a_date_that_is_none_is_refused_and_stays_in_the_form(client, typed):
    article = factories.make_article()
    response = send(client, article, open_form(client, article), dateline=typed)
    assert "dateline" in response.context["adminform"].form.errors
    assert fields_of(response)["dateline"] == [typed]
