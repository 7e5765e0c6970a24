"""The paper's pages through nginx: what comes through, what is kept, what is too large."""

import gzip
import http.client
import json
import socket
import threading
import time

import pytest

from articles.images import limits
from tests.behind_nginx import Paper, gunicorn
from tests.services import nginx
from tests.services.site import START_SECONDS

WITHDRAW = """
from articles.actions.withdrawing import withdraw
from articles.models import Article
withdraw(Article.objects.get(pk={other_id}), by=None, reason="Thử")
"""

pytestmark = pytest.mark.skipif(nginx.find() is None, reason=nginx.MISSING)


@pytest.fixture
def paper(paper_behind_nginx):
    return paper_behind_nginx


# --- Pages ------------------------------------------------------------------------------------


def test_pages_come_through_and_the_desk_asks_who_it_is(paper):
    assert "Nước lên ở bến".encode() in paper.ask("/").body
    article = paper.ask(paper.made["url"])
    assert (article.status, article.getheader("Content-Type")) == (200, "text/html; charset=utf-8")
    assert "default-src 'none'" in article.getheader("Content-Security-Policy")
    assert article.getheader("X-Accel-Expires") is None
    assert paper.ask("/khong-co/").status == 404
    desk = paper.ask("/toa-soan/")
    assert (desk.status, desk.getheader("Location")) == (302, "/toa-soan/login/?next=/toa-soan/")


def test_http_is_sent_to_https(paper):
    connection = http.client.HTTPConnection("127.0.0.1", paper.nginx.port)
    connection.request("GET", "/thoi-su/?truoc=1", headers={"Host": nginx.NAME})
    answer = connection.getresponse()
    connection.close()
    assert (answer.status, answer.getheader("Location")) == (
        301,
        f"https://{nginx.NAME}/thoi-su/?truoc=1",
    )


def test_the_desk_keeps_its_cookies_to_https_and_its_pages_to_one_person(paper):
    first, second = (paper.ask("/toa-soan/login/") for _ in range(2))
    assert first.getheader("Set-Cookie") != second.getheader("Set-Cookie")
    assert "Secure" in first.getheader("Set-Cookie")
    assert "no-store" in first.getheader("Cache-Control")


def after_the_second(seen: list[tuple[float, float, int]]) -> list[int]:
    """What was answered to those who asked after the second in which it was first known to be gone.

    `seen` is (asked, answered, status), both times in seconds since 1970.
    """
    first = min((answered for _asked, answered, status in seen if status == 410), default=None)
    end = int(first) + 1 if first else float("inf")
    return [status for asked, _answered, status in list(seen) if asked > end]


def test_a_withdrawn_article_is_gone_with_the_second_that_nginx_kept_it(paper):
    url = paper.made["other_url"]
    assert paper.ask(url).status == 200
    seen: list[tuple[float, float, int]] = []
    done = threading.Event()

    def read():
        connection = paper.connect()
        while not done.is_set():
            connection.request("GET", url)
            asked = time.time()
            answer = connection.getresponse()
            answer.read()
            seen.append((asked, time.time(), answer.status))
            time.sleep(0.002)
        connection.close()

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    try:
        paper.site.manage("shell", "-v0", "-c", WITHDRAW.format(**paper.made))
        deadline = time.monotonic() + START_SECONDS
        while after_the_second(seen).count(410) < 20 and time.monotonic() < deadline:
            time.sleep(0.05)
    finally:
        done.set()
        for reader in readers:
            reader.join()
    assert {status for *_times, status in seen} == {200, 410}
    assert set(after_the_second(seen)) == {410}
    kept = [line for line in paper.nginx.log() if url in line and " HIT " in line]
    assert len(kept) > 20


def test_the_address_of_a_preview_stands_in_no_log_and_its_answer_in_no_store(paper):
    for _twice in range(2):
        answer = paper.ask("/xem-truoc/mot-dia-chi/")
        assert (answer.status, answer.getheader("Cache-Control")) == (404, "no-store, private")
    assert paper.ask("/mot-dia-chi-khac/").status == 404
    log = "\n".join(paper.nginx.log())
    assert "/mot-dia-chi-khac/" in log
    assert "/xem-truoc/" not in log


