"""The Nu HTML checker over every page, in one run of Java."""

import json
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.services.node import MODULES

from .paper import Paper
from .report import Report

JAR = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"


def check(paper: Paper) -> Report:
    """Errors and warnings alike are faults; the same one on many pages is told once."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for number, page in enumerate(paper.pages):
            (folder / f"{number}.html").write_bytes(page.html)
        done = subprocess.run(
            ["java", "-Xss4m", "-jar", JAR, "--format", "json", "--stdout", folder],
            capture_output=True,
            text=True,
        )
    told: dict[str, list[str]] = {}
    for message in json.loads(done.stdout)["messages"]:
        if message["type"] == "error" or message.get("subType") == "warning":
            words = f"{message['message']}  {' '.join(message.get('extract', '').split())}"
            page = paper.pages[int(Path(message["url"]).stem)]
            told.setdefault(words, []).append(page.path)
    faults = [f"{words}  ({len(on)} pages, {on[0]})" for words, on in told.items()]
    kinds = len({page.kind for page in paper.pages})
    return Report(f"{len(paper.pages)} pages of {kinds} kinds", faults)
