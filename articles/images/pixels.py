"""From a decoded picture to plain upright sRGB pixels, with nothing else attached."""

from io import BytesIO

from PIL import ExifTags, Image, ImageCms

from .limits import reduction

# EXIF 2.32, tag 0x0112: how the stored rows must be turned to stand upright.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

_STRIP_ROWS = 32


def orientation(picture: Image.Image) -> int:
    """The EXIF orientation, 1 to 8; 1 when there is none or it makes no sense.

    From 5 on the picture's sides are swapped. On a PNG this may decode the pixels.
    """
    try:
        value = picture.getexif().get(ExifTags.Base.Orientation, 1)
    # Cameras and editors write EXIF that can't be parsed beside pixels that are perfectly good.
    except Exception:
        return 1
    return value if value in _TURNS else 1


def upright_copy(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Decode an opened picture into a new RGB image of `size` (upright, not above its own).

    Transparency is laid on white, 16-bit grey is scaled to 8 bits, CMYK and any embedded colour
    profile are converted to sRGB, EXIF orientation is applied. Raises what Pillow raises for a
    broken picture.
    """
    turn = _TURNS.get(orientation(picture))
    lying = size
    if turn in (
        Image.Transpose.TRANSPOSE,
        Image.Transpose.ROTATE_270,
        Image.Transpose.TRANSVERSE,
        Image.Transpose.ROTATE_90,
    ):
        lying = (size[1], size[0])
    profile = picture.info.get("icc_profile")
    picture.draft(None, lying)
    picture.load()
    copy = _to_srgb(_reduced(picture, lying).resize(lying, Image.Resampling.LANCZOS), profile)
    return copy if turn is None else copy.transpose(turn)


def _reduced(picture: Image.Image, target: tuple[int, int]) -> Image.Image:
    """Eight-bit L, RGB or CMYK without transparency, divided by a whole number towards `target`.

    Goes by strips, so that a large picture is never held twice at full size.
    """
    factor = reduction(picture.size, target)
    mode = _plain_mode(picture)
    if factor == 1 and mode == picture.mode and not picture.has_transparency_data:
        return picture
    width, height = picture.size
    canvas = Image.new(mode, (-(-width // factor), -(-height // factor)))
    rows = _STRIP_ROWS * factor
    for top in range(0, height, rows):
        strip = picture.crop((0, top, width, min(height, top + rows)))
        canvas.paste(_plain(strip, mode).reduce(factor), (0, top // factor))
    return canvas


def _plain_mode(picture: Image.Image) -> str:
    if picture.has_transparency_data and not picture.mode.startswith("I;16"):
        return "RGB"
    if picture.mode in ("1", "L") or picture.mode.startswith("I;16"):
        return "L"
    return "CMYK" if picture.mode == "CMYK" else "RGB"


def _plain(strip: Image.Image, mode: str) -> Image.Image:
    if strip.mode.startswith("I;16"):
        # Pillow's own conversion to L clips at 255, which turns most of the picture white: keep
        # the high byte of each sample instead.
        high = 0 if strip.mode.endswith("B") else 1
        return Image.frombytes("L", strip.size, strip.tobytes()[high::2])
    if strip.has_transparency_data:
        layer = strip.convert("RGBA")
        white = Image.new("RGB", strip.size, "white")
        white.paste(layer, mask=layer.getchannel("A"))
        return white
    return strip.convert(mode)


def _to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if profile:
        try:
            converted = ImageCms.profileToProfile(
                image,
                ImageCms.ImageCmsProfile(BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode="RGB",
            )
        # A profile that is broken or meant for another kind of pixels: browsers ignore it too.
        except (ImageCms.PyCMSError, OSError):
            converted = None
        if converted is not None:
            return converted
    return image.convert("RGB")
