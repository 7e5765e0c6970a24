"""Random acts by random people, and a model of what should come of each.

The model is written by hand from the way of an article through the newsroom, and knows nothing of
articles/structure.py: two accounts of the same rules, which have to agree.
"""

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta

import time_machine
from django.utils import timezone

from articles.actions.assigning import assign
from articles.actions.binning import bin_article, unbin_article
from articles.actions.fixing import quick_fix
from articles.actions.naming import name_revision
from articles.actions.noting import settle_note, write_note
from articles.actions.previewing import create_preview_link, revoke_preview_link
from articles.actions.publishing import cancel, publish, publish_urgent
from articles.actions.refusals import Refused
from articles.actions.reviewing import approve, claim, forward, return_to_author, submit
from articles.actions.saving import create, restore, save
from articles.actions.withdrawing import withdraw
from articles.housekeeping import settle_differences, settle_states
from articles.models import Activity, Article, DeskNote, PublishedArticle, Section, User

from . import factories
from .cast import make_cast, make_person

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
    approvers: dict[int, set[User]] = field(default_factory=dict)
    # The text of each revision: restoring one makes it the newest again.
    texts: list[int] = field(default_factory=lambda: [1])
    wanted: int = 1
    # The texts of the revisions that a quick fix is about to make.
    fixed: list[int] = field(default_factory=list)

    @property
    def step(self) -> int:
        return len(self.approvers.get(self.revision, ()))


