"""The archive: what was printed on which day, and the way there over years and months."""

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import lxml.html
import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions.withdrawing import withdraw
from articles.archive import Period
from articles.listings import PAGE_SIZE
from articles.models import PublishedArticle
from tests.factories import make_published, make_section
from tests.test_query_budgets import EXPLAIN, WHOLE
from tests.test_sitemaps import bulk

pytestmark = pytest.mark.django_db

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
TODAY = datetime(2024, 6, 3, 9, 0, tzinfo=HANOI)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=True):
        yield


def printed(title: str, *when: int, **fields) -> PublishedArticle:
    """An article with this printed date, in the paper's own time."""
    moment = datetime(*when, tzinfo=HANOI)
    return make_published(title=title, dateline=moment, **fields)


def read(client, path: str):
    response = client.get(path)
    assert response.status_code == 200, path
    return lxml.html.fromstring(response.content.decode())


def titles(document) -> list[str]:
    headings = document.xpath("//main//h2/a[contains(@href, '.html')]")
    return [" ".join(link.text_content().split()) for link in headings]


def ways(document, rel: str) -> list[str]:
    return document.xpath(f"//nav[@class='beside']/a[@rel='{rel}']/@href")


def robots(document) -> list[str]:
    return document.xpath("//meta[@name='robots']/@content")


# --- A day ------------------------------------------------------------------------------------


def test_a_day_has_what_was_printed_from_its_midnight_to_the_next_in_vietnam(client):
    printed("Hôm trước", 2024, 5, 18, 23, 59)
    printed("Lúc nửa đêm", 2024, 5, 19, 0, 0)
    printed("Buổi sáng", 2024, 5, 19, 7, 6)
    printed("Gần nửa đêm", 2024, 5, 19, 23, 59)
    printed("Hôm sau", 2024, 5, 20, 0, 0)
    document = read(client, "/luu-tru/2024/05/19/")
    assert titles(document) == ["Gần nửa đêm", "Buổi sáng", "Lúc nửa đêm"]
    assert document.xpath("string(//h1)") == "Chủ nhật, ngày 19 tháng 5 năm 2024"
    assert not robots(document)


