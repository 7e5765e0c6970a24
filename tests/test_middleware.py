"""What happens around every request."""

import pytest
from csp.constants import SELF
from csp.decorators import csp_exempt, csp_replace, csp_update
from csp.middleware import HEADER, CSPMiddleware
from django.http import HttpResponse
from django.test import RequestFactory

from newsroom.middleware import ContentPolicy, client_address, hear_out

from .cast import make_cast


def seen_address(settings, header: str, **sent: str) -> str:
    settings.CLIENT_ADDRESS_HEADER = header
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", headers=sent)
    client_address(lambda request: HttpResponse())(request)
    return request.META["REMOTE_ADDR"]


def test_no_header_is_believed_by_default(settings):
    sent = {"X-Real-IP": "1.2.3.4", "X-Forwarded-For": "1.2.3.4"}
    assert seen_address(settings, "", **sent) == "10.0.0.1"


def test_the_header_that_the_proxy_sets_is_believed_and_no_other(settings):
    assert seen_address(settings, "X-Real-IP", **{"X-Real-IP": "1.2.3.4"}) == "1.2.3.4"
    assert seen_address(settings, "X-Real-IP", **{"X-Forwarded-For": "1.2.3.4"}) == "10.0.0.1"


def test_an_address_with_a_nul_byte_is_not_found(client):
    assert client.get("/%00").status_code == 404


@pytest.mark.django_db
def test_the_desk_speaks_the_persons_language_and_the_paper_its_own(client):
    editor = make_cast().editor
    editor.desk_language = "en"
    editor.save()
    client.force_login(editor, backend="articles.accounts.DeskBackend")
    assert client.get("/toa-soan/").headers["Content-Language"] == "en"
    assert client.get("/").headers["Content-Language"] == "vi"


@pytest.mark.parametrize("size", [0, 10, 200_000])
def test_a_body_that_nobody_reads_is_heard_out(size):
    request = RequestFactory().post("/", b"x" * size, content_type="text/plain")
    hear_out(lambda request: HttpResponse())(request)
    assert request.META["wsgi.input"].read() == b""


@pytest.mark.parametrize("announced", [str(64 * 1024**2 + 1), "9" * 40, "a lot"])
def test_a_body_that_is_announced_too_large_is_not_waited_for(announced):
    request = RequestFactory().post("/", b"x" * 500, content_type="text/plain")
    request.META["CONTENT_LENGTH"] = announced
    hear_out(lambda request: HttpResponse())(request)
    assert len(request.META["wsgi.input"].read()) == 500


@pytest.mark.django_db
def test_only_the_desk_has_a_session_and_somebody_signed_in(client):
    client.force_login(make_cast().editor, backend="articles.accounts.DeskBackend")
    desk = client.get("/toa-soan/").wsgi_request
    assert desk.user.is_authenticated and desk.session.session_key
    for path in ("/", "/khong-co/", "/lien-he/"):
        request = client.get(path).wsgi_request
        assert not {"session", "user", "_messages"} & vars(request).keys(), path


def plain(request):
    return HttpResponse()


def with_nonce(request):
    return HttpResponse(str(request.csp_nonce))


@pytest.mark.parametrize(
    "view",
    [
        plain,
        with_nonce,
        csp_exempt()(plain),
        csp_update({"img-src": "https://anh.example"})(plain),
        csp_replace({"frame-ancestors": [SELF]})(plain),
    ],
)
def test_the_policy_of_an_answer_is_the_one_that_django_csp_gives_it(view):
    def policies(middleware) -> list[set[str]]:
        responses = [middleware(view)(RequestFactory().get("/")) for _ in range(2)]
        told = [each.headers.get(HEADER, "").replace(nonce(each), "N") for each in responses]
        return [{part.strip() for part in each.split(";")} for each in told]

    def nonce(response) -> str:
        return response.content.decode() or "no nonce"

    assert policies(ContentPolicy) == policies(CSPMiddleware)
