"""Plain records: sections, authors, pictures' words, the masthead, people."""

import pytest
from django.contrib.auth.hashers import make_password
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from articles.actions.assigning import assign
from articles.actions.records import replace_image_file, save_record
from articles.actions.refusals import NotPermitted, Refused, Stale
from articles.admin.history import details
from articles.images import store
from articles.models import Activity, Author, Masthead, Priority, Section, User
from newsroom.pagestore.versions import versions

from . import factories
from .cast import make_cast

pytestmark = pytest.mark.django_db


def test_a_change_is_written_with_what_it_was_before():
    author = factories.make_author("Minh An")
    author = save_record(author, {"role": "Phóng viên"}, by=None, base_version=author.version)
    activity = Activity.objects.filter(act="save_author").first()
    assert activity.data == {"changes": {"role": ["", "Phóng viên"]}}
    assert author.version == 2


def test_a_choice_is_kept_as_a_value_and_said_in_the_readers_language():
    article = factories.make_article()
    with translation.override("en"):
        assign(article, by=None, assignee=None, priority=Priority.URGENT)
    activity = Activity.objects.get(act="assign")
    assert activity.data["changes"] == {"priority": [0, 2]}
    for language in ("vi", "en"):
        with translation.override(language):
            normal, urgent = str(Priority.NORMAL.label), str(Priority.URGENT.label)
            assert [*details(activity)][-1].endswith(f": {normal} → {urgent}")
    activity.data["changes"] = {"priority": ["thường", "tin nóng"]}
    assert [*details(activity)][-1].endswith(": thường → tin nóng")


def test_the_history_begins_every_field_with_a_small_letter():
    person = make_cast().reporter
    save_record(person, {"first_name": "An", "email": "an@example.com"}, by=None)
    changed = details(Activity.objects.filter(act="save_user").first())
    assert {line.partition(":")[0] for line in changed} == {"tên", "e-mail"}


def test_changing_nothing_writes_nothing():
    author = factories.make_author()
    before = Activity.objects.count()
    assert save_record(author, {"role": ""}, by=None).version == author.version
    assert Activity.objects.count() == before


def test_a_stale_change_is_refused():
    author = factories.make_author()
    save_record(author, {"role": "Một"}, by=None, base_version=author.version)
    with pytest.raises(Stale):
        save_record(author, {"role": "Hai"}, by=None, base_version=author.version)
    author.refresh_from_db()
    assert author.role == "Một"


def test_text_is_stored_composed_and_without_invisible_characters():
    author = factories.make_author("Nguye\u0302\u0303n\u200b\u00a0 An")
    assert author.name == "Nguyễn An"
    assert author.slug == "nguyen-an"


def test_two_authors_of_one_name_have_two_addresses():
    first, second = factories.make_author("Minh An"), factories.make_author("Minh An")
    assert (first.slug, second.slug) == ("minh-an", "minh-an-2")


def test_a_value_that_cannot_be_is_refused_by_field():
    with pytest.raises(Refused) as refused:
        save_record(Section(), {"name": "Mục", "slug": "toa-soan"}, by=None)
    assert refused.value.field == "slug"
    assert not Section.objects.exists()


def test_another_masthead_is_refused():
    save_record(Masthead(pk=1), {"name": "Báo"}, by=None)
    with pytest.raises(Refused):
        save_record(Masthead(pk=2), {"name": "Báo khác"}, by=None)


def test_another_privacy_notice_is_another_version_of_it():
    masthead = save_record(Masthead(pk=1), {"name": "Báo", "privacy_notice": "Một"}, by=None)
    version = masthead.privacy_version
    masthead = save_record(masthead, {"slogan": "Tin sớm"}, by=None)
    assert masthead.privacy_version == version
    masthead = save_record(masthead, {"privacy_notice": "Hai"}, by=None)
    assert masthead.privacy_version == version + 1


def test_what_readers_see_of_it_is_marked_as_changed():
    section = factories.make_section()
    before = versions(["site", "front", f"s:{section.pk}"])
    save_record(section, {"position": 9}, by=None)
    after = versions(before)
    assert all(after[key] == before[key] + 1 for key in before)


