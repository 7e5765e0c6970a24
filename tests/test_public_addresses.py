"""Every public address: for everyone the same, read only, and never a 500, whatever is asked."""

import io
from datetime import timedelta
from urllib.parse import quote_from_bytes

import pytest
from django.core.checks import run_checks
from django.db import OperationalError, connection
from django.test.client import ClientHandler
from django.urls import get_resolver, path
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from articles import checks
from articles.addresses import RESERVED_WORDS
from articles.listings import Cursor
from articles.models import Section
from tests.cast import PASSWORD, make_cast
from tests.factories import make_author, make_published, make_section

pytestmark = pytest.mark.django_db


@pytest.fixture
def publication():
    section = make_section("Thời sự", slug="thoi-su")
    return make_published(
        title="Bài", section=section, authors=[make_author("Hải Miên")], tags=("mưa",)
    )


def pages(publication) -> list[str]:
    return [
        "/",
        "/thoi-su/",
        publication.get_absolute_url(),
        "/tac-gia/hai-mien/",
        "/tu-khoa/mua/",
        f"/{publication.article_id}",
        "/khong-co-trang-nay/",
    ]


# --- The same for everyone --------------------------------------------------------------------


def test_pages_are_the_same_bytes_for_a_stranger_and_for_the_desk(client, publication):
    plain = [client.get(page).content for page in pages(publication)]
    person = make_cast().editor_in_chief
    assert client.login(username=person.username, password=PASSWORD)
    client.cookies["sessionid"] = "x"
    assert [client.get(page).content for page in pages(publication)] == plain


def test_no_page_sets_a_cookie_or_depends_on_one(client, publication):
    for page in pages(publication):
        response = client.get(page)
        assert not response.cookies, page
        assert "cookie" not in response.headers.get("Vary", "").lower(), page


def test_pages_speak_vietnamese_whatever_the_browser_prefers(client, publication):
    for page in pages(publication)[:5]:
        response = client.get(page, headers={"Accept-Language": "en"})
        assert response.headers["Content-Language"] == "vi"
        assert '<html lang="vi">' in response.content.decode()


def test_pages_allow_no_inline_script_or_style(client, publication):
    for page in pages(publication)[:5]:
        response = client.get(page)
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        html = response.content.decode()
        assert " style=" not in html
        assert "<style" not in html
        assert " onclick=" not in html


def test_browsers_ask_again_each_time(client, publication):
    response = client.get(publication.get_absolute_url())
    assert response.headers["Cache-Control"] == "public, max-age=0"


def test_pages_are_read_only(client, publication):
    client.handler.enforce_csrf_checks = True
    for page in pages(publication)[:6]:
        for method in (client.post, client.put, client.delete, client.patch):
            response = method(page)
            assert response.status_code == 405, page
            assert response.headers["Allow"] == "GET, HEAD"


def test_head_answers_like_get_without_a_body(client, publication):
    for page in pages(publication):
        got, head = client.get(page), client.head(page)
        assert head.status_code == got.status_code
        assert head.content == b""


# --- First words ------------------------------------------------------------------------------


def test_the_first_word_of_every_address_is_reserved():
    assert "articles.E001" not in {message.id for message in run_checks()}
    words = set(checks.first_words(get_resolver().url_patterns))
    assert {"tac-gia", "tu-khoa", "media", "toa-soan", "healthz"} <= words


def test_a_new_address_that_a_section_could_take_is_an_error_with_its_cure(monkeypatch):
    def view(request):
        raise NotImplementedError

    new = [*get_resolver().url_patterns, path("thoi-tiet/<slug:place>/", view)]
    monkeypatch.setattr(get_resolver(), "url_patterns", new)
    (message,) = checks.check_first_words()
    assert "thoi-tiet" in message.msg
    assert '"thoi-tiet"' in message.hint


def test_no_section_takes_a_reserved_word():
    for word in RESERVED_WORDS:
        with pytest.raises(Exception, match=word):
            Section(name="Mục", slug=word).full_clean()


# --- Where there is no page -------------------------------------------------------------------


def test_a_page_that_is_not_there_says_so_and_offers_ways_on(client, publication):
    response = client.get("/khong-co-trang-nay/")
    assert response.status_code == 404
    html = response.content.decode()
    assert "Không tìm thấy trang" in html
    assert 'href="/"' in html
    assert 'href="/thoi-su/"' in html


def test_a_host_that_is_not_ours_is_refused_in_our_words(client):
    response = client.get("/", headers={"Host": "xau.example"})
    assert response.status_code == 400
    assert "Yêu cầu không đọc được" in response.content.decode()


def test_a_database_that_does_not_answer_makes_a_503_with_a_time_to_come_again(client, publication):
    def busy(*query):
        raise OperationalError("database is locked")

    client.raise_request_exception = False
    for page in (publication.get_absolute_url(), "/khong-co-trang-nay/"):
        with connection.execute_wrapper(busy):
            response = client.get(page)
        assert response.status_code == 503
        assert int(response.headers["Retry-After"]) > 0
        assert "Tòa soạn đang bận" in response.content.decode()


def test_an_error_of_ours_is_a_500_in_our_words_without_the_database(
    client, monkeypatch, django_assert_num_queries
):
    def broken():
        raise ZeroDivisionError

    monkeypatch.setattr("articles.views.front.timezone.now", broken)
    client.raise_request_exception = False
    with django_assert_num_queries(0):
        response = client.get("/")
    assert response.status_code == 500
    html = response.content.decode()
    assert "Có lỗi ở phía tòa soạn" in html
    assert "ZeroDivisionError" not in html


