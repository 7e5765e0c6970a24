"""Which pictures are taken and which are refused, and how much memory that takes."""

import hashlib
import tempfile
from io import BytesIO

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from articles.images import (
    CROPS,
    PictureRefused,
    examine,
    make_renditions,
)
from tests import picture_files as files
from tests.picture_files import corners, renditions, widest

FORMATS = ["JPEG", "PNG", "WEBP", "GIF", "AVIF"]


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def refusal(data, name=""):
    with pytest.raises(PictureRefused) as caught:
        examine(BytesIO(data), name)
    assert "\n" not in caught.value.reason
    assert str(caught.value) == caught.value.reason
    return caught.value.reason


# --- What is taken ----------------------------------------------------------------------------


@pytest.mark.parametrize("format", FORMATS)
def test_it_tells_what_a_picture_is(format):
    data = files.photo(640, 480, format)
    facts = examine(BytesIO(data), "anh.jpg")
    assert (facts.format, facts.width, facts.height) == (format, 640, 480)
    assert facts.size == len(data)
    assert facts.sha256 == hashlib.sha256(data).hexdigest()


def test_it_goes_by_content_and_not_by_name():
    assert examine(BytesIO(files.photo(format="PNG")), "anh.jpg").format == "PNG"
    assert examine(BytesIO(files.photo()), "anh.svg").format == "JPEG"


def test_it_reads_a_file_from_its_start_wherever_it_stands():
    file = BytesIO(files.photo())
    file.seek(0, 2)
    assert examine(file).sha256 == hashlib.sha256(file.getvalue()).hexdigest()


@pytest.mark.parametrize("format", FORMATS)
def test_it_takes_a_picture_with_something_behind_it_and_does_not_pass_it_on(format):
    data = files.photo(format=format) + b"<script>alert(1)</script>" * 50
    assert examine(BytesIO(data)).width == 640
    assert all(b"script" not in webp for webp in renditions(data)[1])


def test_it_takes_the_first_picture_of_a_camera_file_with_two():
    preview = files.quadrants(160, 120)
    data = files.encoded(files.quadrants(), "MPO", save_all=True, append_images=[preview])
    facts = examine(BytesIO(data))
    assert (facts.format, facts.width, facts.height) == ("JPEG", 640, 480)
    assert corners(widest(data)) == ["red", "green", "blue", "yellow"]


def test_it_takes_a_telephone_picture_with_a_film_behind_it():
    film = b"\x00\x00\x00\x18ftypmp42" + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" * 500
    assert examine(BytesIO(files.photo() + film)).format == "JPEG"


def test_it_takes_80_megapixels_of_a_jpeg():
    facts = examine(BytesIO(files.jpeg_header(10_320, 7_740)))
    assert (facts.width, facts.height) == (10_320, 7_740)


def test_it_takes_a_picture_of_one_pixel():
    pictures, _ = renditions(files.photo(1, 1, "PNG"))
    assert set(pictures) == {(crop, 1) for crop in CROPS}


# --- What is refused --------------------------------------------------------------------------

REFUSED = {
    "empty": (b"", "is empty"),
    "text": ("Thành phố sáng nay".encode(), "is not a picture"),
    "a web page": (b"<!DOCTYPE html><title>x</title>", "is not a picture"),
    "SVG": (files.svg(), "is an SVG drawing"),
    "SVG with a byte order mark": (b"\xef\xbb\xbf" + files.svg(), "is an SVG drawing"),
    "HEIC": (files.heic(), "is a HEIC file"),
    "TIFF": (files.photo(format="TIFF"), "is a TIFF / RAW file"),
    "BMP": (files.photo(format="BMP"), "is a BMP file"),
    "JPEG 2000": (files.photo(64, 64, "JPEG2000"), "is a JPEG 2000 file"),
    "PDF": (files.photo(format="PDF"), "is a PDF file"),
    "Photoshop": (b"8BPS\x00\x01" + bytes(60), "is a Photoshop file"),
    "the first bytes of a JPEG": (files.photo()[:8], "is damaged or incomplete"),
    "the first bytes of a PNG": (files.photo(format="PNG")[:20], "is damaged or incomplete"),
    "a bomb": (files.png_header(60_000, 60_000), "has too many pixels"),
    "a small bomb": (files.png_header(12_000, 12_000), "has too many pixels"),
    "81 megapixels": (files.jpeg_header(9_000, 9_000), "up to 80 megapixels"),
    "a PNG of 72 megapixels": (files.png_header(9_000, 8_000), "up to 57 megapixels"),
    "large and progressive": (
        files.jpeg_header(8_192, 6_144, progressive=True, subsampling=0),
        "is a progressive JPEG too large to open",
    ),
    "large and in separate scans": (
        files.separate_scans(files.jpeg_header(8_192, 6_144, subsampling=0)),
        "is a progressive JPEG too large to open",
    ),
    "sixty scans": (files.endless_scans(60), "is a JPEG of unusual build"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_it_refuses_in_one_sentence_that_names_what_is_wrong(what):
    data, words = REFUSED[what]
    assert refusal(data, "anh.jpg").startswith("“anh.jpg” ")
    assert words in refusal(data)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
@pytest.mark.parametrize("format", FORMATS)
def test_it_refuses_a_picture_that_is_truncated(format, share):
    noise = Image.effect_noise((300, 200), 90).convert("RGB")
    data = files.truncated(files.encoded(noise, format), share)
    assert "is damaged or incomplete" in refusal(data)


def test_it_refuses_a_truncated_progressive_picture():
    noise = Image.effect_noise((300, 200), 90).convert("RGB")
    data = files.truncated(files.encoded(noise, progressive=True), 0.8)
    assert "is damaged or incomplete" in refusal(data)


def test_it_refuses_a_file_over_40_megabytes_without_reading_it():
    with tempfile.TemporaryFile() as file:
        file.write(files.photo())
        file.truncate(40 * 1024 * 1024 + 1)  # a hole: takes no room on the disk
        with pytest.raises(PictureRefused, match="is larger than 40 MB"):
            examine(file)


def test_a_refusal_stays_on_one_line_whatever_the_name():
    assert refusal(b"", "a\nb\r\n c" + "d" * 500).startswith("“a b cddd")
    assert len(refusal(b"", "d" * 500)) < 150
    assert refusal(b"", " \n ").startswith("This file ")


def test_a_file_that_has_changed_since_is_refused_when_renditions_are_made():
    data = files.photo()
    facts = examine(BytesIO(data))
    with pytest.raises(PictureRefused, match="damaged"):
        list(make_renditions(BytesIO(files.truncated(data)), facts))


@settings(max_examples=150)
@given(
    format=st.sampled_from(FORMATS),
    flips=st.lists(st.tuples(st.integers(0, 1500), st.integers(0, 255)), min_size=1, max_size=8),
)
def test_no_damage_to_a_file_raises_anything_but_a_refusal(format, flips):
    data = bytearray(files.photo(48, 32, format))
    for at, value in flips:
        data[at % len(data)] = value
    try:
        facts = examine(BytesIO(data))
    except PictureRefused:
        return
    assert facts.width >= 1


# --- Memory -----------------------------------------------------------------------------------


def test_fifty_megapixels_are_taken_in_under_400_megabytes(tmp_path):
    path = tmp_path / "large.jpg"
    path.write_bytes(files.photo(8192, 6144, subsampling=0))
    made, _, peak = files.take_in_alone(path)
    assert made == 10
    assert peak < 400
