"""Lists of the desk in a paper of many articles: counted so far, found by index, the same cost."""

from dataclasses import replace
from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles import desk_search
from articles.actions.publishing import publish
from articles.actions.saving import save
from articles.admin import long_lists
from articles.housekeeping import settle_differences
from articles.models import Article, Author, Byline, PublishedArticle, Section
from articles.structure import Role, State
from tests import factories
from tests.desk import address, newest, sign_in

pytestmark = pytest.mark.django_db

START = timezone.now() - timedelta(days=900)


@pytest.fixture
def client(cast):
    return sign_in(cast.editor_in_chief)


def grow(count: int, *, section: Section, author: Author, text: str = "mua nuoc noi") -> None:
    """Add `count` published articles of the author, each older than the one before it."""
    begun = Article.objects.count()
    articles = Article.objects.bulk_create(
        Article(
            title=f"Bài {number}",
            section=section,
            state=State.PUBLISHED,
            revision_number=1,
            folded=f"bai {number} {text}",
        )
        for number in range(begun, begun + count)
    )
    for number, article in enumerate(articles):
        article.saved_at = START - timedelta(minutes=begun + number)
        desk_search.index(article)
    Article.objects.bulk_update(articles, ["saved_at"], batch_size=500)
    Byline.objects.bulk_create(Byline(article=article, author=author) for article in articles)
    PublishedArticle.objects.bulk_create(
        PublishedArticle(
            article=article,
            kind=article.kind,
            revision_number=1,
            section=section,
            title=article.title,
            slug="bai",
            first_published_at=START,
            visible_from=START,
        )
        for article in articles
    )


def page_of(client, query: str = "") -> html.HtmlElement:
    return html.fromstring(client.get(f"{address('changelist')}?{query}").content.decode())


def titles(page: html.HtmlElement) -> list[str]:
    return page.xpath("//table[@id='result_list']//a[@class='headline']/text()")


