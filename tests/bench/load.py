"""One measure: wrk asks one address again and again, and tells how often and how fast it got it."""

import json
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.services import debian

MISSING = "wrk is not installed: put `wrk` on the PATH, or run as root on Debian."
# What browsers say that they take: pages are asked for in the form that readers get.
BROWSER = {"Accept-Encoding": "gzip, deflate, br"}
# Latencies are microseconds in wrk; an answer of 400 and above counts as an error of status.
SCRIPT = """
done = function(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    '\\nTOLD {"requests": %d, "seconds": %f, "p50": %f, "p99": %f, "errors": %d}\\n',
    summary.requests, summary.duration / 1e6,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
"""


@dataclass(frozen=True)
class Rate:
    """What was got: answers a second, and milliseconds of the median and of the slowest hundredth."""

    per_second: float
    p50: float
    p99: float


def install() -> bool:
    """Whether wrk is there, now at the latest; says so in one line where it is not."""
    if shutil.which("wrk") or (debian.may_install() and debian.install("wrk")):
        return True
    print(MISSING, flush=True)
    return False


def measure(url: str, *, connections: int, seconds: int) -> Rate:
    """Ask `url` over this many connections that are kept alive.

    Raises:
        RuntimeError: an answer was an error; a figure with errors in it is none.
    """
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT)
        script.flush()
        command = ["wrk", f"-c{connections}", "-t1", f"-d{seconds}s", "--timeout", "20s"]
        command += [part for name, value in BROWSER.items() for part in ("-H", f"{name}: {value}")]
        command += ["-s", script.name, url]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    (told,) = [line for line in done.stdout.splitlines() if line.startswith("TOLD ")]
    figures = json.loads(told.removeprefix("TOLD "))
    if figures["errors"] or not figures["requests"]:
        raise RuntimeError(f"{url}: {figures}")
    per_second = figures["requests"] / figures["seconds"]
    return Rate(per_second, figures["p50"], figures["p99"])


def machine() -> dict[str, str]:
    """What the figures were made on: processor, cores, memory, system."""
    processor = memory = ""
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            processor = line.partition(":")[2].strip()
    for line in Path("/proc/meminfo").read_text().splitlines():
        if line.startswith("MemTotal"):
            memory = f"{int(line.split()[1]) / 1024**2:.0f} GB"
    system = Path("/etc/os-release").read_text().partition('PRETTY_NAME="')[2].partition('"')[0]
    return {"processor": processor, "memory": memory, "system": system}
