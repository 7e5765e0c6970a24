"""Finding pictures on the desk, and looking at what readers may not have yet."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.urls import reverse
from PIL import Image as Pixels

from articles.actions.records import save_record
from articles.admin import picture_views
from articles.structure import Role
from tests.cast import make_person
from tests.factories import make_image
from tests.picture_files import photo

pytestmark = pytest.mark.django_db

FIND = "/toa-soan/articles/image/find/"


@pytest.fixture
def desk(client):
    """The comment moderator's browser: everyone of the newsroom may look."""
    client.force_login(make_person("moderator", Role.COMMENT_MODERATOR))
    return client


def address(name, *arguments):
    return reverse(f"admin:{name}", args=arguments)


# --- finding --------------------------------------------------------------------------------------


def found(desk, **query):
    return [each["name"] for each in desk.get(FIND, query).json()["results"]]


def test_pictures_are_found_by_name_caption_credit_and_description_without_accents(desk):
    image = make_image("bến-đò.jpg")
    words = {"caption": "Đêm thả đèn", "credit": "Hạ Miên", "alt": "Sông trăng"}
    save_record(image, words, by=None)
    make_image("khac.jpg")
    for query in ("ben do", "BẾN", "tha den", "đêm", "ha mien", "song trang", "den mien"):
        assert found(desk, q=query) == ["bến-đò.jpg"], query
    assert found(desk, q="đèn dầu") == []


def test_pictures_without_a_file_are_not_offered(desk):
    make_image("thieu.jpg", missing=True)
    assert found(desk) == []


def test_the_newest_stand_first_and_the_rest_follow(desk, monkeypatch):
    monkeypatch.setattr(picture_views, "FOUND_AT_ONCE", 2)
    for number in range(3):
        make_image(f"{number}.jpg")
    answer = desk.get(FIND).json()
    assert [each["name"] for each in answer["results"]] == ["2.jpg", "1.jpg"]
    rest = desk.get(FIND, {"before": answer["next"]}).json()
    assert [each["name"] for each in rest["results"]] == ["0.jpg"]
    assert rest["next"] is None


@pytest.mark.parametrize(
    "query", [{"before": "x"}, {"before": "9" * 30}, {"q": "\x00"}, {"q": "%"}]
)
def test_odd_queries_are_answered(desk, query):
    make_image()
    assert desk.get(FIND, query).status_code == 200


# --- looking --------------------------------------------------------------------------------------


def test_the_desk_sees_a_rendition_and_keeps_it_for_itself(desk):
    version = make_image().current
    response = desk.get(address("picture_file", version.pk, "full", 400))
    assert response.headers["Content-Type"] == "image/webp"
    control = response.headers["Cache-Control"]
    assert {"private", "immutable", "max-age=31536000"} == set(control.split(", "))
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert Pixels.open(BytesIO(b"".join(response.streaming_content))).width == 400


@pytest.mark.parametrize(("crop", "width"), [("full", 399), ("card", 1600), ("o", 400)])
def test_only_renditions_of_the_plan_have_an_address(desk, crop, width):
    version = make_image().current
    stray = ContentFile(b"of an older plan")
    storages["originals"].save(f"p/{version.hash}-{crop}-{width}.webp", stray)
    assert desk.get(address("picture_file", version.pk, crop, width)).status_code == 404
    assert desk.get(address("picture_file", version.pk + 1, "full", 400)).status_code == 404
    endless = address("picture_file", 0, "full", 400).replace("/0/", f"/{9**25}/")
    assert desk.get(endless, follow=True).headers["Content-Type"].startswith("text/html")


def test_a_rendition_whose_file_has_gone_is_not_found(desk):
    version = make_image().current
    storages["originals"].delete(f"p/{version.hash}-full-400.webp")
    assert desk.get(address("picture_file", version.pk, "full", 400)).status_code == 404


def test_the_editor_finds_a_picture_by_its_id_alone(desk):
    image = make_image(data=photo(1600, 900))
    response = desk.get(address("picture_thumbnail", image.pk))
    assert response.status_code == 302
    assert response.url == address("picture_file", image.current.pk, "full", 800)
    missing = make_image(missing=True)
    assert desk.get(address("picture_thumbnail", missing.pk)).status_code == 404
    assert desk.get(address("picture_facts", missing.pk)).json()["thumbnail"] == ""
    endless = address("picture_thumbnail", 0).replace("/0/", f"/{9**25}/")
    assert desk.get(endless, follow=True).headers["Content-Type"].startswith("text/html")


def test_no_original_is_served_under_any_address(desk):
    original = make_image().current.original
    for prefix in ("/media/", "/toa-soan/articles/image/file/", "/static/", "/"):
        response = desk.get(f"{prefix}{original}", follow=True)
        assert response.headers["Content-Type"].startswith("text/"), prefix
