"""An article's way through the newsroom: the acts between its author and the door."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.formats.vi import formats

from ..actions.assigning import assign
from ..actions.conditions import missing_approvals
from ..actions.noting import MAX_NOTE, settle_note, write_note
from ..actions.publishing import publish_urgent
from ..actions.reviewing import approve, claim, forward, return_to_author, submit
from ..models import Article, DeskNote, Priority, User
from ..structure import ACTS, OPEN, State
from .completion import PersonChoiceField
from .standing import wants_approval
from .verbs import Verb, VerbForm

PRIORITIES = [(value, capfirst(label)) for value, label in Priority.choices]


class NoteForm(VerbForm):
    note = forms.CharField(
        label=gettext_lazy("Note"),
        required=False,
        max_length=500,
        help_text=gettext_lazy("Optional, for whoever gets it next; readers do not see it."),
    )


class ReturnFields(forms.Form):
    """What is asked when one or many articles are returned."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        widget=forms.Textarea({"rows": 4}),
        help_text=gettext_lazy(
            "What the author has to do. They are told, and the history keeps it."
        ),
    )


class ReturnForm(ReturnFields, VerbForm):
    pass


class UrgentForm(VerbForm):
    reason = forms.CharField(
        label=gettext_lazy("Why it cannot wait"),
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("Kept with the article; readers do not see it."),
    )


class AssignFields(forms.Form):
    """Who, until when, how soon: asked for one article or for many."""

    assignee = PersonChoiceField(
        label=gettext_lazy("Given to"),
        required=False,
        help_text=gettext_lazy("Empty: nobody in particular."),
    )
    due_at = forms.SplitDateTimeField(
        label=gettext_lazy("Due"),
        required=False,
        widget=AdminSplitDateTime,
        input_date_formats=formats.DATE_INPUT_FORMATS,
        input_time_formats=formats.TIME_INPUT_FORMATS,
        help_text=gettext_lazy("Day and time, as 20/05/2024 and 06:00. Empty: no hurry."),
    )
    priority = forms.TypedChoiceField(
        label=gettext_lazy("Priority"),
        coerce=int,
        choices=PRIORITIES,
        initial=Priority.NORMAL,
        widget=forms.RadioSelect,
    )


class AssignForm(AssignFields, VerbForm):
    pass


class WriteNoteForm(VerbForm):
    text = forms.CharField(
        label=gettext_lazy("Note"), max_length=MAX_NOTE, widget=forms.Textarea({"rows": 4})
    )
    passage = forms.CharField(
        label=gettext_lazy("About this passage"),
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("Copied from the text. Empty: the note is about the whole article."),
    )


class SettleNoteForm(VerbForm):
    settled = forms.ModelChoiceField(
        DeskNote.objects.none(),
        label=gettext_lazy("Note"),
        widget=forms.RadioSelect,
        empty_label=None,
    )

    def set_row(self, row: Article) -> None:
        """Offer the notes that nobody has seen to."""
        self.fields["settled"].queryset = row.notes.filter(settled_at=None)


def _submit(article: Article, person: User, data: dict[str, Any]) -> str:
    submit(article, by=person, note=data["note"], base_version=data["version"])
    return _("Submitted: the article waits to be edited.")


def _claim(article: Article, person: User, data: dict[str, Any]) -> str:
    claim(article, by=person, base_version=data["version"])
    return _("You are editing this article now. Others can read it and take it over.")


def _forward(article: Article, person: User, data: dict[str, Any]) -> str:
    forward(article, by=person, note=data["note"], base_version=data["version"])
    return _("Sent up: the article awaits approval.")


def _approve(article: Article, person: User, data: dict[str, Any]) -> str:
    approved = approve(article, by=person, note=data["note"], base_version=data["version"])
    missing = missing_approvals(approved)
    if missing:
        return _("Approved: revision %(number)s. Approvals still missing: %(missing)s.") % {
            "number": approved.revision_number,
            "missing": missing,
        }
    return _("Approved: revision %(number)s can be published.") % {
        "number": approved.revision_number
    }


def _return(article: Article, person: User, data: dict[str, Any]) -> str:
    return_to_author(article, by=person, reason=data["reason"], base_version=data["version"])
    return _("Returned: the author reads your reason.")


