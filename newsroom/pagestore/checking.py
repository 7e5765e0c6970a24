"""The one question a hit asks the database: have the versions of the page's keys changed?

Versions only grow, so their sum tells as much as all of them, in one row. The question is put
below Django's cursors, to a statement that each connection prepares once: through a cursor it costs
twice as much as everything else in a hit (docs/decisions/page-store.md).
"""

import select
import time
from collections.abc import Sequence
from functools import cache
from threading import Lock
from weakref import WeakKeyDictionary

from django.db import DEFAULT_DB_ALIAS, Error, OperationalError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import pq

from .models import SurfaceVersion

# Seconds the database has to answer before a page is sent unchecked. A new connection has those of
# `connect_timeout` in newsroom/settings.py.
LIMIT = 1.0


class NoAnswer(Exception):
    """The database is away, or has not answered within a second."""


class VersionCheck:
    """Asks for the versions of keys; while the database is silent, one thread at a time asks.

    So a database that hangs holds up one reader, a second at most, and is noticed to be back by
    the next question.
    """

    def __init__(self) -> None:
        self._silent = False
        self._asking = Lock()

    def total(self, keys: Sequence[str]) -> int:
        """The sum of the keys' present versions; a key that never changed counts 0.

        Raises:
            NoAnswer: it cannot be known now.
        """
        if not self._silent:
            return self._ask(keys)
        if not self._asking.acquire(blocking=False):
            raise NoAnswer
        try:
            return self._ask(keys)
        finally:
            self._asking.release()

    def _ask(self, keys: Sequence[str]) -> int:
        try:
            total = _total(keys)
        except NoAnswer:
            self._silent = True
            raise
        self._silent = False
        return total


def _total(keys: Sequence[str]) -> int:
    connection = connections[DEFAULT_DB_ALIAS]
    # A connection may have been closed at the other end since it was last used: that is no silence.
    attempts = 1 if connection.connection is None else 2
    while True:
        attempts -= 1
        try:
            connection.ensure_connection()
            with connection.wrap_database_errors:
                total = _QUESTIONS[connection.vendor](connection, keys)
        except Error as error:
            connection.close()
            if not attempts:
                raise NoAnswer from error
        except NoAnswer:
            connection.close()
            raise
        else:
            # As Django does after a request, of which it is told nothing here.
            connection.close_if_unusable_or_obsolete()
            return total


@cache
def _query(count: int, place: str) -> str:
    places = ", ".join(place.format(n + 1) for n in range(count))
    table = SurfaceVersion._meta.db_table
    return f'SELECT coalesce(sum(version), 0) FROM "{table}" WHERE key IN ({places})'


def _on_sqlite(connection: BaseDatabaseWrapper, keys: Sequence[str]) -> int:
    """There, readers wait for nobody, so there is nothing to limit."""
    (total,) = connection.connection.execute(_query(len(keys), "?"), keys).fetchone()
    return total


# How many keys the statements ask for that a connection has prepared.
_prepared: WeakKeyDictionary[object, set[int]] = WeakKeyDictionary()


def _on_postgresql(connection: BaseDatabaseWrapper, keys: Sequence[str]) -> int:
    server, count = connection.connection.pgconn, len(keys)
    deadline = time.monotonic() + LIMIT
    name = b"page_versions_%d" % count
    prepared = _prepared.setdefault(connection.connection, set())
    if count not in prepared:
        server.send_prepare(name, _query(count, "${}").encode())
        _result(server, deadline)
        prepared.add(count)
    server.send_query_prepared(name, [key.encode() for key in keys])
    return int(_result(server, deadline).get_value(0, 0) or 0)


def _result(server: pq.abc.PGconn, deadline: float) -> pq.abc.PGresult:
    """The answer to what was just sent; the connection is ready for the next question.

    Raises:
        NoAnswer: it has not come by the deadline (of `time.monotonic`). The connection is of no
            more use.
        OperationalError: the server refused or has gone.
    """
    server.flush()  # a few hundred bytes: the kernel takes them at once
    waiting = select.poll()
    waiting.register(server.socket, select.POLLIN)
    while True:
        if not waiting.poll(max(0.0, deadline - time.monotonic()) * 1000):
            raise NoAnswer
        server.consume_input()
        if not server.is_busy():
            break
    result = server.get_result()
    while server.get_result() is not None:
        pass
    if result is None or result.status not in _GOOD:
        raise OperationalError(result.error_message.decode() if result else "no result")
    return result


_GOOD = frozenset({pq.ExecStatus.COMMAND_OK, pq.ExecStatus.TUPLES_OK})
_QUESTIONS = {"sqlite": _on_sqlite, "postgresql": _on_postgresql}
