"""What `make run` does once everything is installed: from an address to a paper being read.

Takes the port first, so that a busy one is told before anything changes and nobody else can take
it meanwhile; then migrates, loads the sample newspaper into an empty database, says who may sign
in, and becomes gunicorn, which inherits the port.
"""

import os
import socket
import sys

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.urls import reverse

HOST = "127.0.0.1"


def main() -> None:
    """Serve the paper on 127.0.0.1, port PORT (8000); returns only by ending the process."""
    port = _port(os.environ.get("PORT") or "8000")
    listener = listen(port)
    os.environ.setdefault("SITE_URL", f"http://{HOST}:{port}")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("load_sample")
    print(banner(f"http://{HOST}:{port}"), flush=True)
    connections.close_all()
    listener.set_inheritable(True)
    command = [sys.executable, "-m", "gunicorn", "--config", "newsroom/gunicorn.py"]
    command += ["--bind", f"fd://{listener.fileno()}"]
    # At a terminal: no chatter under the banner, and Ctrl-C waits for nobody.
    command += ["--log-level", "warning", "--graceful-timeout", "3"]
    os.execv(sys.executable, [*command, "newsroom.wsgi"])


def banner(address: str) -> str:
    """The lines shown before serving at `address`: where the paper and its desk are, who signs in.

    Sample sign-ins are listed only where they work: they are in the database, and the paper is one
    that only this machine can reach.
    """
    from articles.models import User
    from articles.sample.accounts import SIGN_INS

    lines = ["", f"  The paper   {address}/", f"  The desk    {address}{reverse('admin:index')}"]
    if settings.SITE_IS_LOOPBACK and User.objects.filter(is_sample=True, is_active=True).exists():
        width = max(len(username) for _role, username, _password in SIGN_INS)
        lines += ["", "  Sign in with (sample accounts, one for each role)"]
        lines += [
            f"    {username:<{width}}  {password}  {role}" for role, username, password in SIGN_INS
        ]
    return "\n".join([*lines, "", "  Ctrl-C ends it.", ""])


def listen(port: int) -> socket.socket:
    """A socket that listens on `port`; ends the process with one clear line where none can be."""
    listener = socket.socket()
    # As servers do: what an earlier server's connections leave behind for a minute (TIME_WAIT)
    # does not make a port busy, another server does.
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen()
    except PermissionError:
        sys.exit(
            f"Port {port} is not ours to use: choose one above 1023, as in  make run PORT=8001"
        )
    except OSError:
        sys.exit(f"Port {port} is busy: choose another, as in  make run PORT={port % 65535 + 1}")
    return listener


def _port(value: str) -> int:
    if value.isascii() and value.isdigit() and 0 < int(value) < 65536:
        return int(value)
    sys.exit(f"PORT={value} is no port: give a number from 1 to 65535.")


if __name__ == "__main__":
    main()
