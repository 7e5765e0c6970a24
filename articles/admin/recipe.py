"""The one way every screen of the desk writes: through an act, never behind its back.

Django's ModelAdmin would save the form itself. Here `save_model` does nothing and `save_related`
calls `perform`, which hands plain values to an act. A conflict is found by the form's `clean`,
inside the transaction of the POST, so that it is an ordinary form error with everything typed still
there.
"""

from functools import partial
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.views.main import ChangeList
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import PermissionDenied
from django.db import OperationalError, models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from newsroom.text import vietnamese

from ..actions.permission import refusal as refusal_of
from ..actions.records import lock_record, save_record
from ..actions.refusals import Refused, Stale
from ..models import Activity
from .conflicts import Difference, difference
from .history import MOST_ACTIVITIES, history
from .long_lists import LongList
from .numbers import number
from .verbs import BUSY_STATUS, Verb, busy, buttons, verb_view

# How the lists' own filters and dates compare.
LOOKUPS = frozenset({"id", "exact", "in", "isnull", "year", "month", "day", "gte", "lt"})


class VersionedForm(forms.ModelForm):
    """A form that knows which version it was opened on. `request` is set by the admin class."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    request: HttpRequest
    # What differs between what was typed and what is stored, after a conflict.
    conflict: list[Difference]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.conflict = []
        self.initial["version"] = getattr(self.instance, "version", 0)

    def clean(self) -> dict[str, Any]:
        """Refuse a stale form; show a refusal that the act gave after an earlier validation."""
        cleaned = super().clean() or self.cleaned_data
        refused = getattr(self.request, "refusal", None)
        if refused is None and self.instance.pk:
            version = cleaned.get("version")
            try:
                # A form that does not say its version is older than any.
                self.lock(-1 if version is None else version)
            except Stale as stale:
                refused = stale
        if refused is not None:
            self.refuse(refused)
        return cleaned

    def lock(self, version: int) -> None:
        """Lock the row until the transaction ends.

        Raises:
            Stale: it is no longer at `version`.
        """
        lock_record(self.instance, version, typed=True)

    def refuse(self, refused: Refused) -> None:
        """Make the refusal a form error; after a conflict the next press saves over the newest."""
        field = refused.field if refused.field in self.fields else None
        self.add_error(field, str(refused))
        if isinstance(refused, Stale):
            self.conflict = self.differences()
            self.data = self.data.copy()
            self.data[self.add_prefix("version")] = str(refused.current_version)

    def differences(self) -> list[Difference]:
        """Each field in which what was typed is not what the database holds now."""
        now = type(self)(instance=type(self.instance)._base_manager.get(pk=self.instance.pk))
        fields = [(name, self[name], now[name]) for name in self.fields if name != "version"]
        return [
            difference(
                mine.label, self.spoken(mine, mine.data), self.spoken(stored, stored.initial)
            )
            for name, mine, stored in fields
            if self.fields[name].has_changed(stored.initial, mine.data)
        ]

    def spoken(self, bound: forms.BoundField, value: Any) -> str:
        """A field's value as a person reads it: the names of what was chosen, not their keys."""
        value = bound.field.prepare_value(value)
        if choices := getattr(bound.field, "choices", None):
            chosen = {str(key) for key in (value if isinstance(value, list | tuple) else [value])}
            return "\n".join(str(label) for key, label in choices if str(key) in chosen)
        return "" if value is None else str(value)


