"""A Redis for the tests of the page store: where its server is, and how it starts.

`python -m tests.services.redis` installs it where it is missing and may be installed.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import redis

from tests.services import debian
from tests.services.ports import free_port

START_SECONDS = 30
MISSING = (
    "Redis is not installed: put `redis-server` on the PATH, or run as root on Debian, "
    "where it is installed by itself."
)


@dataclass(frozen=True)
class Server:
    """A Redis that keeps nothing on disk; `process` may be stopped, or killed."""

    address: str
    process: subprocess.Popen


def find() -> str | None:
    """The path of the installed server, or None."""
    return shutil.which("redis-server")


@contextmanager
def server(port: int | None = None) -> Iterator[Server]:
    """Run an empty Redis on a loopback port (a free one) until the block ends."""
    port = port or free_port()
    options = {"port": port, "bind": "127.0.0.1", "save": "", "appendonly": "no"}
    process = subprocess.Popen(
        [find(), *(part for name, value in options.items() for part in (f"--{name}", str(value)))],
        cwd="/",
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _wait_for(port)
        yield Server(f"redis://127.0.0.1:{port}/0", process)
    finally:
        process.kill()
        process.wait()


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    with redis.Redis(port=port) as client:
        while True:
            try:
                client.ping()
            except redis.ConnectionError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.02)
            else:
                return


def main() -> int:
    """Install Redis if it is missing; say so in one line where that cannot be. Always 0."""
    if find():
        return 0
    if not (debian.may_install() and debian.install("redis-server") and find()):
        print(MISSING, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