def asked(client, path: str) -> list[str]:
    """The queries of a page that must be there."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


def addresses(section: Section, author: Author) -> list[str]:
    """Every list of articles, by each of its filters, and a search."""
    queries = [
        *(f"state={state}" for state in ("", "waiting", *State)),
        *(f"readers={what}" for what in ("live", "differs", "today", "later")),
        *(f"whose={whose}" for whose in ("mine", "assigned", "editing", "sections")),
        *(f"approval={which}" for which in ("missing", "complete", "afterwards")),
        *(f"due={when}" for when in ("late", "today", "later")),
        f"section={section.pk}",
        f"author={author.name}",
        "assignee=editor",
        "kind=news",
        "q=mua+nuoc+noi",
        f"q=mua&state=draft&section={section.pk}",
    ]
    return [f"{address('changelist')}?{query}" for query in queries]


# --- What they cost -------------------------------------------------------------------------------


def test_no_list_and_no_first_page_costs_more_in_a_large_paper(cast, client):
    section, author = factories.make_section(), factories.make_author("Hải Miên")
    cast.section_head.sections.add(section)
    desks = [sign_in(cast.of(role)) for role in Role]
    grow(60, section=section, author=author)

    def costs() -> list[int]:
        lists = [len(asked(client, path)) for path in addresses(section, author)]
        return lists + [len(asked(desk, reverse("admin:index"))) for desk in desks]

    small = costs()
    grow(1500, section=section, author=author)
    assert costs() == small
    assert max(small[: -len(desks)]) <= 13
    assert max(small[-len(desks) :]) <= 24


def test_no_list_counts_or_fetches_more_than_it_shows(cast, client):
    section, author = factories.make_section(), factories.make_author("Hải Miên")
    grow(60, section=section, author=author)
    for path in addresses(section, author):
        for sql in asked(client, path):
            if 'FROM "articles_article"' in sql:
                # What a row has of something may be counted, the rows may not.
                assert "COUNT(" not in sql.partition(" FROM ")[0], sql
                assert " LIMIT " in sql or '"articles_article"."id" IN (' in sql, sql
                # What rows do not show is long, and stays where it is.
                assert '"articles_article"."body"' not in sql, sql


# --- What they show -------------------------------------------------------------------------------


def test_a_list_is_counted_so_far_and_every_row_is_on_one_of_its_pages(client, monkeypatch):
    monkeypatch.setattr(long_lists, "MOST_COUNTED", 100)
    grow(230, section=factories.make_section(), author=factories.make_author())
    first = page_of(client)
    assert "100" in first.xpath("string(//p[@class='paginator'])")
    assert "230" not in first.xpath("string(//p[@class='paginator'])")
    shown = [title for number in range(1, 6) for title in titles(page_of(client, f"p={number}"))]
    assert shown == [f"Bài {number}" for number in range(230)]
    last = page_of(client, "p=5").xpath("string(//p[@class='paginator'])")
    assert "230" in last
    # From each page leads a way to the next.
    for number in range(1, 5):
        assert page_of(client, f"p={number}").xpath(f"//a[@href='?p={number + 1}']")


def test_a_search_says_that_there_is_more_and_leads_there(client):
    grow(170, section=factories.make_section(), author=factories.make_author())
    first = page_of(client, "q=nuoc")
    assert "100" in first.xpath("string(//*[@class='search-found'])")
    assert first.xpath("//a[@href='?p=2&q=nuoc']")
    pages = [titles(page_of(client, f"q=nuoc&p={number}")) for number in range(1, 5)]
    assert [len(page) for page in pages] == [50, 50, 50, 20]
    assert "170" in page_of(client, "q=nuoc&p=4").xpath("string(//*[@class='search-found'])")


@pytest.mark.parametrize("common", [1, 10**6], ids=["common", "rare"])
def test_words_common_and_rare_find_the_same(client, monkeypatch, common):
    monkeypatch.setattr(desk_search, "COMMON", common)
    section, author = factories.make_section(), factories.make_author()
    grow(5, section=section, author=author, text="lang nghe det")
    grow(5, section=section, author=author, text="lang chai")
    found = titles(page_of(client, "q=LÀNG+dệt"))
    assert found == [f"Bài {number}" for number in range(5)]
    assert titles(page_of(client, "q=làng+không-có")) == []


# --- What differs from what readers see -----------------------------------------------------------


def changed(article: Article) -> Article:
    draft = replace(newest(article), title=f"{article.title} (sửa)")
    return save(article, draft, by=None, base_version=article.version)


def test_the_note_is_off_where_nothing_can_differ():
    article = factories.make_published().article
    assert not Article.objects.get(pk=article.pk).may_differ
    article = changed(article)
    assert Article.objects.get(pk=article.pk).may_differ
    publish(article, by=None)
    assert not Article.objects.get(pk=article.pk).may_differ
    assert not changed(factories.make_article()).may_differ


def test_the_migration_notes_what_differs_by_then():
    same, other = factories.make_published().article, factories.make_published().article
    changed(other)
    Article.objects.update(may_differ=False)
    migration = import_module("articles.migrations.0019_may_differ")
    migration.note_differences(apps, None)
    assert list(Article.objects.filter(may_differ=True)) == [other]
    assert list(Article.objects.differing_from_live()) == [other]
    assert same.pk != other.pk


def test_the_clock_settles_what_has_been_scheduled_and_is_out():
    article = changed(factories.make_published().article)
    publish(article, by=None, at=timezone.now() + timedelta(days=1))
    assert settle_differences() == 0
    rows = article.publications.order_by("visible_from")
    before, after = rows
    minute = timezone.now() - timedelta(seconds=1)
    rows.filter(pk=before.pk).update(visible_until=minute, visible_from=minute - timedelta(days=1))
    rows.filter(pk=after.pk).update(visible_from=minute)
    assert settle_differences() == 1
    assert not Article.objects.get(pk=article.pk).may_differ
