"""The picture archive on the desk: its list, the page of a picture, and sending without a script."""

import re
from dataclasses import replace
from importlib import import_module

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html

from articles.actions.publishing import publish
from articles.actions.records import save_record
from articles.actions.saving import save
from articles.actions.taking_down import take_down
from articles.admin import picture_views
from articles.models import Activity, Image
from articles.structure import GRANTS, Role
from tests.desk import text_of
from tests.factories import figure, make_article, make_image, make_published, picture_bytes
from tests.picture_files import photo, svg

pytestmark = pytest.mark.django_db

ARCHIVE = "/toa-soan/articles/image/"
SENDING = [role for role in Role if "save_image" in GRANTS[role]]
OTHERS = [role for role in Role if role not in SENDING]


@pytest.fixture
def desk(client, cast):
    """The picture editor's browser, in English."""
    cast.picture_editor.desk_language = "en"
    cast.picture_editor.save()
    client.force_login(cast.picture_editor)
    return client


def page_of(image):
    return reverse("admin:articles_image_change", args=[image.pk])


def listed(response):
    return re.findall(r'class="archive-name">([^<]+)<', response.content.decode())


def words(image, **more):
    values = {"alt": image.alt, "caption": image.caption, "credit": image.credit}
    return values | {"version": image.version} | more


# --- the list -------------------------------------------------------------------------------------


def test_a_row_shows_the_picture_its_words_and_where_it_was_published(desk):
    image = make_image("den.jpg")
    save_record(image, {"caption": "Thả <đèn>", "credit": "Hạ Miên"}, by=None)
    for _ in range(2):
        make_published(body=figure(image))
    page = desk.get(ARCHIVE).content.decode()
    assert reverse("admin:picture_file", args=[image.current.pk, "full", 400]) in page
    assert "640 × 480 px" in page
    assert "Thả &lt;đèn&gt;" in page
    assert "Hạ Miên" in page
    assert re.search(r"field-published_in[^>]*>2<", page)


def test_an_article_that_shows_a_picture_in_two_publications_counts_once(desk):
    image = make_image()
    publish(make_published(body=figure(image)).article, by=None)
    assert re.search(r"field-published_in[^>]*>1<", desk.get(ARCHIVE).content.decode())


def test_missing_files_are_marked_and_filtered(desk):
    make_image("co.jpg")
    make_image("thieu.jpg", missing=True)
    assert "No file yet" in desk.get(ARCHIVE).content.decode()
    assert listed(desk.get(ARCHIVE, {"file": "missing"})) == ["thieu.jpg"]
    assert listed(desk.get(ARCHIVE, {"file": "here"})) == ["co.jpg"]
    assert set(listed(desk.get(ARCHIVE, {"file": "odd"}))) == {"co.jpg", "thieu.jpg"}


def test_a_picture_taken_down_is_marked_and_is_no_missing_one(desk, cast):
    make_image("co.jpg")
    make_image("thieu.jpg", missing=True)
    other = make_image("go.jpg", data=picture_bytes(colour="olive"))
    take_down(other, by=cast.picture_editor, reason="Người trong ảnh yêu cầu")
    assert listed(desk.get(ARCHIVE, {"file": "missing"})) == ["thieu.jpg"]
    assert listed(desk.get(ARCHIVE, {"file": "here"})) == ["co.jpg"]
    found = desk.get(ARCHIVE, {"file": "down"})
    assert listed(found) == ["go.jpg"]
    # The filter says it as well: here it is the row.
    rows = html.fromstring(found.content.decode()).xpath("//table[@id='result_list']/tbody/tr")
    assert [row.xpath(".//*[@class='no-file']/text()") for row in rows] == [["Taken down"]]


@pytest.mark.parametrize("query", ["đêm", "DEM THA", "tha dem"])
def test_it_is_searched_without_accents(desk, query):
    save_record(make_image("a.jpg"), {"caption": "Đêm thả đèn"}, by=None)
    make_image("b.jpg")
    assert listed(desk.get(ARCHIVE, {"q": query})) == ["a.jpg"]


@pytest.mark.parametrize("query", ["?p=x", "?o=9", "?q=%00", "?file=", "?x=1", "?file=%00"])
def test_odd_queries_are_answered(desk, query):
    make_image()
    desk.raise_request_exception = False
    assert desk.get(ARCHIVE + query).status_code in {200, 302, 400}


def test_the_list_takes_the_same_queries_for_one_and_for_many(desk, django_assert_max_num_queries):
    for many in (1, 20):
        for number in range(many):
            make_published(body=figure(make_image(f"{many}-{number}.jpg")))
        with django_assert_max_num_queries(12):
            desk.get(ARCHIVE)


# --- one picture ----------------------------------------------------------------------------------


def test_its_words_are_saved_by_one_act(desk):
    image = make_image()
    count = Activity.objects.count()
    response = desk.post(page_of(image), words(image, caption="Ghe  đua", credit=" Minh An "))
    assert response.status_code == 302
    image.refresh_from_db()
    assert (image.caption, image.credit) == ("Ghe đua", "Minh An")
    assert Activity.objects.count() == count + 1


