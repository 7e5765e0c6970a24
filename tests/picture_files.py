"""Picture files for tests, made in memory: good ones, tricky ones and bad ones, each as bytes.

`quadrants` is the subject of most of them: whoever turns, cuts or recolours it shows in a corner.
"""

import re
import struct
import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path

from PIL import ExifTags, Image, ImageCms

from articles.images import examine, make_renditions

RED, GREEN, BLUE, YELLOW = (200, 30, 30), (30, 160, 60), (30, 60, 190), (230, 200, 40)
GPS_LATITUDE = (21.0, 1.0, 42.0)
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret>21.0283</secret></x:xmpmeta>'
CHECKOUT = Path(__file__).parents[1]

# The turn that lays an upright picture down as a camera with that EXIF orientation stores it.
_LAID_DOWN = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def encoded(image, format="JPEG", **options) -> bytes:
    data = BytesIO()
    image.save(data, format, **options)
    return data.getvalue()


def quadrants(width=640, height=480) -> Image.Image:
    """Red above left, green above right, blue below left, yellow below right."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(GREEN, (width // 2, 0, width, height))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    image.paste(YELLOW, (width // 2, height // 2, width, height))
    return image


def photo(width=640, height=480, format="JPEG", **options) -> bytes:
    return encoded(quadrants(width, height), format, **options)


# --- Good, with a trap ------------------------------------------------------------------------


def talkative(format="JPEG", orientation=6) -> bytes:
    """Upright 640 x 480, stored turned, with everything a file can tell about its owner."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Artist] = "secret photographer"
    exif[ExifTags.Base.Make] = "secret camera"
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: GPS_LATITUDE, 3: "E", 4: (105, 50, 0)})
    image = quadrants()
    if orientation in _LAID_DOWN:
        image = image.transpose(_LAID_DOWN[orientation])
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return encoded(image, format, exif=exif, icc_profile=profile, xmp=XMP)


def cmyk_jpeg(**options) -> bytes:
    """Inks as Photoshop stores them: an Adobe marker, and inverted. Left half cyan, right paper."""
    image = Image.new("CMYK", (400, 300), (0, 0, 0, 0))
    image.paste((255, 0, 0, 0), (0, 0, 200, 300))
    return encoded(image, **options)


def grey16_png() -> bytes:
    """Three stripes of 16-bit grey: black, the middle (32,768) and white."""
    samples = struct.pack("<300H", *[0] * 100, *[32768] * 100, *[65535] * 100) * 90
    return encoded(Image.frombytes("I;16", (300, 90), samples), "PNG")


def see_through(mode="RGBA", format="PNG") -> bytes:
    """300 x 200, the left half black, the right half wholly transparent."""
    image = Image.new("RGBA", (300, 200), (0, 0, 0, 0))
    image.paste((0, 0, 0, 255), (0, 0, 150, 200))
    if mode == "P":
        image = image.quantize(8)
    if mode == "LA":
        image = image.convert("LA")
    if mode == "RGB":  # one colour that stands for "nothing here"
        keyed = Image.new("RGB", image.size, (255, 0, 255))
        keyed.paste((0, 0, 0), (0, 0, 150, 200))
        return encoded(keyed, format, transparency=(255, 0, 255))
    return encoded(image, format)


def film(format="GIF") -> bytes:
    """Two frames: the first is `quadrants`, the second plain black."""
    black = Image.new("RGB", (640, 480))
    return encoded(quadrants(), format, save_all=True, append_images=[black], duration=100)


