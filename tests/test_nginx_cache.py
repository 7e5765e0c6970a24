"""What nginx keeps of an answer, with the files of docs/developers/deploy.md: only what the paper
allows, and for as long.

The application here is a stub which answers what the address asks for, and counts.
"""

import http.client
import json
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingUnixStreamServer
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.services import nginx

pytestmark = pytest.mark.skipif(nginx.find() is None, reason=nginx.MISSING)

PLAIN = """
server {
    listen 127.0.0.1:PLAIN;
    include /etc/nginx/snippets/newsroom-locations.conf;
}
"""


class Stub(ThreadingUnixStreamServer):
    """Answers with how often it has been asked; a query like `?h=Name:value&status=404` tells how.

    `@now` and `@past` stand for the second we are in and one that is over.
    """

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, path: str) -> None:
        super().__init__(path, StubHandler)
        self.lock = threading.Lock()
        self.asked = 0
        self.seen: list[dict[str, str]] = []


class StubHandler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Stub

    def handle_one(self):
        query = parse_qs(urlsplit(self.path).query)
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if delay := query.get("delay"):
            time.sleep(float(delay[0]))
        with self.server.lock:
            self.server.asked += 1
            self.server.seen.append(dict(self.headers))
            body = json.dumps({"asked": self.server.asked}).encode()
        self.send_response(int(query.get("status", ["200"])[0]))
        now = int(time.time())
        for header in query.get("h", ()):
            name, _colon, value = header.partition(":")
            self.send_header(name, value.replace("@now", f"@{now}").replace("@past", f"@{now - 2}"))
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def __getattr__(self, name: str):
        if name.startswith("do_"):
            return self.handle_one
        raise AttributeError(name)

    def address_string(self):
        return ""

    def log_message(self, *_args):
        pass


