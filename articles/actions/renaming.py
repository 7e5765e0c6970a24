"""Renaming and moving what has an address. Old addresses redirect, printed bylines stay."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from newsroom.pagestore.versions import raise_versions
from newsroom.text import vietnamese

from ..feeds import feed_path
from ..models import Author, Listing, PublishedArticle, Section, Tag
from ..surfaces import FRONT, SITE, author_key, section_key, tag_key
from .permission import require
from .recording import record
from .records import lock_record
from .redirecting import redirect
from .refusals import Refused
from .slugs import free_slug

if TYPE_CHECKING:
    from ..models import User


def rename_section(
    section: Section, *, name: str, slug: str, by: "User | None", base_version: int | None = None
) -> Section:
    """Give a section another name and address; its subsections' addresses follow.

    The name and address that it has already change nothing; so with tags and authors.

    Raises:
        Stale: somebody changed the section after `base_version`.
        Refused: not permitted, or the address is taken or not possible.
    """
    require("rename_section", by)
    with transaction.atomic():
        section = lock_record(section, base_version)
        before = {"name": section.name, "slug": section.slug}
        section.name, section.slug = vietnamese.clean_line(name), slug
        if not _differs(before, section):
            return section
        _change_addresses(section)
        record("rename_section", section, by=by, changes=_change(before, section))
    return section


def move_section(
    section: Section, *, parent: Section | None, by: "User | None", base_version: int | None = None
) -> Section:
    """Put a section under another parent, or make it a section of its own (`parent` None).

    Raises:
        Stale: somebody changed the section after `base_version`.
        Refused: not permitted, or the place is not possible.
    """
    require("move_section", by)
    with transaction.atomic():
        section = lock_record(section, base_version)
        old_parent = section.parent
        if old_parent == parent:
            raise Refused(_("The section stands there already."), "parent")
        section.parent = parent
        _change_addresses(section)
        _move_listings(section, old_parent, parent)
        record(
            "move_section",
            section,
            by=by,
            changes={"parent": [old_parent and old_parent.name, parent and parent.name]},
        )
        raise_versions({section_key(home.pk) for home in (old_parent, parent) if home})
    return section


def rename_tag(tag: Tag, *, name: str, by: "User | None", base_version: int | None = None) -> Tag:
    """Give a tag another spelling and address.

    Raises:
        Stale: somebody changed the tag after `base_version`.
        Refused: not permitted, the tag is merged into another, or another tag has that name
            (merge the two instead).
    """
    require("rename_tag", by)
    name = vietnamese.clean_line(name)
    if not name or len(name) > 100 or "," in name:
        raise Refused(_("A tag needs a name of at most 100 characters, without commas."), "name")
    with transaction.atomic():
        tag = _lock_unmerged(tag, base_version)
        before, old_path = {"name": tag.name, "slug": tag.slug}, tag.get_absolute_url()
        tag.name = name
        tag.refold()
        if Tag.objects.exclude(pk=tag.pk).filter(key=tag.key).exists():
            raise Refused(_("There is a tag of that name. Merge the two instead."), "name")
        tag.slug = free_slug(Tag, tag.slugify(name), tag.pk)
        if not _differs(before, tag):
            return tag
        tag.version += 1
        _save(tag)
        redirect(old_path, tag.get_absolute_url())
        record("rename_tag", tag, by=by, changes=_change(before, tag))
        raise_versions({SITE, tag_key(tag.pk)})
    return tag


def rename_author(
    author: Author, *, name: str, by: "User | None", base_version: int | None = None
) -> Author:
    """Give an author another name and address; bylines already printed keep the old name.

    Raises:
        Stale: somebody changed the author after `base_version`.
        Refused: not permitted, the author is merged into another, or no name is given.
    """
    require("rename_author", by)
    name = vietnamese.clean_line(name)
    if not name or len(name) > 120:
        raise Refused(_("An author needs a name of at most 120 characters."), "name")
    with transaction.atomic():
        author = _lock_unmerged(author, base_version)
        before, old_path = {"name": author.name, "slug": author.slug}, author.get_absolute_url()
        author.name = name
        author.refold()
        author.slug = free_slug(Author, vietnamese.slug(name, 110) or "tac-gia", author.pk)
        if not _differs(before, author):
            return author
        author.version += 1
        _save(author)
        redirect(old_path, author.get_absolute_url())
        record("rename_author", author, by=by, changes=_change(before, author))
        raise_versions({SITE, author_key(author.pk)})
    return author


def _lock_unmerged(row: Any, base_version: int | None) -> Any:
    """The tag or author under lock. The address of a merged one leads to the other, and stays."""
    row = lock_record(row, base_version)
    if row.merged_into_id:
        raise Refused(_("“%(name)s” has been merged already.") % {"name": row.name})
    return row


def _save(row: Tag | Author) -> None:
    """Save it, unless somebody takes the name or the address in the same moment."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise Refused(_("Another row has the same name or address already."), "name") from None


def _differs(before: dict[str, str], row: Section | Tag | Author) -> bool:
    return any(getattr(row, name) != old for name, old in before.items())


def _change(before: dict[str, str], row: Section | Tag | Author) -> dict[str, list[str]]:
    return {name: [old, getattr(row, name)] for name, old in before.items()}


def _change_addresses(section: Section) -> None:
    """Save a section whose name, address or parent was set, with redirects for all it moves."""
    stored = Section.objects.select_related("parent").get(pk=section.pk)
    children = list(stored.subsections.select_related("parent"))
    old_paths = {row.pk: _addresses(row) for row in [stored, *children]}
    section.version += 1
    try:
        section.full_clean(exclude=["version"])
        with transaction.atomic():
            section.save()
    except ValidationError as error:
        field, messages = next(iter(error.message_dict.items()))
        raise Refused(messages[0], None if field == "__all__" else field) from None
    except IntegrityError:
        raise Refused(_("Another section has this address."), "slug") from None
    for row in [section, *section.subsections.select_related("parent")]:
        for old_path, target in zip(old_paths[row.pk], _addresses(row), strict=True):
            redirect(old_path, target)
    raise_versions({SITE, FRONT, *(section_key(pk) for pk in old_paths)})


def _addresses(section: Section) -> tuple[str, str]:
    """What moves with a section: its page and its feed."""
    return section.get_absolute_url(), feed_path(section)


def _move_listings(section: Section, old: Section | None, new: Section | None) -> None:
    """Let the publications of `section` leave the old parent's list and enter the new one's."""
    ours = PublishedArticle.objects.filter(listings__section=section, listings__inherited=False)
    if old is not None:
        staying = PublishedArticle.objects.filter(
            listings__section__in=old.subsections.exclude(pk=section.pk),
            listings__inherited=False,
        )
        Listing.objects.filter(section=old, inherited=True, publication__in=ours).exclude(
            publication__in=staying
        ).delete()
    if new is not None:
        Listing.objects.bulk_create(
            (
                Listing(
                    section=new,
                    inherited=True,
                    publication=publication,
                    article_id=publication.article_id,
                    first_published_at=publication.first_published_at,
                    visible_from=publication.visible_from,
                    visible_until=publication.visible_until,
                )
                for publication in ours.iterator(chunk_size=2000)
            ),
            ignore_conflicts=True,
            batch_size=2000,
        )
