"""Sending pictures to the desk: taken in, replaced, described, found, and seen by the desk alone."""

import re
from io import BytesIO

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from PIL import Image as Pixels

from articles.actions.records import save_record
from articles.admin import picture_views
from articles.images import limits
from articles.models import Activity, Image
from articles.structure import GRANTS, Role
from tests.factories import make_image, picture_bytes
from tests.picture_files import heic, photo, svg, truncated

pytestmark = pytest.mark.django_db

UPLOAD = "/toa-soan/articles/image/upload/"
FIND = "/toa-soan/articles/image/find/"
JSON = {"Accept": "application/json"}
FORM = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
SENDING = [role for role in Role if "save_image" in GRANTS[role]]
OTHERS = [role for role in Role if role not in SENDING]


@pytest.fixture
def desk(client, cast):
    """The picture editor's browser, in English."""
    return sign_in(client, cast.picture_editor)


def sign_in(client, person):
    person.desk_language = "en"
    person.save()
    client.force_login(person)
    return client


def sent(name="ben-song.jpg", data=None):
    return SimpleUploadedFile(name, photo() if data is None else data, "image/jpeg")


def address(name, *arguments):
    return reverse(f"admin:{name}", args=arguments)


def acts():
    return list(Activity.objects.order_by("pk").values_list("act", "target_type", "target_id"))


# --- sending --------------------------------------------------------------------------------------


def test_a_picture_that_is_sent_is_in_the_archive_and_its_facts_are_told(desk, cast):
    response = desk.post(UPLOAD, {"file": sent("Bến sông (1).jpg")}, headers=JSON)
    image = Image.objects.get()
    version = image.current
    assert response.json() == {
        "id": image.pk,
        "version": 1,
        "name": "Bến sông (1).jpg",
        "width": 640,
        "height": 480,
        "alt": "",
        "caption": "",
        "credit": "",
        "thumbnail": address("picture_file", version.pk, "full", 400),
    }
    assert image.created_by == cast.picture_editor
    assert acts() == [("save_image", "image", image.pk)]
    assert storages["originals"].exists(version.original)


def test_the_file_is_examined_outside_of_any_transaction(desk, monkeypatch):
    depths = []

    def take_in(*arguments):
        depths.append(len(connection.savepoint_ids))
        return real(*arguments)

    real = picture_views.store.take_in
    monkeypatch.setattr(picture_views.store, "take_in", take_in)
    outside = len(connection.savepoint_ids)
    desk.post(UPLOAD, {"file": sent()}, headers=JSON)
    assert depths == [outside]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (svg(), "SVG"),
        (heic(), "HEIC"),
        (truncated(photo()), "damaged or incomplete"),
        (b"no picture", "is not a picture"),
        (b"", "empty"),
        (b"<html><script>alert(1)</script></html>", "is not a picture"),
    ],
)
def test_what_is_no_picture_is_refused_with_a_sentence_and_nothing_is_kept(desk, data, reason):
    response = desk.post(UPLOAD, {"file": sent("anh.jpg", data)}, headers=JSON)
    assert response.status_code == 422
    assert reason in response.json()["error"]
    assert not Image.objects.exists()
    assert acts() == []


def test_the_refusal_is_in_the_language_of_the_person(client, cast):
    client.force_login(cast.picture_editor)
    response = client.post(UPLOAD, headers=JSON)
    assert response.status_code == 422
    assert response.headers["Content-Language"] == "vi"


def test_a_picture_called_html_is_stored_as_what_it_is(desk):
    """A name decides nothing: neither the type, nor the path, nor what is served."""
    data = photo() + b"<script>alert(1)</script>"
    desk.post(UPLOAD, {"file": sent("../../x.html", data)}, headers=JSON)
    image = Image.objects.get()
    assert image.original_filename == "x.html"
    assert re.fullmatch(r"o/[0-9a-f]{2}/[0-9a-f]{64}\.jpeg", image.current.original)
    seen = desk.get(address("picture_file", image.current.pk, "full", 400))
    assert seen.headers["Content-Type"] == "image/webp"
    assert b"script" not in b"".join(seen.streaming_content)


