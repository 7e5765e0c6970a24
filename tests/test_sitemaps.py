"""Sitemaps: every page that can be read, nothing else, valid, and cheap in a large paper."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import etree

from articles import sitemaps
from articles.actions.merging import merge_authors
from articles.actions.publishing import publish
from articles.actions.records import save_record
from articles.actions.saving import save
from articles.actions.withdrawing import withdraw
from articles.models import Article, Masthead, PublishedArticle
from articles.structure import State
from tests.checks.sitemaps import NEWS, SITEMAP, broken_rules
from tests.factories import (
    make_article,
    make_author,
    make_draft,
    make_published,
    make_section,
)
from tests.test_query_budgets import EXPLAIN, WHOLE, Paper

pytestmark = pytest.mark.django_db

SITE = "https://bao.example"
START = datetime(2024, 5, 19, 0, 6, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _address(settings):
    settings.SITE_URL = SITE


def parse(client, path: str):
    """The document, parsed as strictly as XML can be and held against the protocol."""
    response = client.get(path)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/xml; charset=utf-8"
    root = etree.fromstring(response.content, etree.XMLParser(recover=False, no_network=True))
    problems = list(broken_rules(root, SITE))
    assert not problems
    return root


def paths(root) -> list[str]:
    return [each.findtext(f"{SITEMAP}loc").removeprefix(SITE) for each in root]


def all_paths(client) -> list[str]:
    """Every page that is found from the index on."""
    files = paths(parse(client, "/sitemap.xml"))
    return [path for file in files for path in paths(parse(client, file))]


def bulk(first_id: int, count: int, *, begins=START, every=timedelta(seconds=1)) -> None:
    """Published articles with ids from `first_id` on, as an archive brings them along."""
    section = make_section()
    ids = range(first_id, first_id + count)
    Article.objects.bulk_create(
        Article(pk=pk, title="B", slug="b", section=section, state=State.PUBLISHED) for pk in ids
    )
    PublishedArticle.objects.bulk_create(
        PublishedArticle(
            article_id=pk,
            kind="news",
            revision_number=1,
            section=section,
            title="B",
            slug="b",
            first_published_at=begins + (pk - first_id) * every,
            visible_from=begins,
        )
        for pk in ids
    )


# --- What is in them --------------------------------------------------------------------------


def test_every_page_that_can_be_read_is_found_once_and_no_other(client):
    section = make_section(slug="thoi-su")
    child = make_section(slug="thoi-tiet", parent=section)
    author, silent = make_author("Hải Miên"), make_author("Chưa Đăng")
    publication = make_published(section=child, authors=[author])
    make_article(authors=[silent])
    make_published(authors=[silent], at=timezone.now() + timedelta(hours=1))
    gone = make_published(authors=[silent])
    withdraw(gone.article, by=None, reason="Sai.")
    found = all_paths(client)
    assert len(found) == len(set(found))
    assert publication.get_absolute_url() in found
    sections = {"/thoi-su/", "/thoi-su/thoi-tiet/"}
    assert {"/", "/luu-tru/", "/rss/", "/tac-gia/hai-mien/", *sections} <= set(found)
    assert [path for path in found if path.endswith(".html")] == [publication.get_absolute_url()]
    assert silent.get_absolute_url() not in found
    for path in found:
        assert client.get(path).status_code == 200, path


def test_an_author_merged_into_another_is_not_found(client):
    one, two = make_author("Tên Cũ"), make_author("Tên Mới")
    make_published(authors=[one])
    merge_authors(one, two, by=None)
    found = all_paths(client)
    assert two.get_absolute_url() in found
    assert one.get_absolute_url() not in found


def test_an_article_tells_when_it_was_printed_or_last_changed(client):
    publication = make_published(dateline=START)
    path = f"/sitemap-{(publication.article_id - 1) // sitemaps.CHUNK + 1}.xml"
    (entry,) = parse(client, path)
    assert entry.findtext(f"{SITEMAP}lastmod") == "2024-05-19T07:06:00+07:00"
    article = publication.article
    article.refresh_from_db()
    draft = make_draft(section=article.section, body="<p>Thân mới.</p>", dateline=START)
    article = save(article, draft, by=None, base_version=article.version)
    with time_machine.travel(datetime(2027, 1, 1, 3, 0, tzinfo=UTC), tick=False):
        publish(article, by=None)
        (entry,) = parse(client, path)
    assert entry.findtext(f"{SITEMAP}lastmod") == "2027-01-01T10:00:00+07:00"


def test_an_empty_paper_has_valid_sitemaps(client):
    assert paths(parse(client, "/sitemap.xml")) == ["/sitemap-pages.xml"]
    assert "/" in paths(parse(client, "/sitemap-pages.xml"))
    assert paths(parse(client, "/sitemap-news.xml")) == ["/"]


def test_a_withdrawn_article_leaves_at_once_and_a_scheduled_one_waits_for_its_minute(client):
    stays = make_published(title="Ở lại")
    minute = timezone.now() + timedelta(hours=1)
    later = make_published(title="Hẹn giờ", at=minute)
    gone = make_published(title="Sẽ gỡ")
    before = {path: client.get(path).headers["ETag"] for path in ("/sitemap-news.xml",)}
    withdraw(gone.article, by=None, reason="Sai.")

    def articles():
        return [path for path in all_paths(client) if path.endswith(".html")]

    assert articles() == [stays.get_absolute_url()]
    assert paths(parse(client, "/sitemap-news.xml")) == [stays.get_absolute_url()]
    for path, etag in before.items():
        assert client.get(path, headers={"If-None-Match": etag}).status_code == 200
    with time_machine.travel(minute, tick=False):
        assert articles() == [stays.get_absolute_url(), later.get_absolute_url()]
        assert later.get_absolute_url() in paths(parse(client, "/sitemap-news.xml"))


# --- Files ------------------------------------------------------------------------------------


def test_articles_are_split_by_id_wherever_an_archives_ids_lie(client):
    ids = [1, 5000, 5001, 538_828, 999_999, 1_000_000, 10**17 + 3]
    for pk in ids:
        bulk(pk, 1)
    files = paths(parse(client, "/sitemap.xml"))[1:]
    numbers = [1, 2, 108, 200, 10**17 // 5000 + 1]
    assert files == [f"/sitemap-{number}.xml" for number in numbers]
    found = [paths(parse(client, file)) for file in files]
    assert found == [
        [f"/b-{pk}.html" for pk in group]
        for group in ([1, 5000], [5001], [538_828], [999_999, 1_000_000], [10**17 + 3])
    ]


def test_a_file_whose_articles_are_all_withdrawn_is_gone(client):
    bulk(7, 1)
    bulk(20_001, 1)
    assert paths(parse(client, "/sitemap.xml"))[1:] == ["/sitemap-1.xml", "/sitemap-5.xml"]
    PublishedArticle.objects.filter(article=20_001).update(visible_until=timezone.now())
    assert paths(parse(client, "/sitemap.xml"))[1:] == ["/sitemap-1.xml"]
    assert client.get("/sitemap-5.xml").status_code == 404


@pytest.mark.parametrize("number", ["0", "01", "2", "-1", "x", "9" * 15, "9" * 16, "9" * 30])
def test_a_file_that_is_not_there_is_not_found(client, number):
    bulk(7, 1)
    assert client.get(f"/sitemap-{number}.xml").status_code == 404


# --- The news of two days ---------------------------------------------------------------------


def test_news_are_of_two_days_with_name_title_and_date(client):
    save_record(Masthead.current(), {"name": "Sớm & Mai"}, by=None)
    now = timezone.now()
    fresh = make_published(title="Vừa đăng “&”", dateline=now - timedelta(hours=47, minutes=59))
    old = make_published(title="Đã cũ", dateline=now - timedelta(hours=48, minutes=1))
    root = parse(client, "/sitemap-news.xml")
    assert paths(root) == [fresh.get_absolute_url()]
    news = root[0].find(f"{NEWS}news")
    assert news.findtext(f"{NEWS}publication/{NEWS}name") == "Sớm & Mai"
    assert news.findtext(f"{NEWS}publication/{NEWS}language") == "vi"
    assert news.findtext(f"{NEWS}title") == "Vừa đăng “&”"
    printed = timezone.localtime(fresh.first_published_at).isoformat(timespec="seconds")
    assert news.findtext(f"{NEWS}publication_date") == printed
    assert old.get_absolute_url() in all_paths(client)


def test_news_leave_after_two_days_by_themselves(client):
    publication = make_published()
    until = publication.first_published_at + timedelta(hours=48)
    with time_machine.travel(until - timedelta(seconds=1), tick=False):
        assert paths(parse(client, "/sitemap-news.xml")) == [publication.get_absolute_url()]
    with time_machine.travel(until, tick=False):
        assert paths(parse(client, "/sitemap-news.xml")) == ["/"]


def test_of_more_than_a_thousand_news_the_newest_thousand_are_told(client):
    bulk(1, 1002)
    with time_machine.travel(START + timedelta(hours=1), tick=False):
        found = paths(parse(client, "/sitemap-news.xml"))
    assert found == [f"/b-{pk}.html" for pk in range(1002, 2, -1)]


# --- robots.txt -------------------------------------------------------------------------------


def test_robots_are_kept_from_the_desk_and_shown_the_sitemaps(client):
    response = client.get("/robots.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    lines = response.content.decode().split("\n")
    assert lines[:2] == ["User-agent: *", "Disallow: /toa-soan/"]
    assert f"Sitemap: {SITE}/sitemap.xml" in lines
    assert f"Sitemap: {SITE}/sitemap-news.xml" in lines
    disallowed = [line.removeprefix("Disallow: ") for line in lines if line.startswith("Disallow")]
    publication = make_published(authors=[make_author()])
    for path in [*all_paths(client), publication.get_absolute_url(), "/media/p/x", "/static/x"]:
        assert not any(path.startswith(prefix) for prefix in disallowed), path


# --- What they cost ---------------------------------------------------------------------------


def test_no_sitemap_costs_more_queries_in_a_large_paper_nor_reads_all_of_it(client):
    paper = Paper()

    def ask(path: str) -> list[str]:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(path).status_code == 200
        return [query["sql"] for query in captured.captured_queries]

    # A file of few articles: of one that holds half of all, the whole table is the quicker way.
    bulk(sitemaps.CHUNK + 1, 1)
    asked = ["/sitemap.xml", "/sitemap-pages.xml", "/sitemap-news.xml", "/sitemap-2.xml"]
    few = {path: len(ask(path)) for path in asked}
    paper.grow(6000)
    bulk(1, sitemaps.CHUNK)
    bulk(sitemaps.CHUNK + 2, 500)
    assert {path: len(ask(path)) for path in asked} == few
    assert max(few.values()) <= 6
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        for path in asked:
            for sql in ask(path):
                cursor.execute(f"{EXPLAIN} {sql}")
                plan = "\n".join(str(row[-1]) for row in cursor.fetchall())
                table = PublishedArticle._meta.db_table
                assert not re.search(rf"{WHOLE} {table}\b(?! USING)", plan), f"{sql}\n{plan}"
