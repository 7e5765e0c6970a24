"""What readers see of comments: the section under an article, and the page of all comments."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.actions.records import save_record
from articles.actions.withdrawing import withdraw
from articles.comments import threads
from articles.comments.actions.deciding import reject_comment
from articles.comments.models import Reason
from articles.comments.section import comment_section
from articles.frame import load_frame
from articles.models import Masthead, PublishedArticle
from articles.page import published_page
from tests.comment_factories import make_approved, make_rejected, make_waiting
from tests.factories import make_article, make_published

pytestmark = pytest.mark.django_db


@pytest.fixture
def publication():
    return make_published()


def section(publication, **changes) -> str:
    found = PublishedArticle.objects.select_related("section__parent", "body", "lead_image").get(
        pk=publication.pk
    )
    frame = load_frame(timezone.now())
    page = replace(published_page(found, frame.masthead), **changes)
    return comment_section(page, frame)


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", html).split())


def address(publication) -> str:
    return f"/{publication.article_id}/binh-luan/"


def test_without_comments_it_says_so_and_offers_the_form(publication):
    html = section(publication)
    assert "(0) Bình luận" in text_of(html)
    assert f'action="{address(publication)}"' in html
    assert "<ol" not in html


def test_it_counts_the_comments_whose_text_readers_can_see(publication):
    thread = make_approved(publication)
    make_approved(publication, parent=thread)
    make_waiting(publication)
    make_waiting(publication, parent=thread)
    make_rejected(publication)
    make_approved(make_published())
    html = section(publication)
    assert "(2) Bình luận" in text_of(html)
    assert html.count('class="comment__text"') == 2


def test_replies_to_a_rejected_thread_are_neither_counted_nor_shown(publication):
    thread = make_approved(publication)
    make_approved(publication, parent=thread, body="Một câu trả lời.")
    make_approved(publication)
    reject_comment(thread, by=None, reason=Reason.OFFENSIVE)
    html = section(publication)
    assert "(1) Bình luận" in text_of(html)
    assert "Một câu trả lời." not in html


def test_threads_are_newest_first_and_replies_oldest_first(publication):
    start = timezone.now() - timedelta(days=1)
    first = make_approved(publication, body="Ý thứ nhất", at=start)
    make_approved(publication, body="Ý thứ hai", at=start + timedelta(hours=1))
    for hour in (2, 3):
        at = start + timedelta(hours=hour)
        make_approved(publication, body=f"Đáp {hour}", parent=first, at=at)
    text = section(publication)
    order = [text.index(words) for words in ("Ý thứ hai", "Ý thứ nhất", "Đáp 2", "Đáp 3")]
    assert order == sorted(order)


def test_a_reply_to_a_reply_names_whom_it_answers(publication):
    thread = make_approved(publication, name="Chủ Thớt")
    reply = make_approved(publication, name="Người Đáp", parent=thread)
    make_approved(publication, name="Người Nữa", parent=reply)
    html = section(publication)
    assert "trả lời Người Đáp" in text_of(html)
    assert "trả lời Chủ Thớt" not in text_of(html)
    reject_comment(reply, by=None, reason=Reason.OFFENSIVE)
    assert "Người Đáp" not in section(publication)


def test_what_readers_wrote_is_text_and_nothing_else(publication):
    evil = "<script>alert(1)</script> <img src=x onerror=y> https://xau.example &amp; {{ form }}"
    make_approved(publication, name="<b>Tên</b>", body=f"{evil}\nDòng hai\n\nĐoạn hai")
    html = section(publication)
    assert "<script" not in html
    assert "<img" not in html
    assert "<b>Tên" not in html
    assert 'href="https://xau' not in html
    assert "&amp;amp; {{ form }}<br>Dòng hai</p>" in html
    assert "<p>Đoạn hai</p>" in html


def test_the_form_is_static_and_consent_is_not_ticked(publication):
    html = section(publication)
    assert html == section(publication)
    assert "csrfmiddlewaretoken" not in html
    assert 'name="token"' not in html
    assert "checked" not in html
    assert 'type="checkbox"' in html


def test_the_form_shows_the_papers_privacy_notice_and_its_version(publication):
    save_record(
        Masthead.current(),
        {"name": "Sớm Mai", "privacy_notice": "Lưu 24 tháng.\n\nHỏi: bandoc@baomau.example"},
        by=None,
    )
    Masthead.objects.update(privacy_version=7)
    html = section(publication)
    assert "<p>Lưu 24 tháng.</p>" in html
    assert '<input type="hidden" name="policy" value="7"' in html


def test_a_preview_shows_nothing_of_it(publication):
    make_approved(publication)
    assert section(publication, is_preview=True).strip() == ""


def test_the_section_takes_two_queries_whatever_stands_in_it(
    publication, django_assert_max_num_queries
):
    page = published_page(
        PublishedArticle.objects.select_related("section__parent", "body").get(pk=publication.pk),
        Masthead.current(),
    )
    frame = load_frame(timezone.now())
    for wanted in (1, 2, 2):
        with django_assert_max_num_queries(wanted):
            comment_section(page, frame)
        thread = make_approved(publication)
        for _ in range(5):
            make_approved(publication, parent=thread)


# --- the page of all comments --------------------------------------------------------------------


def test_every_thread_is_found_on_exactly_one_page(client, publication):
    at = timezone.now() - timedelta(days=1)
    # Some at the same instant: the id decides.
    made = [
        make_approved(publication, at=at + timedelta(minutes=number // 6)) for number in range(45)
    ]
    assert "Xem thêm bình luận" in section(publication)
    link = re.search(r'href="(/\d+/binh-luan/)\?truoc=([\d-]+)"', section(publication))
    assert link
    assert link[1] == address(publication)
    pages, query = [], ""
    while query is not None:
        html = client.get(address(publication) + query).content.decode()
        assert "(45) Bình luận" in text_of(html)
        pages.append(re.findall(r'id="binh-luan-([\w-]+)"', html))
        older = re.search(r'href="(\?truoc=[\d-]+)"', html)
        query = older[1] if older else None
    assert [len(page) for page in pages] == [20, 20, 5]
    assert [each for page in pages for each in page] == [row.public_id for row in reversed(made)]
    assert link[2] in client.get(address(publication)).content.decode()


def test_a_page_begins_after_the_threads_before_it_have_gone(client, publication):
    made = [make_approved(publication) for _ in range(25)]
    cursor = threads.page(publication.article_id).older
    for comment in made[5:8]:
        reject_comment(comment, by=None, reason=Reason.SPAM)
    html = client.get(f"{address(publication)}?truoc={cursor}").content.decode()
    assert re.findall(r'id="binh-luan-([\w-]+)"', html) == [
        comment.public_id for comment in reversed(made[:5])
    ]


def test_past_the_last_page_the_count_still_stands(client, publication):
    comment = make_approved(publication)
    html = client.get(f"{address(publication)}?truoc=20200101000000000000-1").content.decode()
    assert "(1) Bình luận" in text_of(html)
    assert comment.public_id not in html


@pytest.mark.parametrize("query", ["?truoc=", "?truoc=x", "?truoc=1-1", "?truoc[]=1", "?x=%00"])
def test_odd_queries_are_answered(client, publication, query):
    assert client.get(address(publication) + query).status_code in {200, 404}


def test_its_pages_are_the_same_bytes_for_everyone(client, admin_client, publication):
    thread = make_approved(publication)
    reply = f"{address(publication)}tra-loi/{thread.public_id}/"
    for path in (address(publication), reply):
        stranger, person = client.get(path), admin_client.get(path)
        assert stranger.content == person.content
        for response in (stranger, person):
            assert not response.cookies
            assert "Cookie" not in response.headers.get("Vary", "")


def test_its_pages_read_nothing_of_the_working_copy(client, publication):
    thread = make_approved(publication)
    with CaptureQueriesContext(connection) as queries:
        for path in ("", f"tra-loi/{thread.public_id}/", "da-gui/"):
            assert client.get(address(publication) + path).status_code == 200
    tables = " ".join(query["sql"] for query in queries)
    assert "articles_publishedarticle" in tables
    assert '"articles_article"' not in tables


def test_the_form_of_a_reply_shows_what_it_answers(client, publication):
    thread = make_approved(publication, body="Điều được trả lời.")
    path = f"{address(publication)}tra-loi/{thread.public_id}/"
    assert f'href="{path}"' in section(publication)
    html = client.get(path).content.decode()
    assert "Điều được trả lời." in html
    assert f'action="{path}"' in html


def test_what_readers_cannot_see_has_no_form_of_a_reply(client, publication):
    thread = make_approved(publication)
    reply = make_approved(publication, parent=thread)
    reject_comment(thread, by=None, reason=Reason.OFFENSIVE)
    for comment in (make_waiting(publication), make_rejected(publication), thread, reply):
        path = f"{address(publication)}tra-loi/{comment.public_id}/"
        assert client.get(path).status_code == 404
    other = make_approved(make_published())
    path = f"{address(publication)}tra-loi/{other.public_id}/"
    assert client.get(path).status_code == 404


def test_the_pages_answer_404_before_publication_and_410_after_withdrawal(client, publication):
    comment = make_approved(publication)
    paths = ["", "da-gui/", f"tra-loi/{comment.public_id}/"]
    draft = make_article()
    later = make_published(at=timezone.now() + timedelta(hours=1))
    for article_id in (draft.pk, later.article_id, 5):
        for path in paths:
            assert client.get(f"/{article_id}/binh-luan/{path}").status_code == 404
    withdraw(publication.article, by=None, reason="Sai")
    for path in paths:
        assert client.get(address(publication) + path).status_code == 410
