"""Who may do what, in which state: the newsroom's rules as data.

Permissions and groups are made from this table by migration (`articles/migrations`), the checks in
`articles/actions/permission.py` read it, and the tests try every cell of it. A permission is
`articles.<act>` (everywhere), `articles.<act>_in_sections` (in the sections a person acts in, and
below them) or `articles.<act>_own` (articles they created or are bylined on).
"""

from dataclasses import dataclass
from enum import StrEnum

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where an article stands on its way through the newsroom."""

    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("submitted")
    EDITING = "editing", _("being edited")
    AWAITING_APPROVAL = "awaiting_approval", _("awaiting approval")
    RETURNED = "returned", _("returned")
    SCHEDULED = "scheduled", _("scheduled")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")
    BINNED = "binned", _("in the bin")


class Role(StrEnum):
    """A job in the newsroom; each is a group of the same name."""

    REPORTER = "reporter"
    EDITOR = "editor"
    SECTION_HEAD = "section_head"
    MANAGING_EDITOR = "managing_editor"
    EDITOR_IN_CHIEF = "editor_in_chief"
    PICTURE_EDITOR = "picture_editor"
    COMMENT_MODERATOR = "comment_moderator"
    ADMINISTRATOR = "administrator"


ROLE_NAMES: dict[Role, Promise] = {
    Role.REPORTER: _("Reporter"),
    Role.EDITOR: _("Editor"),
    Role.SECTION_HEAD: _("Section head"),
    Role.MANAGING_EDITOR: _("Managing editor"),
    Role.EDITOR_IN_CHIEF: _("Editor-in-chief"),
    Role.PICTURE_EDITOR: _("Picture editor"),
    Role.COMMENT_MODERATOR: _("Comment moderator"),
    Role.ADMINISTRATOR: _("Administrator"),
}


class Scope(StrEnum):
    """How far a grant reaches; the value is what follows the act in the permission's name."""

    OWN = "_own"
    SECTIONS = "_in_sections"
    ANY = ""


_KEPT = frozenset(State) - {State.BINNED}


@dataclass(frozen=True, slots=True)
class Act:
    """Something a person does; `states` limits the articles it may be done to."""

    label: Promise
    states: frozenset[State] | None = None


ACTS: dict[str, Act] = {
    "create_article": Act(_("create articles")),
    "save_article": Act(_("save articles"), _KEPT),
    "restore_revision": Act(_("restore revisions"), _KEPT),
    "publish": Act(_("publish articles"), _KEPT),
    "schedule": Act(_("schedule publications"), _KEPT),
    "cancel_publication": Act(_("cancel scheduled publications"), _KEPT),
    "withdraw": Act(_("withdraw articles"), frozenset({State.SCHEDULED, State.PUBLISHED})),
    "import_articles": Act(_("import articles")),
    "save_image": Act(_("upload and describe pictures")),
    "save_author": Act(_("create and describe authors")),
    "rename_author": Act(_("rename authors")),
    "merge_authors": Act(_("merge authors")),
    "rename_tag": Act(_("rename tags")),
    "merge_tags": Act(_("merge tags")),
    "save_section": Act(_("create sections and set their approval steps")),
    "rename_section": Act(_("rename sections")),
    "move_section": Act(_("move sections")),
    "place": Act(_("arrange placements")),
    "approve_comment": Act(_("approve comments")),
    "reject_comment": Act(_("reject comments")),
    "save_masthead": Act(_("change the masthead")),
    "save_paperpage": Act(_("change the paper's own pages")),
    "save_user": Act(_("manage people")),
}

_WRITING = {"create_article": Scope.ANY, "save_image": Scope.ANY}
_EDITING = _WRITING | {
    "save_article": Scope.ANY,
    "restore_revision": Scope.ANY,
    "save_author": Scope.ANY,
}
_COMMENTS = {"approve_comment": Scope.ANY, "reject_comment": Scope.ANY}
_PUBLISHING = ("publish", "schedule", "cancel_publication", "withdraw")
_MANAGING = (
    _EDITING
    | _COMMENTS
    | dict.fromkeys(_PUBLISHING, Scope.ANY)
    | dict.fromkeys(
        (
            "import_articles",
            "rename_author",
            "merge_authors",
            "rename_tag",
            "merge_tags",
            "save_section",
            "rename_section",
            "move_section",
            "place",
            "save_masthead",
            "save_paperpage",
        ),
        Scope.ANY,
    )
)

GRANTS: dict[Role, dict[str, Scope]] = {
    Role.REPORTER: _WRITING | {"save_article": Scope.OWN},
    Role.EDITOR: _EDITING,
    Role.SECTION_HEAD: _EDITING | dict.fromkeys(_PUBLISHING, Scope.SECTIONS),
    Role.MANAGING_EDITOR: _MANAGING,
    Role.EDITOR_IN_CHIEF: _MANAGING,
    Role.PICTURE_EDITOR: {"save_image": Scope.ANY},
    Role.COMMENT_MODERATOR: _COMMENTS,
    Role.ADMINISTRATOR: {"save_user": Scope.ANY, "save_masthead": Scope.ANY},
}


def permission_codename(act: str, scope: Scope) -> str:
    """The permission that grants `act` as far as `scope`, without the application's name."""
    return f"{act}{scope}"
