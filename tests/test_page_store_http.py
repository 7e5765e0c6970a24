"""What a reader of a stored page gets: the form they accept, the headers, or that theirs holds."""

import gzip
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import brotli
import pytest
import time_machine

from newsroom.pagestore.answers import best_form
from tests.page_store_site import Reader, change, making, open_site

pytestmark = pytest.mark.django_db(transaction=True)

NOW = datetime(2031, 5, 19, 7, 0, 0, 250_000, tzinfo=UTC)


@pytest.fixture
def reader(settings):
    return open_site(settings)


@pytest.fixture
def clock():
    """A clock that stands until it is moved."""
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


# --- Forms -----------------------------------------------------------------------------------


def test_a_page_comes_in_the_form_that_the_reader_accepts(reader):
    plain = reader.get()
    zipped = reader.get(accept_encoding="gzip, deflate")
    brotlied = reader.get(accept_encoding="gzip, deflate, br, zstd")
    assert "Content-Encoding" not in plain.headers
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert brotlied.headers["Content-Encoding"] == "br"
    assert plain.body == gzip.decompress(zipped.body) == brotli.decompress(brotlied.body)
    assert len(brotlied.body) < len(plain.body) > len(zipped.body)
    for answer in (plain, zipped, brotlied):
        assert answer.headers["Content-Length"] == str(len(answer.body))
        assert answer.headers["Vary"] == "Accept-Encoding"
    assert len({answer.headers["ETag"] for answer in (plain, zipped, brotlied)}) == 1
    assert plain.headers["ETag"].startswith('W/"')


@pytest.mark.parametrize(
    ("accepted", "form"),
    [
        ("", "identity"),
        ("gzip", "gzip"),
        ("GZip", "gzip"),
        ("br", "br"),
        ("br, gzip", "br"),
        ("gzip;q=0", "identity"),
        ("gzip;q=0, br;q=0", "identity"),
        ("gzip;q=0.0, br", "br"),
        ("gzip;q=1.0, br;q=0.5", "gzip"),
        ("gzip ; q=0.5 , br ; Q=0.4", "gzip"),
        ("*", "br"),
        ("*;q=0", "identity"),
        ("*, br;q=0", "gzip"),
        ("identity", "identity"),
        ("identity, gzip;q=0.5", "identity"),
        ("identity;q=0.5, gzip", "gzip"),
        ("identity;q=0", "identity"),
        ("deflate, zstd", "identity"),
        ("gzip;q=nonsense", "identity"),
        ("gzipped, xbr", "identity"),
        (";;,,=q;q", "identity"),
    ],
)
def test_the_reader_says_which_form(accepted, form):
    assert best_form(accepted) == form


def test_a_head_request_gets_the_headers_and_nothing_else(reader):
    filled = reader.get(method="HEAD")
    for answer in (filled, reader.get(method="HEAD")):
        assert (answer.status, answer.body) == (200, b"")
    assert making.count == 1
    whole = reader.get()
    assert filled.headers == whole.headers
    assert len(whole.body) == int(whole.headers["Content-Length"]) > 1000


# --- Headers ---------------------------------------------------------------------------------


def test_the_answer_that_fills_the_store_is_like_those_from_it(reader, clock):
    first = reader.get(accept_encoding="br")
    assert first == reader.get(accept_encoding="br")


def test_what_django_and_its_middleware_say_of_the_page_stays(reader):
    reader.get()
    headers = reader.get().headers
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Cache-Control"] == "public, max-age=0"
    assert headers["Content-Language"] == "vi"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "Set-Cookie" not in headers


def test_the_keys_are_told_to_caches_that_can_be_emptied_by_them(reader):
    assert reader.get().headers["Surrogate-Key"] == "site front"


def test_a_proxy_may_keep_the_page_to_the_end_of_the_second(reader, clock):
    for _ in range(2):
        assert reader.get().headers["X-Accel-Expires"] == f"@{int(NOW.timestamp())}"


def test_a_proxy_may_not_keep_the_page_past_its_end(reader, clock):
    making.until = NOW + timedelta(seconds=1)
    assert reader.get().headers["X-Accel-Expires"] == f"@{int(NOW.timestamp())}"
    clock.shift(0.75)  # the second in which it ends
    assert reader.get().headers["X-Accel-Expires"] == "0"
    assert making.count == 1


