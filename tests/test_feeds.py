"""Feeds: what they hold, that every reader of RSS can read them, and that they are never stale."""

import html
from datetime import UTC, datetime, timedelta

import lxml.html
import pytest
import time_machine
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import etree

from articles import feeds
from articles.actions.publishing import cancel
from articles.actions.records import save_record
from articles.actions.renaming import rename_section
from articles.actions.withdrawing import withdraw
from articles.draft import DraftByline
from articles.models import Masthead, PublishedArticle
from tests.checks.feeds import broken_rules
from tests.factories import (
    figure,
    make_author,
    make_image,
    make_published,
    make_section,
    picture_bytes,
)
from tests.test_query_budgets import Paper

pytestmark = pytest.mark.django_db

SITE = "https://bao.example"
START = datetime(2024, 5, 19, 0, 6, tzinfo=UTC)
DC = "{http://purl.org/dc/elements/1.1/}"
MEDIA = "{http://search.yahoo.com/mrss/}"


@pytest.fixture(autouse=True)
def _address(settings):
    settings.SITE_URL = SITE


def get(client, path: str, **headers: str):
    response = client.get(path, headers=headers)
    assert response.status_code == 200
    return response


def read(client, path: str = "/rss/home.rss"):
    """The feed's channel, parsed as strictly as XML can be and held against the rules of RSS."""
    response = get(client, path)
    assert response.headers["Content-Type"] == "application/rss+xml; charset=utf-8"
    root = etree.fromstring(response.content, etree.XMLParser(recover=False, no_network=True))
    problems = list(broken_rules(root, SITE, path))
    assert not problems
    return root[0]


def titles(channel) -> list[str]:
    return [item.findtext("title") for item in channel.findall("item")]


# --- What a feed holds ------------------------------------------------------------------------


def test_an_item_has_everything_that_a_reader_of_feeds_can_show(client):
    parent = make_section("Đời sống", slug="doi-song")
    section = make_section("Sức khỏe", slug="suc-khoe", parent=parent)
    other = make_section("Thời sự", slug="thoi-su")
    writer, photographer = make_author("Nguyệt Hòa"), make_author("Phan Chài")
    image = make_image(data=picture_bytes(1300, 900))
    publication = make_published(
        title="Tít “hay” & <lạ>",
        sapo="Câu mở đầu.",
        section=section,
        also_in=(other.pk,),
        tags=("mưa lũ", "Đà Nẵng"),
        bylines=(
            DraftByline(writer.pk, writer.name),
            DraftByline(photographer.pk, photographer.name, role="Ảnh", separator=" - "),
        ),
        body=figure(image),
        dateline=START,
    )
    (item,) = read(client).findall("item")
    assert item.findtext("title") == "Tít “hay” & <lạ>"
    assert item.findtext("link") == SITE + publication.get_absolute_url()
    assert item.findtext("pubDate") == "Sun, 19 May 2024 07:06:00 +0700"
    assert item.findtext("description") == "Câu mở đầu."
    assert item.findtext(f"{DC}creator") == "Nguyệt Hòa - Ảnh: Phan Chài"
    categories = [each.text for each in item.findall("category")]
    assert categories[0] == "Sức khỏe"
    assert sorted(categories[1:3]) == ["Thời sự", "Đời sống"]
    assert categories[3:] == ["mưa lũ", "Đà Nẵng"]
    name = f"p/{image.current.hash}-full-1200.webp"
    length = str(default_storage.size(name))
    address = f"{SITE}/media/{name}"
    assert dict(item.find("enclosure").attrib) == {
        "url": address,
        "length": length,
        "type": "image/webp",
    }
    content = item.find(f"{MEDIA}content")
    assert dict(content.attrib) == {
        "url": address,
        "medium": "image",
        "type": "image/webp",
        "fileSize": length,
        "width": "1200",
        "height": "831",
    }
    assert content.findtext(f"{MEDIA}description") == "Một tấm ảnh"


def test_the_channel_tells_whose_it_is_and_which_page_it_follows(client):
    section = make_section("Thời sự", slug="thoi-su")
    make_section("Thời tiết", slug="thoi-tiet", parent=section)
    facts = {"name": "Sớm Mai", "copyright_notice": "Không sao chép."}
    save_record(Masthead.current(), facts, by=None)
    followed = {
        "/rss/home.rss": ("Sớm Mai", "/"),
        "/rss/thoi-su.rss": ("Thời sự – Sớm Mai", "/thoi-su/"),
        "/rss/thoi-su/thoi-tiet.rss": ("Thời tiết – Sớm Mai", "/thoi-su/thoi-tiet/"),
    }
    for path, (title, page) in followed.items():
        channel = read(client, path)
        assert channel.findtext("title") == title
        assert channel.findtext("link") == SITE + page
        assert channel.findtext("language") == "vi-VN"
        assert channel.findtext("copyright") == "Không sao chép."


