"""Old addresses lead to new ones for good; where something answers, no redirect is asked."""

import pytest

from articles.actions.merging import merge_authors, merge_tags
from articles.actions.renaming import move_section, rename_author, rename_section, rename_tag
from articles.models import Redirect, Tag
from tests.factories import make_author, make_published, make_section

pytestmark = pytest.mark.django_db


def leads_to(client, old: str, new: str) -> None:
    """One step, for good, and the new address answers."""
    response = client.get(old)
    assert response.status_code == 301
    assert response.headers["Location"] == new
    assert client.get(new.partition("?")[0]).status_code == 200


def test_a_renamed_section_and_what_stands_below_it_are_found(client):
    section = make_section(slug="cu")
    make_section(slug="con", parent=section)
    rename_section(section, name="Mới", slug="moi", by=None)
    leads_to(client, "/cu/", "/moi/")
    leads_to(client, "/cu/con/", "/moi/con/")


def test_a_moved_section_is_found_with_the_query_it_was_asked_with(client):
    section, parent = make_section(slug="suc-khoe"), make_section(slug="doi-song")
    move_section(section, parent=parent, by=None)
    leads_to(client, "/suc-khoe/?truoc=x&utm=1", "/doi-song/suc-khoe/?truoc=x&utm=1")


def test_a_section_renamed_twice_is_one_step_away(client):
    section = make_section(slug="mot")
    rename_section(section, name="Hai", slug="hai", by=None)
    section.refresh_from_db()
    rename_section(section, name="Ba", slug="ba", by=None)
    leads_to(client, "/mot/", "/ba/")
    leads_to(client, "/hai/", "/ba/")


def test_a_section_that_got_its_old_address_back_answers_there(client):
    section = make_section(slug="mot")
    rename_section(section, name="Hai", slug="hai", by=None)
    section.refresh_from_db()
    rename_section(section, name="Một", slug="mot", by=None)
    assert client.get("/mot/").status_code == 200
    leads_to(client, "/hai/", "/mot/")


def test_renamed_and_merged_authors_are_found(client):
    one, two = make_author("Tên Một"), make_author("Tên Hai")
    make_published(authors=[one])
    make_published(authors=[two])
    rename_author(one, name="Tên Mới", by=None)
    leads_to(client, "/tac-gia/ten-mot/", "/tac-gia/ten-moi/")
    one.refresh_from_db()
    merge_authors(one, two, by=None)
    leads_to(client, "/tac-gia/ten-moi/", "/tac-gia/ten-hai/")
    leads_to(client, "/tac-gia/ten-mot/", "/tac-gia/ten-hai/")


def test_renamed_and_merged_tags_are_found(client):
    make_published(tags=("mưa", "lũ"))
    rain, flood = Tag.objects.get(slug="mua"), Tag.objects.get(slug="lu")
    rename_tag(rain, name="Mưa to", by=None)
    leads_to(client, "/tu-khoa/mua/", "/tu-khoa/mua-to/")
    rain.refresh_from_db()
    merge_tags(rain, flood, by=None)
    leads_to(client, "/tu-khoa/mua-to/", "/tu-khoa/lu/")


def test_a_redirect_of_one_address_is_no_redirect_of_those_below(client):
    Redirect.objects.create(old_path="/cu/", target="/")
    assert client.get("/cu/bai/").status_code == 404


def test_where_a_page_answers_no_redirect_is_looked_for(client):
    make_section(slug="muc")
    Redirect.objects.create(old_path="/muc/", target="/")
    assert client.get("/muc/").status_code == 200


def test_an_address_without_its_last_slash_is_completed(client):
    make_section(slug="muc")
    leads_to(client, "/muc", "/muc/")
