"""The recycle bin: a draft that readers never had leaves the desk's lists, and can come back."""

from typing import TYPE_CHECKING

from django.db import transaction

from ..models import Article, Notice
from ..structure import State
from .moving import move
from .notices import authors_of, tell
from .permission import require
from .saving import lock

if TYPE_CHECKING:
    from ..models import User


def bin_article(article: Article, *, by: "User | None", base_version: int | None = None) -> Article:
    """Put a draft into the recycle bin. Nothing is deleted, now or later.

    Raises:
        Stale: the article is no longer at `base_version`.
        Refused: not permitted, not in this state, or readers have had it.
    """
    with transaction.atomic():
        article = lock(article.pk, base_version)
        require("bin_article", by, article)
        activity = move(
            article, State.BINNED, "bin_article", by=by, revision=article.revision_number
        )
        tell(Notice.Kind.BINNED, authors_of(article), article, activity)
    return article


def unbin_article(
    article: Article, *, by: "User | None", base_version: int | None = None
) -> Article:
    """Take a draft out of the recycle bin, as the draft it was.

    Raises:
        Stale: the article is no longer at `base_version`.
        Refused: not permitted, or it is not in the bin.
    """
    with transaction.atomic():
        article = lock(article.pk, base_version)
        require("unbin_article", by, article)
        move(article, State.DRAFT, "unbin_article", by=by, revision=article.revision_number)
    return article
