"""`make run`, from its port to its end: a paper served by the very process a newcomer starts."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from urllib.request import Request, urlopen

import pytest

from articles.sample.accounts import SIGN_INS
from newsroom.serve import listen
from tests.services.ports import free_port
from tests.services.site import CHECKOUT, START_SECONDS, environment, wait_for


def start(environment, port):
    return subprocess.Popen(
        [sys.executable, "-m", "newsroom.serve"],
        cwd=CHECKOUT,
        env=environment | {"PORT": str(port)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def create_user(site, **fields):
    """Somebody: with a person in it, a paper has been begun and gets no sample."""
    site.manage("shell", "-c", f"from articles.models import User; User.objects.create(**{fields})")


def press_ctrl_c(running):
    """What was said and complained of; a terminal interrupts all of its processes at once."""
    os.killpg(running.pid, signal.SIGINT)
    return running.communicate(timeout=START_SECONDS)


def refused(environment, port):
    """What is said by a start that must fail at once; it is one line."""
    said, complaint = start(environment, port).communicate(timeout=START_SECONDS)
    assert (said, complaint.count("\n")) == ("", 1)
    return complaint


@pytest.fixture
def site(own_site):
    """A site whose address is not told: serving works it out."""
    del own_site.environment["SITE_URL"]
    return own_site


@pytest.fixture
def nowhere(tmp_path):
    """The environment of a paper without a database: it must not come to needing one."""
    return environment(tmp_path, "sqlite:////nowhere/at/all.sqlite3")


def served(site):
    """Serve until the health page answers, then press Ctrl-C; what was said, and the seconds."""
    port = free_port()
    started = time.monotonic()
    running = start(site.environment, port)
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz", running)
        seconds = time.monotonic() - started
        with urlopen(f"http://127.0.0.1:{port}/") as front:
            assert front.status == 200
            assert "Surrogate-Key" in front.headers  # from the page store
    finally:
        said, complaint = press_ctrl_c(running)
    assert (running.returncode, complaint) == (0, "")
    assert f"http://127.0.0.1:{port}/toa-soan/" in said
    return said, seconds


def test_it_serves_the_sample_and_a_second_start_is_quick_and_changes_nothing(site):
    said, _seconds = served(site)
    for role, username, password in SIGN_INS:
        assert re.search(rf"{username} +{password} +{role}", said)
    before = site.manage("dumpdata")
    again, seconds = served(site)
    assert SIGN_INS[0][1] in again
    assert seconds < 5
    assert site.manage("dumpdata") == before


def test_a_paper_of_ones_own_is_not_offered_the_samples_sign_ins(site):
    create_user(site, username="a")
    said, _seconds = served(site)
    assert SIGN_INS[0][1] not in said


def test_the_samples_sign_ins_are_offered_only_where_the_site_is_loopback(site):
    create_user(site, username="a", is_sample=True)
    assert SIGN_INS[0][1] in served(site)[0]
    port = free_port()
    running = start(site.environment | {"SITE_URL": "https://bao.example"}, port)
    try:
        wait_for(
            Request(f"http://127.0.0.1:{port}/healthz", headers={"Host": "bao.example"}), running
        )
    finally:
        said, _complaint = press_ctrl_c(running)
    assert "Ctrl-C ends it" in said
    assert SIGN_INS[0][1] not in said


def test_a_busy_port_is_one_line_and_nothing_is_served(nowhere):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        complaint = refused(nowhere, port)
    assert complaint == f"Port {port} is busy: choose another, as in  make run PORT={port + 1}\n"


def test_a_port_is_not_busy_for_what_an_earlier_server_left_behind():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)):
            accepted, _address = other.accept()
            accepted.close()  # the server's side closes first, so its end stays in TIME_WAIT
    listen(port).close()


@pytest.mark.parametrize("port", ["abc", "0", "65536", "-1", "８０００"])
def test_a_port_that_is_none_is_one_line(nowhere, port):
    assert "is no port" in refused(nowhere, port)
