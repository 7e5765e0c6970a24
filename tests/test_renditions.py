"""The files that readers get: which, of what size, with which pixels, and nothing else in them."""

import hashlib
import re
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, PngImagePlugin

from articles.images import (
    RENDITION_PATTERN,
    examine,
    make_renditions,
    rendition_name,
    rendition_plan,
    version_hash,
)
from articles.images.plan import crop_box, crop_size, working_size
from tests import picture_files as files
from tests.picture_files import RED, assert_silent, corners, near, renditions, widest
from tests.seed import SEED

SIDES = st.integers(min_value=1, max_value=20_000)
POINTS = st.tuples(st.floats(0, 1), st.floats(0, 1))


# --- The plan ---------------------------------------------------------------------------------


def test_a_large_picture_has_four_widths_two_cards_and_what_other_sites_ask_for():
    assert [(s.crop, s.width, s.height) for s in rendition_plan(4000, 3000)] == [
        ("full", 400, 300),
        ("full", 800, 600),
        ("full", 1200, 900),
        ("full", 1600, 1200),
        ("card", 400, 267),
        ("card", 800, 533),
        ("broad", 1200, 675),
        ("classic", 800, 600),
        ("square", 400, 400),
        ("square", 800, 800),
    ]


@pytest.mark.parametrize(
    ("width", "height", "full", "card"),
    [
        (300, 200, [300], [300]),
        (400, 400, [400], [400]),
        (500, 500, [400, 500], [400, 500]),
        (1000, 400, [400, 800, 1000], [400, 600]),
        (1600, 900, [400, 800, 1200, 1600], [400, 800]),
        (1600, 20_000, [400, 655], [400, 800]),
        (1, 20_000, [1], [1]),
    ],
)
def test_nothing_is_enlarged_and_no_width_comes_twice(width, height, full, card):
    plan = rendition_plan(width, height)
    assert [s.width for s in plan if s.crop == "full"] == full
    assert [s.width for s in plan if s.crop == "card"] == card


def test_a_panorama_is_kept_no_larger_for_a_square_than_for_its_card():
    widths = {spec.crop: spec.width for spec in rendition_plan(50_000, 1500)}
    assert (widths["card"], widths["square"]) == (800, 533)
    assert working_size(50_000, 1500) == (17_778, 534)


@given(width=SIDES, height=SIDES)
def test_every_plan_can_be_encoded(width, height):
    plan = rendition_plan(width, height)
    assert len(set(plan)) == len({(s.crop, s.width) for s in plan}) == len(plan)
    for spec in plan:
        assert 1 <= spec.width <= width
        assert 1 <= spec.height <= min(8192, height)
        assert RENDITION_PATTERN.match(rendition_name("0" * 20, spec.crop, spec.width))


@given(width=SIDES, height=SIDES)
def test_the_working_copy_is_large_enough_for_every_file_and_no_larger_than_the_picture(
    width, height
):
    working = working_size(width, height)
    assert working[0] <= width
    assert working[1] <= height
    for spec in rendition_plan(width, height):
        assert crop_size(spec.crop, width, height)[0] * working[0] / width >= spec.width - 1e-6


@pytest.mark.parametrize("size", [(0, 10), (10, 0), (-1, 10)])
def test_a_picture_without_an_area_has_no_plan(size):
    with pytest.raises(ValueError, match="has no renditions"):
        rendition_plan(*size)


@pytest.mark.parametrize(
    "size",
    [
        (1, 1),
        (7, 3),
        (37, 901),
        (401, 400),
        (640, 480),
        (1601, 1067),
        (5000, 300),
        (300, 9000),
        (1, 17_000),
    ],
)
@pytest.mark.parametrize("format", ["JPEG", "PNG"])
def test_what_is_made_is_what_was_planned(size, format):
    data = files.photo(*size, format)
    made = list(make_renditions(BytesIO(data), examine(BytesIO(data))))
    assert {spec for spec, _ in made} == set(rendition_plan(*size))
    for spec, webp in made:
        picture = Image.open(BytesIO(webp))
        picture.load()
        assert (picture.format, picture.mode, picture.size) == (
            "WEBP",
            "RGB",
            (spec.width, spec.height),
        )


def test_the_same_picture_gives_the_same_bytes_every_time():
    data = files.photo(900, 700)
    assert renditions(data)[1] == renditions(data)[1]


# --- The crop ---------------------------------------------------------------------------------


@given(width=SIDES, height=SIDES, focal=POINTS)
def test_a_card_always_holds_the_focal_point(width, height, focal):
    left, top, right, bottom = crop_box("card", width, height, focal)
    assert 0 <= left <= focal[0] * width <= right <= width
    assert 0 <= top <= focal[1] * height <= bottom <= height