def test_a_password_is_never_in_the_record():
    secret = make_password("mat-khau-rat-dai")
    save_record(User(is_staff=True), {"username": "moi", "password": secret}, by=None)
    assert secret not in str(list(Activity.objects.values_list("data", flat=True)))


def test_a_new_file_makes_a_new_version_and_the_same_file_none():
    image = factories.make_image()
    same = store.take_in(factories.BytesIO(factories.picture_bytes()), "anh.jpg")
    assert replace_image_file(image, same, by=None).versions.count() == 1
    other = store.take_in(factories.BytesIO(factories.picture_bytes(colour="red")), "khac.jpg")
    image = replace_image_file(image, other, by=None)
    assert image.current.number == 2


def test_a_picture_editor_describes_no_authors():
    cast = make_cast()
    with pytest.raises(NotPermitted):
        save_record(Author(), {"name": "Ai đó"}, by=cast.picture_editor)
    assert not Author.objects.exists()


def test_the_whole_record_is_for_those_who_answer_for_the_newsroom(client):
    cast = make_cast()
    readers = {cast.managing_editor, cast.editor_in_chief, cast.administrator}
    for person in (*readers, cast.editor, cast.comment_moderator, cast.reporter):
        client.force_login(person, backend="articles.accounts.DeskBackend")
        status = client.get(reverse("admin:articles_activity_changelist")).status_code
        assert status == (200 if person in readers else 403), person


def test_an_administrator_cannot_touch_a_superuser(client):
    cast = make_cast()
    chief = User.objects.create_superuser("goc", password="mat-khau-rat-dai")
    client.force_login(cast.administrator, backend="articles.accounts.DeskBackend")
    address = reverse("admin:articles_user_change", args=[chief.pk])
    client.post(address, {"username": "khac", "desk_language": "vi", "version": chief.version})
    password = reverse("admin:articles_user_password", args=[chief.pk])
    client.post(password, {"password": "mat-khau-moi-rat-dai", "version": chief.version})
    fresh = User.objects.get(pk=chief.pk)
    assert (fresh.username, fresh.password) == (chief.username, chief.password)


def test_authors_and_tags_are_listed_in_vietnamese_order_by_given_name():
    for name in ("Lê Ý", "Trần Ân", "Phạm Đào", "Vũ Dương", "Bùi Ánh", "Hồ An", "Đỗ Ăn"):
        factories.make_author(name)
    names = list(Author.objects.values_list("name", flat=True))
    assert names == ["Hồ An", "Bùi Ánh", "Đỗ Ăn", "Trần Ân", "Vũ Dương", "Phạm Đào", "Lê Ý"]


def test_the_record_names_what_acts_were_done_to_with_one_query_for_each_kind(client):
    cast = make_cast()
    articles = [factories.make_article(title=f"Bài số {number}") for number in range(3)]
    author = factories.make_author("Nhà báo thử")
    client.force_login(cast.managing_editor, backend="articles.accounts.DeskBackend")
    address = reverse("admin:articles_activity_changelist")
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        page = client.get(address).content.decode()
    assert all(f">{thing}</a>" in page for thing in (*articles, author))
    for number in range(5):
        factories.make_article(title=f"Bài thêm {number}")
    with CaptureQueriesContext(connection) as more:
        assert "Bài thêm 4" in client.get(address).content.decode()
    assert len(more) == len(few)
    activity = Activity.objects.filter(target_id=author.pk, target_type="author").latest("pk")
    page = client.get(reverse("admin:articles_activity_change", args=[activity.pk]))
    assert "Nhà báo thử" in page.content.decode()


def test_an_act_on_what_is_gone_is_still_listed(client):
    cast = make_cast()
    client.force_login(cast.managing_editor, backend="articles.accounts.DeskBackend")
    activity = Activity.objects.create(
        act="save_tag", target_type="tag", target_id=4711, at=timezone.now()
    )
    for name, args in (("changelist", []), ("change", [activity.pk])):
        page = client.get(reverse(f"admin:articles_activity_{name}", args=args))
        assert "Từ khóa 4711" in page.content.decode()
