"""What the article form is filled in with: lines that grow, bylines in order, the printed date."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from typing import Any

from django import forms
from django.forms.widgets import Script
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.formats.vi import formats
from newsroom.text import vietnamese

from ..draft import DraftByline
from ..models import Author
from .completion import author_by_name

# What stands between two names unless the desk says otherwise.
SEPARATOR = " - "
# Outside of these years a time cannot be converted on every database.
YEARS = range(1900, 2200)


class GrowingTextarea(forms.Textarea):
    """As high as its text. With `line` it holds one paragraph: Enter leads to the next field."""

    def __init__(self, css: str, *, line: bool = False) -> None:
        attributes = {"rows": 1, "class": f"grow {css}", "data-grow": ""}
        super().__init__(attributes | ({"data-line": ""} if line else {}))


# --- Bylines ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BylineRow:
    """A row as typed. `author` is the id of the author the row was opened with, "" in a new one.

    It tells two authors of one name apart for as long as the name stays.
    """

    name: str = ""
    role: str = ""
    separator: str = SEPARATOR
    author: str = ""


def byline_rows(bylines: Sequence[DraftByline]) -> tuple[BylineRow, ...]:
    """The rows that show these bylines, under the authors' present names."""
    authors = Author.objects.select_related("merged_into").in_bulk(
        [byline.author for byline in bylines]
    )
    rows = []
    for byline in bylines:
        found = authors.get(byline.author)
        author = found and (found.merged_into or found)
        rows.append(
            BylineRow(
                name=author.name if author else byline.name,
                role=byline.role,
                separator=byline.separator,
                author=str(author.pk) if author else "",
            )
        )
    return tuple(rows)


class BylinesWidget(forms.Widget):
    """Ordered rows of author, role and what stands before the name. Works without JavaScript."""

    template_name = "admin/widgets/bylines.html"

    class Media:
        js = (Script("articles/desk/completion.js", type="module"),)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        rows = list(filter(_is_typed, value or ()))
        blank = [BylineRow()] if rows else [BylineRow(separator=""), BylineRow()]
        context["widget"] |= {
            "rows": [*rows, *blank],
            "new_row": BylineRow(),
        }
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> tuple[BylineRow, ...]:
        columns = [
            data.getlist(f"{name}-{part}") for part in ("name", "role", "separator", "author")
        ]
        return tuple(BylineRow(*cells) for cells in zip_longest(*columns, fillvalue=""))

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return f"{name}-name" not in data

    def id_for_label(self, id_: str) -> str:
        """The first row's name."""
        return f"{id_}-0"


class BylinesField(forms.Field):
    """Bylines in order; cleaned to a tuple of DraftByline."""

    widget = BylinesWidget

    def clean(self, value: Sequence[BylineRow]) -> tuple[DraftByline, ...]:
        """The bylines of the rows that name somebody.

        Raises:
            ValidationError: a sentence for each row that cannot be a byline.
        """
        problems: list[str] = []
        bylines: list[DraftByline] = []
        for number, row in enumerate(value):
            if not _is_typed(row):
                continue
            try:
                author = _author(row)
            except forms.ValidationError as error:
                problems += error.messages
                continue
            # Nothing stands before the first name: rows above this one were emptied.
            separator = "" if number and not bylines else row.separator
            bylines.append(DraftByline(author.pk, author.name, row.role, separator))
        if problems:
            raise forms.ValidationError(problems)
        return tuple(bylines)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return list(filter(_is_typed, initial or ())) != list(filter(_is_typed, data or ()))


def _is_typed(row: BylineRow) -> bool:
    return bool(row.name.strip() or row.role.strip())


def _author(row: BylineRow) -> Author:
    name = vietnamese.clean_line(row.name)
    if not name:
        raise forms.ValidationError(
            _("The byline with the role “%(role)s” names nobody.") % {"role": row.role}
        )
    if row.author.isascii() and row.author.isdigit() and len(row.author) < 19:
        opened_with = Author.objects.filter(pk=row.author, merged_into=None).first()
        if opened_with is not None and opened_with.name == name:
            return opened_with
    return author_by_name(name)


# --- The printed date ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """The date under the title; a bare date is midnight with `has_time` off."""

    at: datetime
    has_time: bool = True

    def __str__(self) -> str:
        """As it is printed, and typed."""
        local = timezone.localtime(self.at)
        return f"{local:%d/%m/%Y - %H:%M}" if self.has_time else f"{local:%d/%m/%Y}"


class PrintedDateField(forms.CharField):
    """A date as it will be printed, with or without a time: what is typed is what readers see.

    Always in the Vietnamese order, in whatever language the desk is used.
    """

    default_error_messages = {
        "invalid": gettext_lazy(
            "Write the date as 19/05/2024, or with the time as 19/05/2024 - 07:06."
        )
    }

    def clean(self, value: Any) -> PrintedDate | None:
        text = vietnamese.clean_line(super().clean(value) or "")
        if not text:
            return None
        for patterns, has_time in (
            (formats.DATETIME_INPUT_FORMATS, True),
            (formats.DATE_INPUT_FORMATS, False),
        ):
            for pattern in patterns:
                try:
                    at = datetime.strptime(text, pattern)  # noqa: DTZ007 - the zone follows
                except ValueError:
                    continue
                if at.year in YEARS:
                    return PrintedDate(timezone.make_aware(at), has_time)
        raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
