"""A process killed at any moment leaves every article whole and the last acknowledged save there."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests import factories
from tests.services.site import CHECKOUT, Site
from tests.trap_article import TRAP_PICTURES, TRAP_TEXT

KILLS = 60
KILLS_IN_TRANSACTIONS = 20
MOST_KILLS = 200
FILES = 24


def write_files(folder: Path) -> None:
    """Articles that differ in title, each with the same two pictures beside it."""
    folder.mkdir()
    title = TRAP_TEXT.split("\n\n")[1]
    for number in range(FILES):
        text = TRAP_TEXT.replace(title, f"{title} {number}")
        (folder / f"bai-{number:02}.txt").write_text(text, encoding="utf-8", newline="")
    for name, colour in zip(TRAP_PICTURES, ("teal", "maroon"), strict=True):
        (folder / name).write_bytes(factories.picture_bytes(colour=colour))


def work_until_killed(site: Site, folder: Path, flag: Path, seed: int) -> tuple[list[str], bool]:
    """What the process acknowledged before it was killed, and whether that was in a transaction."""
    flag.write_bytes(b"\0")
    running = subprocess.Popen(
        [sys.executable, "-m", "tests.soak.newsroom_at_work", str(folder), str(flag), str(seed)],
        cwd=CHECKOUT,
        env=site.environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert running.stdout.readline() == "ready\n"
    time.sleep(random.Random(seed).uniform(0.0, 0.35))
    running.send_signal(signal.SIGKILL)
    running.wait()
    lines = [line for line in running.stdout.read().split("\n") if line]
    return lines, flag.read_bytes() != b"\0"


def run(site: Site, module: str) -> str:
    """What a module prints when it is run as a process of this paper."""
    done = subprocess.run(
        [sys.executable, "-m", module],
        cwd=CHECKOUT,
        env=site.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_sixty_kills_leave_every_article_whole(own_site, tmp_path):
    folder, flag = tmp_path / "kho", tmp_path / "flag"
    write_files(folder)
    kills = in_transaction = 0
    acknowledged: list[str] = []
    while kills < KILLS or in_transaction < KILLS_IN_TRANSACTIONS:
        assert kills < MOST_KILLS, f"only {in_transaction} of {kills} kills hit a transaction"
        lines, inside = work_until_killed(own_site, folder, flag, seed=kills)
        kills += 1
        in_transaction += inside
        acknowledged += lines
    print(f"{kills} kills, {in_transaction} of them inside a transaction, {len(acknowledged)} acts")
    assert run(own_site, "tests.soak.wholeness") == ""
    last_saved = {}
    for line in acknowledged:
        act, pk, *rest = line.split(" ", 3)
        if act == "saved":
            last_saved[pk] = (rest[0], rest[1])
    kept = own_site.manage(
        "shell",
        "-v0",
        "-c",
        "from articles.models import Revision\n"
        "for r in Revision.objects.all(): print(r.article_id, r.number, r.content['title'])",
    ).split("\n")
    for pk, (number, title) in last_saved.items():
        assert f"{pk} {number} {title}" in kept
    own_site.manage("import_articles", str(folder), "--source", "kho", "--publish")
    assert run(own_site, "tests.soak.wholeness") == ""
    assert own_site.manage(
        "shell", "-v0", "-c", "from articles.models import *; print(Article.objects.count())"
    ).strip() == str(FILES)
