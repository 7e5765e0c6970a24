"""A guest writes: from the static form through the confirmation page to the thank-you."""

import html
import re
from datetime import timedelta
from threading import Event, Thread

import pytest
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.actions.withdrawing import withdraw
from articles.comments import tokens
from articles.comments.actions.deciding import reject_comment
from articles.comments.actions.writing import MOST_IN_WINDOW
from articles.comments.models import Comment, Reason, Status
from articles.models import Masthead
from tests.comment_factories import make_approved, make_waiting
from tests.factories import make_article, make_published

pytestmark = pytest.mark.django_db

TYPED = {
    "name": "Tư Ghềnh",
    "email": "tu@thu.example",
    "body": "Bài hay, “đọc” mà thấm.\r\nCảm ơn <tòa soạn> & tác giả!",
    "consent": "on",
    "policy": "1",
    "website": "",
}


@pytest.fixture
def publication():
    return make_published()


def address(publication) -> str:
    return f"/{publication.article_id}/binh-luan/"


def aged_token(publication, age: timedelta = timedelta(minutes=1)) -> str:
    return tokens.issue(publication.article_id, now=timezone.now() - age)


def send(client, publication, path: str = "", **changes):
    data = {key: value for key, value in (TYPED | changes).items() if value is not None}
    return client.post(address(publication) + path, data)


def fields_of(response) -> dict[str, str]:
    """What the browser would send if the reader pressed the button of the page shown."""
    page = response.content.decode()
    found = {}
    for tag in re.findall(r"<input[^>]*>", page):
        name = re.search(r'name="([^"]*)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        if 'type="checkbox"' in tag and "checked" not in tag:
            continue
        found[name[1]] = html.unescape(value[1]) if value else "on" * ("checkbox" in tag)
    # A browser drops the first newline of a textarea; Django writes one for it.
    area = re.search(r"<textarea[^>]*>\r?\n?(.*?)</textarea>", page, re.DOTALL)
    return found | {"body": html.unescape(area[1])}


def test_without_a_token_it_shows_what_was_typed_and_a_token(client, publication):
    response = send(client, publication)
    assert response.status_code == 200
    assert "Xem lại bình luận" in response.content.decode()
    shown = fields_of(response)
    token = shown.pop("token")
    assert shown == TYPED | {"consent": "on"}
    later = timezone.now() + timedelta(minutes=1)
    assert tokens.read(token, publication.article_id, now=later)
    assert not Comment.objects.exists()


def test_with_a_token_it_comes_in_and_the_reader_is_thanked(client, publication):
    response = send(client, publication, token=aged_token(publication))
    assert response.status_code == 303
    assert response.url == f"{address(publication)}da-gui/"
    comment = Comment.objects.get()
    assert comment.status == Status.PENDING
    assert comment.body == TYPED["body"].replace("\r\n", "\n")
    assert "Cảm ơn bạn" in client.get(response.url).content.decode()


def test_pressing_twice_thanks_twice_and_writes_once(client, publication):
    token = aged_token(publication)
    first, second = (send(client, publication, token=token) for _ in range(2))
    assert (first.status_code, first.url) == (second.status_code, second.url)
    assert Comment.objects.count() == 1


def test_other_words_from_the_same_page_are_not_lost(client, publication):
    token = aged_token(publication)
    send(client, publication, token=token)
    response = send(client, publication, token=token, body="Tôi viết thêm.")
    assert response.status_code == 200
    shown = fields_of(response)
    assert shown["body"] == "Tôi viết thêm."
    assert shown["token"] != token
    assert Comment.objects.count() == 1


def test_what_the_trap_catches_is_thanked_like_any_other_and_kept_as_spam(client, publication):
    response = send(client, publication, token=aged_token(publication), website="http://x.example")
    assert response.status_code == 303
    assert Comment.objects.get().status == Status.SPAM


@pytest.mark.parametrize(
    "age", [tokens.MAX_AGE + timedelta(minutes=1), timedelta(minutes=-1)], ids=["old", "future"]
)
def test_a_token_that_is_not_good_gets_a_new_one_and_loses_nothing(client, publication, age):
    old = aged_token(publication, age)
    response = send(client, publication, token=old)
    assert response.status_code == 200
    shown = fields_of(response)
    assert shown["body"] == TYPED["body"]
    assert shown["consent"] == "on"
    assert shown["token"] != old
    assert not Comment.objects.exists()


def test_a_token_that_is_too_young_may_be_used_a_moment_later(client, publication):
    young = aged_token(publication, timedelta(0))
    response = send(client, publication, token=young)
    assert response.status_code == 200
    assert fields_of(response)["token"] == young


def test_a_token_of_another_article_is_not_good(client, publication):
    other = make_published()
    assert send(client, publication, token=aged_token(other)).status_code == 200
    assert not Comment.objects.exists()


# --- what is wrong -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": ""}, "Mời bạn ghi tên"),
        ({"name": "ă" * 61}, "Tên dài 61 ký tự"),
        ({"email": "không"}, "Địa chỉ e-mail chưa đúng"),
        ({"body": "!"}, "Mời bạn viết bình luận"),
        ({"body": "ă" * 3001}, "dài 3.001 ký tự; nhiều nhất là 3.000"),
        ({"consent": None}, "Cần bạn đồng ý"),
    ],
)
def test_a_wrong_field_says_why_and_keeps_the_rest(client, publication, changes, words):
    response = send(client, publication, token=aged_token(publication), **changes)
    assert response.status_code == 422
    page = response.content.decode()
    assert words in page
    assert page.count('class="errorlist"') == 1
    shown = fields_of(response)
    kept = {key: value for key, value in (TYPED | changes).items() if value is not None}
    assert {key: shown.get(key) for key in kept} == kept
    assert not Comment.objects.exists()


