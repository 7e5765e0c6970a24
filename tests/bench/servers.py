"""The servers that are measured, all of one paper and all running at once."""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from tests.bench.load import BROWSER
from tests.services import nginx
from tests.services.ports import free_port
from tests.services.site import CHECKOUT, START_SECONDS, Site, wait_for

# In place of newsroom-site.conf: without TLS, whose cost is the same for all, and with the bytes of
# finished pages as files.
SITE = """
server {{
    listen 127.0.0.1:PLAIN;
    include /etc/nginx/snippets/newsroom-locations.conf;
    location /bytes/ {{
        alias {bytes}/;
        types {{ }}
        default_type "text/html; charset=utf-8";
        gzip off;
        gzip_static off;
        {without_brotli}
    }}
}}
"""
BARE, BARE_CONFIG = "tests.bench.bare", "python:tests.bench.bare_gunicorn"


@dataclass(frozen=True)
class Servers:
    """Where each way of serving is found; `paths` are the addresses of a page of each kind."""

    rendered: str
    gunicorn: str
    nginx: str
    bare: str
    bare_none: str
    bare_ours: str
    paths: dict[str, str]
    bytes: Path

    def url(self, way: str, kind: str) -> str:
        """The address at which a kind of page is served in this way."""
        if way in {"bare", "bare_none", "bare_ours"}:
            return f"{getattr(self, way)}/"
        if way == "static":
            return f"{self.nginx}/bytes/{kind}"
        return getattr(self, way) + self.paths[kind]


@contextmanager
def gunicorn(site: Site, *arguments: str, **environment: str) -> Iterator[str]:
    """gunicorn as `make run` starts it; its address, without a final /."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    application = environment.pop("application", "newsroom.wsgi")
    config = "newsroom/gunicorn.py" if application == "newsroom.wsgi" else BARE_CONFIG
    command = [sys.executable, "-m", "gunicorn", "--config", config]
    command += ["--log-level", "warning", "--bind", f"127.0.0.1:{port}", *arguments, application]
    own = site.environment | {"SITE_URL": address} | environment
    with (site.folder / f"gunicorn-{port}.log").open("w") as log:
        running = subprocess.Popen(command, cwd=CHECKOUT, env=own, stderr=log)
    try:
        wait_for(f"{address}/healthz" if application == "newsroom.wsgi" else address, running)
        yield address
    finally:
        running.send_signal(signal.SIGTERM)
        running.wait(timeout=START_SECONDS)


@contextmanager
def serve(site: Site) -> Iterator[Servers]:
    """Every way of serving the paper, each with its pages asked for so often that all are warm."""
    bytes_, socket = site.folder / "bytes", site.folder / "socket"
    bytes_.mkdir()
    text = SITE.format(bytes=bytes_, without_brotli="brotli off;" * nginx.has_brotli())
    with ExitStack() as stack:
        rendered = stack.enter_context(gunicorn(site, PAGES_CACHE_URL="off"))
        stored = stack.enter_context(gunicorn(site, "--bind", f"unix:{socket}"))
        bare = stack.enter_context(gunicorn(site, application=BARE))
        none = stack.enter_context(gunicorn(site, application=BARE, BARE="none"))
        ours = stack.enter_context(gunicorn(site, application=BARE, BARE="ours"))
        front = stack.enter_context(
            nginx.server(
                site.folder / "nginx",
                app=socket,
                static=site.folder / "static",
                media=site.folder / "media",
                site=text,
            )
        )
        address = f"http://127.0.0.1:{front.port}"
        servers = Servers(rendered, stored, address, bare, none, ours, pages_of(stored), bytes_)
        for kind, path in servers.paths.items():
            (bytes_ / kind).write_bytes(fetch(address + path))
        yield servers


def pages_of(address: str) -> dict[str, str]:
    """A page of each kind: the front page, the first article on it and the first section."""
    html = fetch(f"{address}/", {}).decode()
    article = re.search(r'href="(/[a-z0-9-]+-\d+\.html)"', html)
    section = re.search(r'<nav class="sections".*?href="(/[a-z0-9-]+/)"', html, re.DOTALL)
    assert article and section
    return {"article": article[1], "front": "/", "section": section[1]}


def fetch(url: str, headers: dict[str, str] = BROWSER) -> bytes:
    """The body of a page, as it came.

    Raises:
        RuntimeError: it is not there.
    """
    _scheme, _slashes, rest = url.partition("//")
    host, _slash, path = rest.partition("/")
    connection = HTTPConnection(host, timeout=60)
    connection.request("GET", f"/{path}", headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    if answer.status != 200:
        raise RuntimeError(f"{url} answers {answer.status}")
    return body


def first_reader(site: Site, path: str) -> float:
    """Milliseconds that the first reader of a page waits, right after gunicorn has started."""
    with gunicorn(site, WEB_CONCURRENCY="1") as address:
        started = time.perf_counter()
        fetch(address + path)
        return (time.perf_counter() - started) * 1000
