"""What the clock owes the newsroom; run it every minute."""

from typing import Any

from django.core.management.base import BaseCommand

from articles import housekeeping, notice_letters


class Command(BaseCommand):
    """Idempotent. What readers see never depends on it."""

    help = "Settle states, sweep files and drafts that nobody needs, send the desk's letters."

    def handle(self, *args: Any, **options: Any) -> None:
        settled = housekeeping.settle_states()
        housekeeping.settle_differences()
        housekeeping.show_portraits()
        public = housekeeping.sweep_public_renditions()
        private = housekeeping.sweep_private_files()
        drafts = housekeeping.clear_autosaves()
        letters = notice_letters.send_due()
        self.stdout.write(
            f"states {settled}, public files {public}, private files {private}, "
            f"autosaved drafts {drafts}, letters {letters}"
        )
