"""Two drafts of an article compared: every part in which they differ, as a person reads it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from newsroom.text.diff import matches

from ..body import Block
from ..draft import Draft, DraftByline
from ..models import Kind
from .body_comparison import BodyRow, Files, body_rows
from .conflicts import LeftOut
from .marking import came, instead, marked_text, went
from .widgets import PrintedDate

Bodies = tuple[Sequence[Block], Sequence[Block]]


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list that differs; `said` is what became of it beyond the marks."""

    html: SafeString
    said: str = ""


@dataclass(frozen=True, slots=True)
class PartDiffers:
    """A part of the article in which two drafts differ: a text, a list, or the body's rows."""

    name: str
    label: str
    html: str = ""
    items: tuple[Item, ...] = ()
    rows: tuple[BodyRow | LeftOut, ...] = ()


def differences(
    old: Draft, new: Draft, bodies: Bodies, sections: dict[int, str], files: Files
) -> list[PartDiffers]:
    """What differs from `old` to `new`, in the order in which an article is read.

    `bodies` are the blocks of both, `sections` the names of all sections that either names, by id.
    """
    return [
        *_texts(old, new, ("kicker", "title", "sapo")),
        *_list("bylines", _people(old.bylines), _people(new.bylines), _parted(old, new)),
        *_body(bodies, files),
        *_values(old, new, sections),
        *_list("also_in", *(_listed(draft, sections) for draft in (old, new))),
        *_list("tags", *([(tag, tag) for tag in draft.tags] for draft in (old, new))),
        *_texts(old, new, ("copyright_notice",)),
    ]


def _labels() -> dict[str, str]:
    return {
        "kicker": _("Kicker"),
        "title": _("Title"),
        "sapo": _("Sapo"),
        "bylines": _("Bylines"),
        "body": _("Body text"),
        "section": _("Section"),
        "kind": _("Kind"),
        "dateline": _("Printed date"),
        "also_in": _("Also listed in"),
        "tags": _("Tags"),
        "copyright_notice": _("Own copyright notice"),
    }


def _texts(old: Draft, new: Draft, names: Iterable[str]) -> Iterable[PartDiffers]:
    for name in names:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield PartDiffers(name, _labels()[name], marked_text(before, after))


def _values(old: Draft, new: Draft, sections: dict[int, str]) -> Iterable[PartDiffers]:
    for name, before, after in (
        ("section", sections.get(old.section, ""), sections.get(new.section, "")),
        ("kind", _kind(old), _kind(new)),
        ("dateline", _dateline(old), _dateline(new)),
    ):
        if before != after:
            yield PartDiffers(name, _labels()[name], instead(before, after))


def _kind(draft: Draft) -> str:
    return capfirst(str(Kind(draft.kind).label))


def _dateline(draft: Draft) -> str:
    if draft.dateline is None:
        return _("the minute of publication")
    return str(PrintedDate(draft.dateline, draft.dateline_has_time))


def _body(bodies: Bodies, files: Files) -> Iterable[PartDiffers]:
    if rows := body_rows(*bodies, files):
        yield PartDiffers("body", _labels()["body"], rows=tuple(rows))


# --- Lists ----------------------------------------------------------------------------------------

# What an entry is known by, and how it reads.
Entry = tuple[str, str]


def _people(bylines: Sequence[DraftByline]) -> list[Entry]:
    return [
        (byline.name, f"{byline.role}: {byline.name}" if byline.role else byline.name)
        for byline in bylines
    ]


def _parted(old: Draft, new: Draft) -> str:
    """What differs where the same names read the same one by one."""
    if [each.separator for each in old.bylines] != [each.separator for each in new.bylines]:
        return _("what stands between the names differs")
    if [each.author for each in old.bylines] != [each.author for each in new.bylines]:
        return _("another author of the same name")
    return ""


def _listed(draft: Draft, sections: dict[int, str]) -> list[Entry]:
    return sorted((sections.get(pk, ""), sections.get(pk, "")) for pk in draft.also_in)


def _list(
    name: str, old: list[Entry], new: list[Entry], otherwise: str = ""
) -> Iterable[PartDiffers]:
    """Entries that came, went, stand elsewhere or read differently, with those that stay."""
    if old == new and not otherwise:
        return
    label = _labels()[name]
    if old == new:
        lines = [Item(mark_safe(escape(line))) for _key, line in new]
        yield PartDiffers(name, label, items=(*lines[:-1], Item(lines[-1].html, otherwise)))
        return
    keys = [[key for key, _line in entries] for entries in (old, new)]
    stay = {there: here for here, there in matches(*keys)}
    left = [number for number in range(len(old)) if number not in stay.values()]
    items: list[Item] = []
    for place, (key, line) in enumerate(new):
        here = stay.get(place)
        elsewhere = next((number for number in left if old[number][0] == key), None)
        if here is not None:
            items.append(Item(marked_text(old[here][1], line)))
        elif elsewhere is not None:
            left.remove(elsewhere)
            items.append(Item(marked_text(old[elsewhere][1], line), _("stands elsewhere now")))
        else:
            items.append(Item(came(escape(line)), _("added")))
    gone = [Item(went(escape(old[number][1])), _("removed")) for number in left]
    yield PartDiffers(name, label, items=(*items, *gone))
