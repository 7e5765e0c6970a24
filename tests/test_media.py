"""Pictures: only renditions of what is published have an address, and that is kept for ever."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from PIL import Image as Pixels

from articles.actions.withdrawing import withdraw
from articles.images.plan import rendition_name
from tests.factories import figure, make_article, make_image, make_published, picture_bytes
from tests.picture_files import talkative

pytestmark = pytest.mark.django_db

HASH = "0123456789abcdef0123"


def published_picture(data: bytes | None = None):
    """A picture that readers see, and the address of a rendition of it."""
    image = make_image(data=data)
    publication = make_published(body=figure(image))
    return publication, f"/media/{rendition_name(image.current.hash, 'full', 400)}"


def test_a_published_picture_is_served_to_be_kept_for_ever(client):
    _publication, address = published_picture()
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "image/webp"
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    data = b"".join(response)
    assert int(response.headers["Content-Length"]) == len(data)
    assert Pixels.open(BytesIO(data)).size == (400, 300)


def test_head_tells_the_length_without_the_bytes(client):
    _publication, address = published_picture()
    response = client.head(address)
    assert response.status_code == 200
    assert int(response.headers["Content-Length"]) > 0
    assert b"".join(response) == b""


def test_whoever_has_it_already_gets_it_not_again(client):
    _publication, address = published_picture()
    etag = client.get(address).headers["ETag"]
    for known in (etag, f'"other", {etag}', f"W/{etag}", "*"):
        response = client.get(address, headers={"If-None-Match": known})
        assert response.status_code == 304, known
        assert b"".join(response) == b""
        assert "immutable" in response.headers["Cache-Control"]
    assert client.get(address, headers={"If-None-Match": '"other"'}).status_code == 200


def test_every_picture_of_a_page_is_there(client):
    image = make_image(data=picture_bytes(2000, 1500))
    publication = make_published(body=figure(image))
    html = client.get(publication.get_absolute_url()).content.decode()
    srcset = html.partition('srcset="')[2].partition('"')[0]
    addresses = [each.split()[0] for each in srcset.split(",")]
    assert len(addresses) == 4
    assert {client.get(address).status_code for address in addresses} == {200}


def test_nothing_that_a_camera_tells_reaches_readers(client):
    _publication, address = published_picture(talkative())
    data = b"".join(client.get(address))
    assert b"secret" not in data
    picture = Pixels.open(BytesIO(data))
    assert not picture.getexif()
    assert picture.size == (400, 300)  # upright, though it was stored turned


def test_a_picture_that_is_not_published_has_no_address(client):
    image = make_image()
    make_article(body=figure(image))
    address = f"/media/{rendition_name(image.current.hash, 'full', 400)}"
    assert storages["originals"].exists(address.removeprefix("/media/"))
    assert client.get(address).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_a_withdrawn_article_takes_its_pictures_with_it(client):
    publication, address = published_picture()
    assert client.get(address).status_code == 200
    withdraw(publication.article, by=None, reason="Sai.")
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        "p/../secret.txt",
        "p/..%2fsecret.txt",
        "../secret.txt",
        "%2e%2e/secret.txt",
        "secret.txt",
        "/etc/passwd",
        "p/",
        "p",
        "",
        f"p/{HASH}-full-400.webp/",
        f"p/{HASH}-full-400.webp%0a",
        f"p/{HASH}-full-400.webp%00.txt",
        f"p/{HASH}-full-0400.webp",
        f"p/{HASH}-full-99999.webp",
        f"p/{HASH}-poster-400.webp",
        f"p/{HASH.upper()}-full-400.webp",
        f"p/{HASH[:-1]}-full-400.webp",
        f"p/{HASH}-full-400.jpg",
        f"x/p/{HASH}-full-400.webp",
        f"P/{HASH}-full-400.webp",
        "p/١٢٣-full-400.webp",
    ],
)
def test_no_other_file_can_be_fetched(client, name):
    for there in (
        "secret.txt",
        "p/secret.txt",
        f"p/{HASH}-full-400.jpg",
        f"p/{HASH}-poster-400.webp",
    ):
        default_storage.save(there, ContentFile(b"secret"))
    response = client.get(f"/media/{name}")
    assert response.status_code == 404
    assert b"secret" not in b"".join(response)


def test_a_name_that_could_be_a_rendition_but_is_none_is_not_found(client):
    assert client.get(f"/media/p/{HASH}-full-400.webp").status_code == 404


def test_pictures_are_read_only(client):
    _publication, address = published_picture()
    assert client.post(address).status_code == 405
