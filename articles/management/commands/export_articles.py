"""Write articles out as text files."""

from pathlib import Path
from typing import Any

from django.core.files.storage import storages
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from articles import body
from articles.body import Figure
from articles.exporters.layout import compose_layout
from articles.exporting import exported
from articles.models import Article, Image


class Command(BaseCommand):
    """The files are those that `import_articles` takes in."""

    help = "Export working copies in the importer's layout, with their original pictures."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("ids", nargs="*", type=int, help="article ids; all where none is given")
        parser.add_argument("--to", type=Path, required=True, help="the folder to write to")
        parser.add_argument("--without-pictures", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        articles = Article.objects.order_by("pk")
        if options["ids"]:
            articles = articles.filter(pk__in=options["ids"])
            if lost := set(options["ids"]) - set(articles.values_list("pk", flat=True)):
                raise CommandError(
                    _("There is no article %(ids)s.") % {"ids": ", ".join(map(str, sorted(lost)))}
                )
        written = 0
        for article in articles.iterator(chunk_size=200):
            _write(article, options["to"], pictures=not options["without_pictures"])
            written += 1
        self.stdout.write(_("%(count)d articles written.") % {"count": written})


def _write(article: Article, root: Path, *, pictures: bool) -> None:
    """One article in a folder of its own, so that pictures of the same name do not meet."""
    folder = root / str(article.pk)
    folder.mkdir(parents=True, exist_ok=True)
    text = compose_layout(exported(article))
    (folder / f"{article.slug or article.pk}.txt").write_text(text, encoding="utf-8", newline="")
    if pictures:
        for block in body.parse(article.body):
            if isinstance(block, Figure) and block.image is not None:
                _copy_original(block.image, block.name, folder)


def _copy_original(image_id: int, name: str, folder: Path) -> None:
    image = Image.objects.select_related("current").filter(pk=image_id).first()
    if image is not None and image.current is not None:
        with storages["originals"].open(image.current.original) as file:
            (folder / Path(name or image.original_filename).name).write_bytes(file.read())
