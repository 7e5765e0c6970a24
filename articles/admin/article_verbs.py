"""What may be done with an article beyond saving it: each act with what it asks for."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.formats.vi import formats

from ..actions.naming import name_revision
from ..actions.publishing import cancel, publish
from ..actions.saving import restore
from ..actions.withdrawing import withdraw
from ..models import Article, PublishedArticle, User
from .correction_verb import WRITE_CORRECTION
from .mending_verbs import MENDING_VERBS
from .preview_links import PREVIEW_LINK_VERBS
from .standing import spoken_minute
from .verbs import Verb, VerbForm
from .workflow_verbs import WORKFLOW_VERBS


class ScheduleForm(VerbForm):
    at = forms.SplitDateTimeField(
        label=gettext_lazy("Publish at"),
        widget=AdminSplitDateTime,
        input_date_formats=formats.DATE_INPUT_FORMATS,
        input_time_formats=formats.TIME_INPUT_FORMATS,
        help_text=gettext_lazy("Day and time of the paper, as 20/05/2024 and 06:00."),
    )


class CancelForm(VerbForm):
    publication = forms.ModelChoiceField(
        PublishedArticle.objects.none(),
        label=gettext_lazy("Scheduled for"),
        widget=forms.RadioSelect,
        empty_label=None,
    )

    def set_row(self, row: Article) -> None:
        """Offer what is scheduled and has not begun."""
        field = self.fields["publication"]
        field.queryset = row.publications.filter(visible_from__gt=timezone.now()).order_by(
            "visible_from"
        )
        field.label_from_instance = lambda publication: (
            _("%(minute)s, revision %(number)s")
            % {
                "minute": spoken_minute(publication.visible_from),
                "number": publication.revision_number,
            }
        )


class WithdrawFields(forms.Form):
    """What is kept with a withdrawal, asked for one article or for many."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("Kept with the article; readers do not see it."),
    )
    requested_by = forms.CharField(
        label=gettext_lazy("Requested by"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("If somebody asked for it."),
    )
    document_number = forms.CharField(
        label=gettext_lazy("Document number"),
        required=False,
        max_length=100,
        help_text=gettext_lazy("If they sent one."),
    )


class WithdrawForm(WithdrawFields, VerbForm):
    pass


class RestoreForm(VerbForm):
    number = forms.IntegerField(
        label=gettext_lazy("Revision"),
        min_value=1,
        max_value=2**31 - 1,
        help_text=gettext_lazy("Its number in the list of revisions."),
    )


class NameForm(RestoreForm):
    name = forms.CharField(
        label=gettext_lazy("Name"),
        required=False,
        help_text=gettext_lazy("Empty: the revision has no name."),
    )


def _publish(article: Article, person: User, data: dict[str, Any]) -> str:
    publish(article, by=person, base_version=data["version"])
    return _("Published: readers see revision %(number)s now.") % {
        "number": article.revision_number
    }


def _schedule(article: Article, person: User, data: dict[str, Any]) -> str:
    publish(article, by=person, at=data["at"], base_version=data["version"])
    return _("Scheduled: readers will see revision %(number)s from %(minute)s on.") % {
        "number": article.revision_number,
        "minute": spoken_minute(data["at"]),
    }


def _cancel(article: Article, person: User, data: dict[str, Any]) -> str:
    publication = data["publication"]
    cancel(publication, by=person, base_version=data["version"])
    return _("The publication of %(minute)s is cancelled.") % {
        "minute": spoken_minute(publication.visible_from)
    }


def _withdraw(article: Article, person: User, data: dict[str, Any]) -> str:
    withdraw(
        article,
        by=person,
        reason=data["reason"],
        requested_by=data["requested_by"],
        document_number=data["document_number"],
        base_version=data["version"],
    )
    return _("Withdrawn: readers no longer find it.")


def _restore(article: Article, person: User, data: dict[str, Any]) -> str:
    restored = restore(article, data["number"], by=person, base_version=data["version"])
    return _("Revision %(number)s is the working copy again, as revision %(new)s.") % {
        "number": data["number"],
        "new": restored.revision_number,
    }


def _name(article: Article, person: User, data: dict[str, Any]) -> str:
    revision = name_revision(article, data["number"], data["name"], by=person)
    if not revision.name:
        return _("Revision %(number)s has no name.") % {"number": revision.number}
    return _("Revision %(number)s is called “%(name)s”.") % {
        "number": revision.number,
        "name": revision.name,
    }


def _is_scheduled(article: Article) -> bool:
    return article.publications.filter(visible_from__gt=timezone.now()).exists()


PUBLISH = Verb(
    "publish",
    "publish",
    gettext_lazy("Publish"),
    _publish,
    explanation=gettext_lazy(
        "Readers see the newest revision at once. What was scheduled for later is cancelled."
    ),
)
SCHEDULE = Verb(
    "schedule",
    "schedule",
    gettext_lazy("Publish at a time"),
    _schedule,
    ScheduleForm,
    gettext_lazy(
        "The newest revision is published at that minute, as it is now; what is saved later is not "
        "part of it."
    ),
)
CANCEL = Verb(
    "cancel",
    "cancel_publication",
    gettext_lazy("Cancel a scheduled publication"),
    _cancel,
    CancelForm,
    gettext_lazy("What readers see until then stays for them."),
    applies=_is_scheduled,
    chosen_before=("publication",),
)
WITHDRAW = Verb(
    "withdraw",
    "withdraw",
    gettext_lazy("Withdraw"),
    _withdraw,
    WithdrawForm,
    gettext_lazy(
        "The article leaves every list and page at once and its address answers that it is gone. "
        "What was scheduled is dropped, its places on the front page are emptied. Nothing is "
        "deleted: the newsroom keeps every revision, and it may be published again."
    ),
    dangerous=True,
    applies=lambda article: bool(article.live_revision or article.next_from),
)
RESTORE = Verb(
    "restore",
    "restore_revision",
    gettext_lazy("Restore a revision"),
    _restore,
    RestoreForm,
    gettext_lazy(
        "Its text becomes the working copy, as a new revision. Readers see no change yet."
    ),
    # Reached from the revision itself.
    applies=lambda article: False,
    chosen_before=("number",),
)

NAME = Verb(
    "name",
    "name_revision",
    gettext_lazy("Name a revision"),
    _name,
    NameForm,
    gettext_lazy("The name stands in the list of revisions. The text stays as it is."),
    applies=lambda article: False,
    lands=lambda article, data: reverse(
        "admin:articles_article_revision", args=[article.pk, data["number"]]
    ),
    chosen_before=("number",),
)

ARTICLE_VERBS = (
    *WORKFLOW_VERBS,
    PUBLISH,
    SCHEDULE,
    CANCEL,
    *MENDING_VERBS,
    WRITE_CORRECTION,
    WITHDRAW,
    RESTORE,
    *PREVIEW_LINK_VERBS,
    NAME,
)
