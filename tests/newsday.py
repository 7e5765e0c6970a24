"""A newsroom at random, and readers who compare: each stored page with the same page made anew.

What a page rests on is declared by its view, what an act touches by the act; a day of both, mixed,
finds a key that either has forgotten.
"""

import random
import re
from dataclasses import replace
from datetime import datetime, timedelta

import time_machine
from django.core.wsgi import get_wsgi_application
from django.urls import reverse
from django.utils import timezone

from articles.actions.correcting import approve_correction, write_correction
from articles.actions.fixing import quick_fix
from articles.actions.merging import merge_authors, merge_tags
from articles.actions.placing import move, place, remove, set_times, undo
from articles.actions.publishing import cancel, publish
from articles.actions.records import save_record
from articles.actions.refusals import Refused
from articles.actions.renaming import move_section, rename_author, rename_section, rename_tag
from articles.actions.saving import save
from articles.actions.withdrawing import withdraw
from articles.comments.actions.deciding import approve_comment, reject_comment
from articles.comments.models import Comment, Reason
from articles.draft import DraftByline
from articles.models import (
    Article,
    Author,
    Masthead,
    PaperPage,
    Placement,
    PublishedArticle,
    Section,
    Slot,
    Tag,
)
from articles.sitemaps import NEWS_AGE
from newsroom.pagestore.wsgi import StoredPages

from . import comment_factories, factories
from .page_store_site import Answer, Reader

WORDS = ("mưa lũ", "cầu phao", "chợ nổi", "đê biển", "nhà nông", "đò ngang")
CURSOR = re.compile(r"[?&]truoc=([0-9-]+)")


