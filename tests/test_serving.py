"""`make run`, from its port to its end: a paper served by the very process a newcomer starts."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from articles.sample.accounts import SIGN_INS
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


def test_it_serves_a_sample_says_who_may_sign_in_and_ends_with_ctrl_c(site):
    port = free_port()
    running = start(site.environment, port)
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz", running)
        with urlopen(f"http://127.0.0.1:{port}/") as front:
            assert front.status == 200
    finally:
        said, complaint = press_ctrl_c(running)
    assert (running.returncode, complaint) == (0, "")
    assert f"http://127.0.0.1:{port}/toa-soan/" in said
    for role, username, password in SIGN_INS:
        assert re.search(rf"{username} +{password} +{role}", said)


def test_a_second_start_changes_nothing_and_is_quick(site):
    site.manage("load_sample")
    before = site.manage("dumpdata")
    port = free_port()
    started = time.monotonic()
    running = start(site.environment, port)
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz", running)
        assert time.monotonic() - started < 5
    finally:
        press_ctrl_c(running)
    assert site.manage("dumpdata") == before


def test_a_paper_of_ones_own_is_not_offered_the_samples_sign_ins(site):
    site.manage(
        "shell", "-c", "from articles.models import User; User.objects.create(username='a')"
    )
    port = free_port()
    running = start(site.environment, port)
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz", running)
    finally:
        said, _complaint = press_ctrl_c(running)
    assert SIGN_INS[0][1] not in said


def test_a_busy_port_is_one_line_and_nothing_is_served(nowhere):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        complaint = refused(nowhere, port)
    assert complaint == f"Port {port} is busy: choose another, as in  make run PORT={port + 1}\n"


def test_a_port_is_not_busy_for_what_an_earlier_server_left_behind(site):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        reader = socket.create_connection(("127.0.0.1", port))
        accepted, _address = other.accept()
        accepted.close()  # the server's side closes first, so its end stays in TIME_WAIT
        reader.close()
    running = start(site.environment, port)
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz", running)
    finally:
        press_ctrl_c(running)


@pytest.mark.parametrize("port", ["abc", "0", "65536", "-1", "８０００"])
def test_a_port_that_is_none_is_one_line(nowhere, port):
    assert "is no port" in refused(nowhere, port)


def test_samples_cannot_sign_in_and_are_not_offered_where_the_site_is_public(site):
    site.manage("load_sample")
    port = free_port()
    running = start(site.environment | {"SITE_URL": "https://bao.example"}, port)
    try:
        with pytest.raises(HTTPError):  # it answers, but not to this name
            wait_for(f"http://127.0.0.1:{port}/", running)
    finally:
        said, _complaint = press_ctrl_c(running)
    assert SIGN_INS[0][1] not in said
