"""How long a preview link opens, and what ends it before its time."""

import re
from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from articles.actions.binning import bin_article, unbin_article
from articles.actions.previewing import create_preview_link, revoke_preview_link
from articles.actions.publishing import cancel, publish
from articles.actions.refusals import Refused
from articles.actions.reviewing import submit
from articles.actions.taking_down import take_down
from articles.actions.withdrawing import withdraw
from articles.models import Activity, Article, PreviewLink

from . import factories
from .page_store_site import Reader
from .preview_links import NOW, change, make_link, opened, pictures_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


# --- Until when -----------------------------------------------------------------------------------


@pytest.mark.parametrize("days", [1, 3, 7])
def test_it_ends_at_the_second(clock, days):
    link = make_link(days=days)
    clock.move_to(NOW + timedelta(days=days) - timedelta(microseconds=1))
    assert opened(link) == 200
    clock.move_to(NOW + timedelta(days=days))
    assert opened(link) == 404


@pytest.mark.parametrize("days", [0, -1, 2, 30])
def test_no_other_life_can_be_chosen(days):
    with pytest.raises(Refused) as refused:
        make_link(days=days)
    assert refused.value.field == "days"
    assert not PreviewLink.objects.exists()


def test_a_link_cannot_end_before_it_begins():
    link = make_link()
    with pytest.raises(IntegrityError), transaction.atomic():
        PreviewLink.objects.filter(pk=link.pk).update(expires_at=link.created_at)


@pytest.mark.django_db(transaction=True)
def test_it_is_revoked_at_once_however_warm_the_page_store_is():
    image = factories.make_image()
    link, reader = make_link(body=factories.figure(image)), Reader()
    path = link.get_absolute_url()
    for _ in range(3):
        answer = reader.get(path)
        assert answer.status == 200
        assert "Surrogate-Key" not in answer.headers
    picture = re.search(r'src="(/xem-truoc/[^"]+\.webp)"', answer.text)[1]
    assert reader.get(picture).status == 200
    revoke_preview_link(link, by=None)
    assert reader.get(path).status == 404
    assert reader.get(picture).status == 404


def test_revoking_twice_is_revoking_once(cast):
    link = make_link()
    first = revoke_preview_link(link, by=cast.editor)
    again = revoke_preview_link(link, by=cast.managing_editor)
    assert (again.revoked_by, again.revoked_at) == (cast.editor, first.revoked_at)
    assert Activity.objects.filter(act="revoke_preview_link").count() == 1


def test_it_goes_on_when_its_maker_may_do_nothing_more(cast):
    link = create_preview_link(factories.make_article(), by=cast.editor, days=3)
    cast.editor.groups.clear()
    cast.editor.is_active = False
    cast.editor.save()
    assert opened(link) == 200


# --- What was taken away --------------------------------------------------------------------------


def test_an_article_in_the_bin_is_shown_by_no_link(cast):
    article = factories.make_article()
    link = make_link(article)
    bin_article(article, by=None)
    assert opened(link) == 404
    with pytest.raises(Refused):
        make_link(article)
    unbin_article(article, by=None)
    assert opened(link) == 200


def test_withdrawing_revokes_every_link_for_good(cast):
    article = factories.make_published().article
    link = make_link(change(article, title="Bản sau"))
    last = Activity.objects.latest("pk").pk
    withdraw(article, by=cast.managing_editor, reason="Sai nguồn")
    assert [row.act for row in Activity.objects.filter(pk__gt=last)] == ["withdraw"]
    assert opened(link) == 404
    with pytest.raises(Refused):
        make_link(article)
    change(Article.objects.get(pk=article.pk), title="Bản viết lại")
    submit(article, by=None)
    assert opened(link) == 404
    link.refresh_from_db()
    assert link.revoked_by == cast.managing_editor
    assert opened(make_link(article)) == 200


def test_no_link_shows_anything_while_the_article_is_withdrawn():
    article = factories.make_published().article
    withdraw(article, by=None, reason="Sai nguồn")
    change(Article.objects.get(pk=article.pk), title="Bản viết lại")
    later = publish(article, by=None, at=datetime.now(NOW.tzinfo) + timedelta(hours=5))
    link = make_link(article)
    assert opened(link) == 200
    cancel(later, by=None)
    assert Article.objects.get(pk=article.pk).state == "withdrawn"
    assert opened(link) == 404


def test_a_picture_taken_down_leaves_the_preview_and_its_address_dies(client):
    first = factories.make_image(data=factories.picture_bytes(colour="navy"))
    second = factories.make_image(data=factories.picture_bytes(colour="olive"))
    link = make_link(body=factories.figure(first) + factories.figure(second))
    before = pictures_on(client.get(link.get_absolute_url()))
    assert [client.get(each).status_code for each in before] == [200, 200]
    take_down(first, by=None, reason="Bản quyền")
    assert pictures_on(client.get(link.get_absolute_url())) == before[1:]
    assert [client.get(each).status_code for each in before] == [404, 200]
