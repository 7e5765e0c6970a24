"""Who sees to an article, until when, and how soon: phân công."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import Article, Notice, Priority
from .notices import tell
from .permission import require
from .recording import record
from .refusals import Refused
from .saving import lock

if TYPE_CHECKING:
    from ..models import User


def assign(
    article: Article,
    *,
    by: "User | None",
    assignee: "User | None",
    due_at: datetime | None = None,
    priority: int = Priority.NORMAL,
    base_version: int | None = None,
) -> Article:
    """Give the article to `assignee` (None: to nobody), due at `due_at`. Nothing new: no record.

    Raises:
        Stale: the article is no longer at `base_version`.
        Refused: not permitted, the person cannot work here, there is no such priority, or a
            person (a command may) lets it be due from now on at a time that is past.
    """
    values = {"assignee": assignee, "due_at": due_at, "priority": priority}
    return _assign(article, values, by, base_version)


def reassign(
    article: Article,
    *,
    by: "User | None",
    assignee: "User | None" = None,
    due_at: datetime | None = None,
    priority: int | None = None,
    base_version: int | None = None,
) -> Article:
    """As `assign`, but what is None stays as the article has it.

    Raises:
        Stale: the article is no longer at `base_version`.
        Refused: as `assign` does.
    """
    given = {"assignee": assignee, "due_at": due_at, "priority": priority}
    values = {field: value for field, value in given.items() if value is not None}
    return _assign(article, values, by, base_version)


def _assign(
    article: Article, values: dict[str, Any], by: "User | None", base_version: int | None
) -> Article:
    assignee = values.get("assignee")
    if assignee is not None and not (assignee.is_active and assignee.is_staff):
        raise Refused(_("%(who)s no longer works here.") % {"who": assignee}, "assignee")
    if values.get("priority", Priority.NORMAL) not in Priority.values:
        raise Refused(_("There is no such priority."), "priority")
    with transaction.atomic():
        article = lock(article.pk, base_version)
        require("assign", by, article)
        before, now = _kept(article), timezone.now()
        new_assignee = assignee is not None and assignee.pk != article.assignee_id
        for field, value in values.items():
            setattr(article, field, value)
        changes = {
            field: [old, new]
            for (field, old), new in zip(before.items(), _kept(article).values(), strict=True)
            if old != new
        }
        if not changes:
            return article
        due = article.due_at if "due_at" in changes else None
        if due is not None and due <= now and by is not None:
            raise Refused(
                _("%(time)s is past. Choose a later time.")
                % {"time": f"{timezone.localtime(due):%H:%M %d/%m/%Y}"},
                "due_at",
            )
        article.save(update_fields=["assignee", "due_at", "priority"])
        activity = record("assign", article, by=by, at=now, changes=changes)
        if assignee is not None and new_assignee:
            tell(Notice.Kind.ASSIGNED, [assignee], article, activity)
    return article


def _kept(article: Article) -> dict[str, str | int]:
    """The three values as the record keeps them: in nobody's language."""
    due = article.due_at
    return {
        "assignee": str(article.assignee or ""),
        "due_at": f"{timezone.localtime(due):%d/%m/%Y %H:%M}" if due else "",
        "priority": int(article.priority),
    }
