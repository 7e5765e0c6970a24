"""Acts beyond saving: each has an address, a page that asks for what it needs, and a button.

The same refusal that greys the button answers the address, so that no button lies.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import OperationalError, models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions.permission import refusal, scopes
from ..actions.refusals import NotPermitted, Refused, Stale
from ..models import Article
from .numbers import number

if TYPE_CHECKING:
    from .recipe import ActAdmin

BUSY_STATUS = 503
REFUSED_STATUS = 409


def busy() -> Refused:
    """What a person reads when another writer kept the database for longer than we wait."""
    return Refused(_("The database is busy. Your text is still here: save again in a moment."))


class VerbForm(forms.Form):
    """What an act asks for; every one carries the version of the row it was opened on."""

    version = forms.IntegerField(
        widget=forms.HiddenInput,
        error_messages={
            "required": gettext_lazy("This page is out of date. Open it again."),
            "invalid": gettext_lazy("This page is out of date. Open it again."),
        },
    )

    def set_row(self, row: models.Model) -> None:
        """Fit the form to the row, where there is something to choose."""

    def choose_what_is_alone(self) -> None:
        """Where one row is all that can be chosen, it is."""
        for name, field in self.fields.items():
            if isinstance(field, forms.ModelChoiceField) and field.required:
                rows = field.queryset[:2]
                if isinstance(field.widget, forms.RadioSelect) and len(rows) == 1:
                    self.initial.setdefault(name, rows[0].pk)


@dataclass(frozen=True, slots=True)
class Verb:
    """An act on one row.

    `perform` gets the row, the person and the form's cleaned data, calls the act and returns the
    sentence that says what was done. A field of `form` takes its first value from the row; one
    that `chosen_before` names, from the address's query where that has it.
    """

    name: str
    act: str
    label: Promise
    perform: Callable[[Any, Any, dict[str, Any]], str]
    form: type[VerbForm] = VerbForm
    explanation: Promise | str = ""
    dangerous: bool = False
    # Whether the act makes sense for the row at all; where not, no button is shown.
    applies: Callable[[Any], bool] = lambda row: True
    # Not even greyed for those whose role never does it.
    quiet: bool = False
    template: str = "admin/verb_form.html"
    # What a link to it may choose: fields that take any text for their first value.
    chosen_before: tuple[str, ...] = ()
    # What the page shows of the row, to be sure that it is the right one: a name, or "", and text.
    about: Callable[[Any], list[tuple[Any, Any]]] = lambda row: []
    # Where a person lands when it is done, from row and cleaned data; without it, the row's page.
    lands: Callable[[Any, dict[str, Any]], str] | None = None

    def refusal_for(self, user: Any, row: models.Model) -> Refused | None:
        """Why this person may not do it to this row, or None."""
        return refusal(self.act, user, row if isinstance(row, Article) else None)


@dataclass(frozen=True, slots=True)
class Button:
    """A verb as the page shows it: its address, and the reason where it is greyed."""

    verb: Verb
    url: str
    reason: str


def buttons(model_admin: "ActAdmin", request: HttpRequest, row: models.Model) -> list[Button]:
    """The verbs that apply to the row, with the reason where this person may not."""
    shown = []
    for verb in model_admin.verbs:
        if verb.applies(row):
            reason = verb.refusal_for(request.user, row)
            if verb.quiet and not scopes(verb.act, request.user):
                continue
            url = reverse(model_admin.verb_url_name(verb), args=[row.pk])
            shown.append(Button(verb, url, str(reason) if reason else ""))
    return shown


def verb_view(
    model_admin: "ActAdmin", request: HttpRequest, object_id: str, verb: Verb
) -> HttpResponse:
    """Ask on GET, do on POST; a refusal stands on the page with everything typed kept.

    Raises:
        PermissionDenied: the person's role does not reach so far.
    """
    row = model_admin.get_object(request, object_id)
    if not model_admin.has_view_permission(request, row):
        raise PermissionDenied
    if row is None:
        return model_admin._get_obj_does_not_exist_redirect(request, model_admin.opts, object_id)
    reason = verb.refusal_for(request.user, row)
    if isinstance(reason, NotPermitted):
        raise PermissionDenied(str(reason))
    posted = request.POST if request.method == "POST" else None
    form = verb.form(posted, initial=_initial(verb, row, request))
    form.set_row(row)
    form.choose_what_is_alone()
    seen = _seen(row, request)
    changes = ""
    status = 200
    if posted is not None and form.is_valid():
        try:
            done = verb.perform(row, request.user, form.cleaned_data)
        except Refused as refused:
            status = REFUSED_STATUS
            _show(refused, form)
            if isinstance(refused, Stale) and seen:
                address = reverse("admin:articles_article_compare", args=[row.pk])
                changes = f"{address}?from={seen}"
        except OperationalError:
            status = BUSY_STATUS
            _show(busy(), form)
        else:
            messages.success(request, done)
            if verb.lands is not None:
                return HttpResponseRedirect(verb.lands(row, form.cleaned_data))
            return HttpResponseRedirect(model_admin.page_after_verb(request, row))
    context = {
        **model_admin.admin_site.each_context(request),
        "title": verb.label,
        "verb": verb,
        "object": row,
        "opts": model_admin.opts,
        "form": form,
        "reason": str(reason) if reason else "",
        "about": verb.about(row),
        "seen": seen,
        "changes": changes,
        "back": reverse(_change_url_name(model_admin), args=[row.pk]),
        "media": model_admin.media + form.media,
    }
    return TemplateResponse(request, verb.template, context, status=status)


def _change_url_name(model_admin: "ActAdmin") -> str:
    return f"admin:{model_admin.opts.app_label}_{model_admin.opts.model_name}_change"


def _initial(verb: Verb, row: models.Model, request: HttpRequest) -> dict[str, Any]:
    """What the form opens with: the row's own values, and what a link to it chose beforehand."""
    names = verb.form.base_fields
    own = {name: getattr(row, name) for name in names if hasattr(row, name)}
    chosen = {name: request.GET[name] for name in verb.chosen_before if name in request.GET}
    return own | chosen | {"version": getattr(row, "version", 0)}


def _seen(row: models.Model, request: HttpRequest) -> str:
    """The revision of the article that was newest when the page was first opened; "" for others.

    After a conflict it stays what it was: what came since is what this person has not read.
    """
    if not isinstance(row, Article):
        return ""
    if request.method != "POST":
        return str(row.revision_number)
    seen = number(request.POST.get("seen"))
    return "" if seen is None else str(seen)


def _show(refused: Refused, form: VerbForm) -> None:
    """Make the refusal a form error; after a conflict the next press starts from what is stored."""
    form.add_error(refused.field if refused.field in form.fields else None, str(refused))
    if isinstance(refused, Stale):
        form.data = form.data.copy()
        form.data["version"] = str(refused.current_version)
