"""From the bytes of a file to its text, or one clear reason why not."""

from __future__ import annotations

import codecs

from django.utils.translation import gettext as _

from articles.importers.imported import LayoutError

# The longest read of a newspaper is under 200 kB; beyond this the file is not one article.
LIMIT_MEGABYTES = 2
LIMIT_BYTES = LIMIT_MEGABYTES * 1024 * 1024

_OTHER_UNICODE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


def decode_text(data: bytes) -> str:
    """Decode a file of UTF-8, with or without a byte order mark.

    Raises LayoutError for an empty or enormous file, binary data, UTF-16 and UTF-32, and bytes
    that are not UTF-8 (with the line and the position of the first of them, counted from 1).
    """
    if len(data) > LIMIT_BYTES:
        raise LayoutError(_("The file is larger than %(limit)d MB.") % {"limit": LIMIT_MEGABYTES})
    if data.startswith(_OTHER_UNICODE) or _looks_like_utf16(data):
        raise LayoutError(
            _("The file is in UTF-16 or UTF-32. Save it as UTF-8 and import it again.")
        )
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        raise LayoutError(_("The file is not text: it holds binary data."), line)
    text = _decode_utf8(data).removeprefix("\ufeff")
    if not text.strip():
        raise LayoutError(_("The file is empty."))
    return text


def _decode_utf8(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        reason = _(
            "Byte 0x%(byte)02X at position %(position)d is not UTF-8. Save the file as UTF-8 "
            "and import it again."
        ) % {"byte": data[error.start], "position": error.start + 1}
        raise LayoutError(reason, data[: error.start].count(b"\n") + 1) from error


def _looks_like_utf16(data: bytes) -> bool:
    """Tell whether data makes sense as UTF-16 without a byte order mark.

    Then most high bytes are zero, as those of Latin letters are, and no letter is a control.
    """
    if len(data) % 2:
        return False
    for codec, high_bytes in (("utf-16-le", data[1::2]), ("utf-16-be", data[0::2])):
        if high_bytes and high_bytes.count(0) * 2 >= len(high_bytes):
            text = data.decode(codec, errors="replace")
            if all(letter.isprintable() or letter.isspace() for letter in text):
                return True
    return False