def test_all_wrong_fields_are_told_at_once(client, publication):
    response = client.post(address(publication), {})
    assert response.status_code == 422
    assert response.content.decode().count('class="errorlist"') == 4


def test_errors_are_tied_to_their_fields_for_screen_readers(client, publication):
    page = send(client, publication, name="").content.decode()
    field = re.search(r'<input[^>]*name="name"[^>]*>', page)[0]
    assert 'aria-invalid="true"' in field
    described = re.search(r'aria-describedby="([^"]*)"', field)[1]
    assert f'id="{described}"' in page


def test_corrected_it_comes_in_with_the_token_of_the_page_that_asked(client, publication):
    token = aged_token(publication)
    shown = fields_of(send(client, publication, token=token, name=""))
    assert shown["token"] == token
    response = client.post(address(publication), shown | {"name": "Tư Ghềnh"})
    assert response.status_code == 303


def test_consent_counts_only_for_the_notice_that_was_shown(client, publication):
    Masthead.objects.update_or_create(pk=1, defaults={"name": "Báo", "privacy_version": 2})
    response = send(client, publication, token=aged_token(publication), policy="1")
    assert response.status_code == 422
    assert "Thông báo đã thay đổi" in response.content.decode()
    shown = fields_of(response)
    assert shown["policy"] == "2"
    assert "consent" not in shown
    assert not Comment.objects.exists()
    client.post(address(publication), shown | {"consent": "on"})
    assert Comment.objects.get().policy_version == 2


@pytest.mark.parametrize("policy", [None, "", "x", "9" * 5000])
def test_without_the_notice_shown_there_is_no_consent(client, publication, policy):
    response = send(client, publication, token=aged_token(publication), policy=policy)
    assert response.status_code == 422
    assert not Comment.objects.exists()


# --- too many, too busy, gone ------------------------------------------------------------------


def test_after_too_many_it_asks_for_patience_and_keeps_the_text(client, publication):
    for _ in range(MOST_IN_WINDOW):
        make_waiting(publication, address="127.0.0.1")
    token = aged_token(publication)
    response = send(client, publication, token=token)
    assert response.status_code == 429
    assert 0 < int(response.headers["Retry-After"]) <= 600
    shown = fields_of(response)
    assert (shown["body"], shown["token"]) == (TYPED["body"], token)
    assert Comment.objects.count() == MOST_IN_WINDOW


