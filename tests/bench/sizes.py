"""What a page costs in a large paper, compared with the same page of a small one."""

import json
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from statistics import median

from tests.bench.servers import gunicorn
from tests.services.site import CHECKOUT, Site, open_site, template

SMALL = (60, 600)
ALLOWED = 1.3
# Requests of each page to each paper, in turns, so that both meet the same moments of the machine.
ROUNDS, EACH = 5, 10


@dataclass(frozen=True)
class Compared:
    """Milliseconds at the median of a page in both papers, and its bytes there."""

    page: str
    small: float
    large: float
    small_bytes: int
    large_bytes: int

    @property
    def ratio(self) -> float:
        """How many times as long the large paper takes."""
        return self.large / self.small


@dataclass(frozen=True)
class Sizes:
    """All pages, what the slow queries of those above the limit are, and the desk of the large one."""

    compared: list[Compared]
    queries: dict[str, str]
    generated: str
    desk: dict[str, float]


def measure_sizes(folder: Path, articles: int, comments: int) -> Sizes:
    """Make both papers on the PostgreSQL of the environment; ask each of their pages."""
    with ExitStack() as stack:
        for name in ("template", "small", "large"):
            (folder / name).mkdir(parents=True)
        made = stack.enter_context(template(folder / "template"))
        papers = []
        for name, size in (("small", SMALL), ("large", (articles, comments))):
            site = stack.enter_context(open_site(folder / name, made))
            papers.append((site, _run(site, "generate", *map(str, size))))
        (small, _told), (large, generated) = papers
        pages = [json.loads(_run(site, "pages")) for site in (small, large)]
        addresses = [
            stack.enter_context(gunicorn(site, PAGES_CACHE_URL="off", WEB_CONCURRENCY="1"))
            for site in (small, large)
        ]
        compared = []
        for name in pages[0]:
            both = [*zip(addresses, (pages[0][name], pages[1][name]), strict=True)]
            first = _compare(name, *both)
            # What looks slow is asked once more: a moment's noise of the machine is no ratio.
            compared.append(_compare(name, *both) if first.ratio > ALLOWED else first)
        slow = [each.page for each in compared if each.ratio > ALLOWED]
        queries = {page: _run(large, "explain", pages[1][page]) for page in slow}
        desk = json.loads(_run(large, "desk"))
    return Sizes(compared, queries, generated.strip(), desk)


def _run(site: Site, module: str, *arguments: str) -> str:
    """What a module beside this one prints, run in the paper's environment."""
    command = [sys.executable, "-m", f"tests.bench.{module}", *arguments]
    done = subprocess.run(
        command, cwd=CHECKOUT, env=site.environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout


def _compare(name: str, small: tuple[str, str], large: tuple[str, str]) -> Compared:
    times: tuple[list[float], list[float]] = ([], [])
    sizes = [0, 0]
    for number in range(1 + ROUNDS):
        for which, (address, path) in enumerate((small, large)):
            took, sizes[which] = _ask(address, path)
            if number:  # the first round also loads templates and prepares statements
                times[which].extend(took)
    return Compared(name, median(times[0]), median(times[1]), *sizes)


def _ask(address: str, path: str) -> tuple[list[float], int]:
    """Milliseconds of a few requests one after the other, over one connection; bytes of the last."""
    connection = HTTPConnection(address.removeprefix("http://"), timeout=60)
    took = []
    for _ in range(EACH):
        started = time.perf_counter()
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read()
        took.append((time.perf_counter() - started) * 1000)
        if answer.status not in {200, 301, 404}:
            raise RuntimeError(f"{path} answers {answer.status}")
    connection.close()
    return took, len(body)