def swapped_profile() -> bytes:
    """An ICC profile (RGB) in which red and green have changed places."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    table = profile[:400].replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ")
    return table.replace(b"????", b"gXYZ") + profile[400:]


def red_ink_profile() -> bytes:
    """An ICC profile (CMYK) of a press whose cyan ink prints pure red on white paper.

    A version 2 profile with one lut8 table (ICC.1:2001-04, 6.5.8) of two grid points a channel.
    """
    white, black, red = bytes((255, 128, 128)), bytes((0, 128, 128)), bytes((138, 209, 198))
    grid = {(0, 0, 0, 0): white, (1, 0, 0, 0): red}
    corners = [(c, m, y, k) for c in (0, 1) for m in (0, 1) for y in (0, 1) for k in (0, 1)]
    curve = bytes(range(256))
    lut = b"mft1" + bytes(4) + bytes((4, 3, 2, 0))
    lut += struct.pack(">9i", *[65536 * (at % 4 == 0) for at in range(9)])
    lut += curve * 4 + b"".join(grid.get(corner, black) for corner in corners) + curve * 3
    paper = b"XYZ " + bytes(4) + struct.pack(">3i", 63190, 65536, 54061)
    tags, at = b"", 128 + 4 + 2 * 12
    for name, data in ((b"A2B0", lut), (b"wtpt", paper)):
        tags += name + struct.pack(">II", at, len(data))
        at += len(data)
    body = struct.pack(">I", 2) + tags + lut + paper
    header = struct.pack(">I4s", 128 + len(body), b"lcms") + struct.pack(">I", 0x02100000)
    header += b"prtrCMYKLab " + bytes(12) + b"acsp" + bytes(28)
    header += struct.pack(">3i", 63190, 65536, 54061)
    return header.ljust(128, b"\x00") + body


# --- Bad --------------------------------------------------------------------------------------


def svg() -> bytes:
    return (
        b'<?xml version="1.0" encoding="UTF-8"?>\n<!-- drawn by hand -->\n'
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    )


def heic() -> bytes:
    """The first bytes of what a telephone writes; there is no decoder for the rest."""
    return struct.pack(">I", 24) + b"ftypheic" + bytes(4) + b"mif1heic" + bytes(2000)


def truncated(data: bytes, share=0.6) -> bytes:
    return data[: int(len(data) * share)]


def png_header(width, height) -> bytes:
    """A PNG of a few bytes that says it is width x height: a decompression bomb when large."""
    parts = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))]
    parts += [(b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    data = b"\x89PNG\r\n\x1a\n"
    for name, body in parts:
        data += struct.pack(">I", len(body)) + name + body
        data += struct.pack(">I", zlib.crc32(name + body))
    return data


def jpeg_header(width, height, **options) -> bytes:
    """A small JPEG whose frame header says it is width x height."""
    data = photo(64, 64, **options)
    frame = data.index(b"\xff\xc2" if options.get("progressive") else b"\xff\xc0")
    return data[: frame + 5] + struct.pack(">HH", height, width) + data[frame + 9 :]


def separate_scans(data: bytes) -> bytes:
    """Make a baseline JPEG's first scan say that it holds one component of the three."""
    scan = data.index(b"\xff\xda")
    return data[:scan] + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + data[scan + 14 :]


def endless_scans(count=60) -> bytes:
    """A progressive JPEG that walks over the same picture again and again."""
    data = encoded(Image.new("L", (64, 64), 128), progressive=True)
    last = data[data.rindex(b"\xff\xda") : -2]
    return data[:-2] + last * count + data[-2:]


# --- Looking at what came out ------------------------------------------------------------------


def renditions(data, focal=(0.5, 0.5)):
    """Each rendition of a file, opened, by crop and width; their bytes as well."""
    made = list(make_renditions(BytesIO(data), examine(BytesIO(data)), focal))
    pictures = {(spec.crop, spec.width): Image.open(BytesIO(webp)) for spec, webp in made}
    return pictures, [webp for _, webp in made]


def widest(data, focal=(0.5, 0.5)):
    pictures, _ = renditions(data, focal)
    return pictures["full", max(width for crop, width in pictures if crop == "full")]


def near(picture, x, y, colour, tolerance=14):
    """Whether the colour at a share of width and height is that one, give or take the encoder."""
    point = (round(x * (picture.width - 1)), round(y * (picture.height - 1)))
    seen = picture.convert("RGB").getpixel(point)
    return all(abs(a - b) <= tolerance for a, b in zip(seen, colour, strict=True))


def corners(picture):
    names = {RED: "red", GREEN: "green", BLUE: "blue", YELLOW: "yellow"}
    places = [(0.1, 0.1), (0.9, 0.1), (0.1, 0.9), (0.9, 0.9)]
    return [next(n for c, n in names.items() if near(picture, *at, c, 30)) for at in places]


def assert_silent(webps):
    assert webps
    for webp in webps:
        assert not re.search(rb"EXIF|XMP |ICCP|Exif|secret|xmpmeta", webp)
        picture = Image.open(BytesIO(webp))
        assert not {"exif", "xmp", "icc_profile"} & set(picture.info)
        assert not picture.getexif()


# --- Measuring --------------------------------------------------------------------------------

# VmHWM, not getrusage: ru_maxrss of a new program starts at what its parent held at the time.
_TAKE_IN = """
import os, resource, sys, time
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
import django
django.setup()
import newsroom.urls
from articles.images import PictureRefused, examine, make_renditions
started = time.process_time()
with open(sys.argv[1], "rb") as file:
    try:
        made = sum(1 for _ in make_renditions(file, examine(file)))
    except PictureRefused:
        made = 0
seconds = time.process_time() - started
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
if os.path.exists("/proc/self/status"):
    with open("/proc/self/status") as status:
        peak = next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
print(made, seconds, peak)
"""


def take_in_alone(path: Path) -> tuple[int, float, float]:
    """Examine a file and make its renditions in a new process with the whole application loaded.

    Gives the number of renditions (0 when refused), seconds of processor time without the
    start-up, and the peak of resident memory in MB.
    """
    done = subprocess.run(
        [sys.executable, "-c", _TAKE_IN, str(path)],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    made, seconds, peak = done.stdout.split()
    return int(made), float(seconds), float(peak)
