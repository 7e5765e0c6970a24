"""A publication is a row for an interval: what readers see at any instant."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from articles.actions.publishing import cancel, publish
from articles.actions.refusals import Refused, Stale
from articles.actions.saving import save
from articles.actions.withdrawing import withdraw
from articles.models import FOREVER, Article, PublishedArticle

from . import factories
from .interval_model import Play

pytestmark = pytest.mark.django_db

START = datetime.fromisoformat("2026-11-24T08:00:00+07:00")


@pytest.fixture
def clock():
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


def edit(article: Article, title: str) -> Article:
    """The article with another title, saved."""
    article.refresh_from_db()
    draft = factories.make_draft(section=article.section, title=title)
    return save(article, draft, by=None, base_version=article.version)


def title_at(article: Article, at: datetime) -> str | None:
    row = PublishedArticle.objects.visible(at).filter(article=article).first()
    return row and row.title


def test_an_edit_of_a_live_article_stays_unseen_until_it_is_published(clock):
    article = factories.make_published(title="Bản đầu").article
    edit(article, "Bản sửa")
    assert title_at(article, timezone.now()) == "Bản đầu"
    clock.shift(60)
    publish(article, by=None)
    assert title_at(article, timezone.now()) == "Bản sửa"
    assert title_at(article, START) == "Bản đầu"


def test_a_scheduled_update_replaces_the_live_text_at_its_minute(clock):
    article = factories.make_published(title="Bản đầu").article
    edit(article, "Bản hẹn giờ")
    minute = START + timedelta(minutes=10)
    publish(article, by=None, at=minute)
    instant = timedelta(microseconds=1)
    assert title_at(article, minute - instant) == "Bản đầu"
    assert title_at(article, minute) == "Bản hẹn giờ"


def test_cancelling_a_scheduled_update_reopens_the_live_text(clock):
    article = factories.make_published(title="Bản đầu").article
    edit(article, "Bản hẹn giờ")
    scheduled = publish(article, by=None, at=START + timedelta(minutes=10))
    cancel(scheduled, by=None)
    row = article.publications.get()
    assert row.visible_until == FOREVER
    assert row.listings.get().visible_until == FOREVER


def test_cancelling_after_a_withdrawal_reopens_nothing(clock):
    article = factories.make_published().article
    clock.shift(1)
    withdraw(article, by=None, reason="Sai sự thật")
    scheduled = publish(article, by=None, at=START + timedelta(minutes=10))
    cancel(scheduled, by=None)
    assert title_at(article, START + timedelta(days=1)) is None
    article.refresh_from_db()
    assert article.state == "withdrawn"


def test_a_publication_that_has_begun_cannot_be_cancelled(clock):
    article = factories.make_article()
    row = publish(article, by=None, at=START + timedelta(minutes=10))
    clock.shift(timedelta(minutes=10))
    with pytest.raises(Refused):
        cancel(row, by=None)
    assert title_at(article, timezone.now()) is not None


def test_publishing_now_cancels_what_was_scheduled(clock):
    article = factories.make_article(title="Bản hẹn giờ")
    publish(article, by=None, at=START + timedelta(minutes=10))
    edit(article, "Bản đăng ngay")
    publish(article, by=None)
    assert title_at(article, START + timedelta(days=1)) == "Bản đăng ngay"
    assert article.publications.count() == 1


def test_publishing_now_over_several_scheduled_versions_leaves_one_that_stays(clock):
    article = factories.make_published(title="Bản đầu").article
    for minutes in (10, 20, 30):
        edit(article, f"Bản hẹn sau {minutes} phút")
        publish(article, by=None, at=START + timedelta(minutes=minutes))
    clock.shift(60)
    edit(article, "Bản đăng ngay")
    publish(article, by=None)
    assert title_at(article, START) == "Bản đầu"
    for later in (timedelta(minutes=2), timedelta(minutes=15), timedelta(days=9)):
        assert title_at(article, START + later) == "Bản đăng ngay"


@pytest.mark.parametrize("seconds", [0, -1, -3600])
def test_a_time_that_is_past_is_refused(clock, seconds):
    article = factories.make_article()
    with pytest.raises(Refused):
        publish(article, by=None, at=START + timedelta(seconds=seconds))
    assert not article.publications.exists()


def test_two_versions_for_the_same_minute_are_refused(clock):
    article = factories.make_article()
    minute = START + timedelta(minutes=10)
    publish(article, by=None, at=minute)
    edit(article, "Khác")
    with pytest.raises(Refused):
        publish(article, by=None, at=minute)


def test_publishing_twice_in_one_instant_keeps_both_rows_apart(clock):
    article = factories.make_published(title="Một").article
    edit(article, "Hai")
    publish(article, by=None)
    first, second = article.publications.order_by("visible_from")
    assert first.visible_until == second.visible_from
    assert first.visible_from < second.visible_from


def test_publishing_from_a_stale_version_is_refused(clock):
    article = factories.make_article()
    version = article.version
    edit(article, "Người khác đã sửa")
    with pytest.raises(Stale):
        publish(article, by=None, base_version=version)
    assert not article.publications.exists()


def test_the_database_refuses_a_second_open_row(clock):
    row = factories.make_published()
    row.pk = None
    row.visible_from += timedelta(minutes=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_the_database_refuses_a_row_that_ends_before_it_begins(clock):
    row = factories.make_published()
    row.visible_until = row.visible_from
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


if connection.vendor == "postgresql":

    def test_postgresql_refuses_closed_rows_that_overlap(clock):
        article = factories.make_published().article
        clock.shift(timedelta(minutes=5))
        withdraw(article, by=None, reason="Thử")
        row = article.publications.get()
        row.pk = None
        row.visible_from += timedelta(minutes=1)
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save(force_insert=True)


def test_next_change_names_the_next_beginning_or_end(clock):
    article = factories.make_published().article
    assert PublishedArticle.objects.next_change(START) is None
    edit(article, "Sửa")
    minute = START + timedelta(minutes=10)
    publish(article, by=None, at=minute)
    assert PublishedArticle.objects.next_change(START) == minute
    assert PublishedArticle.objects.next_change(minute) is None


@pytest.mark.parametrize("seed", range(10))
def test_random_acts_show_readers_what_a_simple_model_says(clock, seed):
    play = Play(seed, clock)
    for _ in range(50):
        play.act()
        play.check()
