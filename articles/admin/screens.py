"""Every screen of the desk: importing this registers them. ArticlesConfig.ready does.

Not in the package itself: Django imports `articles.admin.site` to make the site, and a package that
registered screens meanwhile would register them with another one.
"""

from . import (
    activities,
    articles,
    authors,
    corrections,
    images,
    masthead,
    paper_pages,
    people,
    placements,
    sections,
    tags,
)

__all__ = [
    "activities",
    "articles",
    "authors",
    "corrections",
    "images",
    "masthead",
    "paper_pages",
    "people",
    "placements",
    "sections",
    "tags",
]