def test_sending_nothing_is_told(desk):
    response = desk.post(UPLOAD, headers=JSON)
    assert (response.status_code, response.json()["error"]) == (422, "Choose a file first.")


def test_a_request_larger_than_a_picture_may_be_is_refused_unread(desk, monkeypatch):
    monkeypatch.setattr(limits, "MAX_BYTES", 1000)
    monkeypatch.setattr(picture_views, "FORM_BYTES", 100)
    monkeypatch.setattr(picture_views, "take_new", pytest.fail)
    response = desk.post(UPLOAD, {"file": sent()}, headers=JSON)
    assert response.status_code == 413
    assert "larger than" in response.json()["error"]
    assert not Image.objects.exists()


def test_without_a_token_it_is_refused(cast):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.picture_editor)
    image = make_image()
    count = Activity.objects.count()
    for name, arguments, data in (
        ("picture_upload", [], {"file": sent()}),
        ("picture_replace", [image.pk], {"file": sent(), "version": image.version}),
        ("picture_focus", [image.pk], {"x": 1, "y": 1, "version": image.version}),
        ("picture_describe", [image.pk], {"caption": "x", "version": image.version}),
    ):
        response = strict.post(address(name, *arguments), data, headers=JSON)
        assert response.status_code == 403, name
    assert Activity.objects.count() == count
    assert Image.objects.count() == 1


