"""From what was typed to what is stored: composed, sanitised, every reference resolved."""

from dataclasses import replace

from django.utils.translation import gettext as _

from newsroom.text import vietnamese

from .. import body
from ..body import Block, Figure
from ..draft import Draft, DraftByline
from ..models import Author, Image, Kind, Section
from .refusals import Refused

MAX_TITLE = 300
# A long read has 60,000; markup made to be slow takes seconds beyond this.
MAX_BODY = 500_000
# The most characters that a line of each field may have.
LIMITS = {"kicker": 80, "tags": 100, "copyright_notice": 500, "role": 60, "separator": 20}
FIGURE_LIMITS = {"name": 255, "alt": 300, "separator": 20, "label": 40, "credit": 300, "tail": 20}


def clean(draft: Draft) -> Draft:
    """The draft in the form it is stored: NFC, sanitised, every reference resolved.

    Raises:
        Refused: a required part is missing or a reference leads nowhere.
    """
    title = vietnamese.clean_line(draft.title)
    if not title:
        raise Refused(_("An article needs a title."), "title")
    if len(title) > MAX_TITLE:
        raise Refused(
            _("The title has %(length)s characters; %(limit)s is the most.")
            % {"length": len(title), "limit": MAX_TITLE},
            "title",
        )
    if draft.kind not in Kind.values:
        raise Refused(
            _("There is no such kind of article: %(kind)s.") % {"kind": draft.kind}, "kind"
        )
    wanted = {draft.section, *draft.also_in}
    known = set(Section.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    if draft.section not in known:
        raise Refused(_("Choose a section."), "section")
    text = _normalised(draft.body)
    blocks = body.parse(text)
    _require_images(body.image_ids(blocks))
    _require_lengths(blocks)
    return replace(
        draft,
        title=title,
        kicker=_line(draft.kicker, "kicker"),
        sapo=vietnamese.clean_line(draft.sapo),
        body=text,
        also_in=tuple(pk for pk in dict.fromkeys(draft.also_in) if pk in known - {draft.section}),
        bylines=resolve_bylines(draft.bylines),
        tags=tuple(filter(None, (_line(tag, "tags") for tag in draft.tags))),
        copyright_notice=_line(draft.copyright_notice, "copyright_notice"),
    )


def clean_own_text(text: str) -> str:
    """The body of one of the paper's own pages, sanitised as an article's is.

    Raises:
        Refused: it is too long, or holds pictures, which only articles make public.
    """
    text = _normalised(text)
    if any(isinstance(block, Figure) for block in body.parse(text)):
        raise Refused(
            _("The paper's own pages hold no pictures. Take them out of the text."), "body"
        )
    return text


def _normalised(text: str) -> str:
    if len(text) > MAX_BODY:
        raise Refused(
            _("The text has %(length)s characters with its marks; %(limit)s is the most.")
            % {"length": len(text), "limit": MAX_BODY},
            "body",
        )
    return body.normalise(text)


def _line(text: str, field: str) -> str:
    """The text as one clean line.

    Raises:
        Refused: it is longer than `LIMITS` allows; nothing is cut off in silence.
    """
    line = vietnamese.clean_line(text)
    if len(line) > LIMITS[field]:
        raise Refused(
            _("At most %(limit)s characters fit here: “%(text)s…”.")
            % {"limit": LIMITS[field], "text": line[:40]},
            "bylines" if field in ("role", "separator") else field,
        )
    return line


def _require_lengths(blocks: tuple[Block, ...]) -> None:
    """Refuse a figure whose line readers' tables have no room for."""
    for block in blocks:
        if isinstance(block, Figure):
            for name, limit in FIGURE_LIMITS.items():
                if len(text := getattr(block, name)) > limit:
                    raise Refused(
                        _("At most %(limit)s characters fit here: “%(text)s…”.")
                        % {"limit": limit, "text": text[:40]},
                        "body",
                    )


def _require_images(ids: list[int]) -> None:
    known = set(Image.objects.filter(pk__in=ids).values_list("pk", flat=True))
    if lost := sorted(set(ids) - known):
        raise Refused(
            _("The text holds a picture that does not exist (number %(ids)s). Remove it there.")
            % {"ids": ", ".join(map(str, lost))},
            "body",
        )


def resolve_bylines(bylines: tuple[DraftByline, ...]) -> tuple[DraftByline, ...]:
    """Bylines with the authors' present names; a merged author stands for what it became."""
    wanted = [byline.author for byline in bylines]
    authors = Author.objects.select_related("merged_into").in_bulk(wanted)
    if lost := [
        byline.name or str(byline.author) for byline in bylines if byline.author not in authors
    ]:
        raise Refused(
            _("There is no such author: %(names)s.") % {"names": ", ".join(lost)}, "bylines"
        )
    resolved = []
    for byline in bylines:
        author = authors[byline.author].merged_into or authors[byline.author]
        resolved.append(
            DraftByline(
                author=author.pk,
                name=author.name,
                role=_line(byline.role, "role"),
                separator=_separator(byline.separator),
            )
        )
    return tuple(resolved)


def _separator(text: str) -> str:
    """What stands before a name, its spaces kept."""
    _line(text, "separator")
    return vietnamese.clean(text).replace("\n", " ")[: LIMITS["separator"]]
