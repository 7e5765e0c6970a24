"""“Cập nhật” under the title: when readers are told that an article changed, and when not."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from articles.actions.publishing import publish
from articles.actions.saving import save
from articles.actions.withdrawing import withdraw
from articles.models import Article, PublishedArticle, PublishedBody
from tests.factories import make_published

pytestmark = pytest.mark.django_db

MORNING = datetime(2024, 5, 19, 7, 6, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def edit(article: Article, **changes) -> Article:
    """Change the working copy as the desk does."""
    article.refresh_from_db()
    draft = article.revisions.get(number=article.revision_number).draft
    return save(article, replace(draft, **changes), by=None, base_version=article.version)


def updated(publication) -> datetime | None:
    return PublishedArticle.objects.visible().get(article=publication.article_id).updated_at


def test_the_same_text_published_again_is_no_change():
    article = make_published().article
    publish(article, by=None)
    assert updated(article.publications.first()) is None
    article = edit(article, kicker="Tiêu đề phụ mới")
    publish(article, by=None)
    assert updated(article.publications.first()) is None


def test_what_was_told_to_have_changed_stays_told():
    article = edit(make_published().article, title="Tựa mới")
    told = publish(article, by=None).updated_at
    assert told is not None
    publish(article, by=None)
    assert updated(article.publications.first()) == told


def test_a_text_changed_while_it_was_withdrawn_says_so_and_the_same_text_does_not(client):
    article = make_published().article
    withdraw(article, by=None, reason="Xem lại.")
    publish(article, by=None)
    assert updated(article.publications.first()) is None
    withdraw(article, by=None, reason="Sai số liệu.")
    article.refresh_from_db()
    published = publish(edit(article, body="<p>Số đã sửa.</p>"), by=None)
    assert published.updated_at == published.visible_from
    assert "Cập nhật: " in client.get(published.get_absolute_url()).content.decode()


def test_html_made_by_another_renderer_is_no_change():
    publication = make_published()
    PublishedBody.objects.update(html="<p>cách in cũ</p>", html_version=0)
    assert publish(publication.article, by=None).updated_at is None
    PublishedBody.objects.update(html_version=0)
    article = edit(publication.article, body="<p>Chữ khác.</p>")
    assert publish(article, by=None).updated_at is not None


def test_nothing_has_changed_before_its_printed_date():
    article = edit(make_published(dateline=MORNING).article, body="<p>Mới.</p>")
    told = publish(article, by=None).updated_at
    later = told + timedelta(hours=2)
    with time_machine.travel(later + timedelta(hours=1)):
        again = publish(edit(article, dateline=later), by=None)
    assert again.updated_at is None
