"""The sample newspaper as `make run` serves it, in folders and a database of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.services.ports import free_port
from tests.services.site import CHECKOUT, START_SECONDS, Site, environment, wait_for


@dataclass(frozen=True)
class Sample:
    """A paper that is being served: `address` without a final /."""

    site: Site
    address: str


@contextmanager
def served_sample() -> Iterator[Sample]:
    """Load the sample and serve it on a free port until the block ends; then nothing is left.

    The static files are those that `make` has collected in var/static.
    """
    with TemporaryDirectory(prefix="newsroom-sample-") as name:
        folder, port = Path(name), free_port()
        address = f"http://127.0.0.1:{port}"
        own = environment(folder, f"sqlite:///{folder / 'newsroom.sqlite3'}")
        own |= {
            "PORT": str(port),
            "SITE_URL": address,
            "STATIC_ROOT": str(CHECKOUT / "var" / "static"),
            "SECRET_KEY": "of a paper that lives for minutes and that only this machine can reach",
        }
        site = Site(folder, own)
        site.manage("migrate", "--verbosity", "0")
        site.manage("load_sample")
        with (folder / "log").open("w") as log:
            running = subprocess.Popen(
                [sys.executable, "-m", "newsroom.serve"],
                cwd=CHECKOUT,
                env=own,
                stdout=log,
                stderr=subprocess.STDOUT,
                # A Ctrl-C in the terminal is for us; the server is stopped after it.
                start_new_session=True,
            )
        try:
            wait_for(f"{address}/healthz", running)
            yield Sample(site, address)
        finally:
            running.send_signal(signal.SIGTERM)
            running.wait(timeout=START_SECONDS)


def use_its_settings(sample: Sample) -> None:
    """Let this process be one of the sample's own: its settings, its database."""
    os.environ.update(sample.site.environment)
    import django

    django.setup()
