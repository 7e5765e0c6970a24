"""Two bodies compared as a person reads them: each paragraph and picture with what became of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from newsroom.text.diff import shortened

from ..body import Block, Figure
from ..body.compare import Part, Row, What, compare
from .conflicts import LeftOut
from .marking import came, instead, marked_inline, marked_text, named, set_inline, went

# How many changed paragraphs are compared word by word; those after them are told as wholes.
MOST_BY_WORDS = 200


@dataclass(frozen=True, slots=True)
class Files:
    """What else is known of the pictures, by Image id.

    `addresses` lead to those whose file is here, `newer` have a file that readers do not have yet,
    `hidden` are taken down, so that readers see the text without them.
    """

    addresses: Mapping[int, str] = field(default_factory=dict)
    newer: frozenset[int] = frozenset()
    hidden: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A paragraph or picture.

    `what` is its fate, `said` that fate in words, "" where the marks tell; `pictures` are addresses
    of what to show beside it: the older and the newer, or the one; `remarks` are short sentences.
    """

    what: str
    kind: str
    said: str
    html: SafeString
    remarks: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()


def body_rows(old: Sequence[Block], new: Sequence[Block], files: Files) -> list[BodyRow | LeftOut]:
    """What differs between two bodies, with its neighbours; empty where nothing does."""
    rows = compare(old, new)
    differs = [_differs(row, files) for row in rows]
    if not any(differs):
        return []
    changed = [number for number, row in enumerate(rows) if row.what == What.CHANGED]
    as_wholes = set(changed[MOST_BY_WORDS:])
    told = shortened(list(enumerate(rows)), lambda each: differs[each[0]])
    return [
        LeftOut(each)
        if isinstance(each, int)
        else _told(each[1], files, as_whole=each[0] in as_wholes)
        for each in told
    ]


def _differs(row: Row, files: Files) -> bool:
    figure = row.new and row.new.figure
    touched = files.newer | files.hidden
    return row.what != What.SAME or bool(figure and figure.image in touched)


def _told(row: Row, files: Files, *, as_whole: bool) -> BodyRow:
    part = row.new or row.old
    if part is None:
        raise ValueError("a row without a part")
    if part.figure:
        return _figure(row, part.figure, files)
    if as_whole and row.old and row.new:
        html = mark_safe(f"{went(set_inline(row.old.html))} {came(set_inline(row.new.html))}")
        said = _("%(part)s changed; too much has to be compared word by word")
        return BodyRow(str(row.what), part.kind, said % {"part": _kinds()[part.kind]}, html)
    remarks: list[str] = []
    html = set_inline(part.html)
    if row.what == What.CHANGED and row.old and row.new:
        html, remarks = marked_inline(row.old.html, row.new.html)
        remarks += _reshaped(row.old, row.new)
    elif row.what == What.ADDED:
        html = came(html)
    elif row.what == What.REMOVED:
        html = went(html)
    return BodyRow(str(row.what), part.kind, _said(row, part), html, tuple(remarks))


def _said(row: Row, part: Part) -> str:
    name = _kinds()[part.kind]
    match row.what:
        case What.ADDED:
            return _("%(part)s added") % {"part": name}
        case What.REMOVED:
            return _("%(part)s removed") % {"part": name}
        case What.REPLACED:
            return _("%(part)s replaced") % {"part": name}
        case What.MOVED if row.is_up:
            return _("%(part)s moved here from below") % {"part": name}
        case What.MOVED:
            return _("%(part)s moved here from above") % {"part": name}
        case What.GONE if row.is_up:
            return _("%(part)s moved up from here") % {"part": name}
        case What.GONE:
            return _("%(part)s moved down from here") % {"part": name}
        case _:
            return ""


def _kinds() -> dict[str, str]:
    return {
        "p": _("paragraph"),
        "h2": _("subheading"),
        "h3": _("small subheading"),
        "ul": _("list item"),
        "ol": _("numbered item"),
        "quote": _("quoted paragraph"),
        "row": _("row of a table"),
        "figure": _("picture"),
    }


def _reshaped(old: Part, new: Part) -> list[str]:
    if old.kind != new.kind:
        kinds = _kinds()
        return [
            _("formatting: %(new)s instead of %(old)s")
            % {"new": kinds[new.kind], "old": kinds[old.kind]}
        ]
    if old.shape == new.shape:
        return []
    if old.kind == "row":
        return [_("formatting: other cells, or a table that begins elsewhere")]
    return [_("formatting: a list or quotation that begins elsewhere")]


# --- Pictures -------------------------------------------------------------------------------------


def _figure(row: Row, figure: Figure, files: Files) -> BodyRow:
    old = row.old.figure if row.old else None
    new = row.new.figure if row.new else None
    if row.what == What.GONE:
        # It is not deleted: what changed in it is told where it stands now.
        new = old
    lines = [_name(old, new), *_words(old, new)]
    return BodyRow(
        str(row.what),
        "figure",
        _said(row, row.new or Part("figure")),
        mark_safe("".join(f"<span>{line}</span>" for line in lines if line)),
        tuple(_picture_remarks(old, new, figure, files)),
        tuple(_shown(row.what, (old, new), files)),
    )


def _name(old: Figure | None, new: Figure | None) -> SafeString:
    before, after = _file(old), _file(new)
    if old is None or new is None or before != after:
        return instead(before, after)
    return mark_safe(escape(after))


def _file(figure: Figure | None) -> str:
    if figure is None:
        return ""
    return figure.name or _("picture %(number)s") % {"number": figure.image}


def _words(old: Figure | None, new: Figure | None) -> Iterable[SafeString]:
    """Caption, credit and description, each where there is one."""
    for label, read in (
        (_("Caption:"), lambda figure: figure.caption),
        (_("Credit:"), lambda figure: f"{figure.label}{figure.credit}"),
        (_("Alternative text:"), lambda figure: figure.alt),
    ):
        before, after = read(old) if old else "", read(new) if new else ""
        if before or after:
            yield named(label, marked_text(before, after))


def _picture_remarks(
    old: Figure | None, new: Figure | None, figure: Figure, files: Files
) -> Iterable[str]:
    if old and new and (old.separator, old.tail) != (new.separator, new.tail):
        yield _("what stands between or behind caption and credit differs")
    if figure.image in files.newer:
        yield _("there is a newer file of this picture than readers have")
    if figure.image in files.hidden:
        yield _("readers do not see this picture: it is taken down")


def _shown(what: What, both: Iterable[Figure | None], files: Files) -> Sequence[str]:
    images = dict.fromkeys(figure.image for figure in both if figure and figure.image)
    kept = [files.addresses[image] for image in images if image in files.addresses]
    return kept if what == What.REPLACED else kept[-1:]
