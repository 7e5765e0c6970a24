"""Passwords: forgotten and asked for by mail, or changed by their owner. Each change is logged."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.admin.forms import AdminPasswordChangeForm
from django.contrib.auth import views
from django.contrib.auth.forms import PasswordResetForm, SetPasswordForm
from django.contrib.auth.hashers import make_password
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _

from ..accounts import DeskBackend
from ..actions.records import save_record
from ..models import User


class ForgottenPasswordForm(PasswordResetForm):
    """Mails a link to those who could sign in with the password they would set."""

    def get_users(self, email: str) -> Iterable[User]:
        allowed = DeskBackend().user_can_authenticate
        return (user for user in super().get_users(email) if user.is_staff and allowed(user))


class _LoggedPassword:
    """Saves a new password as the act that an administrator would do."""

    user: User
    cleaned_data: dict[str, Any]

    def save(self, commit: bool = True) -> User:
        password = make_password(self.cleaned_data["new_password1"])
        # By nobody: the owner of an account needs no permission for it.
        person = save_record(User.objects.get(pk=self.user.pk), {"password": password}, by=None)
        # This session goes on with the new hash.
        self.user.password = person.password
        return self.user


class NewPasswordForm(_LoggedPassword, SetPasswordForm):
    """Sets the password of the person who followed the link."""


class OwnPasswordForm(_LoggedPassword, AdminPasswordChangeForm):
    """Changes a person's own password, who knows the old one."""


def password_reset_urls() -> list[URLPattern]:
    """The four addresses of a forgotten password, for those who are not signed in."""
    return [
        path(
            "quen-mat-khau/",
            views.PasswordResetView.as_view(
                form_class=ForgottenPasswordForm,
                template_name="admin/password_reset.html",
                email_template_name="email/password_reset.txt",
                subject_template_name="email/password_reset_subject.txt",
                extra_email_context={"site_url": settings.SITE_URL},
                extra_context={"title": _("Forgotten password")},
                success_url=reverse_lazy("admin:password_reset_done"),
            ),
            name="password_reset",
        ),
        path(
            "quen-mat-khau/da-gui/",
            views.PasswordResetDoneView.as_view(
                template_name="admin/password_reset_done.html",
                extra_context={"title": _("Look into your mail")},
            ),
            name="password_reset_done",
        ),
        path(
            "quen-mat-khau/xong/",
            views.PasswordResetCompleteView.as_view(
                template_name="admin/password_reset_complete.html",
                extra_context={"title": _("The password is set")},
            ),
            name="password_reset_complete",
        ),
        path(
            "quen-mat-khau/<uidb64>/<token>/",
            views.PasswordResetConfirmView.as_view(
                form_class=NewPasswordForm,
                template_name="admin/password_reset_confirm.html",
                extra_context={"title": _("New password")},
                success_url=reverse_lazy("admin:password_reset_complete"),
            ),
            name="password_reset_confirm",
        ),
    ]
