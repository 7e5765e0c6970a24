"""A stored page is sent only while it holds: never stale, and never another reader's."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from newsroom.pagestore import checking, store
from newsroom.pagestore.build import build_id
from newsroom.pagestore.models import SurfaceVersion
from newsroom.pagestore.pages import Validity
from newsroom.pagestore.versions import raise_versions
from newsroom.pagestore.wsgi import RENEWED_AFTER, StoredPages
from tests import page_store_site as site
from tests.page_store_site import Reader, change, making, open_site

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reader(settings):
    return open_site(settings)


# --- A hit -----------------------------------------------------------------------------------


def test_the_second_reader_gets_the_page_that_was_made_for_the_first(reader):
    first, second = reader.get(), reader.get()
    assert (first.status, second.status, making.count) == (200, 200, 1)
    assert "Lời đầu" in second.text
    assert second.body == first.body


def test_a_hit_asks_the_database_one_question(reader, monkeypatch):
    reader.get()
    asked = []
    for vendor, question in checking._QUESTIONS.items():
        monkeypatch.setitem(
            checking._QUESTIONS,
            vendor,
            lambda *given, question=question: asked.append(given) or question(*given),
        )
    with CaptureQueriesContext(connection) as through_django:
        assert reader.get().status == 200
    assert (len(asked), len(through_django), making.count) == (1, 0, 1)


def test_keys_are_compared_byte_by_byte_and_stand_in_one_index():
    raise_versions(["a:1", "B:1"])
    assert [row.key for row in SurfaceVersion.objects.order_by("key")] == ["B:1", "a:1"]
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, SurfaceVersion._meta.db_table)
    assert len([one for one in found.values() if one["index"] or one["primary_key"]]) == 1


def test_pages_of_another_build_are_not_sent(reader):
    reader.get()
    Reader(StoredPages(reader.store._django, build="the next", offline_seconds=1)).get()
    assert making.count == 2


def test_a_build_is_known_by_its_code_its_templates_and_its_settings(tmp_path):
    code, template = tmp_path / "a.py", tmp_path / "deep" / "a.html"
    template.parent.mkdir()
    code.write_text("1")
    template.write_text("1")
    seen = {build_id([tmp_path], "https://bao.example")}
    seen.add(build_id([tmp_path], "https://khac.example"))
    code.write_text("2")
    seen.add(build_id([tmp_path], "https://bao.example"))
    template.write_text("2")
    seen.add(build_id([tmp_path], "https://bao.example"))
    (tmp_path / "picture.jpg").write_text("no code")
    seen.add(build_id([tmp_path], "https://bao.example"))
    assert len(seen) == 4


# --- Never stale -----------------------------------------------------------------------------


def test_a_change_is_in_the_next_answer(reader):
    reader.get()
    change("Lời sau")
    assert "Lời sau" in reader.get().text
    assert "Lời sau" in reader.get().text
    assert making.count == 2


def test_a_change_of_a_key_that_never_changed_before_is_one_too(reader):
    reader.get()
    site.raise_versions({"front"})
    reader.get()
    assert making.count == 2


def test_a_change_of_another_key_leaves_the_page(reader):
    reader.get()
    site.raise_versions({"s:1", "sites", "fron"})
    reader.get()
    assert making.count == 1


def test_a_change_between_versions_and_data_costs_one_more_rendering(reader):
    making.before_data = lambda: making.count == 1 and change("Lời sau")
    assert "Lời sau" in reader.get().text
    assert "Lời sau" in reader.get().text
    reader.get()
    assert making.count == 2


def test_a_change_between_data_and_storing_is_in_the_next_answer(reader):
    making.after_data = lambda: making.count == 1 and change("Lời sau")
    assert "Lời đầu" in reader.get().text  # it was the truth when it was read
    assert "Lời sau" in reader.get().text


def test_a_change_that_is_rolled_back_changes_nothing(reader):
    reader.get()

    def change_and_fail():
        with transaction.atomic():
            change("Lời không thành")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_and_fail()
    assert "Lời đầu" in reader.get().text
    assert making.count == 1


@pytest.fixture
def cache_without_time(monkeypatch):
    """A cache that forgets nothing: that a page has ended is the store's own business."""
    forever = store.caches[store.ALIAS]
    monkeypatch.setattr(store, "keep", lambda key, page, _seconds: forever.set(key, page, None))


