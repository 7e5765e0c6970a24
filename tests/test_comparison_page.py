"""The page of a comparison: what it says, where it leads, for whom, and what it costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from articles.actions.naming import name_revision
from articles.actions.publishing import publish
from articles.actions.saving import create
from articles.models import Article, Revision
from tests import factories
from tests.comparisons import compare, parts_of, write
from tests.desk import acts_since, address, last_act, newest, sign_in, text_of

pytestmark = pytest.mark.django_db

COMPARISON = 20  # queries


@pytest.fixture
def client(cast):
    return sign_in(cast.editor)


@pytest.fixture
def article():
    return factories.make_article(title="Nước lũ lên ba mét", body="<p>Thân.</p>")


# --- The page -------------------------------------------------------------------------------------


def test_the_page_says_what_is_compared_and_leads_on(cast, client, article):
    for title in ("Tít hai", "Tít ba", "Tít bốn"):
        write(article, title=title)
    publish(article, by=None)
    write(article, title="Tít năm")
    name_revision(article, 2, "Trước khi cắt", by=cast.editor)
    response = compare(client, article, 1, 2)
    assert "Trước khi cắt" in text_of(response)
    links = html.fromstring(response.content.decode()).xpath("//ul[@class='looks']//a/@href")
    here = address("compare", article.pk)
    for query in ("from=2&to=1", "from=2&to=3", "from=1&to=5", "from=live&to=2"):
        assert f"{here}?{query}" in links
    for link in links:
        assert client.get(link).status_code == 200


def test_the_form_and_the_lists_lead_to_it(client, article):
    publish(article, by=None)
    write(article, title="Tít hai")
    here = address("compare", article.pk)
    for page, queries in (
        (address("change", article.pk), ["from=live&to=2"]),
        (address("revisions", article.pk), ["from=live&to=2", "from=1&to=2"]),
        (address("revision", article.pk, 2), ["from=live&to=2", "from=1&to=2"]),
        (address("revision", article.pk, 1), ["from=1&to=2"]),
    ):
        links = html.fromstring(client.get(page).content.decode()).xpath("//a/@href")
        for query in queries:
            assert f"{here}?{query}" in links, page


def test_without_a_choice_it_is_the_last_step(client, article):
    assert parts_of(compare(client, article)) == {}
    write(article, title="Tít hai")
    write(article, sapo="Sapo")
    assert list(parts_of(compare(client, article))) == ["sapo"]
    assert list(parts_of(compare(client, article, to=2))) == ["title"]
    assert list(parts_of(compare(client, article, since=1))) == ["title", "sapo"]


@pytest.mark.parametrize("key", ["0", "9", "-1", "x", "²", "99999999999999999999", "%00", "LIVE"])
def test_a_text_that_is_not_there_is_not_found(client, article, key):
    assert compare(client, article, key, 1).status_code == 404
    assert compare(client, article, 1, key).status_code == 404


def test_it_is_for_those_who_may_see_the_article_on_the_desk(cast, article):
    url = address("compare", article.pk)
    assert sign_in(None).get(url).status_code == 302
    assert sign_in(cast.stranger).get(url).status_code == 302
    assert (
        sign_in(cast.comment_moderator).get(url).status_code
        == sign_in(cast.comment_moderator).get(address("revisions", article.pk)).status_code
    )
    assert sign_in(cast.editor).get(address("compare", 1)).status_code == 404


def test_either_side_is_restored_from_there_by_those_who_may(cast, client, article):
    write(article, title="Tít hai")
    write(article, title="Tít ba")
    page = html.fromstring(compare(client, article, 1, 2).content.decode())
    first, second = page.xpath("//main//form[contains(@action, 'restore')]")
    last = last_act()
    fields = {name: value for name, value in second.form_values() if name != "csrfmiddlewaretoken"}
    assert client.post(second.get("action"), fields).status_code == 302
    assert newest(article).title == "Tít hai"
    assert acts_since(last) == [("restore_revision", "editor")]
    stale = {name: value for name, value in first.form_values() if name != "csrfmiddlewaretoken"}
    assert client.post(first.get("action"), stale).status_code == 409
    reporters = compare(sign_in(cast.reporter), article, 1, 2)
    assert address("restore", article.pk) not in reporters.content.decode()


def test_looking_writes_nothing_even_when_it_is_posted(client, article):
    last = last_act()
    client.post(address("compare", article.pk), {"from": "1", "to": "1"})
    assert acts_since(last) == []
    assert Revision.objects.count() == 1


# --- Cost -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("since", ["1", "live"])
def test_it_costs_the_same_for_500_revisions_as_for_5(cast, client, since):
    images = [factories.make_image() for _ in range(3)]
    article = create(
        factories.make_draft(authors=[factories.make_author()], tags=("lũ",)), by=cast.editor
    )
    publish(article, by=None)
    content = article.revisions.get().content

    def queries(count: int) -> int:
        have = article.revisions.count()
        body = "".join(factories.figure(image) for image in images[: 1 + count // 200])
        Revision.objects.bulk_create(
            Revision(article=article, number=number, content=content | {"body": body})
            for number in range(have + 1, count + 1)
        )
        Article.objects.filter(pk=article.pk).update(revision_number=count)
        with CaptureQueriesContext(connection) as captured:
            assert compare(client, article, since, count).status_code == 200
        return len(captured)

    few = queries(5)
    assert queries(500) == few <= COMPARISON
