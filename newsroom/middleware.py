"""What happens around every request."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from csp.middleware import HEADER, CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, UnreadablePostError
from django.http.response import HttpResponseBase
from django.urls import resolve
from django.utils import translation
from django.utils.deprecation import MiddlewareMixin

Handler = Callable[[HttpRequest], HttpResponse]

DESK_PREFIX = "/toa-soan/"
WATCHED = {"/healthz", "/readyz"}
# Bytes; more than the web server in front of us lets in (docs/developers/deploy.md).
LONGEST_BODY = 64 * 1024 * 1024


def hear_out(handler: Handler) -> Handler:
    """Read what is left of a request's body before it is answered, where it is at most 64 MB.

    What is refused unread (too large a picture, or nobody signed in) is answered while it is still
    being sent. A web server in front of us then finds the line cut, and tells that we are down.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = handler(request)
        announced = request.META.get("CONTENT_LENGTH") or ""
        if announced.isdecimal() and int(announced[:20]) <= LONGEST_BODY:
            with suppress(UnreadablePostError):
                while request.read(64 * 1024):
                    pass
        return response

    return middleware


def refuse_unreadable_addresses(handler: Handler) -> Handler:
    """Answer 404 to a path with a NUL byte: PostgreSQL refuses to look one up."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path:
            return HttpResponseNotFound("Không tìm thấy trang.", content_type="text/plain")
        return handler(request)

    return middleware


def client_address(handler: Handler) -> Handler:
    """Let REMOTE_ADDR be the reader's own address where a proxy tells it.

    Limits on sign-in and comments count by it. Only the header that CLIENT_ADDRESS_HEADER names is
    believed, and none by default: a reader can send any header.
    """
    name = settings.CLIENT_ADDRESS_HEADER

    def middleware(request: HttpRequest) -> HttpResponse:
        if name and (address := request.headers.get(name, "").strip()):
            request.META["REMOTE_ADDR"] = address
        return handler(request)

    return middleware


def answer_watchers(handler: Handler) -> Handler:
    """Answer the machines that watch the paper under whatever name they reach it.

    They come by the machine's own address, which no paper lists among its hosts: the host is first
    looked at behind this middleware.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path in WATCHED:
            return resolve(request.path).func(request)
        return handler(request)

    return middleware


def desk_language(handler: Handler) -> Handler:
    """Speak the person's language on the desk and the paper's language everywhere else.

    The reader's side never looks at the session: a public page is the same bytes for everyone.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        language = settings.LANGUAGE_CODE
        if request.path.startswith(DESK_PREFIX) and request.user.is_authenticated:
            language = request.user.desk_language
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = handler(request)
            response.headers.setdefault("Content-Language", language)
            return response

    return middleware


class _ForTheDesk(MiddlewareMixin):
    """A middleware of Django's that readers' requests pass by.

    They have no session to read: a public page is the same bytes for everyone, whoever asks.
    """

    def __call__(self, request: HttpRequest) -> Any:
        if request.path.startswith(DESK_PREFIX):
            return super().__call__(request)
        return self.get_response(request)


class DeskSessions(_ForTheDesk, SessionMiddleware):
    """`request.session`, at the desk's addresses."""


class DeskSignIn(_ForTheDesk, AuthenticationMiddleware):
    """`request.user`, at the desk's addresses."""


class DeskMessages(_ForTheDesk, MessageMiddleware):
    """What the desk has to tell a person on the next page they see."""


class ContentPolicy(CSPMiddleware):
    """django-csp, whose policy is put together once for all answers that ask for none of their own.

    Its decorators leave what a view asks for on the answer, its nonce leaves itself on the request.
    """

    def __init__(self, get_response: Handler) -> None:
        super().__init__(get_response)
        self._usual = build_policy()

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        asks = hasattr(request, "_csp_nonce") or any(
            name.startswith("_csp") for name in vars(response)
        )
        if asks or settings.DEBUG:
            return super().process_response(request, response)
        response.headers.setdefault(HEADER, self._usual)
        return response
