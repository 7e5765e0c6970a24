"""What the clock owes the newsroom; run it every minute."""

from typing import Any

from django.core.management.base import BaseCommand

from articles import housekeeping


class Command(BaseCommand):
    """Idempotent. What readers see never depends on it."""

    help = "Settle states whose minute has come and sweep files that nothing needs."

    def handle(self, *args: Any, **options: Any) -> None:
        settled = housekeeping.settle_states()
        housekeeping.show_portraits()
        public = housekeeping.sweep_public_renditions()
        private = housekeeping.sweep_private_files()
        self.stdout.write(f"states {settled}, public files {public}, private files {private}")
