"""Renew the HTML of publications that an older renderer made."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from articles import render
from articles.models import PublishedBody
from articles.rerendering import rerender


class Command(BaseCommand):
    """Run it after a release that raises `HTML_VERSION`; each publication is one transaction."""

    help = "Make the HTML of publications anew from their approved source."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="also those of the present version")

    def handle(self, *args: Any, **options: Any) -> None:
        bodies = PublishedBody.objects.select_related("publication").order_by("pk")
        if not options["all"]:
            bodies = bodies.filter(html_version__lt=render.HTML_VERSION)
        renewed = sum(rerender(published) for published in bodies.iterator(chunk_size=200))
        self.stdout.write(f"{renewed} publications made anew.")