@pytest.mark.parametrize("format", ["JPEG", "PNG"])
@pytest.mark.parametrize("size", [(3000, 600), (600, 3000), (900, 600)])
@pytest.mark.parametrize("focal", [(0.04, 0.04), (0.5, 0.5), (0.96, 0.96), (0.2, 0.8)])
def test_the_focal_point_is_seen_on_the_card(size, focal, format):
    image = Image.new("RGB", size, "white")
    x, y = round(focal[0] * size[0]), round(focal[1] * size[1])
    image.paste(RED, (x - 20, y - 20, x + 20, y + 20))
    pictures, _ = renditions(files.encoded(image, format), focal)
    card = pictures["card", max(width for crop, width in pictures if crop == "card")]
    left, top, right, bottom = crop_box("card", *size, focal)
    assert near(card, (x - left) / (right - left), (y - top) / (bottom - top), RED, 30)
    assert abs(card.width / card.height - 1.5) < 0.01


# --- Pixels -----------------------------------------------------------------------------------


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_picture_stands_upright(orientation, format):
    data = files.talkative(format, orientation)
    stored = Image.open(BytesIO(data)).size
    assert stored == ((640, 480) if orientation < 5 else (480, 640))
    facts = examine(BytesIO(data))
    assert (facts.width, facts.height) == (640, 480)
    picture = widest(data)
    assert picture.size == (640, 480)
    assert corners(picture) == ["red", "green", "blue", "yellow"]


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_no_rendition_tells_where_by_whom_or_with_what_it_was_taken(format):
    data = files.talkative(format)
    assert Image.open(BytesIO(data)).getexif().get_ifd(0x8825)[2] == files.GPS_LATITUDE
    assert b"secret" in data
    assert_silent(renditions(data)[1])


def test_inks_are_turned_into_colours_of_the_screen():
    picture = widest(files.cmyk_jpeg())
    assert near(picture, 0.2, 0.5, (0, 255, 255))
    assert near(picture, 0.8, 0.5, (255, 255, 255))


def test_inks_are_converted_by_their_profile():
    picture = widest(files.cmyk_jpeg(icc_profile=files.red_ink_profile()))
    assert near(picture, 0.2, 0.5, (255, 0, 0), 30)
    assert near(picture, 0.8, 0.5, (255, 255, 255))


def test_colours_are_converted_by_their_profile():
    data = files.photo(icc_profile=files.swapped_profile())
    assert near(widest(data), 0.1, 0.1, (30, 200, 30), 30)


@pytest.mark.parametrize("profile", [b"not a profile", files.red_ink_profile()])
def test_a_broken_or_unfitting_profile_is_ignored(profile):
    data = files.photo(icc_profile=profile)
    assert corners(widest(data)) == ["red", "green", "blue", "yellow"]


@pytest.mark.parametrize("exif", [b"not at all", b"II*\x00\xff\xff\xff\xff", b"MM\x00*"])
@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
def test_broken_exif_is_ignored(exif):
    data = files.photo(exif=b"Exif\x00\x00" + exif)
    assert corners(widest(data)) == ["red", "green", "blue", "yellow"]


def test_grey_of_16_bits_is_scaled_and_not_clipped():
    data = files.grey16_png()
    assert Image.open(BytesIO(data)).mode == "I;16"
    picture = widest(data)
    assert near(picture, 0.1, 0.5, (0, 0, 0), 4)
    assert near(picture, 0.5, 0.5, (128, 128, 128), 4)
    assert near(picture, 0.9, 0.5, (255, 255, 255), 4)


def test_broken_exif_in_the_text_of_a_png_is_ignored():
    text = PngImagePlugin.PngInfo()
    text.add_text("Raw profile type exif", "\nexif\n  4\nnot hexadecimal")
    data = files.photo(format="PNG", pnginfo=text)
    with pytest.raises(ValueError, match="fromhex"):
        Image.open(BytesIO(data)).getexif()
    assert corners(widest(data)) == ["red", "green", "blue", "yellow"]


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "RGB"])
def test_what_is_transparent_becomes_white(mode):
    picture = widest(files.see_through(mode))
    assert near(picture, 0.2, 0.5, (0, 0, 0))
    assert near(picture, 0.8, 0.5, (255, 255, 255))


@pytest.mark.parametrize("format", ["WEBP", "AVIF", "GIF"])
def test_what_is_transparent_in_other_formats_becomes_white(format):
    picture = widest(files.see_through(format=format))
    assert near(picture, 0.2, 0.5, (0, 0, 0))
    assert near(picture, 0.8, 0.5, (255, 255, 255))


