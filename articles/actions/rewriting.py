"""A publication again, with other words: for acts that change what readers have, not its revision.

The new row is made of the old one and not of the working copy: its pictures, names and lists stay
those that were approved.
"""

from datetime import datetime
from typing import Any

from .. import body, render
from ..body import Figure
from ..body.passages import Text
from ..models import LISTED_MODELS, PublishedArticle, PublishedBody, PublishedFigure
from ..shown import standing_files


def text_of(publication: PublishedArticle) -> Text:
    """The words of a publication; its body should be fetched with it."""
    return Text(publication.title, publication.sapo, body.parse(publication.body.source))


def copied(
    publication: PublishedArticle,
    text: Text,
    revision: int,
    begins: datetime,
    until: datetime,
    *,
    instead: bool = False,
) -> PublishedArticle:
    """Write the publication of `revision` that says `text` and is else like the one given.

    What is printed as its last change stays too. The article's row must be locked, and nothing of
    it be visible from `begins` to `until` but, with `instead`, the row given: one that has not
    begun, and goes.
    """
    figures = list(publication.figures.select_related("image_version"))
    files = {row.image_version.image_id: row.image_version for row in figures}
    shown = standing_files(figures)
    placed = [
        (block, files[block.image])
        for block in text.blocks
        if isinstance(block, Figure) and block.image in files
    ]
    lead = next((block for block, _file in placed if block.image in shown), None)
    source = publication.body
    entries: dict[Any, list[Any]] = {
        model: list(model.objects.filter(publication=publication)) for model in LISTED_MODELS
    }
    row = PublishedArticle.objects.get(pk=publication.pk)
    row.pk, row._state.adding = None, True
    row.title, row.sapo, row.revision_number = text.title, text.sapo, revision
    row.lead_alt = (lead.alt or lead.caption)[:300] if lead else ""
    row.visible_from, row.visible_until = begins, until
    if instead:
        publication.delete()
    row.save(force_insert=True)
    PublishedBody.objects.create(
        publication=row,
        source=body.serialise(text.blocks),
        source_format=source.source_format,
        html=render.render_body(text.blocks, shown),
        html_version=render.HTML_VERSION,
    )
    PublishedFigure.objects.bulk_create(
        PublishedFigure(
            publication=row,
            position=position,
            image_version=version,
            alt=block.alt[:300],
            caption=block.caption,
            separator=block.separator,
            label=block.label,
            credit=block.credit,
            tail=block.tail,
        )
        for position, (block, version) in enumerate(placed)
    )
    for model, rows in entries.items():
        for entry in rows:
            entry.pk, entry._state.adding = None, True
            entry.publication, entry.visible_from, entry.visible_until = row, begins, until
        model._base_manager.bulk_create(rows)
    return row


def redress(publication: PublishedArticle) -> None:
    """Make the page of a publication anew with those of its pictures that readers may have.

    Its words, source and figures stay; its HTML and the picture that leads are what changes.
    """
    shown = standing_files(publication.figures.select_related("image_version"))
    blocks = body.parse(publication.body.source)
    figures = (block for block in blocks if isinstance(block, Figure))
    lead = next((block for block in figures if block.image in shown), None)
    PublishedBody.objects.filter(publication=publication).update(
        html=render.render_body(blocks, shown), html_version=render.HTML_VERSION
    )
    PublishedArticle.objects.filter(pk=publication.pk).update(
        lead_image=shown[lead.image] if lead and lead.image else None,
        lead_alt=(lead.alt or lead.caption)[:300] if lead else "",
    )