def test_a_stale_form_shows_both_texts_and_loses_none(desk):
    image = make_image()
    save_record(image, {"caption": "Của người khác"}, by=None)
    page = text_of(desk.post(page_of(image), words(image, caption="Của tôi")))
    assert "Của người khác" in page
    assert "Của tôi" in page
    image.refresh_from_db()
    assert image.caption == "Của người khác"


def test_the_page_offers_another_file_and_the_focal_point(desk):
    image = make_image()
    page = desk.get(page_of(image)).content.decode()
    assert reverse("admin:picture_replace", args=[image.pk]) in page
    assert reverse("admin:picture_focus", args=[image.pk]) in page
    assert re.search(r'name="x" value="50"', page)
    assert re.search(rf'name="version" value="{image.version}"', page)


def test_the_page_of_a_missing_picture_says_so_and_asks_for_the_file(desk):
    image = make_image("thieu.jpg", missing=True)
    page = desk.get(page_of(image)).content.decode()
    assert "The file of this picture is missing" in page
    assert "Send the file" in page
    assert reverse("admin:picture_focus", args=[image.pk]) not in page


def test_the_page_names_the_articles_that_use_it_working_copies_as_well(desk):
    image, other = make_image("1.jpg"), make_image("2.jpg")
    published = make_published(title="Bài đã đăng", body=figure(image)).article
    waiting = make_article(title="Bài đang chờ", body=figure(image))
    make_article(title="Bài khác", body=figure(other))
    page = desk.get(page_of(image)).content.decode()
    for article in (published, waiting):
        assert reverse("admin:articles_article_change", args=[article.pk]) in page
    assert "Bài khác" not in page
    assert "readers see it" in page


def test_a_picture_is_not_taken_for_another_whose_number_begins_alike(desk):
    image = make_image()
    longer = Image.objects.create(pk=image.pk * 10 + 1, original_filename="x.jpg")
    make_article(title="Bài khác", body=figure(longer))
    assert "Bài khác" not in desk.get(page_of(image)).content.decode()
    assert "Bài khác" in desk.get(page_of(longer)).content.decode()


def test_articles_from_before_their_pictures_were_noted_are_found_as_well(desk):
    image = make_image()
    article = make_article(title="Bài cũ", body=figure(image) * 2)
    article.images.clear()
    import_module("articles.migrations.0016_pictures_of_working_copies").note_pictures(apps, None)
    assert list(article.images.all()) == [image]
    assert "Bài cũ" in desk.get(page_of(image)).content.decode()


def test_a_picture_taken_out_of_a_text_is_not_its_any_more(desk):
    image = make_image()
    article = make_article(title="Bài đang viết", body=figure(image) + "<p>Chữ.</p>")
    draft = replace(article.revisions.get().draft, body="<p>Chữ.</p>")
    save(article, draft, by=None, base_version=article.version)
    assert "Bài đang viết" not in desk.get(page_of(image)).content.decode()


def test_its_history_is_told(desk):
    image = make_image()
    history = desk.get(reverse("admin:articles_image_history", args=[image.pk]))
    assert history.status_code == 200


def test_it_cannot_be_deleted(desk):
    image = make_image()
    address = reverse("admin:articles_image_delete", args=[image.pk])
    assert desk.post(address, {"post": "yes"}).status_code == 403
    assert Image.objects.filter(pk=image.pk).exists()


# --- sending without a script ---------------------------------------------------------------------


def files(**contents):
    return [SimpleUploadedFile(f"{name}.jpg", data) for name, data in contents.items()]


def test_several_files_are_sent_at_once_and_each_is_reported(desk):
    sent = {"file": files(mot=photo(), hai=svg(), ba=photo(800, 600))}
    page = desk.post(f"{ARCHIVE}add/", sent, follow=True).content.decode()
    assert "“mot.jpg” is in the archive." in page
    assert "“ba.jpg” is in the archive." in page
    assert "“hai.jpg” is an SVG drawing" in page
    assert set(Image.objects.values_list("original_filename", flat=True)) == {"mot.jpg", "ba.jpg"}
    assert Activity.objects.filter(act="save_image").count() == 2


def test_sending_no_file_is_told(desk):
    assert "Choose a file first." in desk.post(f"{ARCHIVE}add/", follow=True).content.decode()


# --- who may --------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", SENDING)
def test_those_whom_the_table_allows_send_and_describe(client, cast, role):
    image = make_image()
    client.force_login(cast.of(role))
    assert client.get(f"{ARCHIVE}add/").status_code == 200
    assert client.post(page_of(image), words(image, caption="Mới")).status_code == 302
    image.refresh_from_db()
    assert image.caption == "Mới"


@pytest.mark.parametrize("role", OTHERS)
def test_the_rest_of_the_newsroom_looks_only(client, cast, role, monkeypatch):
    image = make_image()
    monkeypatch.setattr(picture_views.store, "take_in", pytest.fail)
    client.force_login(cast.of(role))
    page = client.get(page_of(image))
    assert page.status_code == 200
    assert reverse("admin:picture_replace", args=[image.pk]) not in page.content.decode()
    assert client.get(ARCHIVE).status_code == 200
    assert client.get(f"{ARCHIVE}add/").status_code == 403
    assert client.post(f"{ARCHIVE}add/", {"file": files(x=photo())}).status_code == 403
    assert client.post(page_of(image), words(image, caption="Mới")).status_code == 403
    image.refresh_from_db()
    assert image.caption == ""
