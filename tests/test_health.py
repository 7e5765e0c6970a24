"""What the machines ask that watch the paper."""

import os

import pytest
from django.core.files.storage import Storage, default_storage
from django.db import DatabaseError, OperationalError

from articles.models import Masthead


@pytest.fixture
def media():
    """The folder of public pictures, as it is after installation."""
    folder = default_storage.path("")
    os.makedirs(folder, exist_ok=True)
    return folder


def away():
    raise OperationalError("connection refused")


def test_a_living_process_says_ok_without_asking_the_database(client):
    # No database mark: pytest-django would refuse a query.
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_a_paper_that_can_serve_says_ok(client, media):
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_a_database_that_is_away_makes_it_unready_but_not_dead(client, media, monkeypatch):
    monkeypatch.setattr(Masthead, "current", away)
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"not ready: database\n")
    assert client.get("/healthz").status_code == 200


@pytest.mark.django_db
def test_a_folder_of_pictures_that_is_not_there_makes_it_unready(client):
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"not ready: storage\n")


@pytest.mark.django_db
def test_all_that_is_missing_is_named(client, monkeypatch):
    monkeypatch.setattr(Masthead, "current", away)
    assert client.get("/readyz").content == b"not ready: database, storage\n"


def test_a_watcher_comes_by_whatever_name_and_a_reader_does_not(client):
    assert client.get("/healthz", headers={"host": "10.0.0.7"}).status_code == 200
    assert client.get("/lien-he", headers={"host": "10.0.0.7"}).status_code == 400


class Bucket(Storage):
    """A storage without a folder of this machine."""

    def exists(self, name: str) -> bool:
        """Nothing is there."""
        return False


class LostBucket(Bucket):
    """The same when its network is away."""

    def exists(self, name: str) -> bool:
        """It does not answer."""
        raise ConnectionError


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "status"), [("Bucket", 200), ("LostBucket", 503)])
def test_a_storage_elsewhere_is_asked_as_well(client, settings, name, status):
    backend = {"BACKEND": f"tests.test_health.{name}"}
    settings.STORAGES = settings.STORAGES | {"default": backend}
    assert client.get("/readyz").status_code == status


@pytest.mark.django_db
def test_tables_that_are_not_there_make_it_unready(client, media, monkeypatch):
    def no_table():
        raise DatabaseError("no such table")

    monkeypatch.setattr(Masthead, "current", no_table)
    assert client.get("/readyz").status_code == 503
