"""`python -m tests.audit [CHECK…]`: all checks, or those that are named.

Ends with 0 if nothing is wrong, with 1 if something is. Where a tool is missing it says so in one
line and ends with 0, under CI=true with 1.
"""

import os
import sys
from collections.abc import Callable

from tests.services import node
from tests.services.sample import served_sample, use_its_settings

from .report import Report, print_report


def main(names: list[str]) -> int:
    """Run the checks of these names on a freshly loaded sample; the exit status."""
    if problem := node.make_ready():
        print(f"{problem}\nSKIPPED: the audit.", flush=True)
        return int(os.environ.get("CI") == "true")
    with served_sample() as sample:
        use_its_settings(sample)
        faults = _run(sample, names)
    print(f"\nThe audit found {faults} faults." if faults else "\nThe audit found nothing wrong.")
    return int(bool(faults))


def _run(sample, names: list[str]) -> int:
    """How many faults the checks found."""
    # Only now: these need Django's settings.
    from . import axe, desk, lighthouse, machines, nu, weight
    from .paper import Paper

    checks: dict[str, Callable[[Paper], Report]] = {
        "links": machines.check_links,
        "feeds": machines.check_feeds,
        "sitemaps": machines.check_sitemaps,
        "json-ld": machines.check_article_data,
        "weight": weight.check,
        "html": nu.check,
        "axe": axe.check,
        "lighthouse": lighthouse.check,
        # Last: it changes what readers see.
        "desk": desk.check,
    }
    if unknown := set(names) - set(checks):
        sys.exit(f"No such check: {', '.join(sorted(unknown))}. There are {', '.join(checks)}.")
    paper = Paper(sample)
    faults = 0
    for name in names or checks:
        report = checks[name](paper)
        print_report(name, report)
        faults += len(report.faults)
        sys.stdout.flush()
    return faults


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
