"""newsroom/gunicorn.py with one process, which says who it is and when it is inside a transaction.

WATCHED names a folder: `worker` there holds the number of the process that answers, `inside` what
tests/soak/watching.py keeps.
"""

import os
from pathlib import Path

from newsroom.gunicorn import *  # noqa: F403

workers = 1
# Killed a hundred times: each that follows begins with the application already loaded.
preload_app = True


def post_worker_init(worker: object) -> None:
    """Begin to be watched. No pages are made ahead: nobody reads here."""
    from tests.soak.watching import watch_transactions

    folder = Path(os.environ["WATCHED"])
    watch_transactions(folder / "inside")
    (folder / "new").write_text(str(os.getpid()))
    (folder / "new").rename(folder / "worker")
