"""A preview link shows one revision to whoever has it, until it ends, and leaves no other trace."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Barrier

import lxml.html
import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.actions.binning import bin_article, unbin_article
from articles.actions.previewing import create_preview_link, revoke_preview_link
from articles.actions.publishing import cancel, publish
from articles.actions.refusals import NotPermitted, Refused, Stale
from articles.actions.reviewing import submit
from articles.actions.saving import save
from articles.actions.taking_down import take_down
from articles.actions.withdrawing import withdraw
from articles.models import Activity, Article, Image, PreviewLink

from . import factories
from .cast import make_cast
from .desk import address, newest, sign_in, text_of
from .page_store_site import Reader

pytestmark = pytest.mark.django_db

NOW = datetime.fromisoformat("2031-05-19T07:06:00+07:00")


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def cast():
    return make_cast()


def make_link(article: Article | None = None, days: int = 3, **fields) -> PreviewLink:
    return create_preview_link(article or factories.make_article(**fields), by=None, days=days)


def change(article: Article, **new) -> Article:
    return save(article, replace(newest(article), **new), by=None, base_version=article.version)


def opened(link: PreviewLink, **headers) -> int:
    """The status that an outsider gets."""
    return Client(headers=headers).get(link.get_absolute_url()).status_code


def pictures_on(response) -> list[str]:
    return lxml.html.fromstring(response.content.decode()).xpath("//article//img/@src")


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


# --- Until when -----------------------------------------------------------------------------------


@pytest.mark.parametrize("days", [1, 3, 7])
def test_it_ends_at_the_second(clock, days):
    link = make_link(days=days)
    clock.move_to(NOW + timedelta(days=days) - timedelta(microseconds=1))
    assert opened(link) == 200
    clock.move_to(NOW + timedelta(days=days))
    assert opened(link) == 404


@pytest.mark.parametrize("days", [0, -1, 2, 30])
def test_no_other_life_can_be_chosen(days):
    with pytest.raises(Refused) as refused:
        make_link(days=days)
    assert refused.value.field == "days"
    assert not PreviewLink.objects.exists()


def test_a_link_cannot_end_before_it_begins():
    link = make_link()
    with pytest.raises(IntegrityError), transaction.atomic():
        PreviewLink.objects.filter(pk=link.pk).update(expires_at=link.created_at)


@pytest.mark.django_db(transaction=True)
def test_it_is_revoked_at_once_however_warm_the_page_store_is():
    image = factories.make_image()
    link, reader = make_link(body=factories.figure(image)), Reader()
    path = link.get_absolute_url()
    for _ in range(3):
        answer = reader.get(path)
        assert answer.status == 200
        assert "Surrogate-Key" not in answer.headers
    picture = re.search(r'src="(/xem-truoc/[^"]+\.webp)"', answer.text)[1]
    assert reader.get(picture).status == 200
    revoke_preview_link(link, by=None)
    assert reader.get(path).status == 404
    assert reader.get(picture).status == 404


def test_revoking_twice_is_revoking_once(cast):
    link = make_link()
    first = revoke_preview_link(link, by=cast.editor)
    again = revoke_preview_link(link, by=cast.managing_editor)
    assert (again.revoked_by, again.revoked_at) == (cast.editor, first.revoked_at)
    assert Activity.objects.filter(act="revoke_preview_link").count() == 1


def test_it_goes_on_when_its_maker_may_do_nothing_more(cast):
    link = create_preview_link(factories.make_article(), by=cast.editor, days=3)
    cast.editor.groups.clear()
    cast.editor.is_active = False
    cast.editor.save()
    assert opened(link) == 200


# --- What was taken away --------------------------------------------------------------------------


def test_an_article_in_the_bin_is_shown_by_no_link(cast):
    article = factories.make_article()
    link = make_link(article)
    bin_article(article, by=None)
    assert opened(link) == 404
    with pytest.raises(Refused):
        make_link(article)
    unbin_article(article, by=None)
    assert opened(link) == 200


def test_withdrawing_revokes_every_link_for_good(cast):
    article = factories.make_published().article
    link = make_link(change(article, title="Bản sau"))
    last = Activity.objects.latest("pk").pk
    withdraw(article, by=cast.managing_editor, reason="Sai nguồn")
    assert [row.act for row in Activity.objects.filter(pk__gt=last)] == ["withdraw"]
    assert opened(link) == 404
    with pytest.raises(Refused):
        make_link(article)
    change(Article.objects.get(pk=article.pk), title="Bản viết lại")
    submit(article, by=None)
    assert opened(link) == 404
    link.refresh_from_db()
    assert link.revoked_by == cast.managing_editor
    assert opened(make_link(article)) == 200


def test_no_link_shows_anything_while_the_article_is_withdrawn():
    article = factories.make_published().article
    withdraw(article, by=None, reason="Sai nguồn")
    change(Article.objects.get(pk=article.pk), title="Bản viết lại")
    later = publish(article, by=None, at=datetime.now(NOW.tzinfo) + timedelta(hours=5))
    link = make_link(article)
    assert opened(link) == 200
    cancel(later, by=None)
    assert Article.objects.get(pk=article.pk).state == "withdrawn"
    assert opened(link) == 404


def test_a_picture_taken_down_leaves_the_preview_and_its_address_dies(client):
    first = factories.make_image(data=factories.picture_bytes(colour="navy"))
    second = factories.make_image(data=factories.picture_bytes(colour="olive"))
    link = make_link(body=factories.figure(first) + factories.figure(second))
    before = pictures_on(client.get(link.get_absolute_url()))
    assert [client.get(each).status_code for each in before] == [200, 200]
    take_down(first, by=None, reason="Bản quyền")
    assert pictures_on(client.get(link.get_absolute_url())) == before[1:]
    assert [client.get(each).status_code for each in before] == [404, 200]


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


# --- On the desk ----------------------------------------------------------------------------------


def column(client, article: Article) -> lxml.html.HtmlElement:
    page = lxml.html.fromstring(client.get(address("change", article.pk)).content.decode())
    (found,) = page.find_class("preview-links")
    return found


def test_a_link_is_made_for_three_days_unless_another_life_is_chosen(cast, clock):
    article, client = factories.make_article(), sign_in(cast.editor)
    page = lxml.html.fromstring(client.get(address("preview-link", article.pk)).content.decode())
    assert page.xpath("//input[@name='days'][@checked]/@value") == ["3"]
    fields = {"version": article.version, "days": 7}
    response = client.post(address("preview-link", article.pk), fields)
    assert response.url == address("change", article.pk)
    link = PreviewLink.objects.get()
    assert (link.created_by, link.expires_at) == (cast.editor, NOW + timedelta(days=7))
    (activity,) = Activity.objects.filter(act="create_preview_link")
    assert (activity.target_type, activity.target_id) == ("article", article.pk)
    assert activity.data["revision"] == 1
    assert link.key not in str(activity.data)


def test_a_form_opened_on_an_older_version_makes_no_link(cast):
    article = factories.make_article()
    fields = {"version": article.version, "days": 3}
    change(article, title="Người khác vừa lưu")
    response = sign_in(cast.editor).post(address("preview-link", article.pk), fields)
    assert response.status_code == 409
    with pytest.raises(Stale):
        create_preview_link(article, by=None, days=3, base_version=1)
    assert not PreviewLink.objects.exists()


def test_the_column_tells_of_each_link_and_gives_its_whole_address(cast, clock, settings):
    article, client = factories.make_article(), sign_in(cast.editor)
    link = create_preview_link(article, by=cast.managing_editor, days=1)
    opened(link)
    found = column(client, article)
    (text,) = found.xpath(".//textarea/text()")
    assert text == f"{settings.SITE_URL}{link.get_absolute_url()}"
    said = " ".join(found.text_content().split())
    for words in ("20/05/2031 - 07:06", str(cast.managing_editor), "1", "19/05/2031 - 07:06"):
        assert words in said
    # Nothing of it is sent with the article's form.
    assert found.xpath(".//*[@name]") == []


def test_a_link_that_shows_nothing_has_no_address_on_the_desk(cast, clock):
    article, client = factories.make_article(), sign_in(cast.editor)
    revoke_preview_link(make_link(article), by=cast.editor)
    make_link(article, days=1)
    clock.shift(timedelta(days=1))
    found = column(client, article)
    assert found.xpath(".//textarea") == []
    assert len(found.xpath(".//details//li")) == 2
    assert str(cast.editor) in found.text_content()
    make_link(article)
    bin_article(article, by=None)
    assert column(client, article).xpath(".//textarea") == []


def test_a_link_is_revoked_from_the_article_after_a_question(cast):
    article, client = factories.make_article(), sign_in(cast.editor)
    link, other = make_link(article), make_link(article)
    (way, *_more) = column(client, article).xpath(".//a[contains(@href, 'revoke-link')]/@href")
    assert way.endswith(f"?link={other.pk}")
    page = lxml.html.fromstring(client.get(way).content.decode())
    assert page.xpath("//input[@name='link'][@checked]/@value") == [str(other.pk)]
    fields = {"version": article.version, "link": other.pk}
    for _twice in range(2):
        assert client.post(address("revoke-link", article.pk), fields).status_code == 302
    assert (opened(other), opened(link)) == (404, 200)


def test_a_link_of_another_article_is_not_revoked_from_this_one(cast):
    article, link = factories.make_article(), make_link()
    fields = {"version": article.version, "link": link.pk}
    response = sign_in(cast.editor).post(address("revoke-link", article.pk), fields)
    assert response.status_code == 200
    assert opened(link) == 200


def test_those_who_may_not_edit_the_article_are_told_of_no_link(cast):
    article = factories.make_article()
    link = make_link(article)
    for person in (cast.reporter, cast.picture_editor):
        text = sign_in(person).get(address("change", article.pk)).content.decode()
        assert link.key not in text
        with pytest.raises(NotPermitted):
            create_preview_link(article, by=person, days=3)
        with pytest.raises(NotPermitted):
            revoke_preview_link(link, by=person)


def test_the_history_tells_of_links_and_how_long_they_opened(cast, clock):
    article = factories.make_article()
    revoke_preview_link(create_preview_link(article, by=cast.editor, days=1), by=cast.editor)
    response = sign_in(cast.editor).get(address("history", article.pk))
    revoked, created, *_more = response.context["history"]
    assert (revoked.who, created.who) == ("editor", "editor")
    assert any("20/05/2031 - 07:06" in each for each in created.details)