def test_https_has_a_page_of_its_own_and_http_is_sent_there(reader, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 1000
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    reader = Reader()
    for _ in range(2):
        secure = reader.get(x_forwarded_proto="https")
        assert secure.status == 200
        assert secure.headers["Strict-Transport-Security"] == "max-age=1000"
    assert making.count == 1
    for _ in range(2):
        assert reader.get().status == 301
        assert reader.get(x_forwarded_proto="http").status == 301
        assert reader.get(scheme="https", x_forwarded_proto="http").status == 301


# --- The reader has it already -----------------------------------------------------------------


def test_who_has_the_page_is_told_that_it_holds(reader):
    tag = reader.get().headers["ETag"]
    for told in (tag, tag.removeprefix("W/"), f'"another", {tag}', "*", " * "):
        answer = reader.get(if_none_match=told, accept_encoding="gzip")
        assert (answer.status, answer.body) == (304, b""), told
        assert answer.headers["ETag"] == tag
        assert answer.headers["Cache-Control"] == "public, max-age=0"
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert not {"Content-Type", "Content-Length", "Content-Encoding"} & set(answer.headers)
    assert reader.get(method="HEAD", if_none_match=tag).status == 304
    for told in ('"another"', "", tag[:-2], tag.strip('W/"'), 'W/"", ,'):
        assert reader.get(if_none_match=told).status == 200, told


def test_who_has_the_page_from_before_a_change_gets_the_new_one(reader):
    tag = reader.get().headers["ETag"]
    change("Lời sau")
    answer = reader.get(if_none_match=tag)
    assert answer.status == 200
    assert "Lời sau" in answer.text


def test_the_same_page_made_again_has_the_same_tag(reader):
    tag = reader.get().headers["ETag"]
    change("Lời đầu")
    assert reader.get(if_none_match=tag).status == 304
    assert making.count == 2


def test_a_view_that_answers_304_itself_still_fills_the_store(reader):
    tag = reader.get("/tagged/").headers["ETag"]
    change("Lời sau")
    making.count = 0
    for _ in range(2):
        assert reader.get("/tagged/", if_none_match=tag).status == 200
    assert making.count == 1
    change("Lời đầu")
    assert reader.get("/tagged/", if_none_match=tag).status == 304


def test_a_date_is_told_once_it_is_sure_and_then_spares_the_page(reader, clock):
    assert "Last-Modified" not in reader.get().headers
    clock.shift(2)
    date = reader.get().headers["Last-Modified"]
    assert parsedate_to_datetime(date) == NOW.replace(microsecond=0) + timedelta(seconds=2)
    assert reader.get(if_modified_since=date).status == 304
    clock.shift(60)
    assert reader.get(if_modified_since=date).status == 304
    for other in ("Sun, 18 May 2031 07:00:00 GMT", "Mon, 19 May 2081 07:00:00 GMT", "now", ""):
        assert reader.get(if_modified_since=other).status == 200, other


def test_a_tag_weighs_more_than_a_date(reader, clock):
    reader.get()
    clock.shift(2)
    date = reader.get().headers["Last-Modified"]
    assert reader.get(if_modified_since=date, if_none_match='"another"').status == 200


@pytest.mark.parametrize("step", [0.001, 0.3, 0.749, 0.75, 1.0, 1.75, 2.0, 2.6])
def test_no_date_from_before_a_change_ever_spares_the_new_page(reader, clock, step):
    """However near in time a page is fetched, changed and asked for with the date of the fetch."""
    dates = set()
    for _ in range(8):
        clock.shift(step)
        answer = reader.get()
        # A reader may also send the date of the answer, which the server puts on it.
        dates |= {answer.headers.get("Last-Modified", ""), http_date_now()}
    change("Lời sau")
    for _ in range(8):
        for date in dates:
            answer = reader.get(if_modified_since=date)
            assert answer.status == 200, (date, step)
            assert "Lời sau" in answer.text
        clock.shift(step)


def http_date_now():
    return f"{datetime.now(UTC):%a, %d %b %Y %H:%M:%S} GMT"