def test_a_long_day_goes_on_over_pages_and_ends_with_the_day(client):
    section = make_section()
    count = 2 * PAGE_SIZE
    for number in range(1, count + 1):
        printed(f"Bài {number}", 2024, 5, 19, 8 + number // 30, number % 30, section=section)
    printed("Hôm trước", 2024, 5, 18, 20, 0, section=section)
    path, found, pages = "/luu-tru/2024/05/19/", [], 0
    while path:
        document = read(client, path)
        found += titles(document)
        pages += 1
        path = next(iter(document.xpath("//p[@class='older']/a/@href")), None)
    assert found == [f"Bài {number}" for number in range(count, 0, -1)]
    assert pages == 2
    assert robots(document) == ["noindex, follow"]


def test_a_place_in_another_day_shows_nothing_of_it(client):
    printed("Hôm nay", 2024, 5, 19, 8, 0)
    printed("Hôm trước", 2024, 5, 18, 8, 0)
    printed("Hôm sau", 2024, 5, 20, 8, 0)
    later = read(client, "/luu-tru/2024/05/19/?truoc=20240525000000000000-1")
    assert titles(later) == ["Hôm nay"]
    earlier = read(client, "/luu-tru/2024/05/19/?truoc=20240518120000000000-1")
    assert titles(earlier) == []
    assert client.get("/luu-tru/2024/05/19/?truoc=hom-qua").status_code == 404


def test_a_day_leads_to_the_nearest_days_that_have_articles(client):
    printed("Xa hơn", 2024, 3, 1, 8, 0)
    printed("Trước", 2024, 4, 30, 23, 59)
    printed("Này", 2024, 5, 19, 8, 0)
    printed("Sau", 2024, 5, 22, 0, 0)
    document = read(client, "/luu-tru/2024/05/19/")
    assert ways(document, "prev") == ["/luu-tru/2024/04/30/"]
    assert ways(document, "next") == ["/luu-tru/2024/05/22/"]
    assert document.xpath("//main//p[@class='kicker']/a/@href")[0] == "/luu-tru/2024/05/"
    first = read(client, "/luu-tru/2024/03/01/")
    assert (ways(first, "prev"), ways(first, "next")) == ([], ["/luu-tru/2024/04/30/"])


def test_a_withdrawn_article_leaves_its_day_and_a_scheduled_one_waits(client):
    printed("Ở lại", 2024, 5, 19, 8, 0)
    gone = printed("Sẽ gỡ", 2024, 5, 19, 9, 0)
    minute = TODAY + timedelta(hours=2)
    make_published(title="Hẹn giờ", at=minute)
    withdraw(gone.article, by=None, reason="Sai.")
    assert titles(read(client, "/luu-tru/2024/05/19/")) == ["Ở lại"]
    assert titles(read(client, "/luu-tru/2024/06/03/")) == []
    with time_machine.travel(minute, tick=False):
        assert titles(read(client, "/luu-tru/2024/06/03/")) == ["Hẹn giờ"]


def test_a_day_without_articles_says_so_and_is_kept_from_search_engines(client):
    printed("Trước", 2024, 5, 18, 8, 0)
    printed("Sau", 2024, 5, 20, 8, 0)
    document = read(client, "/luu-tru/2024/05/19/")
    assert "Ngày này không có bài nào." in document.text_content()
    assert robots(document) == ["noindex, follow"]
    assert ways(document, "prev") == ["/luu-tru/2024/05/18/"]


def test_days_before_the_first_article_and_after_today_are_not_found(client):
    printed("Đầu tiên", 2024, 5, 19, 8, 0)
    for path in ("2024/05/18/", "2024/04/", "2023/", "2024/06/04/", "2024/07/", "2025/", "1999/"):
        assert client.get(f"/luu-tru/{path}").status_code == 404, path
    for path in ("2024/05/19/", "2024/05/20/", "2024/06/03/", "2024/06/", "2024/"):
        read(client, f"/luu-tru/{path}")


@pytest.mark.parametrize(
    "path",
    ["2024/02/30/", "2024/13/", "2024/00/", "2024/05/00/", "2024/5/19/", "2024/05/1/", "1899/"]
    + [
        "2100/",
        "0000/",
        "20240/",
        "2024/05/19/1/",
        "٢٠٢٤/",
        "hom-qua/",
        "2024/mai/",
        "2023/02/29/",
    ],
)
def test_what_is_no_date_is_not_found(client, path):
    printed("Bài", 2024, 5, 19, 8, 0)
    assert client.get(f"/luu-tru/{path}").status_code == 404


# --- Months and years -------------------------------------------------------------------------


def test_a_month_is_a_calendar_from_monday_on_that_links_days_with_articles(client):
    printed("Đầu tháng", 2024, 5, 1, 0, 0)
    printed("Giữa tháng", 2024, 5, 19, 8, 0)
    printed("Cũng giữa tháng", 2024, 5, 19, 9, 0)
    printed("Cuối tháng", 2024, 5, 31, 23, 59)
    printed("Tháng sau", 2024, 6, 1, 0, 0)
    printed("Năm trước", 2023, 12, 31, 23, 59)
    document = read(client, "/luu-tru/2024/05/")
    assert document.xpath("string(//h1)") == "Tháng 5 năm 2024"
    assert document.xpath("//table//a/@href") == [
        f"/luu-tru/2024/05/{day}/" for day in ("01", "19", "31")
    ]
    rows = [
        [cell.xpath("string(*/text())") for cell in row.xpath("td")]
        for row in document.xpath("//tbody/tr")
    ]
    assert rows[0] == ["", "", "1", "2", "3", "4", "5"]
    assert rows[-1] == ["27", "28", "29", "30", "31", "", ""]
    assert ways(document, "prev") == ["/luu-tru/2023/12/"]
    assert ways(document, "next") == ["/luu-tru/2024/06/"]
    for path in document.xpath("//main//a/@href"):
        read(client, path)


def test_a_month_without_articles_says_so_and_is_kept_from_search_engines(client):
    printed("Trước", 2024, 3, 18, 8, 0)
    printed("Sau", 2024, 5, 20, 8, 0)
    document = read(client, "/luu-tru/2024/04/")
    assert "Tháng này không có bài nào." in document.text_content()
    assert robots(document) == ["noindex, follow"]
    assert not document.xpath("//table//a")


def test_a_year_links_its_months_with_articles_and_the_other_years(client):
    printed("Đầu năm", 2022, 1, 1, 0, 0)
    printed("Cuối năm", 2022, 12, 31, 23, 59)
    printed("Gần đây", 2024, 5, 19, 8, 0)
    document = read(client, "/luu-tru/2022/")
    assert document.xpath("//main//nav//a/@href") == [
        f"/luu-tru/{year}/" for year in (2024, 2023, 2022)
    ]
    assert document.xpath("//main//nav//a[@aria-current]/text()") == ["2022"]
    months = document.xpath("//ol[@class='months']/li")
    assert len(months) == 12
    assert document.xpath("//ol[@class='months']//a/@href") == [
        "/luu-tru/2022/01/",
        "/luu-tru/2022/12/",
    ]


def test_no_way_leads_to_what_was_withdrawn_or_waits_for_its_minute(client):
    """A waiting article may be printed under an old date; even that there is one stays unsaid."""
    printed("Ở lại", 2023, 5, 19, 8, 0)
    for month in (4, 6):
        gone = printed("Đã gỡ", 2023, month, 2, 8, 0)
        withdraw(gone.article, by=None, reason="Sai.")
        waits = datetime(2023, month, 3, 8, 0, tzinfo=HANOI)
        make_published(title="Hẹn giờ", dateline=waits, at=TODAY + timedelta(hours=2))
    printed("Đã gỡ cả năm", 2021, 1, 1, 8, 0)
    withdraw(PublishedArticle.objects.get(title="Đã gỡ cả năm").article, by=None, reason="Sai.")
    year = read(client, "/luu-tru/2023/")
    assert year.xpath("//main//nav//a/text()") == ["2023"]
    assert year.xpath("//ol[@class='months']//a/@href") == ["/luu-tru/2023/05/"]
    assert not read(client, "/luu-tru/2023/06/").xpath("//table//a")
    for path in ("/luu-tru/2023/05/", "/luu-tru/2023/05/19/"):
        document = read(client, path)
        assert (ways(document, "prev"), ways(document, "next")) == ([], [])
    for path in ("2023/04/02/", "2023/04/03/", "2023/04/", "2021/"):
        assert client.get(f"/luu-tru/{path}").status_code == 404


def test_the_archive_begins_with_the_newest_year(client):
    printed("Cũ", 2022, 3, 1, 8, 0)
    printed("Mới", 2024, 5, 19, 8, 0)
    document = read(client, "/luu-tru/")
    assert document.xpath("//main//nav//a/text()") == ["2024", "2023", "2022"]
    assert document.xpath("//ol[@class='months']//a/@href") == ["/luu-tru/2024/05/"]


def test_the_archive_of_an_empty_paper_is_dignified_and_so_is_today(client):
    assert "Chưa có bài nào được đăng." in read(client, "/luu-tru/").text_content()
    assert "Ngày này không có bài nào." in read(client, "/luu-tru/2024/06/03/").text_content()
    read(client, "/luu-tru/2024/06/")
    assert client.get("/luu-tru/2024/06/02/").status_code == 404


def test_the_day_at_the_head_of_each_page_leads_to_what_was_printed_on_it(client):
    publication = printed("Bài", 2024, 5, 19, 8, 0)
    late = datetime(2024, 6, 3, 17, 30, tzinfo=UTC)  # half an hour past midnight in Hanoi
    with time_machine.travel(late, tick=False):
        for path in ("/", publication.get_absolute_url()):
            document = read(client, path)
            (link,) = document.xpath("//p[@class='head-day']/a")
            assert link.text_content() == "Thứ Ba, ngày 4 tháng 6 năm 2024"
            assert link.get("href") == "/luu-tru/2024/06/04/"
            read(client, link.get("href"))


def test_the_foot_of_each_page_leads_to_the_archive_and_to_the_feeds(client):
    for path in ("/", "/luu-tru/"):
        links = read(client, path).xpath("//footer//ul//a/@href")
        assert {"/luu-tru/", "/rss/"} <= set(links)


def test_a_period_ends_where_the_next_begins():
    day = Period.day(date(2024, 2, 28))
    assert (day.end, day.last) == (date(2024, 2, 29), date(2024, 2, 28))
    assert Period.month(date(2024, 2, 1)).last == date(2024, 2, 29)
    assert Period.month(date(2023, 12, 1)).end == date(2024, 1, 1)
    assert Period.year(date(2024, 1, 1)).last == date(2024, 12, 31)


# --- What it costs ----------------------------------------------------------------------------


def test_the_archive_costs_the_same_few_queries_in_a_large_paper_and_reads_no_whole_table(client):
    def ask(path: str) -> list[str]:
        with CaptureQueriesContext(connection) as captured:
            read(client, path)
        return [query["sql"] for query in captured.captured_queries]

    begins, every = datetime(2020, 1, 1, tzinfo=HANOI), timedelta(hours=5)
    bulk(1, 12, begins=begins, every=every)
    paths = [f"/luu-tru/{part}" for part in ("", "2020/", "2020/01/", "2020/01/02/")]
    few = {path: len(ask(path)) for path in paths}
    bulk(13, 6000, begins=begins, every=every)
    assert {path: len(ask(path)) for path in paths} == few
    assert max(few.values()) <= 6
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        for path in paths:
            for sql in ask(path):
                cursor.execute(f"{EXPLAIN} {sql}")
                plan = "\n".join(str(row[-1]) for row in cursor.fetchall())
                assert not re.search(rf"{WHOLE} {TABLE}\b(?! USING)", plan), f"{sql}\n{plan}"


# As the plan names it: SQLite by its alias, where it has one.
TABLE = f"({PublishedArticle._meta.db_table}|U0)"
