"""`manage.py tick` tidies, and what it leaves alone."""

import os
import time
from datetime import datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.management import call_command

from articles.actions.publishing import publish
from articles.actions.records import save_record
from articles.actions.withdrawing import withdraw
from articles.images import store
from articles.models import Article

from . import factories

pytestmark = pytest.mark.django_db

START = datetime.fromisoformat("2026-11-24T08:00:00+07:00")


def tick() -> None:
    call_command("tick", stdout=StringIO())


def age(storage) -> None:
    """Let every file of a storage look two hours old."""
    for folder, _folders, names in os.walk(storage.location):
        for name in names:
            before = time.time() - 7200
            os.utime(os.path.join(folder, name), (before, before))


def public_files() -> list[str]:
    return sorted(default_storage.listdir("p")[1]) if default_storage.exists("p") else []


def test_a_scheduled_article_whose_minute_has_come_is_called_published():
    with time_machine.travel(START, tick=False) as clock:
        article = factories.make_article()
        publish(article, by=None, at=START + timedelta(minutes=5))
        tick()
        article.refresh_from_db()
        assert article.state == "scheduled"
        clock.shift(timedelta(minutes=5))
        assert Article.objects.in_state("published").get() == article
        tick()
        article.refresh_from_db()
        assert article.state == "published"


def test_files_that_a_killed_withdrawal_left_public_are_swept():
    row = factories.make_published(body=factories.figure(factories.make_image()))
    withdraw(row.article, by=None, reason="Thử")
    assert public_files()
    age(default_storage)
    tick()
    assert not public_files()


def test_files_of_what_readers_see_or_will_see_stay():
    factories.make_published(body=factories.figure(factories.make_image()))
    later = factories.make_image("sau.jpg", data=factories.picture_bytes(colour="navy"))
    article = factories.make_article(body=factories.figure(later))
    publish(article, by=None, at=datetime.now().astimezone() + timedelta(hours=3))
    before = public_files()
    age(default_storage)
    age(storages["originals"])
    tick()
    assert public_files() == before


def test_a_portrait_is_public_and_stays_so(django_capture_on_commit_callbacks):
    author = factories.make_author()
    with django_capture_on_commit_callbacks(execute=True):
        save_record(author, {"portrait": factories.make_image()}, by=None)
    before = public_files()
    assert before
    age(default_storage)
    tick()
    assert public_files() == before


def test_a_portrait_that_a_killed_process_left_private_is_made_public():
    save_record(factories.make_author(), {"portrait": factories.make_image()}, by=None)
    assert not public_files()
    tick()
    assert public_files()


def test_private_files_that_a_failed_upload_left_behind_are_swept_after_an_hour():
    originals = storages["originals"]
    kept = factories.make_image().current
    with factories.BytesIO(factories.picture_bytes(colour="red")) as file:
        orphan = store.take_in(file, "mo-coi.jpg")
    tick()
    assert originals.exists(orphan.original)
    age(originals)
    tick()
    assert not originals.exists(orphan.original)
    assert originals.exists(kept.original)
    for path in store.rendition_paths(kept.hash, kept.width, kept.height):
        assert originals.exists(path)


def test_a_file_that_is_none_of_ours_is_left_alone():
    default_storage.save("p/ghi-chu.txt", ContentFile(b"x"))
    age(default_storage)
    tick()
    assert default_storage.exists("p/ghi-chu.txt")


def test_ticking_twice_changes_nothing_more():
    factories.make_published(body=factories.figure(factories.make_image()))
    tick()
    before = public_files()
    tick()
    assert public_files() == before
