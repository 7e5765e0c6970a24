"""Pictures in a text: the line that names the file, and the caption line below it."""

from __future__ import annotations

import re

from articles.body import Figure, caption_line

_PICTURE_NAME = re.compile(
    r"[^/\\]*[^/\\.\s][^/\\]*\.(?:jpe?g|png|webp|gif|bmp|tiff?|heic|avif|svg)", re.IGNORECASE
)
# The longest file name that common file systems hold.
_NAME_LIMIT_BYTES = 255

# "Ảnh" opens a credit only with a capital: "Trong ảnh: …" goes on describing. Inside a bracket
# of its own either will do.
_LABELS = "Ảnh|Nguồn ảnh|Nguồn|Đồ họa|Đồ hoạ|Video|Clip"
_LABEL = re.compile(rf"(?<!\w)(?:\((?i:{_LABELS})|(?:{_LABELS}))\s*:\s*")
_SEPARATOR = re.compile(r"\s+[-–—|]\s+\Z|\s+\Z")
# A credit is a name or a few; a sentence after "Ảnh:" describes the picture.
_CREDIT_LIMIT = 100
_TAIL_LIMIT = len(" ).")
_SENTENCE_BREAK = re.compile(r"[.!?…]\s+(?=\S)")
_INITIALS = re.compile(r"(?:^|\s)(?:\w{1,2}\.)+\s+\Z")
_NO_CREDIT = {"minh họa", "minh hoạ"}


def is_picture_name(line: str) -> bool:
    """Tell whether a line is the file name of a picture: no folder, a picture's extension."""
    return len(line.encode()) <= _NAME_LIMIT_BYTES and bool(_PICTURE_NAME.fullmatch(line))


def parse_caption(name: str, line: str) -> Figure:
    """Split a caption line into caption, separator, label, credit and tail.

    The five parts in this order are the line again, character for character; the caption keeps
    its own full stop. Where no credit is found, all of the line is caption.
    """
    for label in _LABEL.finditer(line):
        # A label too far from the end is passed over at once: a line may be as long as a file.
        if len(line) - label.end() > _CREDIT_LIMIT + _TAIL_LIMIT:
            continue
        credit, tail = _credit_and_tail(line[label.end() :], label.group().startswith("("))
        if not _is_credit(credit):
            continue
        before = line[: label.start()]
        separator = _SEPARATOR.search(before)
        caption = before[: separator.start()] if separator else before
        figure = Figure(
            image=None,
            name=name,
            caption=caption,
            separator=before[len(caption) :],
            label=label.group(),
            credit=credit,
            tail=tail,
        )
        if caption_line(figure) == line:
            return figure
    return Figure(image=None, name=name, caption=line)


def _credit_and_tail(rest: str, bracketed: bool) -> tuple[str, str]:
    """Split what follows a label; the credit is "" where an opened bracket is not closed."""
    tail = re.search(r"\s*\)\.?\Z" if bracketed else r"\s*\.?\Z", rest)
    if tail is None:
        return "", ""
    return rest[: tail.start()], tail.group()


def _is_credit(text: str) -> bool:
    if not any(letter.isalpha() for letter in text) or len(text) > _CREDIT_LIMIT:
        return False
    if text.casefold() in _NO_CREDIT:
        return False
    return all(_INITIALS.search(text[: end.end()]) for end in _SENTENCE_BREAK.finditer(text))
