"""How many readers a second each way of serving answers, for three kinds of page."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.bench import servers
from tests.bench.load import Rate, measure
from tests.services.site import Site, open_site, template

KINDS = ("article", "front", "section")
# What a page is served by; measures of nothing but Django stand beside them.
WAYS = {
    "rendered": "gunicorn, made for each reader",
    "gunicorn": "gunicorn, from the page store",
    "nginx": "nginx in front of it",
    "static": "nginx, the same bytes as a file",
}
BARE = {
    "bare": "a view that answers `ok`, with what `startproject` gives",
    "bare_none": "the same without any middleware",
    "bare_ours": "the same with the paper's middleware",
}
CONNECTIONS = (1, 16)
WARM_SECONDS = 1


@dataclass(frozen=True)
class Rates:
    """`of[way, kind, connections]`; the kind of the bare ones is "". Milliseconds in `first`."""

    of: dict[tuple[str, str, int], Rate]
    first: dict[str, float]
    bytes: dict[str, int]


def measure_rates(folder: Path, *, only: Iterable[str] = (), seconds: int = 3) -> Rates:
    """Load the sample into a paper in `folder` and measure each way of serving it, or `only` some."""
    ways = [way for way in (*WAYS, *BARE) if way in set(only or (*WAYS, *BARE))]
    for name in ("template", "site"):
        (folder / name).mkdir(parents=True)
    with template(folder / "template") as made, open_site(folder / "site", made) as site:
        site.manage("load_sample")
        return _rates_of(site, ways, seconds)


def _rates_of(site: Site, ways: list[str], seconds: int) -> Rates:
    with servers.serve(site) as running:
        rates: dict[tuple[str, str, int], Rate] = {}
        # All ways of one page one after the other, so that a change of the machine's mood in the
        # course of the run moves what is compared alike.
        for connections in CONNECTIONS:
            for kind in KINDS:
                for way in (way for way in ways if way in WAYS):
                    url = running.url(way, kind)
                    if connections == CONNECTIONS[0]:
                        measure(url, connections=16, seconds=WARM_SECONDS)
                    rates[way, kind, connections] = measure(
                        url, connections=connections, seconds=seconds
                    )
            for way in (way for way in ways if way in BARE):
                rates[way, "", connections] = measure(
                    running.url(way, ""), connections=connections, seconds=seconds
                )
        lengths = {kind: len((running.bytes / kind).read_bytes()) for kind in KINDS}
        paths = running.paths
    first = {kind: servers.first_reader(site, paths[kind]) for kind in KINDS}
    return Rates(rates, first, lengths)