def test_the_papers_feed_holds_the_newest_in_order_and_no_more(client):
    section = make_section()
    for number in range(1, feeds.PAPER_SIZE + 3):
        made = START + timedelta(minutes=number)
        make_published(title=f"Bài {number}", section=section, dateline=made)
    newest_first = [f"Bài {number}" for number in range(feeds.PAPER_SIZE + 2, 2, -1)]
    assert titles(read(client)) == newest_first


def test_a_sections_feed_holds_what_its_page_lists(client):
    section = make_section(slug="muc")
    child, other = make_section(slug="con", parent=section), make_section(slug="khac")
    make_published(title="Của mục con", section=child)
    make_published(title="Cũng ở mục con", section=other, also_in=(child.pk,))
    make_published(title="Của mục khác", section=other)
    assert set(titles(read(client, "/rss/muc.rss"))) == {"Của mục con", "Cũng ở mục con"}
    assert titles(read(client, "/rss/muc/con.rss")) == titles(read(client, "/rss/muc.rss"))
    assert "Của mục con" not in titles(read(client, "/rss/khac.rss"))


def test_a_section_that_is_not_there_has_no_feed(client):
    parent = make_section(slug="cha")
    make_section(slug="con", parent=parent)
    for path in ("/rss/khong-co.rss", "/rss/con.rss", "/rss/cha/khong-co.rss", "/rss/1.rss"):
        assert client.get(path).status_code == 404


def test_an_empty_paper_has_valid_empty_feeds(client):
    make_section(slug="muc")
    for path in ("/rss/home.rss", "/rss/muc.rss"):
        channel = read(client, path)
        assert not channel.findall("item")
        assert channel.find("lastBuildDate") is None


def test_an_article_of_bare_words_still_makes_a_whole_item(client):
    make_published(title="Trơn", sapo="")
    (item,) = read(client).findall("item")
    assert {each.tag for each in item} == {"title", "link", "guid", "pubDate", "category"}


def test_a_picture_whose_file_is_missing_is_left_out(client):
    image = make_image(data=picture_bytes(500, 400, "maroon"))
    make_published(body=figure(image) + "<p>Thân.</p>")
    default_storage.delete(f"p/{image.current.hash}-full-500.webp")
    (item,) = read(client).findall("item")
    assert item.find("enclosure") is None
    assert item.find(f"{MEDIA}content") is None


def test_the_description_is_html_that_says_what_the_desk_typed(client):
    sapo = "Giá <b>tăng</b> & 3 < 5 “thật”"
    make_published(sapo=sapo)
    (item,) = read(client).findall("item")
    description = item.findtext("description")
    assert "<b>" not in description
    assert html.unescape(description) == sapo


def test_what_xml_cannot_write_is_left_out_of_the_feed(client):
    publication = make_published(title="Tít")
    # Everything that comes in is cleaned; here a row is as an older program might have left it.
    bad = "".join(map(chr, (1, 8, 0xB, 0xC, 0x1F, 0xFFFE, 0xFFFF)))
    words = f"Tít{bad} còn nguyên \U0001f44d"
    PublishedArticle.objects.filter(pk=publication.pk).update(title=words, sapo=words)
    (item,) = read(client).findall("item")
    assert item.findtext("title") == "Tít còn nguyên \U0001f44d"


# --- Never stale ------------------------------------------------------------------------------


def test_a_withdrawn_article_leaves_the_feed_at_once(client):
    section = make_section(slug="muc")
    publication = make_published(title="Sẽ gỡ", section=section)
    make_published(title="Ở lại", section=section)
    etags = {path: get(client, path).headers["ETag"] for path in ("/rss/home.rss", "/rss/muc.rss")}
    withdraw(publication.article, by=None, reason="Sai tên.")
    for path, etag in etags.items():
        later = timezone.now() + timedelta(days=1)
        since = f"{later:%a, %d %b %Y %H:%M:%S} GMT"
        for headers in ({"If-None-Match": etag}, {"If-Modified-Since": since}):
            response = get(client, path, **headers)
            assert "Sẽ gỡ" not in response.content.decode()
            assert "Ở lại" in response.content.decode()


