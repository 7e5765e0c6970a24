"""Random acts by random people, each compared with what tests/workflow_rules.py says of it."""

import random
from collections import Counter
from datetime import datetime, timedelta

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
from .workflow_plan import WAIT, first_step
from .workflow_rules import ACTS, BINNED, PUBLISHED, READERS_SIDE, SCHEDULED, Copy, Outside, Rules

# Longer than any way that a plan finds; what takes more was planned wrongly.
LONGEST_WAY = 20


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
        cast.section_head.sections.add(sections[1])
        self.deputy.sections.add(sections[3])
        self.rules = Rules(cast, self.deputy, frozenset({sections[1].pk, sections[3].pk}))
        self.sections = sections
        self.owners = [cast.reporter, cast.editor, cast.section_head, cast.editor_in_chief]
        self.writers = [cast.reporter, cast.editor, cast.section_head, self.deputy]
        self.copies: dict[int, Copy] = {}
        for owner, section in zip(self.owners, sections, strict=True):
            self._begin(owner, section)

    def _begin(self, owner: User, section: Section) -> Article:
        article = create(factories.make_draft(section=section), by=owner)
        self.copies[article.pk] = Copy(owner, section)
        return article

    def expected(self, act: str, person: User, article: Article) -> str | None:
        """The state that the act leads to; None where it must be refused."""
        return self.rules.expected(act, person, self.copies[article.pk], self._outside(article))

    def _outside(self, article: Article) -> Outside:
        now, revision = timezone.now(), self.copies[article.pk].revision
        rows = list(article.publications.all())
        open_rows = [row for row in rows if row.visible_until > now]
        return Outside(
            live=any(row.visible_from <= now for row in open_rows),
            ahead=sum(row.visible_from > now for row in open_rows),
            begun=any(row.visible_from <= now for row in rows),
            newest=revision in {row.revision_number for row in open_rows},
            only=[row.revision_number for row in open_rows] == [revision]
            and open_rows[0].visible_from <= now,
            link=article.preview_links.filter(revoked_at=None).exists(),
        )

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
        copy.wanted = self.random.randint(1, copy.revision)
        copy.chosen = self.random.choice([*self.writers, None])
        self._try(act, person, article)

    def make_the_rest(self, moves: set[tuple[str, str]]) -> None:
        """Make those of `moves` (act, state) that nobody has made yet, each with a new article."""
        for act, source in sorted(moves):
            if (act, source) not in {made[:2] for made in self.done}:
                self._lead_to(act, source)

    def _lead_to(self, act: str, source: str) -> None:
        """Begin an article, let people who may lead it to `source`, and one of them do `act` there.

        The way is the shortest that the model knows; who goes it is left to chance.
        """
        # The section whose articles everybody has something to do with: it has a head and a step.
        article = self._begin(self.random.choice(self.owners), self.sections[1])
        copy = self.copies[article.pk]
        for _each in range(LONGEST_WAY):
            self.clock.shift(timedelta(seconds=1))
            article = Article.objects.get(pk=article.pk)
            people = self.random.sample(self.people, len(self.people))
            step = first_step(self.rules, copy, self._outside(article), people, (act, source))
            there = step[0] == act and copy.state == source
            if step[0] == WAIT:
                self.clock.shift(timedelta(hours=2))
            else:
                self._try(*step, article)
            if there:
                return
        raise AssertionError(f"{act} in {source} was not reached:\n{self.told()}")

    def _try(self, act: str, person: User, article: Article) -> None:
        copy = self.copies[article.pk]
        source = copy.state
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
        assert outcome == expected, self.told()
        if outcome is not None:
            copy.note(act, person, outcome)
            self.done[act, source, outcome] += 1
        self._compare(act, article, outcome, rows, last)

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
                publish(article, by=person, at=_free_minute(article, timezone.now() + ahead))
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
                assign(article, by=person, assignee=copy.chosen, due_at=due)
            case "write_note":
                write_note(article, f"Xem lại {len(self.trace)}.", by=person)
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
            if copy.state == SCHEDULED and self._outside(Article(pk=pk)).live:
                copy.state = PUBLISHED
        self.trace.append("the clock")

    def told(self) -> str:
        """The last acts, for whoever reads the failure."""
        return "\n".join(self.trace[-25:])


def _free_minute(article: Article, at: datetime) -> datetime:
    """`at`, or the next minute after it in which nothing of the article is scheduled."""
    begins = article.publications.values_list("visible_from", flat=True)
    taken = {begin.replace(second=0, microsecond=0) for begin in begins}
    while at.replace(second=0, microsecond=0) in taken:
        at += timedelta(minutes=1)
    return at


def _rows(article: Article) -> list[tuple]:
    """Everything readers can get of the article, at any time."""
    rows = PublishedArticle.objects.filter(article_id=article.pk).order_by("visible_from")
    return list(
        rows.values_list(
            "pk", "revision_number", "title", "visible_from", "visible_until", "body__html"
        )
    )