def test_with_a_token_in_the_header_it_is_taken(cast):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.picture_editor)
    page = strict.get("/toa-soan/articles/image/add/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
    headers = JSON | {"X-CSRFToken": token}
    assert strict.post(UPLOAD, {"file": sent()}, headers=headers).status_code == 200


@pytest.mark.parametrize("role", SENDING)
def test_those_whom_the_table_allows_may_send(client, cast, role):
    client.force_login(cast.of(role))
    assert client.post(UPLOAD, {"file": sent()}, headers=JSON).status_code == 200


@pytest.mark.parametrize("role", OTHERS)
def test_the_rest_of_the_newsroom_may_not(client, cast, role, monkeypatch):
    image = make_image()
    count = Activity.objects.count()
    monkeypatch.setattr(picture_views.store, "take_in", pytest.fail)
    sign_in(client, cast.of(role))
    for name, arguments, data in (
        ("picture_upload", [], {"file": sent()}),
        ("picture_replace", [image.pk], {"file": sent(), "version": image.version}),
        ("picture_focus", [image.pk], {"x": 1, "y": 1, "version": image.version}),
        ("picture_describe", [image.pk], {"caption": "x", "version": image.version}),
    ):
        response = client.post(address(name, *arguments), data, headers=JSON)
        assert response.status_code == 403, name
        assert "Your role does not allow you" in response.json()["error"]
    assert Activity.objects.count() == count


def test_who_is_not_of_the_newsroom_is_sent_to_sign_in(client, cast):
    image = make_image()
    version = image.current
    addresses = [
        FIND,
        address("picture_thumbnail", image.pk),
        address("picture_facts", image.pk),
        address("picture_file", version.pk, "full", 400),
    ]
    for person in (None, cast.stranger):
        if person:
            client.force_login(person)
        for each in addresses:
            assert client.get(each).status_code == 302
        assert client.post(UPLOAD, {"file": sent()}, headers=JSON).status_code == 302
    assert Image.objects.count() == 1


def test_sending_is_only_for_post(desk):
    image = make_image()
    assert desk.get(UPLOAD).status_code == 405
    for name in ("picture_replace", "picture_focus", "picture_describe"):
        assert desk.get(address(name, image.pk)).status_code == 405


# --- another file ---------------------------------------------------------------------------------


def test_a_missing_picture_gets_its_file(desk):
    image = make_image("3.jpg", missing=True)
    data = {"file": sent("chup-lai.jpg"), "version": image.version}
    response = desk.post(address("picture_replace", image.pk), data, headers=JSON)
    image.refresh_from_db()
    assert response.json()["thumbnail"]
    assert (image.original_filename, image.current.number) == ("3.jpg", 1)


def test_a_file_replaces_another_and_the_old_version_stays(desk):
    image = make_image()
    data = {"file": sent(data=picture_bytes(800, 600, "maroon")), "version": image.version}
    assert desk.post(address("picture_replace", image.pk), data, headers=JSON).status_code == 200
    image.refresh_from_db()
    assert (image.current.number, image.current.width) == (2, 800)
    assert image.versions.count() == 2
    assert acts()[-1] == ("save_image", "image", image.pk)


def test_replacing_is_refused_where_a_colleague_was_faster(desk):
    image = make_image()
    save_record(image, {"caption": "Của người khác"}, by=None)
    data = {"file": sent(data=picture_bytes(800, 600)), "version": image.version}
    response = desk.post(address("picture_replace", image.pk), data, headers=JSON)
    assert response.status_code == 409
    image.refresh_from_db()
    assert image.versions.count() == 1


def test_a_plain_form_is_led_to_the_pictures_page_with_a_message(desk):
    image = make_image()
    page = address("articles_image_change", image.pk)
    data = {"file": sent(data=picture_bytes(800, 600)), "version": image.version}
    response = desk.post(address("picture_replace", image.pk), data, headers=FORM, follow=True)
    assert response.redirect_chain == [(page, 302)]
    assert "“anh.jpg” is saved." in response.content.decode()
    broken = {"file": sent(data=b"no"), "version": image.version + 1}
    response = desk.post(address("picture_replace", image.pk), broken, headers=FORM, follow=True)
    assert "is not a picture" in response.content.decode()
    image.refresh_from_db()
    assert image.versions.count() == 2


# --- words and focal point ------------------------------------------------------------------------


def test_its_words_are_saved(desk):
    image = make_image()
    data = {"alt": "Ghe", "caption": "Ghe đua.", "credit": "Minh An", "version": image.version}
    response = desk.post(address("picture_describe", image.pk), data, headers=JSON)
    assert response.status_code == 200
    image.refresh_from_db()
    assert (image.alt, image.caption, image.credit) == ("Ghe", "Ghe đua.", "Minh An")
    assert desk.post(address("picture_describe", image.pk), data, headers=JSON).status_code == 409
    too_long = data | {"credit": "x" * 201, "version": image.version}
    response = desk.post(address("picture_describe", image.pk), too_long, headers=JSON)
    assert (response.status_code, "200" in response.json()["error"]) == (422, True)


def test_a_focal_point_makes_a_version_of_the_same_file_with_other_crops(desk):
    image = make_image(data=photo(1200, 400))
    data = {"x": "100", "y": "50", "version": image.version}
    response = desk.post(address("picture_focus", image.pk), data, headers=JSON)
    assert response.status_code == 200
    first, second = image.versions.order_by("number")
    assert (second.focal_x, second.focal_y) == (1, 0.5)
    assert (second.original, second.sha256) == (first.original, first.sha256)
    assert corner(desk, first) != corner(desk, second)


def corner(desk, version):
    """The colour of the upper left corner of a version's card, roughly."""
    name = address("picture_file", version.pk, "card", 400)
    data = b"".join(desk.get(name).streaming_content)
    return Pixels.open(BytesIO(data)).convert("RGB").getpixel((5, 5))


@pytest.mark.parametrize("x", ["-1", "101", "nan", "inf", "", "x"])
def test_a_focal_point_outside_of_the_picture_is_refused(desk, x):
    image = make_image()
    data = {"x": x, "y": "50", "version": image.version}
    response = desk.post(address("picture_focus", image.pk), data, headers=JSON)
    assert response.status_code == 422
    assert image.versions.count() == 1


def test_the_same_focal_point_changes_nothing(desk):
    image = make_image()
    before = acts()
    data = {"x": "50", "y": "50", "version": image.version}
    assert desk.post(address("picture_focus", image.pk), data, headers=JSON).status_code == 200
    assert (image.versions.count(), acts()) == (1, before)


def test_a_picture_without_a_file_has_no_focal_point(desk):
    image = make_image(missing=True)
    data = {"x": "50", "y": "50", "version": 0}
    assert desk.post(address("picture_focus", image.pk), data, headers=JSON).status_code == 422
