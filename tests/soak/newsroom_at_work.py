"""A process to be killed: imports, saves and publishes until it is, and says what it has done.

    python -m tests.soak.newsroom_at_work FOLDER FLAG SEED

Each act that has returned is a line on standard output, flushed: from then on it must be there for
good. FLAG is a file of one byte, 1 while a transaction is open, so that whoever kills can count.
"""

import random
import sys
from dataclasses import replace
from pathlib import Path

import django

django.setup()

from articles.actions.importing import Options, import_file  # noqa: E402
from articles.actions.publishing import publish  # noqa: E402
from articles.actions.saving import save  # noqa: E402
from articles.models import Article  # noqa: E402
from tests.soak.watching import watch_transactions  # noqa: E402


def main(folder: Path, flag: Path, seed: int) -> None:
    """Work at random for ever; every third act imports a file that is not in yet."""
    watch_transactions(flag)
    chance = random.Random(seed)
    files = sorted(folder.glob("*.txt"))
    print("ready", flush=True)
    while True:
        articles = list(Article.objects.filter(import_ref__isnull=False))
        missing = [
            path for path in files if f"kho/{path.name}" not in {a.import_ref for a in articles}
        ]
        if missing and (not articles or chance.random() < 0.34):
            path = chance.choice(missing)
            outcome = import_file(
                path, f"kho/{path.name}", Options(publish=True, create_sections=True)
            )
            print(f"imported {outcome.article_id} {path.name}", flush=True)
            continue
        article = chance.choice(articles)
        if chance.random() < 0.6:
            draft = article.draft
            title = f"Tựa {chance.randrange(10**9)}"
            saved = save(
                article, replace(draft, title=title), by=None, base_version=article.version
            )
            print(f"saved {saved.pk} {saved.revision_number} {title}", flush=True)
        else:
            row = publish(article, by=None)
            print(f"published {article.pk} {row.revision_number}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
