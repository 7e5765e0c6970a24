"""The figures as tables: printed while they are made, kept, and recorded in the documentation."""

import os
import platform
import re
import subprocess
import time
from dataclasses import dataclass, field

import django

from tests.bench import load
from tests.bench.rates import BARE, CONNECTIONS, KINDS, WAYS, Rates
from tests.bench.sizes import ALLOWED, SMALL, Sizes
from tests.services import nginx
from tests.services.site import CHECKOUT

PAGE = CHECKOUT / "docs" / "developers" / "performance.md"
BEGIN, END = "<!-- figures: make bench -->", "<!-- end of figures -->"


@dataclass
class Report:
    """What has been measured so far, as Markdown."""

    parts: list[str] = field(default_factory=list)

    @classmethod
    def begin(cls) -> "Report":
        """With the machine, its load, the versions and the day."""
        facts = load.machine()
        commit = subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"], cwd=CHECKOUT, capture_output=True, text=True
        ).stdout.strip()
        version = subprocess.run([nginx.find() or "nginx", "-v"], capture_output=True, text=True)
        report = cls()
        report.add(
            f"{time.strftime('%Y-%m-%d %H:%M')}, `make bench` at {commit}, on {facts['system']}: "
            f"{os.cpu_count()} cores ({facts['processor']}), {facts['memory']}; load before the "
            f"run {os.getloadavg()[0]:.1f}. Python {platform.python_version()}, Django "
            f"{django.__version__}, {version.stderr.strip().rpartition(' ')[2]}. The load "
            "generator (wrk) runs on the same cores."
        )
        return report

    def add(self, text: str) -> None:
        """Print a part, and keep it."""
        print(f"\n{text}", flush=True)
        self.parts.append(text)

    def text(self) -> str:
        """All of it."""
        return "\n\n".join(self.parts) + "\n"

    def add_rates(self, database: str, rates: Rates) -> None:
        """A table of each kind of page, and the targets."""
        self.add(f"### Pages, {database}")
        for connections in CONNECTIONS:
            rows = [
                self._row(rates, way, kind, connections)
                for kind in KINDS
                for way in WAYS
                if (way, kind, connections) in rates.of
            ]
            rows += [
                self._row(rates, way, "", connections)
                for way in BARE
                if (way, "", connections) in rates.of
            ]
            columns = ["", f"{plural(connections)}", "req/s", "p50 ms", "p99 ms"]
            columns += ["× static", "× bare"]
            self.add(table(columns, rows))
        first = ", ".join(f"{kind} {ms:.0f} ms" for kind, ms in rates.first.items())
        sizes = ", ".join(f"{kind} {size:,} bytes" for kind, size in rates.bytes.items())
        self.add(f"The first reader after a restart waits: {first}. Sent: {sizes}.")
        if targets := list(_targets(database, rates)):
            self.add(table(["target", "measured", ""], targets))

    def add_sizes(self, articles: int, sizes: Sizes) -> None:
        """A row for each page; those above the limit are explained in var/bench-queries.txt."""
        self.add(
            f"### {SMALL[0]} and {articles:,} articles, PostgreSQL\n\n{sizes.generated}, made by "
            f"`tests/bench/generate.py`. Milliseconds at p50, each page made for its reader; "
            f"× is large ÷ small, {ALLOWED} is allowed."
        )
        rows = [
            [
                each.page,
                f"{each.small:.1f}",
                f"{each.large:.1f}",
                f"{each.ratio:.2f}" if each.ratio <= ALLOWED else f"**{each.ratio:.2f}**",
                f"{each.small_bytes:,}",
                f"{each.large_bytes:,}",
            ]
            for each in sizes.compared
        ]
        self.add(table(["page", "small", "large", "×", "bytes", "bytes, large"], rows))
        self.add(f"### The desk at {articles:,} articles, PostgreSQL")
        rows = [
            [
                what,
                f"{ms:.0f}",
                str(_DESK[what.split(",")[0]]),
                _verdict(ms <= _DESK[what.split(",")[0]]),
            ]
            for what, ms in sizes.desk.items()
        ]
        self.add(table(["", "p50 ms", "target", ""], rows))
        if sizes.queries:
            kept = CHECKOUT / "var" / "bench-queries.txt"
            kept.parent.mkdir(exist_ok=True)
            kept.write_text("\n\n\n".join(sizes.queries.values()), encoding="utf-8")
            print(f"The slowest queries of the pages above {ALLOWED}: {kept}", flush=True)

    def _row(self, rates: Rates, way: str, kind: str, connections: int) -> list[str]:
        rate = rates.of[way, kind, connections]
        yardsticks = [("static", kind), ("bare", "")]
        return [
            kind,
            (WAYS | BARE)[way],
            f"{rate.per_second:,.0f}",
            f"{rate.p50:.2f}",
            f"{rate.p99:.2f}",
            *(ratio(rate.per_second, rates, (other, of, connections)) for other, of in yardsticks),
        ]


def ratio(per_second: float, rates: Rates, other: tuple[str, str, int]) -> str:
    """How many times as often as the other one; empty where that was not measured."""
    found = rates.of.get(other)
    return f"{per_second / found.per_second:.2f}" if found else ""


def table(columns: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def plural(connections: int) -> str:
    """1 connection, 16 connections."""
    return f"{connections} connection{'s' * (connections > 1)}"


def record(report: Report) -> None:
    """Put the figures between the marks in docs/developers/performance.md."""
    page = PAGE.read_text("utf-8")
    pattern = re.compile(rf"{re.escape(BEGIN)}.*{re.escape(END)}", re.DOTALL)
    figures = f"{BEGIN}\n\n{report.text()}\n{END}"
    PAGE.write_text(pattern.sub(lambda _match: figures, page), encoding="utf-8")


# Milliseconds at the median, on two cores.
_DESK = {
    "my desk": 50,
    "list": 50,
    "search": 50,
    "form": 50,
    "autosave": 20,
    "pulse": 20,
    "save": 50,
    "save and publish": 50,
}
# way, against, kinds, connections, at least (by database where they differ)
_TARGETS = (
    ("nginx", "static", KINDS, 16, 0.9),
    ("gunicorn", "bare", KINDS, 1, {"SQLite": 1.5, "PostgreSQL": 1.0}),
    ("gunicorn", "bare", KINDS, 16, {"SQLite": 1.5, "PostgreSQL": 1.0}),
    ("gunicorn", "rendered", KINDS, 1, 8.0),
    ("gunicorn", "rendered", KINDS, 16, 8.0),
    ("rendered", "bare", ("article",), 1, 0.15),
    ("rendered", "bare", ("front",), 1, 0.1),
)


def _targets(database: str, rates: Rates):
    for way, against, kinds, connections, least in _TARGETS:
        least = least[database] if isinstance(least, dict) else least
        for kind in kinds:
            own = rates.of.get((way, kind, connections))
            other = rates.of.get((against, "" if against in BARE else kind, connections))
            if own and other:
                measured = own.per_second / other.per_second
                what = f"{kind}, {plural(connections)}: {WAYS[way]} ≥ {least} × {against}"
                yield [what, f"{measured:.2f}", _verdict(measured >= least)]


def _verdict(is_met: bool) -> str:
    return "met" if is_met else "**missed**"
