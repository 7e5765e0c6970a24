"""Why a page is slow: its slowest query, and how PostgreSQL goes about it.

python -m tests.bench.explain ADDRESS
"""

import re
import sys

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

EXECUTION = re.compile(r"Execution Time: ([0-9.]+) ms")


def slowest(path: str) -> str:
    """Which query of a page takes longest inside PostgreSQL: its SQL and plan, and all times in ms."""
    client = Client(headers={"host": "127.0.0.1"})
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    plans = []
    with connection.cursor() as cursor:
        for query in captured.captured_queries:
            cursor.execute(f"EXPLAIN (ANALYZE, COSTS OFF) {query['sql']}")
            plan = [row[0] for row in cursor.fetchall()]
            plans.append((float(EXECUTION.fullmatch(plan[-1])[1]), query["sql"], plan))
    plans.sort(key=lambda each: -each[0])
    times = ", ".join(f"{took:.1f}" for took, *_rest in plans)
    _took, sql, plan = plans[0]
    return "\n\n".join([f"{path}: queries of {times} ms; the slowest:", sql, "\n".join(plan)])


if __name__ == "__main__":
    print(slowest(sys.argv[1]))
