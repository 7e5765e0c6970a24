"""Finding the section and the authors that an imported file names."""

import difflib
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from newsroom.text import vietnamese

from ..draft import DraftByline
from ..importers.layout import ImportedByline
from ..models import Author, Section
from .records import save_record
from .refusals import Refused

if TYPE_CHECKING:
    from ..models import User


def find_section(name: str, *, create: bool, by: "User | None") -> Section:
    """The section of this name, whatever its case and tone marks' style; made if `create`.

    Raises:
        Refused: there is none; the nearest name is suggested.
    """
    key = vietnamese.identity_key(name)
    sections = {vietnamese.identity_key(section.name): section for section in Section.objects.all()}
    if key in sections:
        return sections[key]
    if create:
        return save_record(Section(), {"name": name, "slug": vietnamese.slug(name, 80)}, by=by)
    folded = {vietnamese.fold(section.name): section.name for section in sections.values()}
    near = difflib.get_close_matches(vietnamese.fold(name), folded, n=1)
    if near:
        raise Refused(
            _("There is no section “%(name)s”. Did you mean “%(near)s”?")
            % {"name": name, "near": folded[near[0]]}
        )
    raise Refused(
        _("There is no section “%(name)s”. Create it, or use --create-sections.") % {"name": name}
    )


def find_authors(
    bylines: tuple[ImportedByline, ...], *, by: "User | None"
) -> tuple[DraftByline, ...]:
    """The bylines with authors' ids; an author nobody has heard of is made."""
    return tuple(
        DraftByline(
            author=find_author(byline.name, by=by).pk,
            name=byline.name,
            role=byline.role,
            separator=byline.separator,
        )
        for byline in bylines
    )


def find_author(name: str, *, by: "User | None") -> Author:
    """The author who signs so, or the one they were merged into; made where there is none."""
    folded = vietnamese.fold(name)
    for author in Author.objects.filter(folded__startswith=folded).select_related("merged_into"):
        if author.name == name:
            return author.merged_into or author
    return save_record(Author(), {"name": name}, by=by)
