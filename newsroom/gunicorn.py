"""How gunicorn serves the paper: `gunicorn --config newsroom/gunicorn.py newsroom.wsgi`."""

import gc
import os
import signal
from typing import Any

bind = f"127.0.0.1:{os.environ.get('PORT', '8000')}"

# Two processes so that one may decode a picture while the other answers; four threads each, since
# a reader's page waits for the database and for the reader's line more than it computes.
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = 4

# Each worker loads the application for itself. With preload_app a database connection or a lock
# opened while loading would be shared by all of them after the fork, which SQLite forbids, and
# a reload (HUP) would go on with the old code.
preload_app = False

timeout = 60  # a picture of 50 megapixels is taken in within one request
graceful_timeout = 20  # what the database gives a waiting transaction
keepalive = 5

# Workers tell that they live by touching a file: in memory, or a busy disk reads as a dead worker.
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
# Else a control socket appears in the home directory, one for all papers of a machine.
control_socket_disable = True

accesslog = None  # the web server in front keeps one


def post_worker_init(worker: Any) -> None:
    """Begin to make pages ahead; leave Ctrl-C to the master, who stops its workers in its own way.

    A terminal tells all of them at once. A worker told twice enters its shutdown a second time
    while it holds its thread pool's lock, and hangs until it is killed.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The application is loaded by now, and Django with it.
    from articles.ahead import at_start
    from newsroom.pagestore.ahead import begin
    from newsroom.pagestore.wsgi import StoredPages

    if isinstance(worker.wsgi, StoredPages):
        begin(worker.wsgi).want(at_start)


def worker_exit(server: object, worker: object) -> None:
    """Leave its memory to the system.

    Python would look through all of it once more, for seconds where the machine is busy, and a
    worker that takes too long is killed.
    """
    gc.freeze()
