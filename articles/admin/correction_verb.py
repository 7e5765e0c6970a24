"""Writing a correction at its article; what becomes of it: articles/admin/corrections.py."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions import intervals
from ..actions.correcting import MAX_HEADING, MAX_TEXT, write_correction
from ..models import Article, Correction, User
from .verbs import Verb, VerbForm


class CorrectionForm(VerbForm):
    heading = forms.CharField(
        label=gettext_lazy("Heading of the correction"),
        max_length=MAX_HEADING,
        help_text=gettext_lazy("What the correction is about, in one line."),
    )
    wrong = forms.CharField(
        label=gettext_lazy("What was wrong"),
        max_length=MAX_TEXT,
        widget=forms.Textarea({"rows": 4}),
        help_text=gettext_lazy("As readers had it."),
    )
    right = forms.CharField(
        label=gettext_lazy("What is right"),
        max_length=MAX_TEXT,
        widget=forms.Textarea({"rows": 4}),
        help_text=gettext_lazy("With an apology, where one is due."),
    )
    follows = forms.ModelChoiceField(
        Correction.objects.none(),
        label=gettext_lazy("Corrects an earlier correction"),
        required=False,
        empty_label=gettext_lazy("none"),
    )

    def set_row(self, row: Article) -> None:
        """Offer what has been corrected before."""
        published = row.corrections.filter(state=Correction.State.PUBLISHED)
        self.fields["follows"].queryset = published
        if not published.exists():
            self.fields["follows"].widget = forms.HiddenInput()


def _was_read(article: Article) -> bool:
    """A slug is older than readers: it is given when an article is first scheduled."""
    return article.live_revision is not None or (
        article.slug != "" and intervals.was_read(article, timezone.now())
    )


def _write(article: Article, person: User, data: dict[str, Any]) -> str:
    write_correction(
        article,
        by=person,
        heading=data["heading"],
        wrong=data["wrong"],
        right=data["right"],
        follows=data["follows"],
        base_version=data["version"],
    )
    return _("The correction waits for another person’s approval.")


WRITE_CORRECTION = Verb(
    "correct",
    "write_correction",
    gettext_lazy("Write a correction"),
    _write,
    CorrectionForm,
    gettext_lazy(
        "Another person approves it. Then it stands under the article and in the list of "
        "corrections for good: it cannot be changed or deleted, only followed by another one."
    ),
    applies=_was_read,
    quiet=True,
)