def test_even_a_broken_error_page_answers(client, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("articles.views.front.timezone.now", broken)
    monkeypatch.setattr("articles.views.errors.render_to_string", broken)
    client.raise_request_exception = False
    response = client.get("/")
    assert response.status_code == 500
    assert response.content.decode() == "Có lỗi ở phía tòa soạn."


# --- Whatever is asked ------------------------------------------------------------------------

WORDS = ["thoi-su", "tac-gia", "tu-khoa", "media", "p", "binh-luan", "1000000", "bai-1000000.html"]
segments = st.one_of(
    st.sampled_from(WORDS).map(str.encode),
    st.integers(min_value=0, max_value=10**30).map(lambda number: str(number).encode()),
    st.integers(min_value=0, max_value=10**30).map(lambda number: f"a-{number}.html".encode()),
    st.binary(max_size=12),
    st.text(max_size=8).map(str.encode),
)
paths = st.lists(segments, max_size=4).map(lambda parts: b"/" + b"/".join(parts))
queries = st.one_of(
    st.binary(max_size=40),
    st.binary(max_size=30).map(lambda value: b"truoc=" + quote_from_bytes(value).encode()),
    st.from_regex(r"truoc=[0-9]{18,22}-[0-9]{0,25}", fullmatch=True).map(str.encode),
    st.datetimes().map(lambda time: f"truoc={time:%Y%m%d%H%M%S%f}-1".encode()),
)
headers = st.dictionaries(
    st.sampled_from(
        ["HTTP_HOST", "HTTP_COOKIE", "HTTP_IF_NONE_MATCH", "HTTP_ACCEPT_LANGUAGE", "HTTP_RANGE"]
        + ["HTTP_X_FORWARDED_PROTO", "HTTP_SEC_FETCH_SITE", "HTTP_ORIGIN", "HTTP_REFERER"]
        + ["CONTENT_LENGTH", "CONTENT_TYPE", "HTTP_IF_MODIFIED_SINCE"]
    ),
    st.binary(max_size=40).map(lambda value: value.decode("latin-1")),
    max_size=4,
)
methods = st.sampled_from(["GET", "HEAD", "POST", "PUT", "OPTIONS", "DELETE", "TRACE", "X"])


def ask(method: str, path: bytes, query: bytes, extra: dict[str, str], body: bytes) -> int:
    """The status that the application gives a server which hands it these bytes."""
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path.decode("latin-1"),
        "QUERY_STRING": query.decode("latin-1"),
        "HTTP_HOST": "127.0.0.1",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "REMOTE_ADDR": "127.0.0.1",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(),
    } | extra
    # Django's own handler, but for closing the test's connection after each request.
    response = ClientHandler(enforce_csrf_checks=True)(environ)
    b"".join(response)
    return response.status_code


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(method=methods, path=paths, query=queries, extra=headers, body=st.binary(max_size=60))
@example(method="GET", path=b"/\x00", query=b"", extra={}, body=b"")
@example(method="GET", path=b"/\xff\xfe-1000000.html", query=b"\xff=\xfe", extra={}, body=b"")
@example(method="GET", path=b"/9223372036854775808", query=b"", extra={}, body=b"")
@example(method="GET", path=b"/a-99999999999999999999999.html", query=b"", extra={}, body=b"")
@example(method="GET", path=b"/", query=b"truoc=99991231235959999999-1", extra={}, body=b"")
@example(method="GET", path=b"/", query=b"truoc=00010101000000000000-1", extra={}, body=b"")
@example(method="GET", path=b"/", query=b"truoc=20240230000000000000-1", extra={}, body=b"")
@example(method="GET", path=b"/", query=b"truoc=%00", extra={}, body=b"")
@example(method="GET", path=b"//xau.example/thoi-su", query=b"", extra={}, body=b"")
@example(method="GET", path=b"/" + b"a" * 5000 + b"/", query=b"a=" * 2000, extra={}, body=b"")
def test_no_request_whatever_makes_a_500(publication, method, path, query, extra, body):
    assert ask(method, path, query, extra, body) < 500


@pytest.mark.parametrize("prefix", ["", "thoi-su/", "tac-gia/hai-mien/", "tu-khoa/mua/"])
@pytest.mark.parametrize(
    "cursor",
    ["", "hom-qua", "1", "-", "20240519000000000000", "20240519000000000000-0"]
    + ["20240519000000000000-99999999999999999999", "20249919000000000000-1"]
    + ["18991231000000000000-1", "٢٠٢٤٠٥١٩٠٠٠٠٠٠٠٠٠٠٠٠-1", "20240519000000000000-1\n"],
)
def test_a_cursor_that_we_have_not_given_out_is_not_found(client, publication, prefix, cursor):
    response = client.get(f"/{prefix}", query_params={"truoc": cursor})
    assert response.status_code == 404


def test_queries_we_do_not_know_change_nothing(client, publication):
    plain = client.get("/thoi-su/").content
    assert client.get("/thoi-su/?fbclid=x&trang=2&truoc2=1").content == plain


def test_a_cursor_reads_what_it_wrote():
    cursor = Cursor(timezone.now() - timedelta(microseconds=7), 1_000_001)
    assert Cursor.parse(str(cursor)) == cursor
