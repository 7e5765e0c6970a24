"""What a check hands back, and how a run of several is told."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Report:
    """What was looked at, in a few words, and what is wrong; `figures` are printed whatever they say."""

    looked_at: str
    faults: list[str] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)


def print_report(name: str, report: Report) -> None:
    """One block: a line that tells how it went, then figures and faults."""
    verdict = "nothing wrong" if not report.faults else f"{len(report.faults)} faults"
    print(f"\n{name}: {report.looked_at}: {verdict}")
    for line in report.figures:
        print(f"  {line}")
    for fault in report.faults:
        print(f"  ✗ {fault}")
