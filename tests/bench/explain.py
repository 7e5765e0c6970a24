"""Why a page is slow: its slowest query, and how PostgreSQL goes about it.

python -m tests.bench.explain ADDRESS
"""

import sys

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402


def slowest(path: str) -> str:
    """The SQL of the page's slowest query, its plan as EXPLAIN ANALYZE tells, and all their times."""
    client = Client(headers={"host": "127.0.0.1"})
    client.get(path)  # the first time everything else is slow too
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    queries = sorted(captured.captured_queries, key=lambda query: -float(query["time"]))
    times = ", ".join(f"{float(query['time']) * 1000:.0f}" for query in queries)
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, COSTS OFF, SUMMARY OFF) {queries[0]['sql']}")
        plan = "\n".join(row[0] for row in cursor.fetchall())
    return f"Queries of {path} in ms: {times}\n\n{queries[0]['sql']}\n\n{plan}"


if __name__ == "__main__":
    print(slowest(sys.argv[1]))
