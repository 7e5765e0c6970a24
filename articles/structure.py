"""Who may do what, in which state, and where it leads: the newsroom's rules as data.

`MOVES` is the way of an article through the newsroom; docs/developers/workflow.md is drawn from it
and docs/decisions/workflow.md tells why it is so. Permissions and groups are made from `GRANTS` by
migration (`articles/migrations`), the checks in `articles/actions/permission.py` read it all, and
the tests try every cell. A permission is `articles.<act>` (everywhere),
`articles.<act>_in_sections` (in the sections a person acts in, and below them) or
`articles.<act>_own` (articles they created, were given or are bylined on).
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
# Where the working copy rests: nobody waits for anybody.
_OUT = frozenset({State.SCHEDULED, State.PUBLISHED, State.WITHDRAWN})
WAITING = frozenset({State.SUBMITTED, State.EDITING, State.AWAITING_APPROVAL})
# Somebody has work with it before readers get it.
OPEN = frozenset({State.DRAFT, State.RETURNED}) | WAITING
# Where the author of an article may still change it: not while others edit or weigh it.
AUTHORS = _KEPT - {State.EDITING, State.AWAITING_APPROVAL}


class Need(models.TextChoices):
    """What must hold besides permission and state; `articles/actions/conditions.py` checks it."""

    APPROVALS = "approvals", _("the newest revision has every approval its section asks for")
    MISSING_APPROVAL = "missing_approval", _("the newest revision lacks an approval")
    NEW_APPROVER = "new_approver", _("the person has not approved this revision before")
    ANOTHER_AUTHOR = "another_author", _("the person is not the sole author")
    APPROVER = "approver", _("the person may approve the article")
    HOLDER = "holder", _("nobody else is editing the article")
    NOT_HOLDER = "not_holder", _("the person is not editing the article already")
    NEWER = "newer", _("the newest revision is not what readers have or are about to get")
    OUT = "out", _("readers have the article or are about to get it")
    NEVER_OUT = "never_out", _("readers never had the article and are not about to get it")
    REASON = "reason", _("a reason is given")


@dataclass(frozen=True, slots=True)
class Move:
    """An act on an article: from `sources` to one of `targets`; without targets it stays."""

    act: str
    sources: frozenset[State]
    targets: frozenset[State] = frozenset()
    needs: tuple[Need, ...] = ()


def _at(*states: State) -> frozenset[State]:
    return frozenset(states)


MOVES: tuple[Move, ...] = (
    Move("save_article", _KEPT, needs=(Need.HOLDER,)),
    Move("restore_revision", _KEPT, needs=(Need.HOLDER,)),
    Move("submit", _at(State.DRAFT, State.RETURNED), _at(State.SUBMITTED)),
    Move("submit", _OUT, _at(State.SUBMITTED), (Need.NEWER,)),
    Move("claim", _at(State.SUBMITTED), _at(State.EDITING)),
    Move("claim", _at(State.EDITING), _at(State.EDITING), (Need.NOT_HOLDER,)),
    Move("forward", _at(State.EDITING), _at(State.AWAITING_APPROVAL), (Need.HOLDER,)),
    Move("forward", _OUT, _at(State.AWAITING_APPROVAL), (Need.NEWER,)),
    Move(
        "approve_article",
        _OUT | {State.AWAITING_APPROVAL},
        needs=(Need.MISSING_APPROVAL, Need.ANOTHER_AUTHOR, Need.NEW_APPROVER),
    ),
    Move(
        "return_article",
        _at(State.SUBMITTED, State.EDITING),
        _at(State.RETURNED),
        (Need.HOLDER, Need.REASON),
    ),
    Move(
        "return_article",
        _at(State.AWAITING_APPROVAL),
        _at(State.RETURNED),
        (Need.APPROVER, Need.REASON),
    ),
    Move("publish", _KEPT, _at(State.PUBLISHED), (Need.ANOTHER_AUTHOR, Need.APPROVALS)),
    Move("publish_urgent", _KEPT, _at(State.PUBLISHED), (Need.ANOTHER_AUTHOR, Need.REASON)),
    Move(
        "schedule",
        _KEPT,
        _at(State.SCHEDULED, State.PUBLISHED),
        (Need.ANOTHER_AUTHOR, Need.APPROVALS),
    ),
    Move("quick_fix", _KEPT - {State.DRAFT, State.WITHDRAWN}, needs=(Need.ANOTHER_AUTHOR,)),
    Move("cancel_publication", _OUT - {State.WITHDRAWN}, _OUT | {State.DRAFT}),
    Move("cancel_publication", WAITING | {State.RETURNED}),
    Move("withdraw", _OUT - {State.WITHDRAWN}, _at(State.WITHDRAWN), (Need.REASON,)),
    Move(
        "withdraw",
        WAITING | {State.RETURNED},
        _at(State.WITHDRAWN),
        (Need.OUT, Need.REASON),
    ),
    Move("bin_article", _at(State.DRAFT, State.RETURNED), _at(State.BINNED), (Need.NEVER_OUT,)),
    Move("unbin_article", _at(State.BINNED), _at(State.DRAFT)),
)


def moves_of(act: str) -> tuple[Move, ...]:
    """The moves that the act can make; none for an act that is no move of an article."""
    return tuple(move for move in MOVES if move.act == act)


def needs_of(act: str, state: State) -> tuple[Need, ...]:
    """What must hold for the act in this state."""
    return tuple(need for move in moves_of(act) if state in move.sources for need in move.needs)


def targets_of(act: str, state: State) -> frozenset[State]:
    """Where the act may lead from `state`; `state` itself where it stays."""
    found = [move for move in moves_of(act) if state in move.sources]
    return frozenset().union(*(move.targets or {state} for move in found))


def _sources(act: str) -> frozenset[State]:
    return frozenset().union(*(move.sources for move in moves_of(act)))


@dataclass(frozen=True, slots=True)
class Act:
    """Something a person does.

    `states` limits the articles it may be done to; `own_states` those that a grant of one's own
    articles reaches.
    """

    label: Promise
    states: frozenset[State] | None = None
    own_states: frozenset[State] = _KEPT


ACTS: dict[str, Act] = {
    "create_article": Act(_("create articles")),
    "save_article": Act(_("save articles"), _sources("save_article"), AUTHORS),
    "restore_revision": Act(_("restore revisions"), _sources("restore_revision"), AUTHORS),
    "name_revision": Act(_("name revisions"), _KEPT, AUTHORS),
    "submit": Act(_("submit articles"), _sources("submit")),
    "claim": Act(_("take articles to edit"), _sources("claim")),
    "forward": Act(_("send articles up for approval"), _sources("forward")),
    "approve_article": Act(_("approve articles"), _sources("approve_article")),
    "return_article": Act(_("return articles"), _sources("return_article")),
    "publish": Act(_("publish articles"), _sources("publish")),
    "publish_urgent": Act(_("publish urgent news"), _sources("publish_urgent")),
    # Not an act by itself: it lifts Need.ANOTHER_AUTHOR from publishing, and the record says so.
    "publish_own": Act(_("publish what one has written alone")),
    "schedule": Act(_("schedule publications"), _sources("schedule")),
    "quick_fix": Act(_("mend a passage of live articles"), _sources("quick_fix")),
    "cancel_publication": Act(_("cancel scheduled publications"), _sources("cancel_publication")),
    "withdraw": Act(_("withdraw articles"), _sources("withdraw")),
    "bin_article": Act(_("put drafts into the recycle bin"), _sources("bin_article")),
    "unbin_article": Act(
        _("take drafts out of the recycle bin"),
        _sources("unbin_article"),
        _sources("unbin_article"),
    ),
    "write_correction": Act(_("write corrections"), _KEPT),
    "approve_correction": Act(_("approve corrections"), _KEPT),
    "decline_correction": Act(_("decline corrections"), _KEPT),
    "create_preview_link": Act(_("create preview links"), _KEPT - {State.WITHDRAWN}, AUTHORS),
    "revoke_preview_link": Act(_("revoke preview links"), _KEPT),
    "assign": Act(_("assign articles"), _KEPT),
    "write_note": Act(_("write desk notes"), _KEPT),
    "settle_note": Act(_("settle desk notes"), _KEPT),
    "import_articles": Act(_("import articles")),
    "save_image": Act(_("upload and describe pictures")),
    "take_down_image": Act(_("take pictures down")),
    "put_back_image": Act(_("put pictures back")),
    "save_author": Act(_("create and describe authors")),
    "rename_author": Act(_("rename authors")),
    "merge_authors": Act(_("merge authors")),
    "save_tag": Act(_("describe tags")),
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

Reach = tuple[Scope, ...]
_ANY: Reach = (Scope.ANY,)
_OWN: Reach = (Scope.OWN,)
_SECTIONS: Reach = (Scope.SECTIONS,)
_OWN_AND_SECTIONS: Reach = (Scope.OWN, Scope.SECTIONS)


def _each(acts: tuple[str, ...], reach: Reach) -> dict[str, Reach]:
    return dict.fromkeys(acts, reach)


_NOTES = _each(("write_note", "settle_note"), _ANY)
_WRITING = _each(("create_article", "save_image"), _ANY) | _NOTES
_TEXT = (
    "save_article",
    "name_revision",
    "submit",
    "bin_article",
    "unbin_article",
    "write_correction",
    "create_preview_link",
    "revoke_preview_link",
)
_DESK = ("restore_revision", "claim", "forward", "return_article")
_RELEASE = (
    "approve_article",
    "publish",
    "schedule",
    "quick_fix",
    "approve_correction",
    "decline_correction",
    "cancel_publication",
    "withdraw",
    "assign",
)
_COMMENTS = _each(("approve_comment", "reject_comment"), _ANY)
_EDITING = _WRITING | _each((*_TEXT, *_DESK, "save_author"), _ANY)
_PAPER = (
    "publish_urgent",
    "take_down_image",
    "put_back_image",
    "import_articles",
    "rename_author",
    "merge_authors",
    "save_tag",
    "rename_tag",
    "merge_tags",
    "save_section",
    "rename_section",
    "move_section",
    "place",
    "save_masthead",
    "save_paperpage",
)
_MANAGING = _EDITING | _COMMENTS | _each((*_RELEASE, *_PAPER), _ANY)

GRANTS: dict[Role, dict[str, Reach]] = {
    Role.REPORTER: _WRITING | _each(_TEXT, _OWN),
    Role.EDITOR: _EDITING,
    Role.SECTION_HEAD: _WRITING
    | _each(("save_author",), _ANY)
    | _each(_TEXT, _OWN_AND_SECTIONS)
    | _each((*_DESK, *_RELEASE), _SECTIONS),
    Role.MANAGING_EDITOR: _MANAGING,
    Role.EDITOR_IN_CHIEF: _MANAGING | _each(("publish_own",), _ANY),
    Role.PICTURE_EDITOR: _each(("save_image", "take_down_image"), _ANY) | _NOTES,
    Role.COMMENT_MODERATOR: _COMMENTS,
    Role.ADMINISTRATOR: _each(("save_user", "save_masthead"), _ANY),
}


def permission_codename(act: str, scope: Scope) -> str:
    """The permission that grants `act` as far as `scope`, without the application's name."""
    return f"{act}{scope}"