def test_a_scheduled_article_enters_at_its_minute_and_not_when_cancelled(client):
    minute = timezone.now() + timedelta(hours=1)
    first = make_published(title="Hẹn giờ", at=minute)
    second = make_published(title="Hủy hẹn", at=minute)
    etag = get(client, "/rss/home.rss").headers["ETag"]
    assert titles(read(client)) == []
    cancel(second, by=None)
    with time_machine.travel(minute, tick=False):
        assert get(client, "/rss/home.rss", **{"If-None-Match": etag}).headers["ETag"] != etag
        assert titles(read(client)) == [first.title]


def test_who_has_the_feed_already_is_told_so_without_its_bytes(client):
    make_published()
    first = get(client, "/rss/home.rss")
    with time_machine.travel(timezone.now() + timedelta(hours=5), tick=False):
        again = client.get("/rss/home.rss", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.content == b""
    for name in ("ETag", "Cache-Control"):
        assert again.headers[name] == first.headers[name]


def test_the_feed_is_the_same_bytes_whenever_and_by_whomever_it_is_asked_for(client):
    make_published()
    first = get(client, "/rss/home.rss")
    client.cookies["nguoi-doc"] = "x"
    with time_machine.travel(timezone.now() + timedelta(hours=5), tick=False):
        again = get(client, "/rss/home.rss", **{"Accept-Language": "en"})
    assert (again.content, again.headers["ETag"]) == (first.content, first.headers["ETag"])
    assert not again.cookies
    assert again.headers["Cache-Control"] == "public, max-age=0"


def test_a_feed_is_read_only_and_answers_head_like_get(client):
    make_published()
    got, head = get(client, "/rss/home.rss"), client.head("/rss/home.rss")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["ETag"] == got.headers["ETag"]
    assert client.post("/rss/home.rss").status_code == 405


def test_a_renamed_section_takes_its_feed_along(client):
    section = make_section("A", slug="muc-a")
    make_published(title="Bài", section=section)
    rename_section(section, name="B", slug="muc-b", by=None)
    response = client.get("/rss/muc-a.rss")
    assert (response.status_code, response.headers["Location"]) == (301, "/rss/muc-b.rss")
    assert titles(read(client, "/rss/muc-b.rss")) == ["Bài"]


# --- What it costs ----------------------------------------------------------------------------


def test_a_feed_costs_the_same_few_queries_however_large_the_paper(client):
    paper = Paper()

    def costs() -> list[int]:
        found = []
        for path in ("/rss/home.rss", "/rss/muc-0.rss", "/rss/muc-0/con.rss", "/rss/"):
            with CaptureQueriesContext(connection) as captured:
                get(client, path)
            found.append(len(captured))
        return found

    paper.grow(12)
    few = costs()
    paper.grow(1000)
    assert costs() == few
    assert max(few) <= 6


# --- The page that tells of them --------------------------------------------------------------


def test_the_page_of_feeds_links_each_with_its_whole_address(client):
    section = make_section("Thời sự", slug="thoi-su")
    make_section("Văn hóa", slug="van-hoa")
    make_section("Thời tiết", slug="thoi-tiet", parent=section)
    document = lxml.html.fromstring(get(client, "/rss/").content.decode())
    links = document.xpath("//main//dl//a")
    paths = [
        "/rss/home.rss",
        "/rss/thoi-su.rss",
        "/rss/thoi-su/thoi-tiet.rss",
        "/rss/van-hoa.rss",
    ]
    assert [link.get("href") for link in links] == paths
    assert [link.text for link in links] == [SITE + path for path in paths]
    for path in paths:
        read(client, path)


def test_pages_tell_browsers_of_their_feeds(client):
    section = make_section("Thời sự", slug="thoi-su")
    save_record(Masthead.current(), {"name": "Sớm Mai"}, by=None)
    publication = make_published(section=section)
    found: dict[str, list[tuple[str, str]]] = {}
    for path in ("/", "/thoi-su/", publication.get_absolute_url(), "/khong-co/"):
        document = lxml.html.fromstring(client.get(path).content.decode())
        found[path] = [
            (link.get("href"), link.get("title"))
            for link in document.xpath("//head/link[@rel='alternate']")
            if link.get("type") == "application/rss+xml"
        ]
    paper = ("/rss/home.rss", "Sớm Mai")
    own = ("/rss/thoi-su.rss", "Thời sự – Sớm Mai")
    assert sorted(found.pop("/thoi-su/")) == [paper, own]
    assert all(links == [paper] for links in found.values())


def test_no_section_can_take_the_address_of_the_papers_feed():
    with pytest.raises(Exception, match="home"):
        make_section(slug="home")
