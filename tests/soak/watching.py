"""Whether a process is inside a transaction, told to whoever is about to kill it."""

import mmap
from pathlib import Path
from threading import Lock

from django.db import connection, transaction


def watch_transactions(flag: Path) -> None:
    """Keep in the flag's one byte how many of this process's threads are inside a transaction."""
    flag.write_bytes(b"\0")
    with flag.open("r+b") as file:
        inside = mmap.mmap(file.fileno(), 1)
    lock = Lock()
    enter, leave = transaction.Atomic.__enter__, transaction.Atomic.__exit__

    def entering(self):
        was_outside = not connection.in_atomic_block
        enter(self)
        if was_outside:
            with lock:
                inside[0] += 1

    def leaving(self, *error):
        was_inside = connection.in_atomic_block
        try:
            return leave(self, *error)
        finally:
            if was_inside and not connection.in_atomic_block:
                with lock:
                    inside[0] -= 1

    transaction.Atomic.__enter__, transaction.Atomic.__exit__ = entering, leaving
