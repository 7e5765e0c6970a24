"""What should come of each act, for the newsroom of tests/workflow_model.py.

Written by hand from the way of an article through the newsroom, and knowing nothing of
articles/structure.py: two accounts of the same rules, which have to agree.
"""

from dataclasses import dataclass, field, replace

from articles.models import Section, User

from .cast import Cast

DRAFT, SUBMITTED, EDITING, AWAITING = "draft", "submitted", "editing", "awaiting_approval"
RETURNED, SCHEDULED, PUBLISHED, WITHDRAWN = "returned", "scheduled", "published", "withdrawn"
BINNED = "binned"
OUT = {SCHEDULED, PUBLISHED, WITHDRAWN}
UNDER_WAY = {SUBMITTED, EDITING, AWAITING, RETURNED}

BIN = {"bin_article", "unbin_article"}
LINKS = {"create_preview_link", "revoke_preview_link"}
TEXT = {"save_article", "name_revision", "submit"} | BIN | LINKS
DESK = {"restore_revision", "claim", "forward", "return_article"}
RELEASE = {
    "approve_article",
    "publish",
    "schedule",
    "quick_fix",
    "cancel_publication",
    "withdraw",
    "assign",
}
NOTES = {"write_note", "settle_note"}
EDITORS_ACTS = TEXT | DESK | NOTES
EVERYTHING = EDITORS_ACTS | RELEASE | {"publish_urgent"}
READERS_SIDE = {
    "publish",
    "publish_urgent",
    "schedule",
    "quick_fix",
    "cancel_publication",
    "withdraw",
}
ACTS = sorted(EVERYTHING)


@dataclass
class Copy:
    """What the model knows of a working copy."""

    owner: User
    section: Section
    state: str = DRAFT
    revision: int = 1
    holder: User | None = None
    assignee: User | None = None
    # To whom the article is about to be given.
    chosen: User | None = None
    approvers: dict[int, set[User]] = field(default_factory=dict)
    # The text of each revision: restoring one makes it the newest again.
    texts: list[int] = field(default_factory=lambda: [1])
    wanted: int = 1
    # The texts of the revisions that a quick fix is about to make.
    fixed: list[int] = field(default_factory=list)

    @property
    def step(self) -> int:
        return len(self.approvers.get(self.revision, ()))

    def note(self, act: str, person: User, outcome: str) -> None:
        """The act was done."""
        self.state = outcome
        self.holder = person if act == "claim" else self.holder if outcome == EDITING else None
        if act in ("save_article", "restore_revision"):
            self.revision += 1
            restored = act == "restore_revision"
            self.texts.append(self.texts[self.wanted - 1] if restored else self.revision)
        if act == "quick_fix":
            before, own = self.revision, self.texts[-1]
            self.texts += self.fixed
            self.revision = len(self.texts)
            # What was not mended is what was approved.
            if self.texts[-1] == own and before in self.approvers:
                self.approvers[self.revision] = set(self.approvers[before])
        if act == "assign":
            self.assignee = self.chosen
        if act == "approve_article":
            self.approvers.setdefault(self.revision, set()).add(person)

    def thought_of(self) -> "Copy":
        """Another like it, to think ahead with."""
        approvers = {number: set(people) for number, people in self.approvers.items()}
        return replace(self, approvers=approvers, texts=[*self.texts])


@dataclass(frozen=True, slots=True)
class Outside:
    """What has left the newsroom of an article, at one moment."""

    live: bool = False  # readers have it
    ahead: int = 0  # how many versions readers are about to get
    begun: bool = False  # readers have it or once had it
    newest: bool = False  # the newest revision is live or ahead
    only: bool = False  # the newest revision is live and nothing is ahead
    link: bool = False  # a preview link is open

    @property
    def without_one_ahead(self) -> str:
        """Where an article rests after one of its scheduled versions was cancelled."""
        if self.live:
            return PUBLISHED
        if self.ahead > 1:
            return SCHEDULED
        return WITHDRAWN if self.begun else DRAFT


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a newsroom with this cast; `ours` are the section head's sections.

    The deputy heads those below the first of them.
    """

    cast: Cast
    deputy: User
    ours: frozenset[int]

    def reaches(self, act: str, person: User, copy: Copy) -> bool:
        """Whether the person's job has this act, for this article, as it stands."""
        cast = self.cast
        own = person in (copy.owner, copy.assignee)
        theirs = ("save_article", "name_revision", "create_preview_link")
        if act in theirs and copy.state in (EDITING, AWAITING):
            own = False
        if person == cast.editor_in_chief or person == cast.managing_editor:
            return act in EVERYTHING
        if person == cast.editor:
            return act in EDITORS_ACTS
        if person in (cast.section_head, self.deputy):
            ours = self.ours if person == cast.section_head else self.ours - {min(self.ours)}
            if act in NOTES:
                return True
            inside = copy.section.pk in ours
            return act in (TEXT | DESK | RELEASE) and (inside or (act in TEXT and own))
        if person == cast.reporter:
            return act in NOTES or (act in TEXT and own)
        return person == cast.picture_editor and act in NOTES

    def expected(self, act: str, person: User, copy: Copy, outside: Outside) -> str | None:
        """The state that the act leads to; None where it must be refused."""
        if not self.reaches(act, person, copy):
            return None
        state = copy.state
        alone = copy.owner == person
        may_release_alone = not alone or person == self.cast.editor_in_chief
        approved = copy.step >= copy.section.approval_steps
        free = state != EDITING or copy.holder == person
        newer = state in OUT and not outside.newest
        told = state in {PUBLISHED, SCHEDULED} and outside.only
        if state == BINNED:
            return DRAFT if act == "unbin_article" else None
        match act:
            case "bin_article":
                never = not (outside.begun or outside.ahead)
                return BINNED if state in {DRAFT, RETURNED} and never else None
            case "unbin_article":
                return None
            case "quick_fix":
                fits = may_release_alone and state not in {DRAFT, WITHDRAWN}
                return state if outside.live and fits else None
            case "save_article":
                return state if free else None
            case "restore_revision":
                other = copy.texts[copy.wanted - 1] != copy.texts[-1]
                return state if free and other else None
            case "create_preview_link":
                return state if state != WITHDRAWN else None
            case "revoke_preview_link":
                # An article that was withdrawn has none that is open.
                return state if outside.link else None
            case "cancel_publication":
                if not outside.ahead:
                    return None
                return state if state in UNDER_WAY else outside.without_one_ahead
            case "submit":
                return SUBMITTED if state in {DRAFT, RETURNED} or newer else None
            case "claim":
                taken = state == EDITING and copy.holder != person
                return EDITING if state == SUBMITTED or taken else None
            case "forward":
                return AWAITING if (state == EDITING and free) or newer else None
            case "approve_article":
                already = person in copy.approvers.get(copy.revision, ())
                fits = state in OUT | {AWAITING} and not approved and not alone and not already
                return state if fits else None
            case "return_article":
                approver = self.reaches("approve_article", person, copy)
                fits = state == SUBMITTED or (state == EDITING and free)
                return RETURNED if fits or (state == AWAITING and approver) else None
            case "publish":
                return PUBLISHED if may_release_alone and approved and not told else None
            case "publish_urgent":
                return PUBLISHED if may_release_alone and not told else None
            case "schedule":
                fits = may_release_alone and approved
                return (PUBLISHED if outside.live else SCHEDULED) if fits else None
            case "withdraw":
                fits = state in {SCHEDULED, PUBLISHED} or (
                    state in UNDER_WAY and (outside.live or outside.ahead)
                )
                return WITHDRAWN if fits else None
            case _:
                return state
