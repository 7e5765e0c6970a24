"""Saving the desk's plain records: sections, authors, pictures' texts, the masthead, people."""

from functools import partial
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from newsroom.pagestore.versions import raise_versions
from newsroom.text import vietnamese

from ..models import Author, Image, ImageVersion, Masthead, PaperPage, Section, Tag, User
from ..shown import show_portrait
from ..surfaces import FRONT, SITE, author_key, section_key, tag_key
from .cleaning import clean_own_text
from .permission import require
from .recording import record
from .refusals import NotPermitted, Refused, Stale
from .slugs import free_slug

if TYPE_CHECKING:
    from ..images.store import StoredPicture


def lock_record(row: Any, base_version: int | None, *, typed: bool = False) -> Any:
    """The row, locked until the transaction ends; `typed` as for an article's `lock`.

    Raises:
        Stale: it is no longer at `base_version`.
    """
    found = type(row)._base_manager.select_for_update(of=("self",)).get(pk=row.pk)
    if base_version is not None and found.version != base_version:
        raise Stale(
            _(
                "Somebody saved this after you opened it. What you typed is still here: compare "
                "it with the present version, then save again."
            )
            if typed
            else _("Somebody saved this after you opened the page: look at it before you go on."),
            found.version,
        )
    return found


def save_record(
    row: Any, changes: dict[str, Any], *, by: User | None, base_version: int | None = None
) -> Any:
    """Save `changes` (field → value; for a new row all of it) as the act `save_<model>`.

    Text is stored as NFC without invisible characters. Many-to-many values are lists of rows.
    Changing nothing writes nothing. Returns the row as it now is.

    Raises:
        Stale: somebody saved the row after `base_version`.
        Refused: not permitted, or a value is not possible; `field` names it.
    """
    act = f"save_{row._meta.model_name}"
    require(act, by)
    if isinstance(row, PaperPage) and "body" in changes:
        changes = changes | {"body": clean_own_text(changes["body"])}
    with transaction.atomic():
        row = lock_record(row, base_version, typed=True) if not row._state.adding else row
        if isinstance(row, User) and row.is_superuser and by and not by.is_superuser:
            raise NotPermitted(_("Only a superuser may change a superuser's account."))
        difference = _apply(row, changes)
        if not difference and not row._state.adding:
            return row
        if isinstance(row, Author) and not row.slug:
            row.slug = free_slug(Author, vietnamese.slug(row.name, 110) or "tac-gia")
        if isinstance(row, Masthead) and "privacy_notice" in difference:
            # Readers agreed to other words; those who write from now on agree to these.
            row.privacy_version += 1
        if hasattr(row, "refold"):
            row.refold()
        row.version += 1
        _check_and_save(row)
        for name, value in changes.items():
            if isinstance(row._meta.get_field(name), models.ManyToManyField):
                getattr(row, name).set(value)
        record(act, row, by=by, changes=difference)
        raise_versions(_surfaces(row))
        if isinstance(row, Author):
            transaction.on_commit(partial(show_portrait, row), robust=True)
    return row


def _apply(row: models.Model, changes: dict[str, Any]) -> dict[str, list[Any]]:
    """Set the values and say what differs: field → [old, new], as text."""
    difference: dict[str, list[Any]] = {}
    for name, value in changes.items():
        field = row._meta.get_field(name)
        if isinstance(field, models.ManyToManyField):
            old = sorted(str(each) for each in getattr(row, name).all()) if row.pk else []
            new = sorted(str(each) for each in value)
        else:
            if isinstance(value, str) and name != "password":
                value = vietnamese.clean(value)
                if not isinstance(field, models.TextField):
                    value = vietnamese.clean_line(value)
            old, new = getattr(row, name), value
            setattr(row, name, value)
            if name == "password":
                old, new = "…", "…" if old == new else "……"
        if old != new:
            difference[name] = [
                None if old is None else str(old),
                None if new is None else str(new),
            ]
    return difference


def _check_and_save(row: models.Model) -> None:
    try:
        row.full_clean(exclude=["version"])
        with transaction.atomic():
            row.save()
    except ValidationError as error:
        field, messages = next(iter(error.message_dict.items()))
        raise Refused(messages[0], None if field == "__all__" else field) from None
    except IntegrityError:
        raise Refused(_("Another row has the same name or address already.")) from None


def _surfaces(row: models.Model) -> set[str]:
    match row:
        case Masthead() | PaperPage():
            return {SITE}
        case Section():
            return {SITE, FRONT, section_key(row.pk)}
        case Author():
            return {author_key(row.pk)}
        case Tag():
            return {tag_key(row.pk)}
        case _:
            return set()


def add_image(
    stored: "StoredPicture | None",
    filename: str,
    *,
    by: User | None,
    alt: str = "",
    caption: str = "",
    credit: str = "",
    import_ref: str | None = None,
) -> Image:
    """Enter a picture into the archive; `stored` None means its file is still missing.

    Raises:
        NotPermitted: the person may not upload pictures.
    """
    require("save_image", by)
    with transaction.atomic():
        image = Image(
            original_filename=vietnamese.clean_line(filename)[:255],
            alt=vietnamese.clean_line(alt)[:300],
            caption=vietnamese.clean_line(caption)[:1000],
            credit=vietnamese.clean_line(credit)[:200],
            import_ref=import_ref,
            created_by=by,
        )
        image.refold()
        image.save()
        if stored is not None:
            _new_version(image, stored, by)
        record("save_image", image, by=by, filename=image.original_filename, file=bool(stored))
    return image


def replace_image_file(
    image: Image, stored: "StoredPicture", *, by: User | None, base_version: int | None = None
) -> Image:
    """Give a picture its (next) file. Readers get it when the article is published again, a
    portrait at once.

    The same file with the same focal point changes nothing.

    Raises:
        Stale: somebody changed the picture after `base_version`.
        NotPermitted: the person may not upload pictures.
    """
    require("save_image", by)
    with transaction.atomic():
        image = lock_record(image, base_version)
        if image.taken_down_at is not None:
            raise Refused(_("The picture is taken down: put it back first, or send a new one."))
        if image.current and image.current.hash == stored.hash:
            return image
        version = _new_version(image, stored, by)
        record("save_image", image, by=by, file=stored.filename, number=version.number)
        authors = list(Author.objects.filter(portrait=image).select_related("portrait__current"))
        raise_versions(author_key(author.pk) for author in authors)
        for author in authors:
            transaction.on_commit(partial(show_portrait, author), robust=True)
    return image


def _new_version(image: Image, stored: "StoredPicture", by: User | None) -> ImageVersion:
    facts = stored.facts
    version = ImageVersion.objects.create(
        image=image,
        number=image.versions.count() + 1,
        original=stored.original,
        format=facts.format,
        sha256=facts.sha256,
        hash=stored.hash,
        size=facts.size,
        width=facts.width,
        height=facts.height,
        focal_x=stored.focal[0],
        focal_y=stored.focal[1],
        created_by=by,
    )
    image.current = version
    image.version += 1
    image.save(update_fields=["current", "version"])
    return version
