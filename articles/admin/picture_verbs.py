"""Taking a picture from readers, and giving it back."""

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions.taking_down import put_back, take_down
from ..models import Image, User
from .picture_views import THUMBNAIL_WIDTH, address_within
from .verbs import Verb, VerbForm


class TakeDownForm(VerbForm):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("Kept with the picture; readers do not see it."),
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


def _about(image: Image) -> list[tuple[Any, Any]]:
    """The picture itself, and what it shows: a file's name is soon mistaken for another's."""
    words = ("", image.alt or image.caption)
    if image.current is None:
        return [words]
    address = address_within(image.current, THUMBNAIL_WIDTH)
    return [("", format_html('<img src="{}" alt="">', address)), words]


class PutBackForm(VerbForm):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("Kept with the picture; readers do not see it."),
    )


def _take_down(image: Image, person: User, data: dict[str, Any]) -> str:
    take_down(
        image,
        by=person,
        reason=data["reason"],
        requested_by=data["requested_by"],
        document_number=data["document_number"],
        base_version=data["version"],
    )
    return _("Taken down: readers no longer get the picture anywhere.")


def _put_back(image: Image, person: User, data: dict[str, Any]) -> str:
    put_back(image, by=person, reason=data["reason"], base_version=data["version"])
    return _("Put back: readers get the picture wherever it was approved.")


PICTURE_VERBS = (
    Verb(
        "take-down",
        "take_down_image",
        gettext_lazy("Take the picture down"),
        _take_down,
        TakeDownForm,
        gettext_lazy(
            "The picture leaves every page, list and feed at once, and so does every other picture "
            "of the same file. Articles go on without it; their next picture leads. The newsroom "
            "keeps file and record, and can put it back."
        ),
        dangerous=True,
        applies=lambda image: image.taken_down_at is None and image.current_id is not None,
        quiet=True,
        about=_about,
    ),
    Verb(
        "put-back",
        "put_back_image",
        gettext_lazy("Put the picture back"),
        _put_back,
        PutBackForm,
        gettext_lazy(
            "Readers get it again in every article that they see and that was approved with it."
        ),
        applies=lambda image: image.taken_down_at is not None,
        quiet=True,
        about=_about,
    ),
)
