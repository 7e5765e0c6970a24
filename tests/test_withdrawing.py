"""Withdrawing: readers lose the article, the newsroom loses nothing."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from articles.actions.placing import place, remove
from articles.actions.publishing import publish
from articles.actions.refusals import NotPermitted, Refused
from articles.actions.withdrawing import withdraw
from articles.models import Activity, Listing, Notice, Placement, PublishedArticle, PublishedTag

from . import factories

pytestmark = pytest.mark.django_db


def public_files() -> list[str]:
    return default_storage.listdir("p")[1] if default_storage.exists("p") else []


def test_a_withdrawn_article_leaves_every_list_and_every_row_stays(cast):
    row = factories.make_published(tags=("lũ",), authors=[factories.make_author()])
    withdraw(row.article, by=cast.editor_in_chief, reason="Sai sự thật")
    assert not PublishedArticle.objects.visible().exists()
    assert not Listing.objects.visible().exists()
    assert not PublishedTag.objects.visible().exists()
    assert PublishedArticle.objects.count() == 1


def test_the_reason_and_who_asked_are_kept(cast):
    row = factories.make_published()
    withdraw(
        row.article,
        by=cast.managing_editor,
        reason="Thông tin sai",
        requested_by="Bạn đọc",
        document_number="12/CV",
    )
    data = Activity.objects.get(act="withdraw").data
    assert (data["reason"], data["requested_by"], data["document_number"]) == (
        "Thông tin sai",
        "Bạn đọc",
        "12/CV",
    )


@pytest.mark.parametrize("reason", ["", "  ", "\u200b"])
def test_a_withdrawal_without_a_reason_is_refused(cast, reason):
    row = factories.make_published()
    with pytest.raises(Refused):
        withdraw(row.article, by=cast.editor_in_chief, reason=reason)
    assert PublishedArticle.objects.visible().exists()


def test_withdrawing_drops_what_was_scheduled(cast):
    row = factories.make_published()
    publish(row.article, by=None, at=timezone.now() + timedelta(hours=1))
    withdraw(row.article, by=cast.editor_in_chief, reason="Dừng lại")
    later = timezone.now() + timedelta(days=1)
    assert not PublishedArticle.objects.visible(later).exists()


def test_a_draft_cannot_be_withdrawn(cast):
    with pytest.raises(Refused):
        withdraw(factories.make_article(), by=cast.editor_in_chief, reason="Thử")


def test_a_withdrawn_article_leaves_its_slots_in_the_same_act(cast):
    row = factories.make_published()
    place(row.article, "noi-bat", by=cast.managing_editor)
    withdraw(row.article, by=cast.editor_in_chief, reason="Thử")
    assert not Placement.objects.exists()


def test_pictures_of_a_withdrawn_article_are_no_longer_served(
    cast, django_capture_on_commit_callbacks
):
    image = factories.make_image()
    row = factories.make_published(body=factories.figure(image))
    assert public_files()
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(row.article, by=cast.editor_in_chief, reason="Thử")
    assert not public_files()


def test_a_picture_that_another_article_shows_stays(cast, django_capture_on_commit_callbacks):
    image = factories.make_image()
    row = factories.make_published(body=factories.figure(image))
    factories.make_published(body=factories.figure(image))
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(row.article, by=cast.editor_in_chief, reason="Thử")
    assert public_files()


def test_a_withdrawn_article_can_be_published_again_with_its_pictures(
    cast, django_capture_on_commit_callbacks
):
    row = factories.make_published(body=factories.figure(factories.make_image()))
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(row.article, by=cast.editor_in_chief, reason="Thử")
    publish(row.article, by=cast.editor_in_chief)
    assert PublishedArticle.objects.visible().count() == 1
    assert public_files()


def test_only_what_readers_can_see_may_be_placed(cast):
    with pytest.raises(Refused):
        place(factories.make_article(), "noi-bat", by=cast.managing_editor)


def test_an_article_is_placed_once_a_slot(cast):
    row = factories.make_published()
    place(row.article, "noi-bat", by=cast.managing_editor)
    with pytest.raises(Refused):
        place(row.article, "noi-bat", by=cast.managing_editor)
    place(row.article, "dung-bo-lo", by=cast.managing_editor)
    assert Activity.objects.filter(act="place").count() == 2


def test_an_unknown_slot_and_crossed_times_are_refused(cast):
    article = factories.make_published().article
    now = timezone.now()
    with pytest.raises(Refused):
        place(article, "khong-co", by=cast.managing_editor)
    with pytest.raises(Refused):
        place(article, "noi-bat", by=cast.managing_editor, starts=now, ends=now)


def test_a_placement_is_removed_once(cast):
    article = factories.make_published().article
    placement = place(article, "noi-bat", by=cast.managing_editor)
    with pytest.raises(NotPermitted):
        remove(placement, by=cast.editor)
    remove(placement, by=cast.managing_editor)
    with pytest.raises(Refused):
        remove(placement, by=cast.managing_editor)


def test_every_byline_is_told_with_the_reason_and_the_one_who_acts_is_not(cast):
    bylined = [factories.make_author(user=cast.editor), factories.make_author(user=cast.reporter)]
    article = factories.make_article(by=cast.editor_in_chief, authors=bylined)
    publish(article, by=None)
    withdraw(article, by=cast.editor_in_chief, reason="Sai tên", document_number="12/CV")
    told = Notice.objects.filter(kind="withdrawn").select_related("activity")
    assert {notice.recipient for notice in told} == {cast.editor, cast.reporter}
    assert {notice.activity.data["reason"] for notice in told} == {"Sai tên"}
