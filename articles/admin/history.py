"""Activity rows as sentences for a person: who did what, when, and why."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ..models import Activity, Slot
from ..structure import ROLE_NAMES, State

MOST_ACTIVITIES = 500


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One act: `details` are short sentences, the reason among them.

    `moved` says from which state to which, "" where the article stayed in its own.
    """

    at: datetime
    who: str
    what: str
    details: tuple[str, ...]
    moved: str = ""


def history(activities: Iterable[Activity]) -> list[HistoryLine]:
    """The acts in the order given; their actors should be fetched with them."""
    return [
        HistoryLine(
            at=activity.at,
            who=who(activity),
            what=str(activity),
            details=tuple(details(activity)),
            moved=_moved(activity.data),
        )
        for activity in activities
    ]


def who(activity: Activity) -> str:
    """The person, or that it was a command or the clock."""
    return str(activity.actor or _("a command"))


def _moved(data: dict[str, Any]) -> str:
    source, target = data.get("from_state"), data.get("to_state")
    if source == target or source not in State.values or target not in State.values:
        return ""
    return f"{capfirst(str(State(source).label))} → {capfirst(str(State(target).label))}"


def _time(value: str) -> str:
    return f"{timezone.localtime(datetime.fromisoformat(value)):%d/%m/%Y - %H:%M}"


def _slot(value: str) -> str:
    return str(Slot(value).label) if value in Slot.values else value


def how(key: str) -> str:
    """What was done to a slot, in words."""
    words = {
        "added": _("placed"),
        "moved": _("moved"),
        "removed": _("taken out"),
        "timed": _("given other times"),
        "undone": _("undone"),
    }
    return str(words.get(key, key))


# What is said about each piece of an activity's data; the rest is for programs.
_SAID: dict[str, Callable[[Any], str]] = {
    "revision": lambda number: _("revision %(number)s") % {"number": number},
    "called": lambda name: _("name: “%(name)s”") % {"name": name},
    "called_before": lambda name: _("name before: “%(name)s”") % {"name": name},
    "restored": lambda number: _("restored from revision %(number)s") % {"number": number},
    "visible_from": lambda value: _("from %(time)s on") % {"time": _time(value)},
    "open_until": lambda value: _("open until %(time)s") % {"time": _time(value)},
    "reason": lambda text: _("reason: %(text)s") % {"text": text},
    "requested_by": lambda text: _("requested by: %(text)s") % {"text": text},
    "document_number": lambda text: _("document: %(text)s") % {"text": text},
    "note": lambda text: _("note: %(text)s") % {"text": text},
    "import_ref": lambda ref: _("imported from %(ref)s") % {"ref": ref},
    "passage": lambda text: _("passage: “%(text)s”") % {"text": text},
    "words": lambda text: _("now: “%(text)s”") % {"text": text},
    "missing_in_copy": lambda _copy: _("the working copy no longer had it"),
    "missing_in_scheduled": lambda _rows: _("a scheduled revision did not have it"),
    "approval": lambda counted: _("approval %(counted)s") % {"counted": counted},
    "approvals_lost": lambda number: (
        _("approvals that no longer count: %(number)s") % {"number": number}
    ),
    "taken_from": lambda who: _("taken over from %(who)s") % {"who": who},
    "sole_author": lambda _own: _("by its sole author, who is allowed to"),
    "approved_elsewhere": lambda _archive: _("from an archive: no approval asked"),
    "slot": lambda slot: _("slot: %(slot)s") % {"slot": _slot(slot)},
    "how": lambda key: how(key),
    "title": lambda title: f"“{title}”",
    "heading": lambda heading: f"“{heading}”",
    "wrong": lambda text: _("wrong: %(text)s") % {"text": text},
    "right": lambda text: _("right: %(text)s") % {"text": text},
    "name": lambda name: _("merged: %(name)s") % {"name": name},
}

# The reasons that are kept as codes, in words: by the name of the model that acts are done to.
# Apps that articles knows nothing of add theirs.
REASON_CODES: dict[str, Mapping[str, Any]] = {}


def details(activity: Activity) -> Iterable[str]:
    """What an activity's data says to a person, in short sentences; each changed field is one."""
    for key, say in _SAID.items():
        value = activity.data.get(key)
        if key == "reason":
            value = REASON_CODES.get(activity.target_type, {}).get(value, value)
        if value not in (None, "", False, 0):
            yield say(value)
    for field, values in (activity.data.get("changes") or {}).items():
        label = _label(activity.target_type, field)
        if field == "password":
            yield _("%(field)s: changed") % {"field": label}
        else:
            old, new = (_spoken(_chosen(activity.target_type, field, each)) for each in values)
            yield f"{label}: {old} → {new}"


# How `records` keeps several chosen rows: the list of their names, as Python writes it.
_NAMES = re.compile(r"\[(?:'[^']*'(?:, '[^']*')*)?\]")


def _spoken(value: Any) -> str:
    """A value as `records` keeps it, said to a person: without markup and names of programs."""
    text = "" if value is None else str(value)
    if text in ("True", "False"):
        return _("yes") if text == "True" else _("no")
    if _NAMES.fullmatch(text):
        names = re.findall(r"'([^']*)'", text)
        return ", ".join(str(ROLE_NAMES.get(name, name)) for name in names) or "–"
    # Where one block ends and the next begins there is a space between their words.
    return " ".join(strip_tags(text.replace("><", "> <")).split()) or "–"


def _field(model_name: str, field: str) -> Any:
    """The model's field, where it still has it, else None."""
    try:
        return apps.get_model("articles", model_name)._meta.get_field(field)
    except (LookupError, FieldDoesNotExist):
        return None


def _chosen(model_name: str, field: str, value: Any) -> Any:
    """What a value that is one of several is called; others, and words of old rows, are as kept."""
    found = getattr(_field(model_name, field), "flatchoices", None) or ()
    return {str(key): label for key, label in found}.get(str(value), value)


def _label(model_name: str, field: str) -> str:
    """The field's name on the screen, where the model still has it."""
    found = _field(model_name, field)
    if not hasattr(found, "verbose_name"):
        return field
    name = str(found.verbose_name)
    # Django begins its own with a capital.
    return name[:1].lower() + name[1:]
