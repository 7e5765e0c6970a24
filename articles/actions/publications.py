"""The rows that readers read: made ready of a revision, and entered in every list at once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.text import vietnamese

from .. import body, render
from ..body import Block, Figure
from ..draft import Draft
from ..models import (
    Article,
    Image,
    ImageVersion,
    Listing,
    PublishedArticle,
    PublishedBody,
    PublishedByline,
    PublishedFigure,
    PublishedTag,
    Section,
)
from ..shown import hold_pictures, make_public
from . import intervals
from .cleaning import resolve_bylines
from .refusals import Refused
from .saving import resolve_tags

if TYPE_CHECKING:
    from django.db.models import QuerySet


@dataclass(frozen=True, slots=True)
class Prepared:
    """A revision made ready before the transaction: rendered, its pictures in public storage."""

    version: int
    revision: int
    draft: Draft
    blocks: tuple[Block, ...]
    pictures: dict[int, ImageVersion]
    html: str


def pictures_of(text: str) -> dict[int, ImageVersion]:
    """The present file of each picture in a body, by Image id; missing files are left out."""
    return _files(_images_in(body.parse(text)))


def described(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks; a figure without a description of its own has its picture's."""
    return _described(blocks, _images_in(blocks))


def _images_in(blocks: tuple[Block, ...]) -> "QuerySet[Image]":
    return Image.objects.select_related("current").filter(pk__in=body.image_ids(blocks))


def _files(images: "Iterable[Image]") -> dict[int, ImageVersion]:
    return {image.pk: image.current for image in images if image.current}


def _described(blocks: tuple[Block, ...], images: "Iterable[Image]") -> tuple[Block, ...]:
    alts = {image.pk: image.alt for image in images}
    return tuple(
        replace(block, alt=alts[block.image])
        if isinstance(block, Figure) and block.image in alts and not block.alt
        else block
        for block in blocks
    )


def make_pictures_public(text: str) -> None:
    """Copy the renditions of a body's pictures to where readers' pages point.

    Publishing does it by itself; a caller that publishes inside its own transaction does it before.
    """
    _make_public(pictures_of(text))


def _make_public(pictures: dict[int, ImageVersion]) -> None:
    for version in pictures.values():
        make_public(version)


def prepare(article: Article) -> Prepared:
    """The newest revision made ready, its pictures in public storage; before any transaction.

    `article` is the row as it now is.

    Raises:
        Refused: there is nothing to read yet.
    """
    draft = article.draft
    return prepare_resolved(article, replace(draft, bylines=resolve_bylines(draft.bylines)))


def prepare_resolved(article: Article, draft: Draft) -> Prepared:
    """As `prepare`, of the newest revision in hand: `draft`, with its authors' present names.

    Raises:
        Refused: there is nothing to read yet.
    """
    blocks = body.parse(draft.body)
    if not blocks and not draft.sapo:
        raise Refused(_("There is nothing to read yet: write a sapo or a text first."), "body")
    images = list(_images_in(blocks))
    pictures = _files(images)
    _make_public(pictures)
    blocks = _described(blocks, images)
    return Prepared(
        version=article.version,
        revision=article.revision_number,
        draft=draft,
        blocks=blocks,
        pictures=pictures,
        html=render.render_body(blocks, pictures),
    )


def without_taken_down(prepared: Prepared) -> Prepared:
    """What was prepared, less the pictures that were taken down since; they are held from now on.

    The article's row must be locked, and no row of a publication touched yet.
    """
    down = hold_pictures(prepared.pictures)
    if not down:
        return prepared
    pictures = {pk: version for pk, version in prepared.pictures.items() if pk not in down}
    html = render.render_body(prepared.blocks, pictures)
    return replace(prepared, pictures=pictures, html=html)


def shows_the_same(row: PublishedArticle, prepared: Prepared) -> bool:
    """Whether readers who have the row would see nothing else if what is prepared were published.

    Pictures whose file or focal point was replaced, renamed authors and HTML made by another
    renderer are something else.
    """
    if (row.revision_number, row.title, row.sapo) != (
        prepared.revision,
        prepared.draft.title,
        prepared.draft.sapo,
    ):
        return False
    if row.byline != _byline(prepared.draft):
        return False
    shown = row.body
    return (shown.html_version, shown.html) == (render.HTML_VERSION, prepared.html)


def _byline(draft: Draft) -> str:
    return "".join(map(str, draft.bylines))[:500]


