"""The form under an article. It checks each field by the act's own rule; the act checks again."""

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.http import QueryDict

from articles.actions.refusals import Refused
from articles.models import Masthead

from .actions.writing import Submission, clean_body, clean_email, clean_name
from .models import MAX_BODY


class PlainTextField(forms.CharField):
    """Text that an act's rule cleans; the rule's refusal is the field's error."""

    def __init__(self, rule: Callable[[str], str], **options: Any) -> None:
        super().__init__(strip=False, **options)
        self.rule = rule

    def to_python(self, value: Any) -> str:
        try:
            return self.rule(super().to_python(value) or "")
        except Refused as refused:
            raise forms.ValidationError(str(refused)) from None


class CommentForm(forms.Form):
    """What a reader types. Bound or not, it is the same HTML for everyone: no token, no session.

    `policy` is the privacy notice that the page showed: consent to another one does not count.
    `website` is a trap: people do not see it, programs fill it in.
    """

    name = PlainTextField(
        clean_name, label="Tên hiển thị", widget=forms.TextInput({"autocomplete": "name"})
    )
    email = PlainTextField(
        clean_email,
        label="E-mail",
        help_text="Không hiển thị trên trang.",
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    body = PlainTextField(
        clean_body,
        label="Bình luận",
        help_text=f"Nhiều nhất {MAX_BODY:,} ký tự, viết có dấu.".replace(",", ".", 1),
        widget=forms.Textarea({"rows": 6}),
    )
    consent = forms.BooleanField(
        label="Tôi đồng ý để tòa soạn xử lý dữ liệu tôi gửi như thông báo trên.",
        error_messages={"required": "Cần bạn đồng ý thì tòa soạn mới được nhận bình luận."},
    )
    policy = forms.IntegerField(required=False, widget=forms.HiddenInput)
    website = forms.CharField(
        required=False,
        label="Để trống ô này",
        widget=forms.TextInput({"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(self, masthead: Masthead, data: QueryDict | None = None) -> None:
        super().__init__(
            data, auto_id="viet-%s", initial={"policy": masthead.privacy_version}, label_suffix=""
        )
        self.masthead = masthead

    def clean(self) -> dict[str, Any]:
        """Refuse consent to another notice than the present one, and ask for it anew."""
        if self.cleaned_data.get("policy") != self.masthead.privacy_version:
            data = cast(QueryDict, self.data).copy()
            data["policy"] = str(self.masthead.privacy_version)
            data.pop("consent", None)
            self.data = data
            if "consent" in self.cleaned_data:
                self.add_error(
                    "consent", "Thông báo đã thay đổi. Mời bạn đọc lại rồi đánh dấu đồng ý."
                )
        return self.cleaned_data

    def submission(self, *, nonce: str, address: str) -> Submission:
        """What a valid form brings to the act."""
        return Submission(
            name=self.cleaned_data["name"],
            email=self.cleaned_data["email"],
            body=self.cleaned_data["body"],
            policy_version=self.masthead.privacy_version,
            nonce=nonce,
            address=address,
            is_spam=bool(self.cleaned_data["website"]),
        )
