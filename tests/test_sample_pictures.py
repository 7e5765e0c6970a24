"""The drawn pictures of the sample: fit to be published, light, and drawn again alike."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

SAMPLE = Path(__file__).resolve().parents[1] / "articles" / "sample"
PICTURES = sorted((SAMPLE / "pictures").glob("*.jpg"))
DRAWN_AGAIN = "portrait-nguyet-hoa"


def draw(*arguments):
    """Run the script as a person would, in its own process."""
    command = [sys.executable, str(SAMPLE / "draw_pictures.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_committed_picture_is_whole_large_enough_light_and_bare_of_metadata(path):
    with Image.open(path) as picture:
        picture.load()
        longest = max(picture.size)
        assert picture.format == "JPEG" and picture.mode == "RGB"
        assert not picture.getexif() and not picture.info.get("exif")

    assert longest >= (900 if path.stem.startswith("portrait-") else 1200)
    assert path.stat().st_size < 220_000


def test_all_committed_pictures_together_stay_under_twelve_megabytes():
    assert sum(path.stat().st_size for path in PICTURES) < 12_000_000


def test_the_script_draws_the_same_picture_every_time(tmp_path):
    for run in ("first", "second"):
        done = draw(DRAWN_AGAIN, "--out", str(tmp_path / run))
        assert done.returncode == 0, done.stderr

    first = tmp_path / "first" / f"{DRAWN_AGAIN}.jpg"
    second = tmp_path / "second" / f"{DRAWN_AGAIN}.jpg"
    assert first.read_bytes() == second.read_bytes()
    with Image.open(first) as drawn, Image.open(SAMPLE / "pictures" / first.name) as committed:
        assert drawn.size == committed.size


def test_the_script_knows_every_committed_picture_and_refuses_another_name(tmp_path):
    done = draw("no-such-picture", "--out", str(tmp_path))

    assert done.returncode == 2
    known = done.stderr.split("known are ")[1].replace("\n", "").split(", ")
    assert [name.strip() for name in known] == [path.stem for path in PICTURES]
    assert list(tmp_path.iterdir()) == []
