"""Random acts on an article, and a model of what readers should see that knows no intervals.

The model is a dictionary of events: from an instant on, this revision (or nothing). What is visible
is the latest event. Its whole rule book is five lines, so it is right by reading.
"""

import random
from datetime import datetime, timedelta

import time_machine
from django.utils import timezone

from articles.actions.publishing import cancel, publish
from articles.actions.refusals import Refused
from articles.actions.saving import save
from articles.actions.withdrawing import withdraw
from articles.models import Article, PublishedArticle

from . import factories

ACTS = ("save", "publish", "schedule", "cancel", "withdraw", "wait")


class Play:
    """One article, acted on at random; `check` compares readers' view with the model."""

    def __init__(self, seed: int, traveller: time_machine.Traveller) -> None:
        self.random = random.Random(seed)
        self.clock = traveller
        self.section = factories.make_section()
        self.article = factories.make_article(section=self.section)
        self.events: dict[datetime, int | None] = {}
        self.trace: list[str] = []

    def act(self) -> None:
        """Do one random act, in the database and in the model; refusals change neither."""
        name = self.random.choice(ACTS)
        self.clock.shift(timedelta(seconds=self.random.choice([0, 0, 1, 30, 90])))
        before = dict(self.events)
        try:
            getattr(self, f"_{name}")()
        except Refused as refused:
            self.events = before
            name = f"{name} refused: {refused}"
        self.trace.append(f"{timezone.now():%H:%M:%S.%f} {name}")
        self.article = Article.objects.get(pk=self.article.pk)

    def check(self) -> None:
        """Readers see what the model says, at every edge and an instant before and after it."""
        rows = list(PublishedArticle.objects.filter(article=self.article))
        edges = {timezone.now(), *self.events, *(row.visible_from for row in rows)}
        for edge in edges:
            for at in (edge - timedelta(microseconds=1), edge, edge + timedelta(microseconds=1)):
                seen = [
                    row.revision_number
                    for row in rows
                    if row.visible_from <= at < row.visible_until
                ]
                assert seen == self._expected(at), (at, self.trace)
        now = timezone.now()
        visible = PublishedArticle.objects.visible(now).filter(article=self.article)
        assert [row.revision_number for row in visible] == self._expected(now), self.trace
        listed = self.section.listings.visible(now).filter(article_id=self.article.pk)
        assert listed.count() == len(self._expected(now)), self.trace

    def _expected(self, at: datetime) -> list[int]:
        past = [time for time in self.events if time <= at]
        revision = self.events[max(past)] if past else None
        return [] if revision is None else [revision]

    def _forget_future(self, now: datetime) -> None:
        self.events = {time: revision for time, revision in self.events.items() if time <= now}

    def _save(self) -> None:
        draft = factories.make_draft(section=self.section)
        self.article = save(self.article, draft, by=None, base_version=self.article.version)

    def _publish(self) -> None:
        row = publish(self.article, by=None)
        self._forget_future(row.visible_from - timedelta(microseconds=1))
        self.events[row.visible_from] = row.revision_number

    def _schedule(self) -> None:
        at = timezone.now() + timedelta(seconds=self.random.choice([20, 60, 60, 200]))
        row = publish(self.article, by=None, at=at)
        self.events[at] = row.revision_number

    def _cancel(self) -> None:
        future = list(self.article.publications.filter(visible_from__gt=timezone.now()))
        if future:
            row = self.random.choice(future)
            begins = row.visible_from
            cancel(row, by=None)
            del self.events[begins]

    def _withdraw(self) -> None:
        withdraw(self.article, by=None, reason="Thử")
        now = timezone.now()
        self._forget_future(now)
        closed = self.article.publications.order_by("-visible_until").first()
        if closed and self._expected(now):
            self.events[closed.visible_until] = None

    def _wait(self) -> None:
        self.clock.shift(timedelta(seconds=self.random.randint(1, 120)))