def test_a_forwarded_address_does_not_fool_it(client, publication):
    for _ in range(MOST_IN_WINDOW):
        make_waiting(publication, address="127.0.0.1")
    forged = {"X-Forwarded-For": "198.51.100.7", "X-Real-IP": "198.51.100.7", "Forwarded": "for=x"}
    response = client.post(
        address(publication), TYPED | {"token": aged_token(publication)}, headers=forged
    )
    assert response.status_code == 429


@pytest.mark.django_db(transaction=True)
def test_a_busy_database_answers_503_and_keeps_the_text(client, publication):
    locked, done = Event(), Event()

    def hold_the_lock():
        with transaction.atomic(), connections["default"].cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("LOCK TABLE comments_comment IN ACCESS EXCLUSIVE MODE")
            locked.set()
            done.wait(10)
        connections.close_all()

    if connection.vendor == "postgresql":
        patience, usual = "SET lock_timeout = '100ms'", "RESET lock_timeout"
    else:
        patience, usual = "PRAGMA busy_timeout = 100", "PRAGMA busy_timeout = 20000"
    holder = Thread(target=hold_the_lock)
    holder.start()
    try:
        assert locked.wait(10)
        with connection.cursor() as cursor:
            cursor.execute(patience)
        token = aged_token(publication)
        response = send(client, publication, token=token)
    finally:
        done.set()
        holder.join()
        with connection.cursor() as cursor:
            cursor.execute(usual)
    assert response.status_code == 503
    shown = fields_of(response)
    assert (shown["body"], shown["token"]) == (TYPED["body"], token)
    assert send(client, publication, token=token).status_code == 303


def test_it_takes_no_comment_where_readers_see_no_article(client, publication):
    later = make_published(at=timezone.now() + timedelta(hours=1))
    withdraw(publication.article, by=None, reason="Sai")
    for article_id, status in ((make_article().pk, 404), (later.article_id, 404), (5, 404)):
        data = TYPED | {"token": tokens.issue(article_id)}
        assert client.post(f"/{article_id}/binh-luan/", data).status_code == status
    assert send(client, publication, token=aged_token(publication)).status_code == 410
    assert not Comment.objects.exists()


# --- replies -----------------------------------------------------------------------------------


def test_a_reply_comes_in_the_same_way(client, publication):
    thread = make_approved(publication, body="Điều được trả lời.")
    path = f"tra-loi/{thread.public_id}/"
    response = send(client, publication, path)
    assert response.status_code == 200
    page = response.content.decode()
    assert "Điều được trả lời." in page
    assert f'action="{address(publication)}{path}"' in page
    assert send(client, publication, path, token=aged_token(publication)).status_code == 303
    assert Comment.objects.get(parent=thread).body.startswith("Bài hay")


def test_a_reply_to_what_has_gone_keeps_its_text_and_may_become_a_comment(client, publication):
    thread = make_approved(publication, body="Lời bậy bạ.")
    reject_comment(thread, by=None, reason=Reason.OFFENSIVE)
    path = f"tra-loi/{thread.public_id}/"
    for name in ("Tư Ghềnh", ""):
        response = send(client, publication, path, token=aged_token(publication), name=name)
        assert response.status_code == 410
        page = response.content.decode()
        assert "Lời bậy bạ." not in page
        assert f'action="{address(publication)}"' in page
        assert fields_of(response)["body"] == TYPED["body"]
    assert Comment.objects.count() == 1


def test_a_reply_to_nothing_is_not_found(client, publication):
    token = aged_token(publication)
    assert send(client, publication, "tra-loi/khong-co/", token=token).status_code == 404


# --- what it leaves behind -----------------------------------------------------------------------


def test_it_reads_no_session_sets_no_cookie_and_is_never_stored(admin_client, publication):
    token = aged_token(publication)
    with CaptureQueriesContext(connection) as queries:
        answers = [
            send(admin_client, publication),
            send(admin_client, publication, token=token, name=""),
            send(admin_client, publication, token=token),
        ]
        answers.append(admin_client.get(answers[-1].url))
    tables = " ".join(query["sql"] for query in queries)
    for response in answers:
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")
        assert "no-store" in response.headers["Cache-Control"]
    assert "comments_comment" in tables
    assert "django_session" not in tables
    # Readers’ code reads only what was published.
    assert '"articles_article"' not in tables
    assert "articles_user" not in tables