@dataclass
class Front:
    """The stub behind nginx."""

    stub: Stub
    port: int

    def ask(
        self, path: str, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> http.client.HTTPResponse:
        """The answer, its body read into `answer.text`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body=body, headers=names)
        answer = connection.getresponse()
        answer.text = answer.read().decode()
        connection.close()
        return answer

    def times_asked(self, path: str, times: int = 5, **options) -> int:
        """How many of this many requests come through to the application, all in one second."""
        start_of_second()
        before = self.stub.asked
        for _ in range(times):
            self.ask(path, **options)
        return self.stub.asked - before


def start_of_second() -> None:
    """Wait for a second to begin, so that what follows is all in it."""
    time.sleep(1.02 - time.time() % 1)


@pytest.fixture(scope="module")
def front(tmp_path_factory):
    folder = tmp_path_factory.mktemp("nginx")
    stub = Stub(str(folder / "app.sock"))
    threading.Thread(target=stub.serve_forever, daemon=True).start()
    places = {"app": folder / "app.sock", "static": folder, "media": folder}
    with nginx.server(folder / "nginx", site=PLAIN, **places) as running:
        yield Front(stub, running.port)
    stub.shutdown()
    stub.server_close()


KEPT = "h=X-Accel-Expires:@now"


def test_a_page_is_kept_for_the_second_that_the_paper_names_and_no_longer(front):
    path = f"/bai-1.html?{KEPT}"
    assert front.times_asked(path) == 1
    assert front.times_asked(path) == 1  # once more in the next second


def test_the_page_of_a_second_that_is_over_is_sent_to_nobody_while_a_new_one_is_made(front):
    path = f"/qua?{KEPT}&delay=0.2"
    start_of_second()
    old = front.ask(path).text
    start_of_second()
    with ThreadPoolExecutor(4) as readers:
        new = list(readers.map(lambda _n: front.ask(path).text, range(4)))
    assert old not in new


@pytest.mark.parametrize(
    "headers",
    [
        "h=X-Accel-Expires:0",
        "h=X-Accel-Expires:@past",
        "h=Cache-Control:public,max-age=600",
        "h=Expires:Fri,+01+Jan+2100+00:00:00+GMT",
        f"{KEPT}&h=Set-Cookie:a=b",
        "h=Content-Language:vi",
    ],
)
def test_nothing_else_is_kept(front, headers):
    assert front.times_asked(f"/khac?{headers}") == 5


def test_a_page_is_kept_whatever_it_says_to_browsers(front):
    for name in ("h=Cache-Control:public,max-age=0", "h=Vary:Accept-Encoding"):
        assert front.times_asked(f"/trang?{KEPT}&{name}") == 1


def test_the_desk_is_never_kept(front):
    assert front.times_asked(f"/toa-soan/?{KEPT}") == 5


def test_a_post_is_never_kept_and_never_answered_from_what_is(front):
    path = f"/1/binh-luan/?{KEPT}"
    assert front.times_asked(path, method="POST", body=b"text=x") == 5
    start_of_second()
    got = front.ask(path).text
    assert front.ask(path, "POST", b"text=x").text != got
    assert front.ask(path).text == got


def test_a_head_and_a_get_share_a_page(front):
    start_of_second()
    head = front.ask(f"/dau?{KEPT}", "HEAD")
    before = front.stub.asked
    got = front.ask(f"/dau?{KEPT}")
    assert (head.status, head.text, got.status) == (200, "", 200)
    assert head.getheader("Content-Length") == str(len(got.text))
    assert front.stub.asked == before


def test_hosts_addresses_and_queries_do_not_share_a_page(front):
    start_of_second()
    seen = {
        front.ask(f"/rieng?{KEPT}").text,
        front.ask(f"/rieng?{KEPT}&truoc=1").text,
        front.ask(f"/Rieng?{KEPT}").text,
        front.ask(f"/rieng?{KEPT}", Host="khac.example").text,
    }
    assert len(seen) == 4


@pytest.mark.parametrize(
    ("accepted", "asked_for"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("br", "br"),
        ("gzip, deflate", "gzip"),
        ("GZIP", "gzip"),
        ("", None),
        ("identity", None),
        ("brotli, gzipped", None),
        ("gzip, br;q=0", "gzip, br;q=0"),
    ],
)
def test_the_paper_is_asked_for_one_of_three_forms_unless_weights_are_given(
    front, accepted, asked_for
):
    front.ask("/dang", Accept_Encoding=accepted)
    assert front.stub.seen[-1].get("Accept-Encoding") == asked_for


def test_browsers_that_want_the_same_form_share_a_page_others_do_not(front):
    start_of_second()
    path = f"/hinh-thuc?{KEPT}"
    ask = [
        front.ask(path, Accept_Encoding=accepted).text
        for accepted in ("gzip, deflate, br", "br, gzip", "gzip", "gzip, deflate", "identity")
    ]
    assert ask[0] == ask[1] != ask[2] == ask[3] != ask[4] != ask[0]


def test_while_a_page_is_being_made_many_readers_are_one(front):
    readers = 16
    together = threading.Barrier(readers)

    def ask(_number):
        together.wait()
        front.ask(f"/dong?{KEPT}&delay=0.002")

    asked = [readers]
    while (
        min(asked) > 3 and len(asked) < 12
    ):  # a busy machine may take longer for a page than readers wait for it
        start_of_second()
        before = front.stub.asked
        with ThreadPoolExecutor(readers) as pool:
            list(pool.map(ask, range(readers)))
        asked.append(front.stub.asked - before)
    assert min(asked) <= 3, asked


def test_nobody_waits_long_for_another_reader_of_a_page_that_is_not_kept(front):
    with ThreadPoolExecutor(8) as readers:
        started = time.monotonic()
        list(readers.map(lambda _n: front.ask("/cham?delay=0.3"), range(8)))
    assert time.monotonic() - started < 1.5  # one after the other it would be 2.4


def test_what_the_paper_answers_comes_through_as_it_is(front):
    for status in (301, 404, 410, 413, 500, 503):
        answer = front.ask(f"/loi?status={status}&h=Retry-After:7")
        assert (answer.status, answer.getheader("Retry-After")) == (status, "7")
        assert "asked" in answer.text


def test_the_paper_is_told_who_asks_and_how(front):
    front.ask("/ai", Host="bao.example", X_Real_IP="6.6.6.6", X_Forwarded_Proto="gopher")
    seen = front.stub.seen[-1]
    assert (seen["Host"], seen["X-Real-IP"], seen["X-Forwarded-Proto"]) == (
        "bao.example",
        "127.0.0.1",
        "http",
    )


def test_a_socket_on_which_nobody_listens_is_a_503_that_says_when_to_come_back(tmp_path):
    with socket.socket(socket.AF_UNIX) as nobody:
        nobody.bind(str(tmp_path / "s"))  # bound, and listening to no one
        places = {"app": tmp_path / "s", "static": tmp_path, "media": tmp_path}
        with nginx.server(tmp_path / "nginx", site=PLAIN, **places) as running:
            front = Front(None, running.port)
            for path, method, body in (
                ("/", "GET", None),
                ("/1/binh-luan/", "POST", b"text=x"),
                ("/toa-soan/", "GET", None),
            ):
                answer = front.ask(path, method, body)
                assert (answer.status, answer.getheader("Retry-After")) == (503, "30")
                assert "Tòa soạn đang bận" in answer.text
                assert answer.getheader("Cache-Control") == "no-store"
                assert answer.getheader("Content-Type") == "text/html; charset=utf-8"
                assert "nginx" not in answer.text
            told = front.ask("/toa-soan/", Accept="application/json")
            assert (told.status, list(json.loads(told.text))) == (503, ["error"])
