"""The form an article is written in: from a Draft, and back to one."""

from dataclasses import replace
from functools import partial
from typing import Any

from django import forms
from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from newsroom.text import vietnamese

from .. import body
from ..actions.cleaning import MAX_BODY
from ..actions.saving import lock
from ..draft import Draft
from ..models import Article, Kind, Section
from .choosing import PREFIX, STORED, body_difference, body_rows, merged_body
from .completion import TagsField
from .conflicts import Difference, difference
from .editor import BodyEditor
from .recipe import VersionedForm
from .widgets import BylinesField, GrowingTextarea, PrintedDate, PrintedDateField, byline_rows


def sections_in_order() -> QuerySet[Section]:
    """Every section, each followed by its subsections."""
    top = Coalesce("parent__position", "position")
    return Section.objects.select_related("parent").order_by(
        top, Coalesce("parent_id", "pk"), F("parent_id").asc(nulls_first=True), "position", "pk"
    )


class ArticleForm(VersionedForm):
    """Everything a person types into an article. Only the act decides what can be saved.

    `unsaved` is what a form of this kind held earlier and nobody saved: what this one opens with.
    `merged` is whether it holds what its writer chose from two texts, and waits to be saved.
    """

    unsaved: QueryDict | None = None
    merged = False

    title = forms.CharField(
        label=_("Title"),
        widget=GrowingTextarea("write-title", line=True),
        error_messages={"required": _("An article needs a title.")},
    )
    kicker = forms.CharField(
        label=_("Kicker"),
        required=False,
        widget=forms.TextInput({"class": "write-kicker"}),
    )
    sapo = forms.CharField(
        label=_("Sapo"), required=False, widget=GrowingTextarea("write-sapo", line=True)
    )
    body = forms.CharField(
        label=_("Body text"),
        required=False,
        strip=False,
        max_length=MAX_BODY,
        widget=BodyEditor,
    )
    section = forms.ModelChoiceField(
        Section.objects.none(),
        label=_("Section"),
        empty_label=_("choose a section"),
        error_messages={"required": _("Choose a section.")},
    )
    bylines = BylinesField(label=_("Bylines"), required=False)
    tags = TagsField(label=_("Tags"), required=False, help_text=_("Separate them by commas."))
    dateline = PrintedDateField(
        label=_("Printed date"),
        required=False,
        help_text=_(
            "As readers see it: 19/05/2024 - 07:06, or 19/05/2024 alone. Empty: the minute of "
            "publication."
        ),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices, initial=Kind.NEWS)
    also_in = forms.ModelMultipleChoiceField(
        Section.objects.none(),
        label=_("Also listed in"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    copyright_notice = forms.CharField(
        label=_("Own copyright notice"),
        required=False,
        widget=GrowingTextarea("", line=True),
        help_text=_("Printed after (*). Empty: the paper’s own notice."),
    )

    class Meta:
        model = Article
        # All fields are declared above: a Draft fills them, not the row.
        fields: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sections = sections_in_order()
        for name in ("section", "also_in"):
            self.fields[name].queryset = sections
        if not self.is_bound:
            # Both lists of one query; what is sent back is looked up by itself.
            names = [(section.pk, str(section)) for section in sections]
            self.fields["section"].choices = [("", self.fields["section"].empty_label), *names]
            self.fields["also_in"].choices = names
        self.base: Draft | None = None
        if self.instance.pk:
            self.base = self.instance.draft
            self.initial.update(_initial(self.base))
        if self.unsaved is not None:
            # With its version: if the article was saved since, saving this is a conflict.
            for name, field in self.fields.items():
                self.initial[name] = field.widget.value_from_datadict(self.unsaved, {}, name)

    def clean(self) -> dict[str, Any]:
        """As every form; where two texts are to be put together, do so and save nothing yet."""
        cleaned = super().clean()
        if "_merge" in self.data and self.instance.pk and not self.errors:
            self._merge(newest_draft(self.instance))
            self.merged = True
            self.add_error(
                None,
                gettext("The texts are put together as you chose. Look at the result, then save."),
            )
        return cleaned

    def _merge(self, stored: Draft) -> None:
        """Let the form hold what was chosen from what was typed and from `stored`."""
        typed = self._typed_over(stored)
        self.data = data = self.data.copy()
        rows = body_rows(body.normalise(typed.body), stored.body)
        data["body"] = merged_body(rows, data)
        for part in self.fields:
            if data.get(PREFIX + part) == STORED:
                for name, values in _posted(stored, part).items():
                    data.setlist(name, values)

    def _post_clean(self) -> None:
        """Nothing: the form never touches the row it shows."""

    def lock(self, version: int) -> None:
        """Lock the article's row.

        Raises:
            Stale: it is no longer at `version`; says who saved it, and when.
        """
        lock(self.instance.pk, version, typed=True)

    def draft(self) -> Draft:
        """What was typed, after the form was found valid."""
        return self._typed_over(self.base or Draft(title="", section=0))

    def differences(self) -> list[Difference]:
        """Each part in which the typed text is not what is stored now, as lines of text."""
        stored = newest_draft(self.instance) if self.instance.pk else Draft(title="", section=0)
        typed = self._typed_over(stored)
        names = {section.pk: str(section) for section in self.fields["section"].queryset}
        return [
            body_difference(
                self.fields[part].label, body_rows(body.normalise(typed.body), stored.body)
            )
            if part == "body"
            else difference(
                self.fields[part].label,
                _spoken(typed, part, names),
                _spoken(stored, part, names),
                PREFIX + part,
            )
            for part in self.fields
            if part != "version" and _differs(typed, stored, part)
        ]

    def _typed_over(self, under: Draft) -> Draft:
        """`under` with every field that holds something valid."""
        data = self.cleaned_data
        typed = {
            name: data[name]
            for name in (
                "title",
                "kicker",
                "sapo",
                "body",
                "kind",
                "bylines",
                "tags",
                "copyright_notice",
            )
            if name in data
        }
        if data.get("section"):
            typed["section"] = data["section"].pk
        if "also_in" in data:
            typed["also_in"] = tuple(section.pk for section in data["also_in"])
        if "dateline" in data and self["dateline"].data != _printed(under):
            printed = data["dateline"]
            typed["dateline"] = printed.at if printed else None
            typed["dateline_has_time"] = printed.has_time if printed else True
        return replace(under, **typed)


def newest_draft(article: Article) -> Draft:
    """The working copy as it was last saved."""
    return article.revisions.latest("number").draft


def _initial(draft: Draft) -> dict[str, Any]:
    return {
        "kind": draft.kind,
        "kicker": draft.kicker,
        "title": draft.title,
        "sapo": draft.sapo,
        "body": draft.body,
        "section": draft.section,
        "also_in": list(draft.also_in),
        # Asks for the authors' present names, where a page is made of them.
        "bylines": partial(byline_rows, draft.bylines),
        "tags": ", ".join(draft.tags),
        "dateline": _printed(draft),
        "copyright_notice": draft.copyright_notice,
    }


def _posted(draft: Draft, part: str) -> dict[str, list[str]]:
    """A part of a draft as a browser would send it."""
    match part:
        case "bylines":
            rows = byline_rows(draft.bylines)
            return {
                f"bylines-{column}": [getattr(row, column) for row in rows]
                for column in ("name", "role", "separator", "author")
            }
        case "also_in":
            return {part: [str(pk) for pk in draft.also_in]}
        case _:
            return {part: [str(_initial(draft)[part])]}


def _printed(draft: Draft) -> str:
    return str(PrintedDate(draft.dateline, draft.dateline_has_time)) if draft.dateline else ""


def _differs(typed: Draft, stored: Draft, part: str) -> bool:
    if part == "body":
        return body.normalise(typed.body) != stored.body
    if part == "dateline":
        return _printed(typed) != _printed(stored)
    mine, theirs = getattr(typed, part), getattr(stored, part)
    if isinstance(mine, str):
        return vietnamese.clean_line(mine) != vietnamese.clean_line(theirs)
    return mine != theirs


def _spoken(draft: Draft, part: str, sections: dict[int, str]) -> str:
    """A part of a draft as lines that a person can read, and copy."""
    match part:
        case "bylines":
            return "".join(
                f"{byline.separator}{byline.role + ': ' if byline.role else ''}{byline.name}"
                for byline in draft.bylines
            )
        case "tags":
            return ", ".join(draft.tags)
        case "section":
            return sections.get(draft.section, "")
        case "also_in":
            return "\n".join(sections.get(pk, "") for pk in draft.also_in)
        case "dateline":
            return _printed(draft)
        case "kind":
            return str(Kind(draft.kind).label)
        case _:
            return getattr(draft, part)
