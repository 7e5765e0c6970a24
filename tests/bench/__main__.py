"""`make bench`: every figure of docs/developers/performance.md, from one run on one machine.

    python -m tests.bench                                     all of it, minutes
    python -m tests.bench --part rates --only rendered bare --database sqlite --seconds 2
    python -m tests.bench --part sizes --articles 10000 --comments 100000

`--record` writes the tables into docs/developers/performance.md.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from tests.bench import load, rates, report, sizes
from tests.services import nginx, postgres
from tests.services.site import CHECKOUT

PARTS = ("rates", "sizes")
DATABASES = ("sqlite", "postgresql")
# As a newspaper runs it: what the tests switch off for speed is a newspaper's safety.
NEWSPAPER = {
    "fsync": "on",
    "full_page_writes": "on",
    "synchronous_commit": "on",
    "shared_buffers": "1GB",
    "effective_cache_size": "3GB",
    "random_page_cost": "1.1",
    "max_wal_size": "4GB",
    "maintenance_work_mem": "256MB",
}


def main(arguments: list[str]) -> int:
    """Measure what is asked for, print it, and keep it in var/bench.md; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--part", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--only", nargs="+", choices=[*rates.WAYS, *rates.BARE], default=())
    parser.add_argument("--database", nargs="+", choices=DATABASES, default=DATABASES)
    parser.add_argument("--seconds", type=int, default=3, help="of each measure (3)")
    parser.add_argument("--articles", type=int, default=100_000, help="in the large paper")
    parser.add_argument("--comments", type=int, default=1_000_000, help="in the large paper")
    parser.add_argument("--record", action="store_true", help="into docs/developers/performance.md")
    asked = parser.parse_args(arguments)
    if nginx.find() is None:
        nginx.main()
    if not load.install() or nginx.find() is None:
        return 1
    told = report.Report.begin()
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        os.environ.pop("TEST_DATABASE_URL", None)
        if "rates" in asked.part and "sqlite" in asked.database:
            measured = rates.measure_rates(
                folder / "sqlite", only=asked.only, seconds=asked.seconds
            )
            told.add_rates("SQLite", measured)
        if "postgresql" in asked.database:
            on_postgresql(asked, folder, told)
    out = CHECKOUT / "var" / "bench.md"
    out.parent.mkdir(exist_ok=True)
    out.write_text(told.text(), encoding="utf-8")
    if asked.record:
        report.record(told)
    return 0


def on_postgresql(asked: argparse.Namespace, folder: Path, told: report.Report) -> None:
    """What is measured on a PostgreSQL server of its own, with a newspaper's settings."""
    binaries = postgres.find()
    if binaries is None:
        print(f"{postgres.MISSING}\nSKIPPED: everything on PostgreSQL.", flush=True)
        return
    with postgres.server(binaries, NEWSPAPER) as server:
        os.environ["TEST_DATABASE_URL"] = server.url
        if "rates" in asked.part:
            measured = rates.measure_rates(
                folder / "postgresql", only=asked.only, seconds=asked.seconds
            )
            told.add_rates("PostgreSQL", measured)
        if "sizes" in asked.part:
            compared = sizes.measure_sizes(folder / "sizes", asked.articles, asked.comments)
            told.add_sizes(asked.articles, compared)
        del os.environ["TEST_DATABASE_URL"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
