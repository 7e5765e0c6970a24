"""A server killed while autosaves are on their way: what it has acknowledged is there."""

import json
import os
import signal
import subprocess
import sys
import threading
from urllib.error import URLError
from urllib.request import Request, urlopen

from tests.services.ports import free_port
from tests.services.site import CHECKOUT, wait_for

KILLS = 3
# An editor, signed in, with a token, and an article.
SETTING = """
import json
from django.conf import settings
from django.middleware.csrf import _get_new_csrf_string
from django.test import Client
from articles.structure import Role
from tests.cast import make_person
from tests.factories import make_article
person = make_person("editor", Role.EDITOR)
client = Client()
client.force_login(person, backend="articles.accounts.DeskBackend")
session = client.cookies[settings.SESSION_COOKIE_NAME].value
print("SETTING", json.dumps([session, _get_new_csrf_string(), person.pk, make_article().pk]))
"""
KEPT = """
import json
from articles.models import AutosavedDraft
print("KEPT", json.dumps(AutosavedDraft.objects.values_list("sequence", "fields").get()))
"""


def test_the_last_acknowledged_autosave_survives_a_kill(own_site):
    printed = own_site.manage("shell", "--no-imports", "-c", SETTING)
    session, token, person, article = json.loads(printed.split("SETTING ")[1])
    port = free_port()
    server = f"http://127.0.0.1:{port}"
    acknowledged = 0

    def autosave(sequence: int) -> bool:
        """Whether the server has said that this one is kept."""
        message = {"key": "a" * 32, "person": person, "sequence": sequence}
        message["fields"] = [["title", f"Lần {sequence}"], ["body", "<p>Chữ</p>" * 500]]
        request = Request(
            f"{server}/toa-soan/articles/article/{article}/pulse/",
            json.dumps(message).encode(),
            {
                "Content-Type": "application/json",
                "Cookie": f"desk={session}; desk_csrf={token}",
                "X-CSRFToken": token,
            },
        )
        try:
            with urlopen(request, timeout=20) as answer:
                return "keptAt" in json.load(answer)
        except (URLError, ConnectionError, TimeoutError):
            return False

    for _kill in range(KILLS):
        running = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "--workers", "1", "--bind", f"127.0.0.1:{port}",
             "newsroom.wsgi"],
            cwd=CHECKOUT,
            env=own_site.environment | {"SITE_URL": server},
            start_new_session=True,
        )  # fmt: skip
        try:
            wait_for(f"{server}/healthz", running)
            begun = acknowledged
            killer = threading.Timer(1.0, _kill_all, [running])
            while autosave(acknowledged + 1):
                acknowledged += 1
                if acknowledged == begun + 3:
                    killer.start()
            killer.join()
        finally:
            _kill_all(running)
        printed = own_site.manage("shell", "--no-imports", "-c", KEPT)
        sequence, fields = json.loads(printed.split("KEPT ")[1])
        # The one that was on its way may be there, or not; nothing is torn.
        assert sequence in (acknowledged, acknowledged + 1)
        assert dict(fields)["title"] == f"Lần {sequence}"
        assert begun < acknowledged
        acknowledged = sequence


def _kill_all(running: subprocess.Popen) -> None:
    """SIGKILL to the server and its worker, which are a group of their own."""
    if running.poll() is None:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait(timeout=20)
