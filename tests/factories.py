"""Things for tests, made through the acts that people use."""

import itertools
from datetime import datetime
from io import BytesIO
from typing import Any

from PIL import Image as Pixels

from articles.actions.publishing import publish
from articles.actions.records import add_image, save_record
from articles.actions.saving import create
from articles.draft import Draft, DraftByline
from articles.images import store
from articles.models import Article, Author, Image, PublishedArticle, Section, User

_numbers = itertools.count(1)


def make_section(
    name: str = "", *, parent: Section | None = None, slug: str = "", steps: int = 0
) -> Section:
    """A section, or a subsection of `parent`; its articles need `steps` approvals."""
    number = next(_numbers)
    return save_record(
        Section(),
        {
            "name": name or f"Chuyên mục {number}",
            "slug": slug or f"chuyen-muc-{number}",
            "parent": parent,
            "position": number,
            "approval_steps": steps,
        },
        by=None,
    )


def make_author(name: str = "", *, user: User | None = None) -> Author:
    """An author; with `user`, the byline of that person."""
    return save_record(
        Author(), {"name": name or f"Tác giả {next(_numbers)}", "user": user}, by=None
    )


def picture_bytes(width: int = 640, height: int = 480, colour: str = "teal") -> bytes:
    """A JPEG of one colour."""
    file = BytesIO()
    Pixels.new("RGB", (width, height), colour).save(file, "JPEG")
    return file.getvalue()


def make_image(
    filename: str = "anh.jpg", *, data: bytes | None = None, missing: bool = False
) -> Image:
    """A picture of the archive; `missing` makes one whose file has not arrived."""
    if missing:
        return add_image(None, filename, by=None)
    stored = store.take_in(BytesIO(data or picture_bytes()), filename)
    return add_image(stored, filename, by=None, alt="Một tấm ảnh")


def figure(image: Image, caption: str = "Chú thích.", credit: str = "") -> str:
    """The figure of a picture, in the stored vocabulary."""
    credit_part = f'<div data-part="credit">{credit}</div>' if credit else ""
    return (
        f'<figure data-image="{image.pk}" data-name="{image.original_filename}"><figcaption>'
        f'<div data-part="caption">{caption}</div>{credit_part}</figcaption></figure>'
    )


def make_draft(**fields: Any) -> Draft:
    """A whole draft; `section` may be a Section, `authors` a list of Author."""
    number = next(_numbers)
    section = fields.pop("section", None) or make_section()
    authors = fields.pop("authors", ())
    values: dict[str, Any] = {
        "title": f"Bài số {number}",
        "sapo": f"Sapo của bài số {number}.",
        "body": f"<p>Thân bài số {number}.</p>",
        "section": section.pk if isinstance(section, Section) else section,
        "bylines": tuple(
            DraftByline(author.pk, author.name, separator=" - " if position else "")
            for position, author in enumerate(authors)
        ),
    }
    return Draft(**(values | fields))


def make_article(*, by: User | None = None, **fields: Any) -> Article:
    """A working copy that nobody has published."""
    return create(make_draft(**fields), by=by)


def make_published(*, at: datetime | None = None, **fields: Any) -> PublishedArticle:
    """An article that readers see, or will see from `at` on; returns the publication."""
    return publish(make_article(**fields), by=None, at=at)
