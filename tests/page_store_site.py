"""A little site for the tests of the page store: its addresses, its data, and one who reads it.

`text` is its only data and stands for all that pages show; `change` is its only act. What a test
wants to happen while a page is made it puts into `making`.
"""

import io
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from django.core.wsgi import get_wsgi_application
from django.db import connection, connections, transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import path
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import conditional_page

from articles.models import Masthead
from newsroom.pagestore.pages import stored
from newsroom.pagestore.versions import raise_versions
from newsroom.pagestore.wsgi import StoredPages
from tests.services.ports import free_port

KEY = "site"


def text() -> str:
    return Masthead.current().slogan


def change(new: str) -> None:
    with transaction.atomic():
        Masthead.objects.update_or_create(pk=1, defaults={"slogan": new})
        raise_versions({KEY})


@dataclass
class Making:
    """What happens when the page is made: how often it was, and a test's own doing in between."""

    count: int = 0
    before_data: Callable[[], None] = lambda: None
    after_data: Callable[[], None] = lambda: None
    until: datetime | None = None


making = Making()


def page_text(request, validity):
    making.count += 1
    validity.depends_on(KEY, "front")
    validity.until(making.until)
    making.before_data()
    words = text()
    making.after_data()
    return f"<p>{words}</p><p>{'tòa soạn ' * 200}</p><p>{request.GET.dict()}</p>"


@csrf_exempt
@cache_control(public=True, max_age=0)
@stored("truoc")
def page(request, validity):
    return HttpResponse(page_text(request, validity))


@conditional_page
@stored()
def tagged(request, validity):
    """A page with a tag of its own, which answers 304 by itself."""
    return HttpResponse(page_text(request, validity))


@stored()
def greeting(request, validity):
    """A page that is not the same for all, by mistake."""
    response = HttpResponse(page_text(request, validity))
    response.set_cookie("reader", "1")
    return response


@stored()
def by_language(request, validity):
    response = HttpResponse(page_text(request, validity))
    response.headers["Vary"] = "Accept-Language"
    return response


@never_cache
@stored()
def thanks(request, validity):
    return HttpResponse(page_text(request, validity))


@stored()
def moved(request, validity):
    page_text(request, validity)
    return HttpResponseRedirect("/")


@stored()
def missing(request, validity):
    page_text(request, validity)
    raise Http404


@stored()
def gone(request, validity):
    return HttpResponse(page_text(request, validity), status=410)


@csrf_exempt
@stored()
def loose(request, validity):
    """It forgot to say what it depends on."""
    return HttpResponse("?")


def desk(request):
    making.count += 1
    return HttpResponse(text())


urlpatterns = [
    path("", page, name="front"),
    path("chào/", page),
    path("tagged/", tagged),
    path("greeting/", greeting),
    path("by-language/", by_language),
    path("thanks/", thanks),
    path("moved/", moved),
    path("missing/", missing),
    path("gone/", gone),
    path("loose/", loose),
    path("desk/", desk),
]
handler500 = "articles.views.errors.server_error"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Reader:
    """Asks the WSGI application itself: Django's test client never gets to what is in front of it."""

    store: StoredPages = field(
        default_factory=lambda: StoredPages(
            get_wsgi_application(), build="a build", offline_seconds=3600
        )
    )
    host: str = "127.0.0.1:8000"

    def get(self, target: str = "/", method: str = "GET", **headers: str) -> Answer:
        """Header names as keywords: `if_none_match="…"`; `scheme` is the connection's own."""
        path_part, _mark, query = target.partition("?")
        environ = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": path_part.encode().decode("iso-8859-1"),
            "QUERY_STRING": query,
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "8000",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": headers.pop("host", self.host),
            "wsgi.url_scheme": headers.pop("scheme", "http"),
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": io.StringIO(),
        } | {f"HTTP_{name.upper()}": value for name, value in headers.items()}
        head = []
        result = self.store(environ, lambda *parts: head.append(parts))
        try:
            body = b"".join(result)
        finally:
            if hasattr(result, "close"):
                result.close()
        ((status, sent, *_),) = head
        assert len({name for name, _value in sent}) == len(sent), sent
        return Answer(int(status.split()[0]), dict(sent), body)


def wait_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not true():
        assert time.monotonic() < deadline, "it never came true"
        time.sleep(0.005)


@contextmanager
def database_away(monkeypatch) -> Iterator[None]:
    """The database cannot be reached, as if it were stopped."""
    wrong = {"HOST": "127.0.0.1", "PORT": str(free_port()), "NAME": "/nowhere/at/all"}
    ours = connections["default"]  # `connection` itself only stands for it
    connection.close()
    with monkeypatch.context() as patch:
        patch.setattr(ours, "settings_dict", ours.settings_dict | wrong)
        yield
    connection.close()


def open_site(settings) -> Reader:
    """The little site as every test finds it, and somebody who reads it."""
    settings.ROOT_URLCONF = "tests.page_store_site"
    change("Lời đầu")
    making.__init__()
    return Reader()


def at_once(people: int, act: Callable) -> tuple[ThreadPoolExecutor, list[Future]]:
    """A pool of `people` threads that all act, and their answers to come."""

    def one(number):
        try:
            return act(number)
        finally:
            connections.close_all()

    pool = ThreadPoolExecutor(people)
    return pool, [pool.submit(one, number) for number in range(people)]
