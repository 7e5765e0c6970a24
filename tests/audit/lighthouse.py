"""Lighthouse on a phone: front page, a section, an article; the median of five runs each."""

import json
import os
import subprocess
from statistics import median
from typing import Any

from tests.services import chromium
from tests.services.node import MODULES

from .paper import Paper
from .report import Report

PROGRAM = MODULES / "lighthouse" / "cli" / "index.js"
RUNS = 5
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
WHOLE = CATEGORIES[1:]  # of these 100 is asked
FAST = 95
METRICS = {
    "LCP": "largest-contentful-paint",
    "TBT": "total-blocking-time",
    "CLS": "cumulative-layout-shift",
}


# What it says when a busy machine made it miss the beginning of the page.
AGAIN = "Please run Lighthouse again"
TRIES = 3


def check(paper: Paper) -> Report:
    """Whole marks for all but speed, which is only printed where CI=true: the machine is shared."""
    report = Report(f"{len(_paths(paper))} pages, mobile, median of {RUNS}")
    for path in _paths(paper):
        runs = [_run(paper.site + path) for _ in range(RUNS)]
        marks = {name: round(median(_mark(run, name) for run in runs)) for name in CATEGORIES}
        measured = {
            name: median(_measure(run, audit) for run in runs) for name, audit in METRICS.items()
        }
        report.figures.append(
            f"{path}  "
            + ", ".join(f"{name} {mark}" for name, mark in marks.items())
            + f"; LCP {measured['LCP']:.0f} ms, TBT {measured['TBT']:.0f} ms, CLS {measured['CLS']:.3f}"
        )
        for name in WHOLE:
            if marks[name] < 100:
                report.faults.append(f"{path}: {name} {marks[name]}: {_why(runs[0], name)}")
        if marks["performance"] < FAST and os.environ.get("CI") != "true":
            report.faults.append(f"{path}: performance {marks['performance']} is below {FAST}")
    return report


def _paths(paper: Paper) -> list[str]:
    """The front page, the section and the article with most in them."""
    richest = {page.kind: page.path for page in reversed(paper.examples)}
    return ["/", richest["section"], richest["article"]]


def _run(address: str, tries: int = TRIES) -> dict[str, Any]:
    """One report of Lighthouse; where it lost its own trace of the browser, another one.

    Raises:
        RuntimeError: it made none; with its words.
    """
    done = subprocess.run(
        [
            "node",
            PROGRAM,
            address,
            "--output=json",
            "--quiet",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags=--headless=new {' '.join(chromium.ARGUMENTS)}",
        ],
        env=os.environ | {"CHROME_PATH": chromium.find() or ""},
        capture_output=True,
        text=True,
    )
    if done.returncode and tries > 1 and AGAIN in done.stderr:
        return _run(address, tries - 1)
    if done.returncode:
        raise RuntimeError(f"Lighthouse failed: {done.stderr.strip()[-2000:]}")
    return json.loads(done.stdout)


def _mark(run: dict[str, Any], category: str) -> float:
    """0 to 100; a category that could not be measured counts as 0."""
    return (run["categories"][category]["score"] or 0) * 100


def _measure(run: dict[str, Any], audit: str) -> float:
    return run["audits"][audit].get("numericValue", 0)


def _why(run: dict[str, Any], category: str) -> str:
    """The titles of what kept a category from being whole."""
    parts = (each["id"] for each in run["categories"][category]["auditRefs"] if each["weight"])
    audits = (run["audits"][name] for name in parts)
    return "; ".join(
        each["title"] for each in audits if (each["score"] or 0) < 1 and each["score"] is not None
    )