def test_a_comment_reaches_the_paper_with_the_readers_own_address(paper):
    path = f"/{paper.made['id']}/binh-luan/"
    sent = paper.ask(
        path,
        "POST",
        b"name=A&body=x",
        Content_Type="application/x-www-form-urlencoded",
        Origin=f"https://{nginx.NAME}",
        X_Real_IP="6.6.6.6",
    )
    assert sent.status == 422
    other = paper.ask(path, "POST", b"name=A", Origin="https://khac.example")
    assert other.status == 403


def test_pages_are_sent_compressed_once(paper):
    for path in ("/", paper.made["url"], "/toa-soan/login/", "/sitemap.xml?x=1", "/rss/home.rss"):
        packed = paper.ask(path, Accept_Encoding="gzip")
        assert packed.getheader("Content-Encoding") in {"gzip", None}, path
        if packed.getheader("Content-Encoding"):
            assert gzip.decompress(packed.body).lstrip().startswith(b"<"), path
        else:
            assert len(packed.body) < 1000, path
        assert paper.ask(path).getheader("Content-Encoding") is None


# --- What is too large ------------------------------------------------------------------------


def test_a_picture_as_large_as_the_desk_takes_reaches_it(paper):
    answer = paper.ask("/toa-soan/articles/image/upload/", "POST", b"x" * limits.MAX_BYTES)
    assert (answer.status, answer.getheader("Location")) == (302, SIGN_IN)  # it came through


SIGN_IN = "/toa-soan/login/?next=/toa-soan/articles/image/upload/"


def test_the_paper_itself_answers_what_is_a_little_too_large(paper):
    sent = b"x" * (limits.MAX_BYTES + 1024**2)
    answer = paper.ask("/toa-soan/articles/image/upload/", "POST", sent)
    assert (answer.status, answer.getheader("Location")) == (302, SIGN_IN)
    form = {"Content_Type": "application/x-www-form-urlencoded"}
    comment = paper.ask(f"/{paper.made['id']}/binh-luan/", "POST", b"x" * 250_000, **form)
    assert comment.status == 413
    assert "Bình luận quá dài".encode() in comment.body


@pytest.mark.parametrize(
    ("path", "size"), [("/toa-soan/articles/image/upload/", 60_000_000), ("/1/binh-luan/", 300_000)]
)
def test_what_is_far_too_large_is_refused_with_a_page_before_it_is_sent(paper, path, size):
    connection = paper.connect()
    connection.putrequest("POST", path)
    connection.putheader("Content-Length", str(size))
    connection.endheaders()
    answer = connection.getresponse()
    assert answer.status == 413
    assert "Nội dung gửi lên quá lớn" in answer.read().decode()
    assert answer.getheader("Content-Type") == "text/html; charset=utf-8"
    connection.close()


def test_a_script_of_the_desk_gets_a_sentence_instead_of_a_page(paper):
    connection = paper.connect()
    connection.putrequest("POST", "/toa-soan/articles/image/upload/")
    connection.putheader("Content-Length", "60000000")
    connection.putheader("Accept", "application/json")
    connection.endheaders()
    answer = connection.getresponse()
    assert answer.status == 413
    assert "40 MB" in json.loads(answer.read())["error"]
    assert f"{limits.MAX_BYTES // 1024**2} MB" == "40 MB"
    connection.close()


# --- Restarts ---------------------------------------------------------------------------------


def test_readers_wait_while_gunicorn_is_restarted(own_site):
    folder = own_site.folder
    own_site.environment["SITE_URL"] = f"https://{nginx.NAME}"
    own_site.environment["SECRET_KEY"] = "x" * 60
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(folder / "socket"))
        listener.listen(128)
        places = {name: folder / name for name in ("static", "media")}
        with nginx.server(folder / "nginx", app=folder / "socket", **places) as running:
            paper = Paper(own_site, running, {})
            got: list[int] = []
            with gunicorn(own_site, listener):
                got.append(paper.ask("/").status)
            waiting = threading.Thread(target=lambda: got.append(paper.ask("/rss/").status))
            waiting.start()
            with gunicorn(own_site, listener):
                waiting.join(timeout=START_SECONDS)
            assert got == [200, 200]
