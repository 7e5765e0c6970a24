"""Mending what readers have without publishing anew, and the recycle bin of what they never had."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.widgets import Script
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.text import vietnamese
from newsroom.text.inline import inline_text

from ..actions.binning import bin_article, unbin_article
from ..actions.fixing import MAX_PASSAGE, quick_fix
from ..actions.rewriting import text_of
from ..body import Heading
from ..body.passages import Place, Text, find, lines
from ..models import Article, User
from ..structure import ACTS, State
from .verbs import Verb, VerbForm

# How many letters around a passage tell one of its places from another.
AROUND = 48


@dataclass(frozen=True, slots=True)
class LiveLine:
    """A line as readers see it: its number among the lines, its kind, its words."""

    number: int
    kind: str
    text: str


class QuickFixForm(VerbForm):
    """Asks which of its places is meant only where the passage stands more than once."""

    passage = forms.CharField(
        label=gettext_lazy("As it reads now"),
        max_length=MAX_PASSAGE,
        widget=forms.Textarea({"rows": 2, "autofocus": True}),
        help_text=gettext_lazy("Mark the passage in the text, or copy it from there."),
    )
    place = forms.CharField(
        label=gettext_lazy("Which one"), required=False, widget=forms.HiddenInput
    )
    words = forms.CharField(
        label=gettext_lazy("As it should read"),
        required=False,
        max_length=MAX_PASSAGE,
        widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("Formatting stays. Empty: the passage is taken out."),
    )
    live_lines: list[LiveLine]

    def set_row(self, row: Article) -> None:
        """Show what readers have, and offer the places of a passage that stands there twice."""
        live = row.publications.visible(timezone.now()).select_related("body").first()
        if live is None:
            self.live_lines = []
            return
        text = text_of(live)
        headings = {inline_text(each.html) for each in text.blocks if isinstance(each, Heading)}
        self.live_lines = [
            LiveLine(number, "heading" if line.text in headings else line.kind, line.text)
            for number, line in enumerate(lines(text))
            if line.text
        ]
        typed = self.data.get("passage") if self.is_bound else self.initial.get("passage")
        passage = vietnamese.clean_line(typed or "")
        found = find(text, passage)
        if len(found) > 1:
            choices = [(str(each), _in_context(text, each, passage)) for each in found]
            self.fields["place"].widget = forms.RadioSelect(choices=choices)

    class Media:
        js = (Script("articles/desk/quick-fix.js", type="module"),)


def _in_context(text: Text, place: Place, passage: str) -> str:
    line = lines(text)[place.line].text
    end = place.start + len(passage)
    begin, until = max(0, place.start - AROUND), end + AROUND
    return format_html(
        "{}{}<mark>{}</mark>{}{}",
        "…" if begin else "",
        line[begin : place.start],
        passage,
        line[end:until],
        "…" if until < len(line) else "",
    )


def _quick_fix(article: Article, person: User, data: dict[str, Any]) -> str:
    fixed = quick_fix(
        article,
        by=person,
        passage=data["passage"],
        words=data["words"],
        place=data["place"],
        base_version=data["version"],
    )
    if fixed.missing_in_copy:
        return _(
            "Mended for readers. The working copy no longer has that passage there: a note beside "
            "the article says so."
        )
    if fixed.missing_in_scheduled:
        return _(
            "Mended for readers. What is scheduled no longer has that passage there: a note beside "
            "the article says so."
        )
    return _("Mended: readers have it now, and so has the working copy.")


def _bin(article: Article, person: User, data: dict[str, Any]) -> str:
    bin_article(article, by=person, base_version=data["version"])
    return _("In the recycle bin. It is kept there, and can be taken out again.")


def _unbin(article: Article, person: User, data: dict[str, Any]) -> str:
    unbin_article(article, by=person, base_version=data["version"])
    return _("Out of the recycle bin: a draft again.")


QUICK_FIX = Verb(
    "quick-fix",
    "quick_fix",
    gettext_lazy("Quick fix"),
    _quick_fix,
    QuickFixForm,
    gettext_lazy(
        "For a slip: readers get the right words at once. Another meaning is no slip: publish the "
        "article anew, or write a correction."
    ),
    applies=lambda article: article.live_revision is not None,
    quiet=True,
    template="admin/quick_fix.html",
    chosen_before=("passage",),
)
BIN = Verb(
    "bin",
    "bin_article",
    gettext_lazy("Put into the recycle bin"),
    _bin,
    explanation=gettext_lazy(
        "The draft leaves the lists. It stays in the recycle bin until somebody takes it out: "
        "nothing is ever emptied from there."
    ),
    applies=lambda article: (
        article.state in (ACTS["bin_article"].states or ())
        and not (article.slug and article.publications.exists())
    ),
    quiet=True,
)
UNBIN = Verb(
    "unbin",
    "unbin_article",
    gettext_lazy("Take out of the recycle bin"),
    _unbin,
    explanation=gettext_lazy("It becomes the draft it was."),
    applies=lambda article: article.state == State.BINNED,
    quiet=True,
)

MENDING_VERBS = (QUICK_FIX, BIN, UNBIN)
