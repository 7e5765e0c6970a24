"""`Entry`: an article as lists show it, light enough that a page of fifty costs next to nothing.

Made of the values of one row instead of four models. It is equal to another one when all that it
shows is equal, so that what is made of it can be kept by it (`remembered` in
newsroom/templating.py). docs/decisions/prepared-queries.md
"""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from .addresses import path


class EntrySection(NamedTuple):
    """The section that an article is in, and where it leads."""

    name: str
    url: str


class EntryPicture(NamedTuple):
    """What the addresses of a picture's files follow from; `width` and `height` in pixels."""

    hash: str
    width: int
    height: int


class Entry(NamedTuple):
    """A publication, `publication` being its id, with its section and its picture."""

    publication: int
    article_id: int
    title: str
    slug: str
    sapo: str
    byline: str
    lead_alt: str
    first_published_at: datetime
    first_published_has_time: bool
    updated_at: datetime | None
    section: EntrySection
    lead_image: EntryPicture | None

    def get_absolute_url(self) -> str:
        """The article's address."""
        return path("article", self.slug, self.article_id)


_OWN = (
    *("pk", "article_id", "title", "slug", "sapo", "byline", "lead_alt"),
    *("first_published_at", "first_published_has_time", "updated_at"),
)
# The columns of PublishedArticle that `entry_of` makes an entry of.
COLUMNS = (
    *_OWN,
    *("section__name", "section__slug", "section__parent__slug"),
    *("lead_image__hash", "lead_image__width", "lead_image__height"),
)


def entry_of(row: Sequence[Any]) -> Entry:
    """The entry of a row that begins with the values of `COLUMNS`."""
    name, slug, parent, hash, width, height = row[len(_OWN) : len(COLUMNS)]
    picture = EntryPicture(hash, width, height) if hash is not None else None
    return Entry._make((*row[: len(_OWN)], _section(name, slug, parent), picture))


@lru_cache(maxsize=1024)
def _section(name: str, slug: str, parent: str | None) -> EntrySection:
    return EntrySection(name, path("subsection", parent, slug) if parent else path("section", slug))