class ActAdmin(admin.ModelAdmin):
    """A screen whose writing is an act. Subclasses name the act and say how to perform it."""

    form = VersionedForm
    act_to_add: str | None = None
    act_to_change: str | None = None
    # Columns that no row of the list shows, and that are long.
    list_defer: tuple[str, ...] = ()
    # What its rows show of other tables' many rows.
    list_prefetch: tuple[str, ...] = ()
    show_full_result_count = False
    actions = None
    list_per_page = 50
    save_on_top = False
    # The column that search looks in; `refold` and the acts keep it.
    folded_column = "folded"
    change_form_template = "admin/record_form.html"
    change_list_template = "admin/desk_list.html"
    show_facets = admin.ShowFacets.NEVER
    verbs: tuple[Verb, ...] = ()
    object_history_template = "admin/activity_history.html"
    # Whether acts are recorded for its rows: else there is no history to lead to.
    keeps_history = True

    # --- who may ------------------------------------------------------------------------------

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Everyone of the newsroom may look."""
        return request.user.is_active and request.user.is_staff

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.act_to_add is not None and refusal_of(self.act_to_add, request.user) is None

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return (
            self.act_to_change is not None and refusal_of(self.act_to_change, request.user) is None
        )

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Nothing is deleted from a form."""
        return False

    # --- writing ------------------------------------------------------------------------------

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm]:
        """The form class with this request, so that `clean` can lock and refuse."""
        if kwargs.get("fields"):
            # The model's own `version` is no field of a form; the form's, of that name, is.
            kwargs["fields"] = [name for name in kwargs["fields"] if name != "version"]
        form = super().get_form(request, obj, change, **kwargs)
        return type(form.__name__, (form,), {"request": request})

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Django's field, without its windows that add and change other rows in passing."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Django's view; a refusal or a busy database shows the same form again, text kept."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except Refused as refused:
            request.refusal = refused
            return self._changeform_view(request, *_positional(args, kwargs))
        except OperationalError:
            request.refusal = busy()
            response = self._changeform_view(request, *_positional(args, kwargs))
            response.status_code = BUSY_STATUS
            return response

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Nothing: the act writes."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        saved = self.perform(request, form, change)
        form.instance.pk = saved.pk

    def perform(self, request: HttpRequest, form: Any, change: bool) -> models.Model:
        """Call the act with what was typed; returns the saved row.

        Raises:
            Refused: the act says why not.
        """
        raise NotImplementedError

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> list[Any]:
        return []

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> None:
        """Nothing: the act has written its Activity."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> None:
        """Nothing: the act has written its Activity."""

    # --- verbs --------------------------------------------------------------------------------

    def get_urls(self) -> list[Any]:
        """Django's addresses and one for each verb."""
        own = [
            path(
                f"<path:object_id>/{verb.name}/",
                self.admin_site.admin_view(partial(self._verb_view, verb=verb)),
                name=self.verb_url_name(verb).removeprefix("admin:"),
            )
            for verb in self.verbs
        ]
        return own + super().get_urls()

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest | None = None) -> bool:
        """What this screen's own filters ask for; nothing else that an address may be made to say.

        A regular expression, or a NUL, would be an error in the database.
        """
        own = {getattr(each, "parameter_name", each) for each in self.list_filter}
        own.add(self.date_hierarchy)
        field, *how = lookup.split("__")
        return field in own and LOOKUPS.issuperset(how) and "\x00" not in str(value)

    def _verb_view(self, request: HttpRequest, object_id: str, verb: Verb) -> HttpResponse:
        return verb_view(self, request, object_id, verb)

    def verb_url_name(self, verb: Verb) -> str:
        """The name that `reverse` knows the verb's address by."""
        return f"admin:{self.opts.app_label}_{self.opts.model_name}_{verb.name}"

    def page_after_verb(self, request: HttpRequest, row: models.Model) -> str:
        """Where a person lands when the act is done: the row's page, if it is still there."""
        if self.model._base_manager.filter(pk=row.pk).exists():
            return reverse(
                f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[row.pk]
            )
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        """Django's page, with the verbs' buttons."""
        if obj is not None:
            context.setdefault("verb_buttons", buttons(self, request, obj))
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_fieldsets(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        """Django's, with the version that the page shows, whatever fields the screen names."""
        (name, options), *further = super().get_fieldsets(request, obj)
        fields = list(options["fields"])
        is_versioned = obj is not None and issubclass(self.form, VersionedForm)
        if is_versioned and self.has_change_permission(request, obj) and "version" not in fields:
            fields.append("version")
        return [(name, options | {"fields": fields}), *further]

    # --- looking ------------------------------------------------------------------------------

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Django's list; what was ticked is numbers, or it is as if nothing had been ticked."""
        ticked = request.POST.getlist(ACTION_CHECKBOX_NAME)
        if None in map(number, ticked):
            # No box of ours sends that; Django would look it up and answer 500.
            request.POST = request.POST.copy()
            del request.POST[ACTION_CHECKBOX_NAME]
        return super().changelist_view(request, extra_context)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """A list that may be as long as the archive."""
        return LongList

    @admin.display(description=mark_safe('<input type="checkbox" id="action-toggle">'))
    def action_checkbox(self, obj: models.Model) -> SafeString:
        """Django's box to tick, without a template for each row."""
        return format_html(
            '<input type="checkbox" name="{}" value="{}" class="action-select" aria-label="{}">',
            ACTION_CHECKBOX_NAME,
            obj.pk,
            _("Select this object for an action - {}").format(obj),
        )

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        """Rows that hold every word, without regard to case and accents."""
        if not self.search_fields:
            return queryset, False
        for word in vietnamese.fold(search_term).split():
            queryset = queryset.filter(**{f"{self.folded_column}__contains": word})
        return queryset, False

    def acts_on(self, row: models.Model) -> QuerySet[Activity]:
        """What was done to the row, newest first."""
        return Activity.objects.filter(target_type=self.opts.model_name, target_id=row.pk)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Who did what to this, from Activity."""
        row = self.get_object(request, object_id)
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        acts = self.acts_on(row).select_related("actor")
        context = {
            **self.admin_site.each_context(request),
            "title": _("History of %(name)s") % {"name": row},
            "object": row,
            "opts": self.opts,
            "history": history(acts[:MOST_ACTIVITIES]),
            **(extra_context or {}),
        }
        return TemplateResponse(request, self.object_history_template, context)


class RecordAdmin(ActAdmin):
    """A screen for a plain record, written by `save_<model>`."""

    def __init__(self, model: type[models.Model], site: admin.AdminSite) -> None:
        super().__init__(model, site)
        self.act_to_add = self.act_to_change = f"save_{model._meta.model_name}"

    def perform(self, request: HttpRequest, form: Any, change: bool) -> models.Model:
        changes = {name: form.cleaned_data[name] for name in form.fields if name != "version"}
        row = self.model.objects.get(pk=form.instance.pk) if change else self.model()
        return save_record(
            row,
            changes,
            by=request.user,
            base_version=form.cleaned_data["version"] if change else None,
        )


def _positional(args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Any, ...]:
    """The arguments of `changeform_view` as `_changeform_view` takes them."""
    names = ("object_id", "form_url", "extra_context")
    given = dict(zip(names, args, strict=False)) | kwargs
    return given.get("object_id"), given.get("form_url", ""), given.get("extra_context")


def tell(request: HttpRequest, refused: Refused) -> None:
    """Show a refusal at the top of the next page."""
    messages.error(request, str(refused))
