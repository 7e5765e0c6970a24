"""Lists of the desk: found without accents, filtered together, the same cost however long."""

from dataclasses import replace
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.contrib import admin
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.actions.publishing import publish
from articles.actions.saving import save
from articles.actions.withdrawing import withdraw
from articles.models import Article, User
from articles.structure import Role
from tests import factories
from tests.desk import acts_since, address, last_act, newest, sign_in, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(cast):
    return sign_in(cast.editor)


def titles(client, query: str = "") -> list[str]:
    page = html.fromstring(client.get(address("changelist") + query).content.decode())
    return page.xpath("//table[@id='result_list']//a[@class='headline']/text()")


@pytest.mark.parametrize(
    "words", ["gieng khoi", "GIẾNG KHƠI", "giếng", "Lê Bình", "nuoc ngot", "bùn", "gi", "do"]
)
def test_an_article_is_found_by_title_text_author_and_tag_without_accents(client, words):
    author = factories.make_author("Lê Bình")
    factories.make_article(
        title="Nước rút, giếng khơi đỏ",
        sapo="Ba ngày.",
        body="<p>Vét bùn.</p>",
        authors=[author],
        tags=("nước ngọt",),
    )
    factories.make_article(title="Chuyện khác", sapo="", body="<p>Xa</p>")
    assert titles(client, f"?q={quote(words)}") == ["Nước rút, giếng khơi đỏ"]


def test_an_article_is_found_by_its_number(client):
    article = factories.make_article(title="Theo số")
    factories.make_article()
    assert titles(client, f"?q={article.pk}") == ["Theo số"]


def make_one_in_each_state() -> None:
    factories.make_article(title="Nháp")
    factories.make_published(title="Đang đăng")
    factories.make_published(title="Hẹn", at=timezone.now() + timedelta(days=1))
    begun = factories.make_published(title="Đã đến giờ", at=timezone.now() + timedelta(days=1))
    begun.article.publications.update(visible_from=timezone.now() - timedelta(minutes=1))
    withdraw(factories.make_published(title="Đã gỡ").article, by=None, reason="Thử")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("state=draft", {"Nháp"}),
        ("state=published", {"Đang đăng", "Đã đến giờ"}),
        ("state=scheduled", {"Hẹn"}),
        ("state=withdrawn", {"Đã gỡ"}),
        ("readers=later", {"Hẹn"}),
        ("readers=differs", set()),
    ],
)
def test_a_state_counts_what_has_begun_as_published(client, query, found):
    make_one_in_each_state()
    assert set(titles(client, f"?{query}")) == found
    page = html.fromstring(client.get(f"{address('changelist')}?{query}").content.decode())
    name, _equals, state = query.partition("=")
    if name == "state":
        assert set(page.xpath("//*[@data-state]/@data-state")) == {state}


def test_the_list_marks_state_difference_and_scheduled_minute(client):
    article = factories.make_published(title="Đang đăng").article
    draft = replace(newest(article), title="Sửa rồi")
    save(article, draft, by=None, base_version=article.version)
    at = (timezone.now() + timedelta(days=1)).replace(second=0, microsecond=0)
    publish(article, by=None, at=at)
    page = html.fromstring(client.get(address("changelist")).content.decode())
    (state,) = page.xpath("//td[contains(@class, 'field-state_cell')]")
    assert state.xpath(".//@data-state") == ["published"]
    assert len(state.xpath(".//span[@class='facts']")) == 2
    assert f"{timezone.localtime(at):%d/%m/%Y - %H:%M}" in state.text_content()
    assert titles(client, "?readers=differs") == ["Sửa rồi"]


def test_filters_and_search_combine(cast, client):
    section = factories.make_section("Đời sống")
    below = factories.make_section("Giáo dục", parent=section)
    author = factories.make_author(user=cast.editor)
    factories.make_article(title="Sách một", section=below, kind="feature", authors=[author])
    factories.make_article(title="Sách hai", section=section, kind="news", authors=[author])
    factories.make_article(title="Sách ba", section=section, kind="feature")
    factories.make_article(title="Sách bốn", kind="feature", by=cast.editor)
    assert set(titles(client, "?whose=mine")) == {"Sách một", "Sách hai", "Sách bốn"}
    assert set(titles(client, f"?section={section.pk}")) == {"Sách một", "Sách hai", "Sách ba"}
    combined = f"?q=sach&section={section.pk}&kind=feature&whose=mine&state=draft"
    assert titles(client, combined) == ["Sách một"]
    page = html.fromstring(client.get(address("changelist") + combined).content.decode())
    hidden = page.xpath("//form[@id='changelist-search']//input[@type='hidden']/@name")
    assert set(hidden) == {"section", "kind", "whose", "state"}


ODD = [
    "state=x",
    "section=x",
    "section=99999999999999999999",
    "kind=%00",
    "whose=",
    "readers=%F0%9F%98%80",
    "q=%00",
    "q=%22%27%28%29*",
    "q=" + "a" * 3000,
    "q=%E1%BA%BF",
    "p=0",
    "p=-1",
    "p=x",
    "p=999999",
    "o=9.-9.x",
    "all=",
    "e=1",
    "title=%00",
    "title__regex=(((",
    "act__regex=(((",
    "act=%00",
    "slot__exact=%00",
    "at__year=0",
    "at__year=99999999",
    "at__year=x",
    "at__month=13&at__year=2024",
    "at__day=%00",
    "groups__id__exact=x",
    "groups__id__exact=99999999999999999999",
    "is_active__exact=x",
    "time=%00",
    "folded__contains=x",
    "created_by__password__startswith=p",
    "_facets=",
    "_popup=1&_to_field=title",
    "_changelist_filters=%00",
]


