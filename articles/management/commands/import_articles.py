"""Take articles in from text files."""

from collections import Counter
from pathlib import Path
from typing import IO, Any, cast

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import track
from rich.table import Table

from articles.actions.importing import Options, Outcome, Result, import_file
from articles.models import User


class Command(BaseCommand):
    """`docs/developers/text-layout.md` describes the files; each is one transaction."""

    help = "Import articles from text files and the pictures beside them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, help="files, or folders of *.txt files")
        parser.add_argument("--publish", action="store_true", help="publish what is imported")
        parser.add_argument("--dry-run", action="store_true", help="report only, keep nothing")
        parser.add_argument("--create-sections", action="store_true")
        parser.add_argument(
            "--overwrite", action="store_true", help="also articles that the desk has edited"
        )
        parser.add_argument("--as", dest="username", help="whose acts these are")
        parser.add_argument("--source", help="name of the source, the first part of references")

    def handle(self, *args: Any, **options: Any) -> None:
        settings = Options(
            by=_person(options["username"]),
            publish=options["publish"],
            dry_run=options["dry_run"],
            create_sections=options["create_sections"],
            overwrite=options["overwrite"],
        )
        files = [found for path in options["paths"] for found in _files(path, options["source"])]
        progress = Console(file=cast(IO[str], self.stderr))
        outcomes = [
            import_file(path, ref, settings)
            for path, ref in track(
                files, _("Importing"), console=progress, disable=not progress.is_terminal
            )
        ]
        _report(Console(file=cast(IO[str], self.stdout)), outcomes, dry_run=options["dry_run"])
        if any(outcome.result == Result.REFUSED for outcome in outcomes):
            raise SystemExit(1)


def _person(username: str | None) -> User | None:
    if username is None:
        return None
    person = User.objects.filter(username=username, is_active=True).first()
    if person is None:
        raise CommandError(_("There is no active person “%(name)s”.") % {"name": username})
    return person


def _files(path: Path, source: str | None) -> list[tuple[Path, str]]:
    """Text files at `path` with their references: the source's name and the path below it."""
    path = path.resolve()
    if path.is_dir():
        root = path
        found = sorted(file for file in path.rglob("*.txt") if file.is_file())
    elif path.is_file():
        root = path.parent
        found = [path]
    else:
        raise CommandError(_("There is no file or folder %(path)s.") % {"path": path})
    name = source or root.name
    return [(file, f"{name}/{file.relative_to(root).as_posix()}") for file in found]


def _report(console: Console, outcomes: list[Outcome], *, dry_run: bool) -> None:
    """A line for each refusal and note, then the counts."""
    for outcome in outcomes:
        if outcome.result == Result.REFUSED:
            where = f"{outcome.path}:{outcome.line}" if outcome.line else str(outcome.path)
            console.print(f"{where}: {outcome.reason}", style="red", markup=False, soft_wrap=True)
        for note in outcome.notes:
            console.print(f"{outcome.path}: {note}", style="yellow", markup=False, soft_wrap=True)
    counts = Counter(outcome.result for outcome in outcomes)
    table = Table(title=_("Dry run: nothing was kept") if dry_run else None)
    for heading in (_("New"), _("Updated"), _("Unchanged"), _("Refused")):
        table.add_column(heading, justify="right")
    table.add_row(*(str(counts[result]) for result in Result))
    console.print(table)
