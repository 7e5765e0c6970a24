"""Renew the HTML of publications that an older renderer made, and pictures' missing files."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from articles import render
from articles.models import ImageVersion, PublishedBody
from articles.rerendering import complete_renditions, rerender


class Command(BaseCommand):
    """Run it after a release that raises `HTML_VERSION`, or that plans more files for a picture.

    Each publication is one transaction.
    """

    help = "Make the HTML of publications anew from their approved source, and missing renditions."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="also those of the present version")

    def handle(self, *args: Any, **options: Any) -> None:
        bodies = PublishedBody.objects.select_related("publication").order_by("pk")
        if not options["all"]:
            bodies = bodies.filter(html_version__lt=render.HTML_VERSION)
        renewed = sum(rerender(published) for published in bodies.iterator(chunk_size=200))
        completed = 0
        for version in ImageVersion.objects.iterator(chunk_size=200):
            try:
                completed += complete_renditions(version)
            except FileNotFoundError:
                self.stderr.write(f"{version.original}: the original is missing.")
        self.stdout.write(f"{renewed} publications made anew, {completed} pictures completed.")
