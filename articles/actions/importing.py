"""Taking one article file in: text, pictures, and publication in one transaction."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.text import vietnamese

from .. import body
from ..body import Figure
from ..draft import Draft
from ..images import store
from ..images.decode import PictureRefused
from ..importers.layout import ImportedArticle, LayoutError, decode_text, parse_layout
from ..models import Article, Image
from .import_targets import find_authors, find_section
from .permission import require
from .publishing import publish
from .records import add_image, replace_image_file
from .refusals import Refused
from .saving import ImportStamp, create, save

if TYPE_CHECKING:
    from ..images.store import StoredPicture
    from ..models import User


class Result(StrEnum):
    """What became of one file."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Options:
    """How to import.

    Pictures are looked for in `folder`, by default beside the text; `shift` moves every date, for
    the sample that must look fresh.
    """

    by: "User | None" = None
    publish: bool = False
    dry_run: bool = False
    create_sections: bool = False
    overwrite: bool = False
    shift: timedelta = timedelta(0)
    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The report on one file: what became of it, why not, and what else to know."""

    path: Path
    result: Result
    reason: str = ""
    line: int | None = None
    notes: tuple[str, ...] = ()
    article_id: int | None = None


def import_file(path: Path, ref: str, options: Options) -> Outcome:
    """Import the text file `path`, known as `ref`; pictures are looked for beside it.

    Never raises for a bad file: the outcome says what is wrong with it, and nothing of it is kept.
    """
    try:
        imported = _shifted(parse_layout(decode_text(path.read_bytes())), options.shift)
        pictures = _take_in_pictures(options.folder or path.parent, imported, options)
        notes = _notes(imported, pictures)
        with transaction.atomic():
            result, article = _import(imported, pictures, ref, options)
            if options.dry_run:
                transaction.set_rollback(True)
        article_id = None if options.dry_run else article.pk
        return Outcome(path, result, notes=notes, article_id=article_id)
    except LayoutError as error:
        return Outcome(path, Result.REFUSED, error.reason, error.line)
    except (Refused, PictureRefused) as error:
        return Outcome(path, Result.REFUSED, str(error))
    except OSError as error:
        reason = _("The file cannot be read: %(error)s") % {"error": error.strerror or error}
        return Outcome(path, Result.REFUSED, reason)


def _shifted(imported: ImportedArticle, shift: timedelta) -> ImportedArticle:
    if not shift or imported.dateline is None:
        return imported
    dateline = timezone.localtime(imported.dateline + shift)
    if not imported.dateline_has_time:
        dateline = dateline.replace(hour=0, minute=0)
    return replace(imported, dateline=dateline)


def _figures(imported: ImportedArticle) -> list[Figure]:
    return [block for block in imported.blocks if isinstance(block, Figure)]


def _take_in_pictures(
    folder: Path, imported: ImportedArticle, options: Options
) -> "dict[str, StoredPicture | None]":
    """The pictures the text names, taken in before the transaction; None for a missing file."""
    taken: dict[str, StoredPicture | None] = {}
    for figure in _figures(imported):
        path = folder / figure.name
        if figure.name in taken or not path.is_file():
            taken.setdefault(figure.name, None)
            continue
        with path.open("rb") as file:
            try:
                keep = store.describe if options.dry_run else store.take_in
                picture = keep(file, figure.name)
            except PictureRefused as error:
                raise Refused(f"{figure.name}: {error.reason}") from None
        if options.publish and not options.dry_run:
            facts = picture.facts
            store.make_public(store.rendition_paths(picture.hash, facts.width, facts.height))
        taken[figure.name] = picture
    return taken


def _notes(
    imported: ImportedArticle, pictures: "dict[str, StoredPicture | None]"
) -> tuple[str, ...]:
    missing = [
        _("Picture not found: %(name)s. Its caption is kept; readers get neither for now.")
        % {"name": name}
        for name, picture in pictures.items()
        if picture is None
    ]
    aside = [
        _("Line %(line)d belongs to no article and was set aside: %(text)s")
        % {"line": line, "text": text}
        for line, text in imported.set_aside
    ]
    return (*missing, *aside)


def _digest(imported: ImportedArticle, pictures: "dict[str, StoredPicture | None]") -> str:
    """Changes when the text does or a picture arrives or is replaced."""
    files = sorted(
        (name, picture.facts.sha256 if picture else "") for name, picture in pictures.items()
    )
    content = repr((replace(imported, set_aside=()), files))
    return hashlib.sha256(content.encode()).hexdigest()


def _import(
    imported: ImportedArticle,
    pictures: "dict[str, StoredPicture | None]",
    ref: str,
    options: Options,
) -> tuple[Result, Article]:
    require("import_articles", options.by)
    stamp = ImportStamp(ref, _digest(imported, pictures))
    article = Article.objects.select_for_update(of=("self",)).filter(import_ref=ref).first()
    if article is None:
        _refuse_twin(imported)
        article = create(_draft(imported, pictures, ref, options), by=options.by, stamp=stamp)
        result = Result.CREATED
    elif article.import_digest == stamp.digest:
        result = Result.UNCHANGED
    else:
        if article.version != article.import_version and not options.overwrite:
            raise Refused(
                _(
                    "The desk has edited article %(id)s since it was imported. Use --overwrite to "
                    "take the file's text; the desk's text stays as a revision."
                )
                % {"id": article.pk}
            )
        draft = _draft(imported, pictures, ref, options)
        article = save(article, draft, by=options.by, base_version=article.version, stamp=stamp)
        result = Result.UPDATED
    untouched = article.version == article.import_version
    wanted = options.publish and not options.dry_run and untouched
    if wanted and (result != Result.UNCHANGED or not article.publications.exists()):
        _publish(article, imported.dateline, options)
        result = Result.UPDATED if result == Result.UNCHANGED else result
    return result, article


def _publish(article: Article, dateline: datetime | None, options: Options) -> None:
    """Publish at the printed minute if that is still to come, otherwise now."""
    future = dateline if dateline and dateline > timezone.now() else None
    publish(article, by=options.by, at=future, approved_elsewhere=True)


def _refuse_twin(imported: ImportedArticle) -> None:
    """Refuse an article that is there already under another reference."""
    if imported.dateline is None:
        return
    twin = Article.objects.filter(title=imported.title, dateline=imported.dateline).first()
    if twin is not None:
        raise Refused(
            _("Article %(id)s (%(ref)s) has the same title and time.")
            % {"id": twin.pk, "ref": twin.import_ref or _("written on the desk")}
        )


def _draft(
    imported: ImportedArticle,
    pictures: "dict[str, StoredPicture | None]",
    ref: str,
    options: Options,
) -> Draft:
    """The working copy that the file describes; makes the authors and pictures it needs.

    What the layout cannot say (kind, kicker, tags, further sections) is the desk's own: an update
    keeps it.
    """
    images = {name: _image(name, picture, ref, options) for name, picture in pictures.items()}
    blocks = tuple(
        replace(block, image=images[block.name].pk) if isinstance(block, Figure) else block
        for block in imported.blocks
    )
    present = Article.objects.filter(import_ref=ref).first()
    kept = present.draft if present else Draft("", 0)
    return replace(
        kept,
        title=imported.title,
        section=find_section(imported.section, create=options.create_sections, by=options.by).pk,
        sapo=imported.sapo,
        body=body.serialise(blocks),
        bylines=find_authors(imported.bylines, by=options.by),
        dateline=imported.dateline,
        dateline_has_time=imported.dateline_has_time,
        copyright_notice=imported.copyright_notice,
    )


def _image(name: str, picture: "StoredPicture | None", ref: str, options: Options) -> Image:
    """The archive's picture of this name in this article, with the file where there is one."""
    image_ref = f"{ref}#{vietnamese.clean_line(name)}"
    image = Image.objects.filter(import_ref=image_ref).select_related("current").first()
    if image is None:
        return add_image(picture, name, by=options.by, import_ref=image_ref)
    if picture is not None:
        return replace_image_file(image, picture, by=options.by)
    return image