def _urgent(article: Article, person: User, data: dict[str, Any]) -> str:
    publish_urgent(article, by=person, reason=data["reason"], base_version=data["version"])
    return _("Published as urgent news: readers see revision %(number)s now.") % {
        "number": article.revision_number
    }


def _assign(article: Article, person: User, data: dict[str, Any]) -> str:
    assign(
        article,
        by=person,
        assignee=data["assignee"],
        due_at=data["due_at"],
        priority=data["priority"],
        base_version=data["version"],
    )
    if data["assignee"] is None:
        return _("Given to nobody in particular.")
    return _("Given to %(who)s.") % {"who": data["assignee"]}


def _note(article: Article, person: User, data: dict[str, Any]) -> str:
    write_note(article, data["text"], by=person, passage=data["passage"])
    return _("The note stands beside the article.")


def _settle(article: Article, person: User, data: dict[str, Any]) -> str:
    settle_note(data["settled"], by=person)
    return _("The note is settled; the history keeps it.")


def _in_states_of(act: str) -> Callable[[Article], bool]:
    states = ACTS[act].states or frozenset()
    return lambda article: article.state in states


def _is_newer(article: Article) -> bool:
    """Whether there is something readers neither have nor are about to get."""
    if article.state in OPEN:
        return True
    return article.revision_number not in (article.live_revision, article.last_revision)


SUBMIT = Verb(
    "submit",
    "submit",
    gettext_lazy("Submit"),
    _submit,
    NoteForm,
    gettext_lazy("The article waits in the editors’ queue. Its author can still mend it there."),
    applies=lambda article: _in_states_of("submit")(article) and _is_newer(article),
)
CLAIM = Verb(
    "claim",
    "claim",
    gettext_lazy("Take it to edit"),
    _claim,
    explanation=gettext_lazy(
        "While you edit, nobody else can save the article. Whoever edited it before is told."
    ),
    applies=_in_states_of("claim"),
    quiet=True,
)
FORWARD = Verb(
    "forward",
    "forward",
    gettext_lazy("Send up for approval"),
    _forward,
    NoteForm,
    gettext_lazy("Editing is done; the article awaits approval."),
    applies=lambda article: _in_states_of("forward")(article) and _is_newer(article),
    quiet=True,
)
APPROVE = Verb(
    "approve",
    "approve_article",
    gettext_lazy("Approve"),
    _approve,
    NoteForm,
    gettext_lazy(
        "You approve the newest revision as it is now. A later change needs approval anew."
    ),
    applies=wants_approval,
    quiet=True,
)
RETURN = Verb(
    "return",
    "return_article",
    gettext_lazy("Return to the author"),
    _return,
    ReturnForm,
    applies=_in_states_of("return_article"),
    quiet=True,
)
URGENT = Verb(
    "urgent",
    "publish_urgent",
    gettext_lazy("Publish as urgent news"),
    _urgent,
    UrgentForm,
    gettext_lazy(
        "Readers see the newest revision at once, without the approvals its section asks for. The "
        "record keeps who did it and why, and the article is listed until it is approved."
    ),
    dangerous=True,
    applies=lambda article: (
        article.state != State.BINNED and missing_approvals(article) > 0 and _is_newer(article)
    ),
    quiet=True,
)
ASSIGN = Verb(
    "assign",
    "assign",
    gettext_lazy("Assign"),
    _assign,
    AssignForm,
    gettext_lazy("The person is told, and finds the article on their desk."),
    applies=_in_states_of("assign"),
    quiet=True,
)
WRITE_NOTE = Verb(
    "note",
    "write_note",
    gettext_lazy("Write a note"),
    _note,
    WriteNoteForm,
    gettext_lazy(
        "For colleagues only: a note stands beside the article and never reaches a reader."
    ),
    applies=_in_states_of("write_note"),
    quiet=True,
)
SETTLE_NOTE = Verb(
    "settle",
    "settle_note",
    gettext_lazy("Settle a note"),
    _settle,
    SettleNoteForm,
    gettext_lazy("What it asked for is done, or need not be."),
    # Reached from the note itself.
    applies=lambda article: False,
    chosen_before=("settled",),
)

WORKFLOW_VERBS = (
    SUBMIT,
    CLAIM,
    FORWARD,
    APPROVE,
    RETURN,
    ASSIGN,
    WRITE_NOTE,
    SETTLE_NOTE,
    URGENT,
)