@pytest.mark.parametrize("mode", ["1", "L"])
def test_black_and_white_stays_as_it_is(mode):
    image = Image.new(mode, (300, 200), 0)
    image.paste(255, (150, 0, 300, 200))
    picture = widest(files.encoded(image, "PNG"))
    assert near(picture, 0.2, 0.5, (0, 0, 0))
    assert near(picture, 0.8, 0.5, (255, 255, 255))


@pytest.mark.parametrize("format", ["GIF", "WEBP", "PNG", "AVIF"])
def test_of_a_film_the_first_frame_is_shown(format):
    assert corners(widest(files.film(format))) == ["red", "green", "blue", "yellow"]


def test_a_large_see_through_picture_is_put_together_without_seams():
    slope = Image.linear_gradient("L").rotate(180).resize((3400, 2000))  # white above
    image = Image.merge("RGBA", (slope, slope, slope, Image.new("L", slope.size, 255)))
    made = widest(files.encoded(image, "PNG", compress_level=1))
    wanted = slope.resize(made.size).convert("RGB")
    assert max(high for _, high in ImageChops.difference(made, wanted).getextrema()) <= 6


# --- Names ------------------------------------------------------------------------------------


def test_the_hash_names_the_picture_and_its_focal_point():
    first, other = hashlib.sha256(b"1").hexdigest(), hashlib.sha256(b"2").hexdigest()
    assert re.fullmatch(r"[0-9a-f]{20}", version_hash(first))
    assert version_hash(first) == version_hash(first, (0.5, 0.5))
    assert version_hash(first) == version_hash(first, (0.50001, 0.49999))
    assert version_hash(first) == version_hash(first.upper())
    assert version_hash(first, (0.0, 0.0)) == version_hash(first, (-0.0, -0.0))
    names = {version_hash(s, f) for s in (first, other) for f in ((0.5, 0.5), (0.501, 0.5), (0, 1))}
    assert len(names) == 6


@pytest.mark.parametrize("focal", [(-0.1, 0.5), (0.5, 1.01), (float("nan"), 0.5)])
def test_a_focal_point_outside_the_picture_has_no_name(focal):
    with pytest.raises(ValueError, match="outside the picture"):
        version_hash("0" * 64, focal)


def test_a_rendition_has_a_name_that_the_pattern_reads_back():
    name = rendition_name("0123456789abcdef0123", "card", 800)
    assert name == "p/0123456789abcdef0123-card-800.webp"
    assert RENDITION_PATTERN.match(name).groupdict() == {
        "hash": "0123456789abcdef0123",
        "crop": "card",
        "width": "800",
    }


@pytest.mark.parametrize(
    "name",
    [
        "p/../0123456789abcdef0123-card-800.webp",
        "p/0123456789abcdef0123-card-800.webp\n",
        "p/0123456789abcdef0123-card-0.webp",
        "p/0123456789abcdef0123-card-٨٠٠.webp",
        "p/0123456789ABCDEF0123-card-800.webp",
        "p/0123456789abcdef0123-wide-800.webp",
        "p/0123456789abcdef0123-card-800.jpg",
        "o/0123456789abcdef0123-card-800.webp",
        "x/p/0123456789abcdef0123-card-800.webp",
    ],
)
def test_the_pattern_reads_nothing_else(name):
    assert not RENDITION_PATTERN.search(name)


# --- The stand-ins of a real page -------------------------------------------------------------

if SEED.exists():

    @pytest.mark.parametrize("name", ["1(3).jpg", "3.jpg"])
    def test_the_pictures_of_the_seed_are_taken_in_and_tell_nothing(name):
        data = (SEED / name).read_bytes()
        pictures, webps = renditions(data)
        facts = examine(BytesIO(data))
        assert {(s.crop, s.width) for s in rendition_plan(facts.width, facts.height)} == set(
            pictures
        )
        assert_silent(webps)

    def test_a_picture_of_the_seed_carries_a_position_and_a_turn():
        told = [Image.open(SEED / name).getexif() for name in ("1(3).jpg", "3.jpg")]
        assert any(exif.get_ifd(0x8825) for exif in told)
        turned = [name for name in ("1(3).jpg", "3.jpg") if _is_turned(SEED / name)]
        assert turned
        for name in turned:
            stored = Image.open(SEED / name)
            with (SEED / name).open("rb") as file:
                facts = examine(file)
            assert (facts.width, facts.height) == stored.size[::-1]

    def _is_turned(path):
        return Image.open(path).getexif().get(0x0112, 1) >= 5
