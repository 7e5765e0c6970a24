"""The people of the newsroom: who they are, what they may do, in which sections."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import (
    password_validators_help_text_html,
    validate_password,
)
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions.permission import refusal
from ..actions.records import save_record
from ..models import User
from ..structure import ROLE_NAMES, Role
from .completion import roles_of
from .recipe import RecordAdmin, VersionedForm
from .verbs import Verb, VerbForm


class RolesField(forms.ModelMultipleChoiceField):
    """The groups, under their roles' names."""

    def label_from_instance(self, group: Group) -> str:
        return str(ROLE_NAMES[Role(group.name)]) if group.name in list(Role) else group.name


class PersonForm(VersionedForm):
    groups = RolesField(
        Group.objects.order_by("pk"),
        label=gettext_lazy("Roles"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    password = forms.CharField(
        label=gettext_lazy("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    class Meta:
        model = User
        fields = (
            "username",
            "last_name",
            "first_name",
            "email",
            "password",
            "groups",
            "sections",
            "desk_language",
            "is_active",
        )
        widgets = {"sections": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields.pop("password", None)
        elif "password" in self.fields:
            self.fields["password"].help_text = password_validators_help_text_html()

    def clean_password(self) -> str:
        """Checked and hashed: only the hash goes further."""
        validate_password(self.cleaned_data["password"], self.instance)
        return make_password(self.cleaned_data["password"])


class PasswordForm(VerbForm):
    password = forms.CharField(
        label=gettext_lazy("New password"),
        strip=False,
        help_text=password_validators_help_text_html,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_password(self) -> str:
        validate_password(self.cleaned_data["password"])
        return make_password(self.cleaned_data["password"])


def _set_password(person: User, by: User, data: dict[str, Any]) -> str:
    save_record(person, {"password": data["password"]}, by=by, base_version=data["version"])
    return _("The password is set. Other sessions of this person have ended.")


class RoleFilter(admin.SimpleListFilter):
    """People of one role, under its name."""

    title = gettext_lazy("role")
    parameter_name = "role"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(role.value, ROLE_NAMES[role]) for role in Role]

    def queryset(self, request: HttpRequest, queryset: QuerySet[User]) -> QuerySet[User]:
        return queryset.filter(groups__name=self.value()) if self.value() else queryset


@admin.register(User)
class PersonAdmin(RecordAdmin):
    form = PersonForm
    list_display = ("username", "__str__", "email", "roles", "may_sign_in", "last_login")
    list_filter = (RoleFilter, "is_active")
    search_fields = ("folded",)
    ordering = ("username",)
    verbs = (
        Verb(
            "password",
            "save_user",
            gettext_lazy("Set password"),
            _set_password,
            PasswordForm,
            gettext_lazy("This person is signed out everywhere; tell them the password yourself."),
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    def get_fields(self, request: HttpRequest, obj: User | None = None) -> list[str]:
        """A password is given once here; afterwards it has an act of its own."""
        names = list(PersonForm.Meta.fields)
        if obj is not None:
            names.remove("password")
        return names

    def has_view_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """E-mail addresses and roles are the administrators' business."""
        return request.user.is_staff and refusal("save_user", request.user) is None

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """A superuser's account is changed by superusers only."""
        if obj is not None and obj.is_superuser and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)

    @admin.display(description=gettext_lazy("may sign in"), ordering="is_active")
    def may_sign_in(self, person: User) -> str:
        return _("yes") if person.is_active else _("no")

    @admin.display(description=gettext_lazy("roles"))
    def roles(self, person: User) -> str:
        return roles_of(person)

    def perform(self, request: HttpRequest, form: Any, change: bool) -> User:
        names = [name for name in form.fields if name != "version"]
        changes = {name: form.cleaned_data[name] for name in names}
        person = User.objects.get(pk=form.instance.pk) if change else User(is_staff=True)
        return save_record(
            person,
            changes,
            by=request.user,
            base_version=form.cleaned_data["version"] if change else None,
        )
