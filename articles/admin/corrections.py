"""Corrections: the list of them, each to read, and the two decisions about one that waits."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions.correcting import approve_correction, correction_refusal, decline_correction
from ..actions.permission import reaches, scopes
from ..actions.refusals import Refused
from ..models import Activity, Correction, User
from .home import SHOWN, DeskList
from .recipe import ActAdmin
from .verbs import Verb, VerbForm


class DeclineForm(VerbForm):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("Whoever wrote it reads it; readers do not."),
    )


@dataclass(frozen=True, slots=True)
class CorrectionVerb(Verb):
    """A decision about a correction: its article says who may, its own state whether."""

    def refusal_for(self, user: Any, row: Correction) -> Refused | None:
        """Why this person may not decide so, or None."""
        return correction_refusal(self.act, user, row)


def _approve(correction: Correction, person: User, data: dict[str, Any]) -> str:
    approve_correction(correction, by=person, base_version=data["version"])
    return _("Approved: readers have the correction now.")


def _decline(correction: Correction, person: User, data: dict[str, Any]) -> str:
    decline_correction(correction, by=person, reason=data["reason"], base_version=data["version"])
    return _("Declined: whoever wrote it reads your reason.")


def _about(correction: Correction) -> list[tuple[Any, Any]]:
    """What is decided about, to read once more."""
    return [
        (_("Article"), correction.article),
        (_("What was wrong"), correction.wrong),
        (_("What is right"), correction.right),
        (_("Written by"), correction.written_by),
    ]


def _waits(correction: Correction) -> bool:
    return correction.state == Correction.State.WAITING


@admin.register(Correction)
class CorrectionAdmin(ActAdmin):
    """To read and to decide about; they are written at their article."""

    form = admin.ModelAdmin.form
    list_display = ("heading", "state", "article_link", "written_by", "written_at")
    list_filter = ("state",)
    list_select_related = ("article", "written_by")
    fields = (
        "state",
        "article_link",
        "wrong",
        "right",
        "follows",
        "written_by",
        "written_at",
        "decided_by",
        "decided_at",
    )
    readonly_fields = fields
    verbs = (
        CorrectionVerb(
            "approve",
            "approve_correction",
            gettext_lazy("Approve"),
            _approve,
            explanation=gettext_lazy(
                "Readers have it at once, for good. Read it as if it were an article."
            ),
            applies=_waits,
            quiet=True,
            about=_about,
        ),
        CorrectionVerb(
            "decline",
            "decline_correction",
            gettext_lazy("Decline"),
            _decline,
            DeclineForm,
            gettext_lazy("Readers never see it. It is kept, and another one may be written."),
            applies=_waits,
            quiet=True,
            about=_about,
        ),
    )

    def acts_on(self, row: Correction) -> QuerySet[Activity]:
        """They are recorded with the article."""
        return Activity.objects.filter(
            target_type="article", target_id=row.article_id, data__correction=row.pk
        )

    @admin.display(description=gettext_lazy("Article"))
    def article_link(self, correction: Correction) -> SafeString:
        return format_html(
            '<a href="{}">{}</a>',
            reverse("admin:articles_article_change", args=[correction.article_id]),
            correction.article,
        )

    def desk_lists(self, request: HttpRequest) -> list[DeskList]:
        """Those that wait for somebody who may approve them."""
        person = request.user
        if not scopes("approve_correction", person):
            return []
        waiting = Correction.objects.filter(state=Correction.State.WAITING)
        mine = [
            correction
            for correction in waiting.select_related("article__section").order_by("written_at")
            if reaches("approve_correction", person, correction.article)
            and correction.written_by_id != person.pk
        ]
        if not mine:
            return []
        return [
            DeskList(
                title=_("Corrections to approve"),
                rows=[
                    format_html(
                        '<a class="headline" href="{}">{}</a><span class="facts">{}</span>',
                        reverse("admin:articles_correction_change", args=[each.pk]),
                        each.heading,
                        each.article.title,
                    )
                    for each in mine[:SHOWN]
                ],
                url=reverse("admin:articles_correction_changelist") + "?state=waiting",
                more=len(mine) > SHOWN,
                count=len(mine),
                pressing=True,
            )
        ]