class Newsday:
    """A paper of some sections, authors and articles; `act` changes it, `compare` reads it."""

    def __init__(self, seed: int, clock: time_machine.Traveller) -> None:
        self.random = random.Random(seed)
        self.clock = clock
        self.trace: list[str] = []
        self.hits = 0
        self.counter = 0
        django = get_wsgi_application()
        self.made = 0

        def counting(environ, start_response):
            self.made += 1
            return django(environ, start_response)

        self.stored = Reader(StoredPages(counting, build="a day", offline_seconds=3600))
        self.fresh = Reader(django)
        self.seen: dict[str, Answer] = {}
        self.cursors: set[str] = set()
        save_record(Masthead.current(), {"name": "Báo thử", "slogan": "Mỗi ngày"}, by=None)
        sections = [factories.make_section() for _ in range(3)]
        factories.make_section(parent=sections[0])
        for _ in range(3):
            factories.make_author()
        for _ in range(4):
            self._new()

    def act(self, name: str = "") -> bool:
        """Do an act (a random one), or let time pass; whether it was done and not refused."""
        name = name or self.random.choice(ACTS)
        self.clock.shift(timedelta(seconds=self.random.choice([0, 0.3, 1, 30])))
        refusal = ""
        try:
            getattr(self, f"_{name}")()
        except Refused as refused:
            refusal = f" (refused: {refused})"
        self.trace.append(f"{timezone.now():%d %H:%M:%S.%f} {name}{refusal}")
        return not refusal

    def warm(self) -> None:
        """Let every page be in the store."""
        for address in self.addresses():
            self.seen[address] = self.stored.get(address)

    def compare(self, *addresses: str) -> None:
        """These pages from the store, or all, are what they would be if they were made now.

        Sometimes a reader has one already and asks by its tag.
        """
        for address in addresses or self.addresses():
            tag = self.seen[address].headers.get("ETag", "") if address in self.seen else ""
            conditions = {"if_none_match": tag} if tag and self.random.random() < 0.3 else {}
            made, before = self.fresh.get(address), self.made
            got = self.stored.get(address, **conditions)
            self.hits += self.made == before
            if got.status == 304:
                got = self.seen[address]
            told = "\n".join([*self.trace[-25:], f"read {address}"])
            where = got.headers.get("Location"), made.headers.get("Location")
            assert (got.status, where[0]) == (made.status, where[1]), told
            assert got.text == made.text and got.status < 500, told
            self.seen[address] = got
            self.cursors |= {f"{address}?truoc={cursor}" for cursor in CURSOR.findall(got.text)}

    def some(self) -> list[str]:
        """A few addresses at random."""
        return self.random.sample(self.addresses(), 5)

    def addresses(self) -> list[str]:
        """Every public address there is, and those that a page has led to."""
        names = ("front", "paper_feed", "feeds", "sitemap", "sitemap_pages", "sitemap_news")
        today = timezone.localdate()
        found = [
            *map(reverse, (*names, "archive", "corrections", "robots")),
            reverse("archive_month", args=[today.year, today.month]),
            reverse("archive_day", args=[today.year, today.month, today.day]),
            reverse("sitemap_articles", args=[Article.objects.latest("pk").pk // 5000 + 1]),
            *self.random.sample(sorted(self.cursors), min(3, len(self.cursors))),
        ]
        found += [page.get_absolute_url() for page in PaperPage.objects.all()]
        for section in Section.objects.select_related("parent"):
            found += [section.get_absolute_url(), f"/rss{section.get_absolute_url()[:-1]}.rss"]
        for model in (Author, Tag):
            found += [row.get_absolute_url() for row in model.objects.all()]
        for article in Article.objects.all():
            slug = article.slug or "bai"
            found += [
                reverse("article", args=[slug, article.pk]),
                reverse("short_link", args=[article.pk]),
                reverse("comments", args=[article.pk]),
            ]
        return found

    # --- Acts ----------------------------------------------------------------------------------

    def _one(self, rows):
        found = list(rows)
        if not found:
            raise Refused("there is none")
        return self.random.choice(found)

    def _word(self) -> str:
        self.counter += 1
        return f"thứ {self.counter}"

    def _new(self) -> None:
        if Article.objects.count() > 5:
            raise Refused("enough")
        factories.make_published(
            section=self._one(Section.objects.all()),
            authors=self.random.sample(list(Author.objects.filter(merged_into=None)), 1),
            tags=tuple(self.random.sample(WORDS, 2)),
        )

    def _save(self) -> Article:
        article = self._one(Article.objects.all())
        draft = article.draft
        author = self._one(Author.objects.filter(merged_into=None))
        changed = replace(
            draft,
            title=f"Tựa {self._word()}",
            section=self._one(Section.objects.all()).pk,
            tags=tuple(self.random.sample(WORDS, 2)),
            bylines=(DraftByline(author.pk, author.name),),
        )
        return save(article, changed, by=None, base_version=article.version)

    def _publish(self) -> None:
        publish(self._save(), by=None)

    def _schedule(self) -> None:
        wait = timedelta(seconds=self.random.choice([5, 60, 600, 20_000]))
        publish(self._save(), by=None, at=timezone.now() + wait)

    def _cancel(self) -> None:
        cancel(self._one(PublishedArticle.objects.filter(visible_from__gt=timezone.now())), by=None)

    def _withdraw(self) -> None:
        withdraw(self._one(Article.objects.filter(state="published")), by=None, reason="Thử")

    def _place(self) -> None:
        now, seconds = timezone.now(), self.random.choice([0, 0, 40, 900])
        place(
            self._one(Article.objects.all()),
            self._one(Slot.values),
            by=None,
            position=self.random.randrange(5),
            starts=now + timedelta(seconds=seconds),
            ends=self.random.choice([None, now + timedelta(seconds=seconds + 500)]),
        )

    def _remove(self) -> None:
        remove(self._one(Placement.objects.all()), by=None)

    def _move(self) -> None:
        move(self._one(Placement.objects.all()), self.random.randrange(3), by=None)

    def _set_times(self) -> None:
        ends = timezone.now() + timedelta(seconds=self.random.choice([50, 5_000]))
        set_times(self._one(Placement.objects.all()), starts=None, ends=ends, by=None)

    def _undo(self) -> None:
        undo(self._one(Slot.values), by=None)

    def _rename_section(self) -> None:
        word = self._word()
        section = self._one(Section.objects.all())
        rename_section(section, name=f"Mục {word}", slug=f"muc-{self.counter}", by=None)

    def _move_section(self) -> None:
        tops = Section.objects.filter(parent=None)
        section = self._one(Section.objects.exclude(pk__in=tops.filter(subsections__gt=0)))
        homes = [None, *tops.exclude(pk=section.pk)]
        homes.remove(section.parent)
        move_section(section, parent=self._one(homes), by=None)

    def _order_sections(self) -> None:
        section = self._one(Section.objects.all())
        save_record(section, {"position": self.random.randrange(9)}, by=None)

    def _rename_tag(self) -> None:
        rename_tag(
            self._one(Tag.objects.filter(merged_into=None)), name=f"từ {self._word()}", by=None
        )

    def _save_tag(self) -> None:
        save_record(self._one(Tag.objects.all()), {"description": self._word()}, by=None)

    def _merge_tags(self) -> None:
        rows = list(Tag.objects.filter(merged_into=None))
        if len(rows) < 2:
            raise Refused("there are no two")
        merge_tags(*self.random.sample(rows, 2), by=None)

    def _rename_author(self) -> None:
        author = self._one(Author.objects.filter(merged_into=None))
        rename_author(author, name=f"Người {self._word()}", by=None)

    def _save_author(self) -> None:
        save_record(self._one(Author.objects.all()), {"role": f"vai {self._word()}"}, by=None)

    def _merge_authors(self) -> None:
        rows = Author.objects.filter(merged_into=None)
        if len(rows) > 2:
            merge_authors(*self.random.sample(list(rows), 2), by=None)
        else:
            factories.make_author()

    def _masthead(self) -> None:
        save_record(Masthead.current(), {"slogan": f"Lời {self._word()}"}, by=None)

    def _own_page(self) -> None:
        page = self._one(PaperPage.objects.all())
        save_record(page, {"body": f"<p>{self._word()}</p>"}, by=None)

    def _comment(self) -> None:
        rows = PublishedArticle.objects.visible()
        comment_factories.make_approved(self._one(rows))

    def _reject(self) -> None:
        reject_comment(self._one(Comment.objects.all()), by=None, reason=Reason.OFF_TOPIC)

    def _approve(self) -> None:
        approve_comment(self._one(Comment.objects.all()), by=None)

    def _quick_fix(self) -> None:
        row = self._one(PublishedArticle.objects.visible())
        quick_fix(row.article, by=None, passage=row.title, words=f"Tựa chữa {self._word()}")

    def _correct(self) -> None:
        row = self._one(PublishedArticle.objects.visible())
        told = {"heading": self._word(), "wrong": "Đã in sai.", "right": "Nay nói lại cho đúng."}
        approve_correction(write_correction(row.article, by=None, **told), by=None)

    def _wait(self) -> None:
        self.clock.shift(timedelta(seconds=self.random.choice([2, 59, 299, 301, 1_000, 30_000])))

    def _wait_for_a_beginning(self) -> None:
        self._reach(PublishedArticle.objects.next_change(timezone.now()))

    def _wait_for_a_placement(self) -> None:
        self._reach(Placement.objects.next_change(timezone.now()))

    def _wait_for_midnight(self) -> None:
        today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        self._reach(today + timedelta(days=1))

    def _wait_for_news_to_be_old(self) -> None:
        now = timezone.now()
        rows = PublishedArticle.objects.visible().filter(first_published_at__gt=now - NEWS_AGE)
        oldest = rows.order_by("first_published_at").first()
        self._reach(oldest.first_published_at + NEWS_AGE if oldest else None)

    def _reach(self, instant: datetime | None) -> None:
        """Fill the store shortly before the instant, and let it come."""
        if instant is None:
            raise Refused("nothing will come by itself")
        self.clock.move_to(max(timezone.now(), instant - timedelta(seconds=30)))
        self.warm()
        self.clock.move_to(instant)


ACTS = [name.removeprefix("_") for name in vars(Newsday) if re.fullmatch(r"_[a-z][a-z_]*", name)]
ACTS = [name for name in ACTS if name not in {"one", "word", "reach"}]