@pytest.mark.parametrize("query", ODD)
def test_no_query_breaks_the_list(client, query):
    factories.make_article()
    response = client.get(f"{address('changelist')}?{query}", follow=True)
    assert response.status_code in (200, 400)


@pytest.mark.parametrize("ticked", ["abc", "9" * 30, "\x00", "-1", "²"])
def test_what_no_box_could_have_ticked_is_as_if_nothing_were(cast, ticked):
    factories.make_published()
    last = last_act()
    for model, screen in admin.site._registry.items():
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
        person = cast.administrator if model is User else cast.editor_in_chief
        request = RequestFactory().get("/")
        request.user = person
        client = sign_in(person)
        for action in [*screen.get_actions(request), "none_of_ours"]:
            fields = {"action": action, "_selected_action": ["1", ticked], "index": "0"}
            response = client.post(reverse(name), fields)
            assert response.status_code in (200, 302), (model, action)
            assert "version-" not in response.content.decode(), (model, action)
    assert acts_since(last) == []


def test_no_query_breaks_any_list(cast):
    factories.make_published()
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
        client = sign_in(cast.administrator if model is User else cast.editor_in_chief)
        for query in ODD:
            response = client.get(f"{reverse(name)}?{query}", follow=True)
            assert response.status_code in (200, 400), (model, query)


def test_a_list_costs_the_same_whatever_its_length(client, django_assert_num_queries):
    authors = [factories.make_author(), factories.make_author()]
    for _each in range(3):
        factories.make_published(authors=authors, section=factories.make_section())
    few = _queries(client)
    for _each in range(20):
        factories.make_published(authors=authors, section=factories.make_section(), tags=("lũ",))
    with django_assert_num_queries(few):
        client.get(address("changelist"))
    assert few <= 12


def _queries(client) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(address("changelist"))
    return len(captured)


def test_nothing_is_deleted_from_a_list(cast):
    article = factories.make_article()
    client = sign_in(cast.editor_in_chief)
    assert "delete_selected" not in client.get(address("changelist")).content.decode()
    fields = {"action": "delete_selected", "_selected_action": article.pk, "post": "yes"}
    client.post(address("changelist"), fields)
    assert client.post(address("delete", article.pk), {"post": "yes"}).status_code == 403
    assert Article.objects.filter(pk=article.pk).exists()


def test_an_empty_list_says_so_and_how_to_see_more(client):
    assert text_of(client.get(address("changelist")))
    response = client.get(address("changelist") + "?q=khong-co")
    page = html.fromstring(response.content.decode())
    assert page.xpath("//p[@class='empty']/a/@href")


# --- The first page -------------------------------------------------------------------------------


def first_page(client):
    return client.get(reverse("admin:index"))


@pytest.mark.parametrize("role", Role)
def test_my_desk_opens_for_every_role_with_the_rooms_it_may_enter(cast, role):
    person = cast.of(role)
    client = sign_in(person)
    page = html.fromstring(first_page(client).content.decode())
    rooms = page.xpath("//nav[@class='rooms']//a/@href")
    assert rooms
    for room in rooms:
        assert client.get(room).status_code in (200, 302)


# --- Suggestions ------------------------------------------------------------------------------------


def suggested(client, what: str, text: str) -> list[str]:
    answer = client.get(reverse(f"admin:suggest_{what}"), {"q": text})
    return [each["value"] for each in answer.json()["results"]]


def test_names_are_suggested_without_accents_and_never_all_of_them(client):
    for number in range(10, 40):
        factories.make_author(f"Nguyễn Văn {number}")
    factories.make_article(title="Đò ngang", tags=("Đà Nẵng", "đò"))
    assert suggested(client, "authors", "nguyen van 17") == ["Nguyễn Văn 17"]
    assert len(suggested(client, "authors", "nguyễn")) == 12
    assert suggested(client, "tags", "da nang") == ["Đà Nẵng"]
    (article,) = suggested(client, "articles", "do ngang")
    assert article.endswith("Đò ngang")


@pytest.mark.parametrize("what", ["authors", "tags", "articles"])
def test_suggestions_are_for_the_desk_alone(cast, client, what):
    url = reverse(f"admin:suggest_{what}")
    assert sign_in(None).get(url).status_code == 302
    assert sign_in(cast.stranger).get(url).status_code == 302
    for odd in ("", "\x00", "%", "a" * 3000):
        assert client.get(url, {"q": odd}).status_code == 200


@pytest.mark.parametrize("table", ["articles_article", "articles_image", "comments_comment"])
def test_a_search_on_postgresql_has_an_index_of_trigrams(cast, table):
    with connection.cursor() as cursor:
        indexes = connection.introspection.get_constraints(cursor, table)
    trigrams = [name for name in indexes if name.endswith("_folded_trigrams")]
    assert len(trigrams) == (connection.vendor == "postgresql")


# --- The desk's language ------------------------------------------------------------------------------


def test_the_desk_speaks_vietnamese_until_a_person_chooses_english(cast, client):
    url, last = reverse("admin:set_language"), last_act()
    assert first_page(client).headers["Content-Language"] == "vi"
    response = client.post(url, {"language": "en", "next": address("changelist")})
    assert response.url == address("changelist")
    assert first_page(client).headers["Content-Language"] == "en"
    assert User.objects.get(pk=cast.reporter.pk).desk_language == "vi"
    assert last_act() == last


def test_a_language_that_is_none_and_an_address_elsewhere_are_not_followed(cast, client):
    url = reverse("admin:set_language")
    response = client.post(url, {"language": "xx", "next": "https://elsewhere.example/"})
    assert response.url == reverse("admin:index")
    assert User.objects.get(pk=cast.editor.pk).desk_language == "vi"
    assert client.get(url).status_code == 405
    assert sign_in(None).post(url, {"language": "en"}).status_code == 302