def _printed_time(article: Article, draft: Draft, begins: datetime) -> tuple[datetime, bool]:
    """The date under the title: the desk's own, else the moment of first publication."""
    if draft.dateline is not None:
        if draft.dateline > begins:
            raise Refused(
                _("The printed date %(time)s lies after the publication itself.")
                % {"time": f"{timezone.localtime(draft.dateline):%H:%M %d/%m/%Y}"},
                "dateline",
            )
        return draft.dateline, draft.dateline_has_time
    earliest = article.publications.filter(visible_from__lt=begins).order_by("visible_from").first()
    return (earliest.visible_from if earliest else begins), True


def insert(
    article: Article, prepared: Prepared, begins: datetime, before: PublishedArticle | None
) -> PublishedArticle:
    """Write the publication that begins at `begins` and replaces `before`, with all it needs.

    The article's row must be locked. Raises:
        Refused: the printed date lies after the publication itself.
    """
    draft = prepared.draft
    if before is None and not article.publications.exists():
        article.slug = vietnamese.slug(draft.title) or "bai"
    figures = [
        (block, prepared.pictures[block.image])
        for block in prepared.blocks
        if isinstance(block, Figure) and block.image in prepared.pictures
    ]
    lead, lead_image = figures[0] if figures else (None, None)
    first, has_time = _printed_time(article, draft, begins)
    publication = PublishedArticle(
        article=article,
        kind=draft.kind,
        revision_number=prepared.revision,
        section_id=draft.section,
        kicker=draft.kicker,
        title=draft.title,
        slug=article.slug,
        sapo=draft.sapo,
        byline=_byline(draft),
        copyright_notice=draft.copyright_notice,
        lead_image=lead_image,
        lead_alt=(lead.alt or lead.caption)[:300] if lead else "",
        first_published_at=first,
        first_published_has_time=has_time,
        visible_from=begins,
    )
    publication.updated_at = _updated_at(publication, prepared, begins, before)
    publication.visible_until = intervals.make_room(article, begins, before)
    publication.save()
    PublishedBody.objects.create(
        publication=publication,
        source=body.serialise(prepared.blocks),
        source_format=article.body_format,
        html=prepared.html,
        html_version=render.HTML_VERSION,
    )
    PublishedFigure.objects.bulk_create(
        PublishedFigure(
            publication=publication,
            position=position,
            image_version=version,
            alt=figure.alt[:300],
            caption=figure.caption,
            separator=figure.separator,
            label=figure.label,
            credit=figure.credit,
            tail=figure.tail,
        )
        for position, (figure, version) in enumerate(figures)
    )
    _list(publication, draft)
    return publication


def _updated_at(
    publication: PublishedArticle,
    prepared: Prepared,
    begins: datetime,
    before: PublishedArticle | None,
) -> datetime | None:
    """When readers are told the article changed: never for a first publication or the same text.

    What they were told stays told while the text does. After a withdrawal the text is compared with
    the one that was withdrawn. Nothing is told to have changed before its printed date.
    """
    shown = publication.article.publications.filter(visible_from__lt=begins)
    earlier = before or shown.order_by("-visible_from").first()
    if earlier is None:
        return None
    changed = earlier.updated_at if _same_text(earlier, publication, prepared) else begins
    return changed if changed and changed > publication.first_published_at else None


def _same_text(
    earlier: PublishedArticle, publication: PublishedArticle, prepared: Prepared
) -> bool:
    """Whether readers see the same; HTML made by another renderer says nothing, its source does."""
    if (earlier.title, earlier.sapo) != (publication.title, publication.sapo):
        return False
    if earlier.body.html_version == render.HTML_VERSION:
        return earlier.body.html == prepared.html
    return earlier.body.source == body.serialise(prepared.blocks)


def _list(publication: PublishedArticle, draft: Draft) -> None:
    """Enter the publication in the lists of its sections, authors and tags."""
    entry = {
        "publication": publication,
        "article_id": publication.article_id,
        "first_published_at": publication.first_published_at,
        "visible_from": publication.visible_from,
        "visible_until": publication.visible_until,
    }
    chosen = Section.objects.filter(pk__in=[draft.section, *draft.also_in])
    inherited = {section.pk: False for section in chosen}
    for section in chosen:
        if section.parent_id:
            inherited.setdefault(section.parent_id, True)
    Listing.objects.bulk_create(
        Listing(section_id=pk, inherited=passed_on, **entry) for pk, passed_on in inherited.items()
    )
    PublishedByline.objects.bulk_create(
        PublishedByline(
            author_id=byline.author,
            position=position,
            name=byline.name,
            role=byline.role,
            separator=byline.separator,
            **entry,
        )
        for position, byline in enumerate(draft.bylines)
    )
    PublishedTag.objects.bulk_create(
        PublishedTag(tag=tag, position=position, **entry)
        for position, tag in enumerate(resolve_tags(draft.tags))
    )
