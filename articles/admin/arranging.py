"""What the desk shows of each slot: what was placed by hand, what fills it, the last change."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions.placing import last_change
from ..entries import Entry
from ..frame import load_frame
from ..front_page import compose
from ..models import FOREVER, Activity, Arrangement, Placement, PublishedArticle, Slot
from .completion import ArticleChoiceField
from .history import how
from .widgets import YEARS


class MinuteField(forms.DateTimeField):
    """A day and minute in the paper's time, chosen in the browser's own calendar; may be empty."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(required=False, widget=widget, **options)

    def clean(self, value: Any) -> datetime | None:
        """The instant.

        Raises:
            ValidationError: it is none, or in a year that no database converts.
        """
        if (value and not str(value)[:4].isdigit()) or (value and int(str(value)[:4]) not in YEARS):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return super().clean(value)


class SlotForm(forms.Form):
    """Every change carries the version of the slot it was decided on."""

    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class MoveForm(SlotForm):
    to = forms.IntegerField(min_value=0, max_value=30_000)


class TimesForm(SlotForm):
    starts = MinuteField(label=gettext_lazy("From"))
    ends = MinuteField(label=gettext_lazy("Until"))


class PlaceForm(TimesForm):
    article = ArticleChoiceField(label=gettext_lazy("Article"), readable=True)
    field_order = ("article", "starts", "ends")


@dataclass(frozen=True, slots=True)
class ArrangedRow:
    """A placement as the screen shows it.

    `note` says why readers do not see it just there now, "" where they do; `publication` is what
    readers see of the article, or will see.
    """

    placement: Placement
    publication: PublishedArticle | None
    note: str
    place: int
    times: TimesForm

    @property
    def title(self) -> str:
        return self.publication.title if self.publication else self.placement.article.title

    @property
    def until(self) -> datetime | None:
        """When it leaves by itself; None for one that stays."""
        end = self.placement.visible_until
        return None if end == FOREVER else end


@dataclass(frozen=True, slots=True)
class ArrangedSlot:
    """A slot: its rows in order, the newest that fill what is left, the form to place another."""

    slot: str
    label: str
    version: int
    rows: list[ArrangedRow]
    fill: list[Entry]
    form: PlaceForm
    last: Activity | None

    @property
    def last_words(self) -> str:
        """What was changed last."""
        if self.last is None:
            return ""
        data = self.last.data
        return _("%(how)s: “%(title)s”") % {"how": how(data["how"]), "title": data["title"]}

    @property
    def undoes_an_undo(self) -> bool:
        return self.last is not None and self.last.data["how"] == "undone"


def arranged(typed: TimesForm | None = None, of: str | int = "") -> list[ArrangedSlot]:
    """The slots as they stand, in the order of the page.

    `typed` is a form that was refused, with what was typed into it: of the slot, or of the
    placement, that `of` names. The number of queries does not depend on how much is placed.
    """
    frame = load_frame(timezone.now())
    rows = list(
        Placement.objects.filter(visible_until__gt=frame.now)
        .select_related("article")
        .order_by("position", "id")
    )
    publications = _publications({row.article_id for row in rows}, frame.now)
    versions = dict(Arrangement.objects.values_list("slot", "version"))
    shown = compose(frame).top()
    slots = []
    for name in Slot:
        here = [row for row in rows if row.slot == name]
        hand = {row.article_id for row in here if row.visible_from <= frame.now}
        seen = {article.article_id for article in shown[name]}
        version = versions.get(name, 0)
        place_form = typed if isinstance(typed, PlaceForm) and of == name else None
        slots.append(
            ArrangedSlot(
                slot=name.value,
                label=str(name.label),
                version=version,
                rows=[
                    _row(
                        row,
                        place,
                        typed if typed is not None and of == row.pk else _times(row, version),
                        publications.get(row.article_id),
                        seen,
                        frame.now,
                    )
                    for place, row in enumerate(here)
                ],
                fill=[article for article in shown[name] if article.article_id not in hand],
                form=place_form or PlaceForm(auto_id=f"{name}-%s", initial={"version": version}),
                last=last_change(name),
            )
        )
    return slots


def _publications(article_ids: set[int], now: datetime) -> dict[int, PublishedArticle]:
    """What readers see of each article; of one they do not see yet, what they will see first."""
    rows = (
        PublishedArticle.objects.filter(article__in=article_ids, visible_until__gt=now)
        .select_related("section", "lead_image")
        .order_by("-visible_from")
    )
    return {row.article_id: row for row in rows}


def _row(
    placement: Placement,
    place: int,
    times: TimesForm,
    publication: PublishedArticle | None,
    seen: set[int],
    now: datetime,
) -> ArrangedRow:
    return ArrangedRow(
        placement=placement,
        publication=publication,
        note=_note(placement, publication, seen, now),
        place=place,
        times=times,
    )


def _times(placement: Placement, version: int) -> TimesForm:
    until = placement.visible_until
    initial = {
        "version": version,
        "starts": placement.visible_from,
        "ends": None if until == FOREVER else until,
    }
    return TimesForm(auto_id=f"p{placement.pk}-%s", initial=initial)


def _note(
    placement: Placement, publication: PublishedArticle | None, seen: set[int], now: datetime
) -> str:
    if placement.visible_from > now:
        return _("Not yet: its time comes.")
    if placement.article_id in seen:
        return ""
    if publication is None or publication.visible_from > now:
        return _("Not yet: the article is not out.")
    if placement.slot == Slot.FRONT_LEAD:
        return _("Waits behind the lead above it.")
    return _("Stands higher on the page already.")
