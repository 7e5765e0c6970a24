"""The desk's rooms: who finds which, where one stands, and what a wrong address says."""

import pytest
from django.urls import reverse
from lxml import html

from articles.structure import Role
from tests.desk import sign_in

pytestmark = pytest.mark.django_db

# Of the rooms that not everybody has: who finds a way to it in the head of every page.
KEPT_ROOMS = {
    "comments_comment": {Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF, Role.COMMENT_MODERATOR},
    "articles_activity": {Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF, Role.ADMINISTRATOR},
    "articles_user": {Role.ADMINISTRATOR},
}


def parsed(response):
    return html.fromstring(response.content.decode())


@pytest.mark.parametrize("role", Role)
def test_each_role_finds_the_rooms_it_may_enter_and_no_other(cast, role):
    client = sign_in(cast.of(role))
    page = parsed(client.get(reverse("admin:index")))
    rooms = page.xpath("//nav[contains(@class, 'rooms')]//a/@href")
    assert reverse("admin:articles_article_changelist") in rooms or role is Role.COMMENT_MODERATOR
    assert {room: client.get(room).status_code for room in rooms} == dict.fromkeys(rooms, 200)
    # A phone has one menu of the same.
    phone = page.xpath("//*[contains(@class, 'rooms-menu')]//a/@href")
    assert sorted(phone) == sorted(rooms)
    for name, roles in KEPT_ROOMS.items():
        address = reverse(f"admin:{name}_changelist")
        assert (address in rooms) == (role in roles), name
        assert client.get(address).status_code == (200 if role in roles else 403), name


def test_the_room_that_one_stands_in_is_marked(cast):
    client = sign_in(cast.managing_editor)
    for name in ("articles_article", "articles_tag"):
        page = parsed(client.get(reverse(f"admin:{name}_changelist")))
        marked = page.xpath("//nav[contains(@class, 'rooms')]//a[@aria-current='true']/@href")
        assert marked == [reverse(f"admin:{name}_changelist")]
    assert not parsed(client.get(reverse("admin:index"))).xpath("//a[@aria-current]")


@pytest.mark.parametrize("path", ["khong-co/", "articles/nghe/"])
def test_a_wrong_address_is_answered_with_a_page_of_the_desk(cast, path):
    response = sign_in(cast.reporter).get(reverse("admin:index") + path)
    page = parsed(response)
    assert response.status_code == 404
    assert page.xpath("//nav[contains(@class, 'rooms')]//a")
    assert page.xpath("//main//a/@href | //div[@id='content']//a/@href")
    assert "Không có trang này" in page.text_content()


def test_neither_a_stranger_nor_a_reader_gets_the_desks_page(cast, client):
    answers = [
        client.get(reverse("admin:index") + "khong-co/", follow=True),
        sign_in(cast.reporter).get("/khong-co/"),
        sign_in(cast.stranger).get(reverse("admin:index") + "khong-co/", follow=True),
    ]
    for answer in answers:
        assert not parsed(answer).xpath("//nav[contains(@class, 'rooms')]")
    assert answers[1].status_code == 404