class Newsroom:
    """A small newsroom at work; `act` does one thing and checks all that came of it."""

    def __init__(
        self,
        seed: int,
        traveller: time_machine.Traveller,
        done: Counter[tuple[str, str, str]] | None = None,
    ) -> None:
        """`done`, where given, counts on what newsrooms before this one have done."""
        self.random = random.Random(seed)
        self.clock = traveller
        self.trace: list[str] = []
        self.done = Counter[tuple[str, str, str]]() if done is None else done
        cast = make_cast()
        self.cast = cast
        self.deputy = make_person("deputy", "section_head")
        self.people = [
            cast.reporter,
            cast.editor,
            cast.section_head,
            self.deputy,
            cast.managing_editor,
            cast.editor_in_chief,
            cast.picture_editor,
            cast.comment_moderator,
            cast.stranger,
        ]
        sections = [factories.make_section(steps=steps) for steps in (0, 1, 2)]
        sections.append(factories.make_section(parent=sections[1], steps=1))
        self.ours = {sections[1].pk, sections[3].pk}
        cast.section_head.sections.add(sections[1])
        self.deputy.sections.add(sections[3])
        owners = [cast.reporter, cast.editor, cast.section_head, cast.editor_in_chief]
        self.copies: dict[int, Copy] = {}
        for number, section in enumerate(sections):
            owner = owners[number]
            article = create(factories.make_draft(section=section), by=owner)
            self.copies[article.pk] = Copy(owner, section)

    # --- the model --------------------------------------------------------------------------------

    def reaches(self, act: str, person: User, copy: Copy) -> bool:
        """Whether the person's job has this act, for this article, as it stands."""
        cast = self.cast
        own = copy.owner == person
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

    def expected(self, act: str, person: User, article: Article) -> str | None:
        """The state that the act leads to; None where it must be refused."""
        copy = self.copies[article.pk]
        if not self.reaches(act, person, copy):
            return None
        now, state = timezone.now(), copy.state
        rows = list(article.publications.filter(visible_until__gt=now))
        same = copy.revision in {row.revision_number for row in rows}
        alone = copy.owner == person
        may_release_alone = not alone or person == self.cast.editor_in_chief
        approved = copy.step >= copy.section.approval_steps
        free = state != EDITING or copy.holder == person
        if state == BINNED:
            return DRAFT if act == "unbin_article" else None
        match act:
            case "bin_article":
                fits = state in {DRAFT, RETURNED} and not article.publications.exists()
                return BINNED if fits else None
            case "unbin_article":
                return None
            case "quick_fix":
                live = any(row.visible_from <= now for row in rows)
                fits = may_release_alone and state not in {DRAFT, WITHDRAWN}
                return state if live and fits else None
            case "save_article":
                return state if free else None
            case "restore_revision":
                other = copy.texts[copy.wanted - 1] != copy.texts[-1]
                return state if free and other else None
            case "create_preview_link":
                return state if state != WITHDRAWN else None
            case "revoke_preview_link":
                # An article that was withdrawn has none that is open.
                is_open = article.preview_links.filter(revoked_at=None).exists()
                return state if is_open else None
            case "cancel_publication":
                # Where it leads is for `_resting` to say, once it is done.
                return state if any(row.visible_from > now for row in rows) else None
            case "submit":
                return (
                    SUBMITTED if state in {DRAFT, RETURNED} or (state in OUT and not same) else None
                )
            case "claim":
                taken = state == EDITING and copy.holder != person
                return EDITING if state == SUBMITTED or taken else None
            case "forward":
                ready = (state == EDITING and free) or (state in OUT and not same)
                return AWAITING if ready else None
            case "approve_article":
                already = person in copy.approvers.get(copy.revision, ())
                fits = state in OUT | {AWAITING} and not approved and not alone and not already
                return state if fits else None
            case "return_article":
                approver = self.reaches("approve_article", person, copy)
                fits = state == SUBMITTED or (state == EDITING and free)
                return RETURNED if fits or (state == AWAITING and approver) else None
            case "publish":
                return PUBLISHED if may_release_alone and approved else None
            case "publish_urgent":
                return PUBLISHED if may_release_alone else None
            case "schedule":
                live = any(row.visible_from <= now for row in rows)
                fits = may_release_alone and approved
                return (PUBLISHED if live else SCHEDULED) if fits else None
            case "withdraw":
                fits = state in {SCHEDULED, PUBLISHED} or (state in UNDER_WAY and rows)
                return WITHDRAWN if fits else None
            case _:
                return state

    # --- one act ----------------------------------------------------------------------------------

    def act(self) -> None:
        """Let somebody try something with some article, then compare."""
        self.clock.shift(timedelta(seconds=self.random.choice([1, 1, 20, 70])))
        if self.random.random() < 0.03:
            self._tick()
            return
        article, person, act = self._choose()
        copy = self.copies[article.pk]
        # Few drafts end in the bin, and those that do should not stay there.
        if copy.state == BINNED and self.random.random() < 0.5:
            act = "unbin_article"
        elif act == "bin_article" and self.random.random() < 0.5:
            act = "submit"
        source = copy.state
        copy.wanted = self.random.randint(1, copy.revision)
        expected = self.expected(act, person, article)
        rows, last = _rows(article), Activity.objects.count()
        try:
            self._do(act, person, article)
        except Refused as refused:
            outcome, said = None, str(refused)
            assert said.strip()
        else:
            outcome, said = Article.objects.get(pk=article.pk).state, "done"
        self.trace.append(f"{person.username} {act} {article.pk} ({source}): {said}")
        if isinstance(outcome, str) and act == "cancel_publication":
            expected = self._resting(article) if source not in UNDER_WAY else source
        assert outcome == expected, self.told()
        self._note(act, person, article, outcome)
        self._compare(act, article, outcome, rows, last)
        if outcome is not None:
            self.done[act, source, outcome] += 1

    def _choose(self) -> tuple[Article, User, str]:
        """Every second time anything at all, else something possible that was seldom done yet."""
        choices = [
            (
                Article.objects.get(pk=self.random.choice(list(self.copies))),
                self.random.choice(self.people),
                self.random.choice(ACTS),
            )
            for _each in range(self.random.choice([1, 24]))
        ]
        possible = [choice for choice in choices if self.expected(choice[2], *choice[1::-1])]
        seldom = Counter[tuple[str, str]]()
        for (act, source, _target), times in self.done.items():
            seldom[act, source] += times
        return min(
            possible or choices, key=lambda each: seldom[each[2], self.copies[each[0].pk].state]
        )

    def _do(self, act: str, person: User, article: Article) -> None:
        copy = self.copies[article.pk]
        match act:
            case "save_article":
                draft = factories.make_draft(section=copy.section)
                save(article, draft, by=person, base_version=article.version)
            case "restore_revision":
                restore(article, copy.wanted, by=person, base_version=article.version)
            case "name_revision":
                name_revision(article, copy.wanted, f"Bản {len(self.trace)}", by=person)
            case "submit":
                submit(article, by=person)
            case "claim":
                claim(article, by=person)
            case "forward":
                forward(article, by=person)
            case "approve_article":
                approve(article, by=person)
            case "return_article":
                return_to_author(article, by=person, reason="Thiếu nguồn")
            case "publish":
                publish(article, by=person)
            case "publish_urgent":
                publish_urgent(article, by=person, reason="Lũ về")
            case "schedule":
                ahead = timedelta(seconds=self.random.choice([61.5, 900.5, 3600.5]))
                publish(article, by=person, at=timezone.now() + ahead)
            case "cancel_publication":
                future = article.publications.filter(visible_from__gt=timezone.now())
                row = future.order_by("visible_from").last()
                if row is None:
                    raise Refused("nothing to cancel")
                cancel(row, by=person)
            case "withdraw":
                withdraw(article, by=person, reason="Sai")
            case "bin_article":
                bin_article(article, by=person)
            case "unbin_article":
                unbin_article(article, by=person)
            case "quick_fix":
                rows = article.publications.filter(visible_until__gt=timezone.now())
                live = rows.filter(visible_from__lte=timezone.now()).first()
                title = live.title if live else article.title
                reached = rows.filter(title=title).values_list("revision_number", flat=True)
                self._foresee_fix(copy, set(reached), mended=article.title == title)
                # No title of another text, nor a part of one: it alone is found next time.
                words = f"Bài sửa {len(self.trace)}"
                quick_fix(article, by=person, passage=title, words=words)
            case "create_preview_link":
                create_preview_link(article, by=person, days=self.random.choice([1, 3, 7]))
            case "revoke_preview_link":
                link = article.preview_links.filter(revoked_at=None).first()
                if link is None:
                    raise Refused("nothing to revoke")
                revoke_preview_link(link, by=person)
            case "assign":
                due = timezone.now() + timedelta(hours=self.random.randint(1, 10**6))
                assign(article, by=person, assignee=self.cast.editor, due_at=due)
            case "write_note":
                write_note(article, "Xem lại.", by=person)
            case "settle_note":
                note = DeskNote.objects.filter(article=article, settled_at=None).first()
                settle_note(note or write_note(article, "Xem.", by=None), by=person)

    def _foresee_fix(self, copy: Copy, reached: set[int], *, mended: bool) -> None:
        """One revision for each text that is mended; the working copy's own is the last."""
        become: dict[int, int] = {}
        texts = [
            become.setdefault(copy.texts[number - 1], -len(self.trace) * 100 - number)
            for number in sorted(reached - {copy.revision})
        ]
        own = copy.texts[-1]
        copy.fixed = [*texts, become.get(own, -len(self.trace) * 100) if mended else own]

    def _note(self, act: str, person: User, article: Article, outcome: str | None) -> None:
        copy = self.copies[article.pk]
        if outcome is None:
            return
        copy.state = outcome
        copy.holder = person if act == "claim" else copy.holder if outcome == EDITING else None
        if act in ("save_article", "restore_revision"):
            copy.revision += 1
            restored = act == "restore_revision"
            copy.texts.append(copy.texts[copy.wanted - 1] if restored else copy.revision)
        if act == "quick_fix":
            copy.texts += copy.fixed
            copy.revision = len(copy.texts)
        if act == "approve_article":
            copy.approvers.setdefault(copy.revision, set()).add(person)

    def _compare(
        self, act: str, article: Article, outcome: str | None, rows: list, last: int
    ) -> None:
        copy, stored = self.copies[article.pk], Article.objects.get(pk=article.pk)
        got = (stored.state, stored.revision_number, stored.step, stored.claimed_by)
        assert got == (copy.state, copy.revision, copy.step, copy.holder), self.told()
        new = list(Activity.objects.order_by("pk")[last:])
        own = [row for row in new if row.actor_id is not None]
        if outcome is None:
            assert own == [], self.told()
            assert _rows(article) == rows, self.told()
            return
        cancelled = [row for row in own if row.act == "cancel_publication" and row.act != act]
        assert [row.act for row in own if row not in cancelled] == [act], self.told()
        assert not cancelled or act in ("publish", "publish_urgent"), self.told()
        if act not in READERS_SIDE:
            assert _rows(article) == rows, self.told()
        self._compare_difference(stored)

    def _compare_difference(self, stored: Article) -> None:
        """The list of what differs has the article when it does, and now and later alike."""
        for later in (timedelta(0), timedelta(seconds=61.5), timedelta(hours=2)):
            moment = timezone.now() + later
            live = stored.publications.visible(moment).first()
            differs = live is not None and live.revision_number != stored.revision_number
            found = Article.objects.differing_from_live(moment).filter(pk=stored.pk).exists()
            assert found == differs, self.told()

    def _tick(self) -> None:
        before = {pk: _rows(Article(pk=pk)) for pk in self.copies}
        settle_states()
        settle_differences()
        for pk, copy in self.copies.items():
            assert _rows(Article(pk=pk)) == before[pk], self.told()
            self._compare_difference(Article.objects.get(pk=pk))
            if copy.state == SCHEDULED:
                copy.state = self._resting(Article(pk=pk), begun_only=True)
        self.trace.append("the clock")

    def _resting(self, article: Article, *, begun_only: bool = False) -> str:
        now = timezone.now()
        rows = PublishedArticle.objects.filter(article=article, visible_until__gt=now)
        if any(row.visible_from <= now for row in rows):
            return PUBLISHED
        if rows or begun_only:
            return SCHEDULED
        return WITHDRAWN if article.publications.exists() else DRAFT

    def told(self) -> str:
        """The last acts, for whoever reads the failure."""
        return "\n".join(self.trace[-25:])


def _rows(article: Article) -> list[tuple]:
    """Everything readers can get of the article, at any time."""
    rows = PublishedArticle.objects.filter(article_id=article.pk).order_by("visible_from")
    return list(
        rows.values_list(
            "pk", "revision_number", "title", "visible_from", "visible_until", "body__html"
        )
    )
