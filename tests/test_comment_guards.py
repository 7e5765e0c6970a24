"""What is refused before a guest's POST is read, and that nothing hostile ends in a 500."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.comments import tokens
from articles.comments.models import Comment
from tests.comment_factories import make_approved
from tests.factories import make_published
from tests.test_comment_form import TYPED, address, aged_token

pytestmark = pytest.mark.django_db

HERE = "http://testserver"


@pytest.fixture
def publication():
    return make_published()


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": HERE},
        {"Origin": "http://TestServer"},
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "same-origin", "Origin": HERE, "Referer": f"{HERE}/x"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
        {"Referer": HERE},
        {"Referer": f"{HERE}/bai-1000000.html"},
    ],
)
def test_it_takes_a_form_of_this_site(client, publication, headers):
    data = TYPED | {"token": aged_token(publication)}
    assert client.post(address(publication), data, headers=headers).status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": HERE},
        {"Sec-Fetch-Site": "gì đó".encode().decode("latin-1")},
        {"Origin": "https://xau.example"},
        {"Origin": f"{HERE}.xau.example"},
        {"Origin": "https://testserver"},
        {"Origin": f"{HERE}:8080"},
        {"Origin": ""},
        {"Origin": "null"},
        {"Origin": "null", "Sec-Fetch-Site": "none"},
        {"Origin": "https://xau.example", "Sec-Fetch-Site": "same-origin"},
        {"Referer": "https://xau.example/"},
        {"Referer": f"{HERE}.xau.example/"},
        {"Referer": f"https://xau.example/?{HERE}/"},
    ],
)
def test_it_refuses_a_form_of_another_site(client, publication, headers):
    thread = make_approved(publication)
    data = TYPED | {"token": aged_token(publication)}
    for path in ("", f"tra-loi/{thread.public_id}/"):
        response = client.post(address(publication) + path, data, headers=headers)
        assert response.status_code == 403
        assert "gửi từ một trang khác" in response.content.decode()
        assert "no-store" in response.headers["Cache-Control"]
    assert Comment.objects.count() == 1


def test_the_csrf_check_of_the_desk_is_not_asked(publication):
    strict = Client(enforce_csrf_checks=True)
    data = TYPED | {"token": aged_token(publication)}
    assert strict.post(address(publication), data).status_code == 303


def test_it_refuses_more_than_16_kb_before_reading_it(client, publication):
    data = TYPED | {"body": "x" * 17_000, "token": aged_token(publication)}
    response = client.post(address(publication), data)
    assert response.status_code == 413
    assert "3.000 ký tự" in response.content.decode()


def test_the_longest_comment_fits_as_the_form_sends_it(client, publication):
    data = TYPED | {"body": "😀" * 3000, "token": aged_token(publication)}
    assert client.post(address(publication), data).status_code == 303


def test_a_comment_that_is_too_long_comes_back_whole(client, publication):
    response = client.post(address(publication), TYPED | {"body": "ă" * 7000})
    assert response.status_code == 422
    assert "ă" * 7000 in response.content.decode()


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
def test_other_methods_are_not_allowed(client, publication, method):
    assert getattr(client, method)(address(publication)).status_code == 405


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"", "application/x-www-form-urlencoded"),
        (b"\xff\xfe=\xff&body=\xc3\x28&name=%ff%fe%00", "application/x-www-form-urlencoded"),
        (b"body=a%00b&name=x%00&email=%00", "application/x-www-form-urlencoded"),
        (b"name[]=a&name[x]=b&body=1&body=2&token=&token=x", "application/x-www-form-urlencoded"),
        (b"&".join([b"a=1"] * 3000), "application/x-www-form-urlencoded"),
        (b"body=%ud83d&name=%ED%A0%80", "application/x-www-form-urlencoded"),
        (b"body=x", "application/x-www-form-urlencoded; charset=utf-7"),
        (b"body=x", "application/x-www-form-urlencoded; charset=nonsense"),
        (b"{}", "application/json"),
        (b"<x/>", "text/xml"),
        (b"x", ""),
        (b"x", "multipart/form-data"),
        (b"x", "multipart/form-data; boundary="),
        (b"x", "multipart/form-data; boundary=\xff"),
        (
            b'--b\r\nContent-Disposition: form-data; name="body"\r\n\r\n',
            "multipart/form-data; boundary=b",
        ),
        (
            b'--b\r\nContent-Disposition: form-data; name="body"; filename="x.html"\r\n\r\n<b>\r\n--b--\r\n',
            "multipart/form-data; boundary=b",
        ),
        (
            b'--b\r\nContent-Disposition: form-data; name="body"\r\n'
            b"Content-Transfer-Encoding: base64\r\n\r\n!!!\r\n--b--\r\n",
            "multipart/form-data; boundary=b",
        ),
    ],
)
def test_hostile_bodies_are_answered_without_a_500(client, publication, body, content_type):
    client.raise_request_exception = False
    response = client.generic("POST", address(publication), body, content_type=content_type)
    assert response.status_code in {400, 422}
    assert not Comment.objects.exists()


@pytest.mark.parametrize("length", ["-1", "x", "9" * 40, "٣", ""])
def test_a_length_that_is_none_is_answered_without_a_500(client, publication, length):
    client.raise_request_exception = False
    response = client.post(address(publication), TYPED, CONTENT_LENGTH=length)
    assert response.status_code in {400, 413, 422}
    assert not Comment.objects.exists()


@pytest.mark.parametrize(
    "path",
    [
        "/99999999999999999999999/binh-luan/",
        "/0/binh-luan/",
        "/007/binh-luan/",
        "/1000000/binh-luan/tra-loi/%00/",
        "/1000000/binh-luan/tra-loi/%F0%9F%98%80/",
        "/1000000/binh-luan/tra-loi/" + "x" * 500 + "/",
    ],
)
def test_odd_addresses_are_not_found(client, path):
    client.raise_request_exception = False
    assert client.get(path).status_code == 404
    assert client.post(path, TYPED).status_code == 404


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    data=st.dictionaries(
        st.sampled_from(["name", "email", "body", "consent", "policy", "website", "token", "x"]),
        st.one_of(st.text(max_size=400), st.lists(st.text(max_size=40), max_size=4)),
    )
)
def test_whatever_is_typed_is_taken_or_shown_again(client, publication, data):
    data = {"consent": "on", "policy": "1"} | data
    for token in (None, tokens.issue(publication.article_id), aged_token(publication)):
        sent = _encodable(data if token is None else data | {"token": token})
        response = client.post(address(publication), sent)
        assert response.status_code in {200, 303, 413, 422, 429}


def _encodable(data):
    def clean(text: str) -> str:
        return text.encode("utf-8", "replace").decode()

    return {
        key: [clean(text) for text in value] if isinstance(value, list) else clean(value)
        for key, value in data.items()
    }