def test_a_page_ends_at_its_instant_and_not_before(reader, cache_without_time):
    minute = datetime(2031, 5, 19, 7, 0, tzinfo=UTC)
    making.until = minute
    with time_machine.travel(minute - timedelta(seconds=9), tick=False) as clock:
        reader.get()
        making.until = None
        clock.move_to(minute - timedelta(milliseconds=1))
        reader.get()
        assert making.count == 1
        clock.move_to(minute)
        reader.get()
        assert making.count == 2


def test_the_nearest_of_several_instants_counts():
    validity, now = Validity(), datetime(2031, 5, 19, 7, 0, tzinfo=UTC)
    for seconds in (60, 30, 90):
        validity.until(now + timedelta(seconds=seconds))
    validity.until(None)
    assert validity.end == now + timedelta(seconds=30)


def test_a_page_that_ends_while_it_is_made_is_not_kept(reader):
    now = datetime(2031, 5, 19, 7, 0, tzinfo=UTC)
    with time_machine.travel(now, tick=False) as clock:
        making.until = now + timedelta(seconds=1)
        making.after_data = lambda: clock.shift(2)
        reader.get()
        reader.get()
    assert making.count == 2


def test_an_old_page_is_made_anew_against_what_no_key_stands_for(reader):
    now = datetime(2031, 5, 19, 7, 0, tzinfo=UTC)
    with time_machine.travel(now, tick=False) as clock:
        reader.get()
        clock.shift(RENEWED_AFTER - 1)
        reader.get()
        assert making.count == 1
        clock.shift(1)
        reader.get()
        reader.get()
        assert making.count == 2


# --- What is never stored --------------------------------------------------------------------


NOT_STORED = {
    "/greeting/": 200,
    "/by-language/": 200,
    "/thanks/": 200,
    "/moved/": 302,
    "/missing/": 404,
    "/gone/": 410,
    "/desk/": 200,
    "/?page=2": 200,
    "/?truoc=1&page=2": 200,
    "/?%74ruoc=1": 200,
    "/greeting/?truoc=1": 200,
}


def test_it_stores_no_other_answer_than_a_whole_page_that_is_the_same_for_all(reader):
    for target, status in NOT_STORED.items():
        making.count = 0
        assert [reader.get(target).status, reader.get(target).status] == [status] * 2
        assert making.count == 2, target


def test_a_post_is_neither_answered_from_the_store_nor_stored(reader):
    reader.get("/", "POST")
    reader.get()
    reader.get("/", "POST")
    assert making.count == 3


def test_an_unknown_host_is_refused_and_gets_nobody_elses_page(reader):
    reader.get()
    for _ in range(2):
        assert reader.get(host="evil.example").status == 400
    reader.get(host="localhost:8000")
    reader.get(host="LOCALHOST:8000")
    assert making.count == 2


def test_a_page_that_depends_on_nothing_is_a_mistake_that_shows(reader, client):
    assert reader.get("/loose/").status == 500
    with pytest.raises(TypeError, match="loose"):
        client.get("/loose/")
    assert client.post("/loose/").status_code == 200  # what is posted is never stored


def test_tests_and_others_without_a_store_make_the_page_each_time(reader, client):
    with CaptureQueriesContext(connection) as queries:
        client.get("/")
        client.get("/")
    assert making.count == 2
    assert not any("surfaceversion" in query["sql"] for query in queries)


# --- Addresses -------------------------------------------------------------------------------


def test_what_other_sites_add_to_count_their_readers_is_no_other_page(reader):
    reader.get()
    for query in ("fbclid=x", "utm_source=a&utm_campaign=b", "&", "gclid=1&zarsrc=30"):
        reader.get(f"/?{query}")
        assert making.count == 1, query


def test_what_other_sites_add_is_not_in_the_page_of_all(reader):
    assert "{}" in reader.get("/?fbclid=%3Cscript%3E").text
    assert "{'truoc': '7'}" in reader.get("/?utm_source=x&truoc=7&fbclid=y").text


def test_a_query_that_the_page_reads_has_a_page_of_its_own(reader):
    reader.get("/?truoc=1")
    reader.get("/?truoc=2")
    reader.get("/?truoc=1&fbclid=x")
    reader.get()
    assert making.count == 3


def test_addresses_are_told_apart_by_every_part(reader):
    targets = ["/", "/ch%C3%A0o/", "/chào/", "/?truoc="]
    for target in targets:
        reader.get(target)
    assert making.count == 3  # the server decodes paths: /ch%C3%A0o/ is no address here
    reader.get(scheme="https")
    assert making.count == 4
