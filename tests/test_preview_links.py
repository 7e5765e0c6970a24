"""A preview link shows one revision to whoever has it, and leaves no other trace."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import lxml.html
import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.actions.previewing import revoke_preview_link
from articles.actions.publishing import publish
from articles.models import Activity, Image, PreviewLink

from . import factories
from .desk import text_of
from .preview_links import NOW, change, make_link, opened, pictures_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


# --- What it shows --------------------------------------------------------------------------------


def test_an_outsider_reads_the_revision_that_the_link_was_made_to_and_no_later_one(client):
    article = factories.make_article(title="Bản gửi luật sư", sapo="Sapo.")
    link = make_link(article)
    change(article, title="Bản viết lại")
    text = text_of(client.get(link.get_absolute_url()))
    assert "Bản gửi luật sư" in text
    assert "Bản viết lại" not in text


def test_it_says_what_it_is_and_until_when_it_opens(client, clock):
    page = lxml.html.fromstring(client.get(make_link().get_absolute_url()).content.decode())
    (band,) = page.find_class("preview-banner")
    assert " ".join(band.text_content().split()) == (
        "Bản xem trước – chưa xuất bản. Liên kết mở được đến 22/05/2031 - 07:06."
    )


def test_it_invites_nobody_to_comment_share_or_index_it(client):
    html = client.get(make_link(tags=("lũ",)).get_absolute_url()).content.decode()
    page = lxml.html.fromstring(html)
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex, nofollow"]
    for without in (
        "//link[@rel='canonical']",
        "//meta[starts-with(@property, 'og:')]",
        "//script",
        "//form",
        "//*[@data-share]",
    ):
        assert page.xpath(without) == [], without


def test_the_revision_that_readers_have_is_shown_where_readers_have_it(client):
    article = factories.make_article()
    link = make_link(article)
    row = publish(article, by=None)
    response = client.get(link.get_absolute_url())
    assert response.status_code == 302
    assert response.url == row.get_absolute_url()
    newer = make_link(change(article, title="Bản chưa đăng"))
    assert "Bản chưa đăng" in text_of(client.get(newer.get_absolute_url()))


# --- Who gets it, and what nobody keeps -----------------------------------------------------------


def closed_links() -> dict[str, str]:
    """Addresses that show nothing, and why."""
    with time_machine.travel(NOW - timedelta(days=3), tick=False):
        ended = make_link(days=3)
    link = make_link()
    token, path = link.token, link.get_absolute_url()
    revoked = revoke_preview_link(make_link(), by=None)
    unknown = PreviewLink()
    key, _dot, signature = token.partition(".")
    return {
        "ended": ended.get_absolute_url(),
        "revoked": revoked.get_absolute_url(),
        "a picture of a revoked one": f"{revoked.get_absolute_url()}anh/1/full/400.webp",
        "well signed, never made": unknown.get_absolute_url(),
        "another's signature": path.replace(key, unknown.key),
        "one letter more": path.replace(token, f"{token}x"),
        "one letter less": path.replace(token, token[:-1]),
        "other case": path.replace(signature, signature.swapcase()),
        "no signature": path.replace(token, key),
        "not a token": "/xem-truoc/khong-co/",
        "no picture": f"{path}anh/{10**30}/full/400.webp",
    }


def test_every_link_that_shows_nothing_gives_the_same_answer(client, clock):
    answers = {why: client.get(path) for why, path in closed_links().items()}
    assert {answer.status_code for answer in answers.values()} == {404}
    assert len({answer.content for answer in answers.values()}) == 1
    assert len({tuple(sorted(answer.headers.items())) for answer in answers.values()}) == 1
    text = text_of(answers["ended"])
    assert "Liên kết xem trước không mở được" in text
    assert "hết hạn" in text


def test_a_token_of_somebody_elses_making_does_not_even_ask_for_a_link(client):
    with CaptureQueriesContext(connection) as captured:
        client.get("/xem-truoc/AAAAAAAAAAAAAAAAAAAAAA.BBBBBBBB/")
    assert not any("previewlink" in query["sql"] for query in captured.captured_queries)


def test_the_table_alone_opens_nothing(settings):
    link = make_link()
    assert link.token not in {str(value) for value in PreviewLink.objects.values_list().get()}
    path = link.get_absolute_url()
    settings.SECRET_KEY = "somebody else's"
    assert link.get_absolute_url() != path
    assert Client().get(path).status_code == 404


def test_no_cache_and_no_search_engine_keeps_it_and_its_address_goes_nowhere(client):
    link = make_link(body=factories.figure(factories.make_image()))
    page = client.get(link.get_absolute_url())
    (picture,) = pictures_on(page)
    closed = client.get("/xem-truoc/khong-co/")
    for answer in (page, client.get(picture), closed, client.post(link.get_absolute_url())):
        assert answer.headers["Cache-Control"] == "no-store, private"
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert "ETag" not in answer.headers
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert not answer.cookies


def test_no_list_names_it(client):
    link = make_link(factories.make_published().article)
    for path in ("/robots.txt", "/sitemap-pages.xml", "/sitemap-news.xml", "/rss/home.rss", "/"):
        text = client.get(path).content.decode()
        assert "xem-truoc" not in text, path
        assert link.key not in text, path


def test_it_can_only_be_read(client):
    link = make_link()
    client.handler.enforce_csrf_checks = True
    for method in (client.post, client.put, client.delete, client.patch):
        assert method(link.get_absolute_url()).status_code == 405
    link.refresh_from_db()
    assert link.opens == 0


# --- Pictures -------------------------------------------------------------------------------------


def test_its_pictures_are_those_of_the_revision_and_of_nothing_else(client):
    shown, other = (
        factories.make_image(data=factories.picture_bytes(colour=colour))
        for colour in ("navy", "olive")
    )
    link = make_link(body=factories.figure(shown))
    (picture,) = pictures_on(client.get(link.get_absolute_url()))
    answer = client.get(picture)
    assert answer.headers["Content-Type"] == "image/webp"
    assert b"".join(answer)[8:12] == b"WEBP"
    versions = [Image.objects.get(pk=each.pk).current_id for each in (shown, other)]
    elsewhere = picture.replace(f"/anh/{versions[0]}/", f"/anh/{versions[1]}/")
    assert client.get(elsewhere).status_code == 404
    assert client.get(picture.replace("640.webp", "641.webp")).status_code == 404
    assert client.get(picture.replace("/full/", "/xxl/")).status_code == 404


def test_a_picture_ends_with_the_link(client, clock):
    link = make_link(body=factories.figure(factories.make_image()))
    (picture,) = pictures_on(client.get(link.get_absolute_url()))
    clock.move_to(NOW + timedelta(days=3))
    assert client.get(picture).status_code == 404


# --- How often ------------------------------------------------------------------------------------


def test_openings_are_counted_and_the_last_is_known(clock):
    link = make_link()
    opened(link)
    clock.shift(timedelta(hours=2))
    opened(link)
    link.refresh_from_db()
    assert (link.opens, link.last_opened_at) == (2, NOW + timedelta(hours=2))


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Purpose": "prefetch"},
        {"Sec-Purpose": "prefetch;prerender"},
        {"Purpose": "prefetch"},
        {"X-Moz": "prefetch"},
    ],
)
def test_a_browser_that_only_asks_ahead_is_not_counted(headers):
    link = make_link()
    assert opened(link, **headers) == 200
    link.refresh_from_db()
    assert link.opens == 0


def test_neither_a_head_nor_a_picture_nor_a_closed_link_is_counted(client, clock):
    link = make_link(body=factories.figure(factories.make_image()))
    assert client.head(link.get_absolute_url()).status_code == 200
    (picture,) = pictures_on(client.get(link.get_absolute_url()))
    client.get(picture)
    clock.move_to(NOW + timedelta(days=3))
    opened(link)
    link.refresh_from_db()
    assert link.opens == 1


def test_an_opening_writes_one_statement_and_no_activity(client):
    link, last = make_link(), Activity.objects.count()
    with CaptureQueriesContext(connection) as captured:
        client.get(link.get_absolute_url())
    written = [
        query["sql"] for query in captured if not query["sql"].startswith(("SELECT", "SAVEPOINT"))
    ]
    assert len(written) == 1
    assert written[0].startswith("UPDATE")
    assert Activity.objects.count() == last


@pytest.mark.django_db(transaction=True)
def test_openings_at_once_are_all_counted():
    link, people = make_link(), 8
    barrier = Barrier(people)

    def one(_number: int) -> int:
        try:
            barrier.wait(10)
            return [opened(link) for _ in range(3)].count(200)
        finally:
            connection.close()

    with ThreadPoolExecutor(people) as pool:
        assert sum(pool.map(one, range(people))) == 24
    link.refresh_from_db()
    assert link.opens == 24
