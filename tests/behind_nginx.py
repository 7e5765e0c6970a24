"""A paper behind nginx as docs/developers/deploy.md sets it up: https, one name, files from disk.

nginx runs with the files of that page, gunicorn gets its socket as systemd hands it over.
"""

import http.client
import json
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from tests.services import nginx
from tests.services.site import CHECKOUT, START_SECONDS, Site, open_site

MAKE = """
import json
from articles.actions.records import save_record
from articles.models import Masthead
from tests.factories import figure, make_image, make_published, picture_bytes
save_record(Masthead.current(), {"name": "Báo thử"}, by=None)
image, unseen = make_image(), make_image(data=picture_bytes(colour="navy"))
made = make_published(title="Nước lên ở bến", body=figure(image) + "<p>Một đoạn dài. " * 99)
other = make_published(title="Bài sẽ bị gỡ", section=made.section)
print(json.dumps({
    "id": made.article_id, "url": made.get_absolute_url(), "hash": image.current.hash,
    "original": image.current.original, "unseen": unseen.current.hash,
    "other_id": other.article_id, "other_url": other.get_absolute_url(),
}))
"""
# Becomes the command in its arguments, with a socket as systemd gives one (sd_listen_fds(3)).
AS_SYSTEMD = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.environ |= {"LISTEN_PID": str(os.getpid()), "LISTEN_FDS": "1"}
os.execv(sys.executable, [sys.executable, *sys.argv[2:]])
"""


@dataclass
class Paper:
    """A paper at https://bao.example, as readers reach it through nginx."""

    site: Site
    nginx: nginx.Nginx
    made: dict

    def connect(self) -> http.client.HTTPConnection:
        context = ssl.create_default_context(cafile=str(self.nginx.certificate))
        raw = socket.create_connection(("127.0.0.1", self.nginx.tls_port), timeout=20)
        connection = http.client.HTTPConnection(nginx.NAME, timeout=20)
        connection.sock = context.wrap_socket(raw, server_hostname=nginx.NAME)
        return connection

    def ask(
        self, path: str, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> http.client.HTTPResponse:
        """The answer, its body read into `answer.body`."""
        connection = self.connect()
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body=body, headers=names)
        answer = connection.getresponse()
        answer.body = answer.read()
        connection.close()
        return answer


@contextmanager
def gunicorn(site: Site, listener: socket.socket) -> Iterator[subprocess.Popen]:
    """gunicorn with the unit's own command line, and the socket as the third file, as systemd does."""
    unit = (CHECKOUT / "docs/developers/deploy/systemd/newsroom.service").read_text("utf-8")
    (command,) = [line for line in unit.splitlines() if line.startswith("ExecStart=")]
    _python, *arguments = command.removeprefix("ExecStart=").split()
    running = subprocess.Popen(
        [sys.executable, "-c", AS_SYSTEMD, str(listener.fileno()), *arguments],
        cwd=CHECKOUT,
        env=site.environment,
        pass_fds=[listener.fileno()],
    )
    try:
        yield running
    finally:
        running.terminate()
        running.wait(timeout=START_SECONDS)


@pytest.fixture(scope="session")
def paper_behind_nginx(tmp_path_factory, site_template):
    folder = tmp_path_factory.mktemp("paper")
    with open_site(folder, site_template) as site, socket.socket(socket.AF_UNIX) as listener:
        printed = site.manage("shell", "-v0", "-c", MAKE)
        site.environment.update(
            SITE_URL=f"https://{nginx.NAME}",
            SECRET_KEY="only for these tests, and longer than fifty characters, as it must be",
            CLIENT_ADDRESS_HEADER="X-Real-IP",
        )
        listener.bind(str(folder / "socket"))
        listener.listen(128)
        places = {name: folder / name for name in ("static", "media")}
        with (
            gunicorn(site, listener),
            nginx.server(folder / "nginx", app=folder / "socket", **places) as running,
        ):
            yield Paper(site, running, json.loads(printed))
