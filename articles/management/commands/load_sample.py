"""Fill an empty database with the sample newspaper."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction

from articles.sample import loading


class Command(BaseCommand):
    """Whole or not at all; does nothing, and says nothing, where a newspaper has been begun."""

    help = "Load the sample newspaper if the database is empty."

    def handle(self, *args: Any, **options: Any) -> None:
        if not loading.is_empty():
            return
        self.stdout.write("Loading the sample newspaper …")
        loading.take_in_pictures()
        with transaction.atomic():
            loading.load()
            # The comments' own part, by name: nothing in articles imports them.
            call_command("load_sample_comments")
