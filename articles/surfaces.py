"""The names of what readers see move together; newsroom.pagestore keeps a version for each."""

from django.db.models import Value

from .models import Listing, Placement, PublishedArticle, PublishedByline, PublishedTag

FRONT = "front"
SITE = "site"
CORRECTIONS = "corrections"


def article_key(article_id: int) -> str:
    """An article's own page."""
    return f"a:{article_id}"


def comments_key(article_id: int) -> str:
    """The comments under an article."""
    return f"c:{article_id}"


def section_key(section_id: int) -> str:
    """A section's page."""
    return f"s:{section_id}"


def tag_key(tag_id: int) -> str:
    """A tag's page."""
    return f"t:{tag_id}"


def author_key(author_id: int) -> str:
    """An author's page."""
    return f"au:{author_id}"


def slot_key(slot: str) -> str:
    """A hand-made list."""
    return f"slot:{slot}"


LISTS = (
    (Listing, "section_id", section_key),
    (PublishedTag, "tag_id", tag_key),
    (PublishedByline, "author_id", author_key),
)


def surfaces_of(publications: list[PublishedArticle]) -> set[str]:
    """Every surface that shows, or stops showing, one of these publications of one article."""
    articles = {publication.article_id for publication in publications}
    keys = {FRONT, *map(article_key, articles)}
    # One question about the three lists: which of them, and whose.
    entries = [
        model.objects.filter(publication__in=publications)
        .order_by()
        .values_list(Value(place), column)
        for place, (model, column, _key_of) in enumerate(LISTS)
    ]
    keys.update(LISTS[place][2](pk) for place, pk in entries[0].union(*entries[1:]))
    slots = Placement.objects.filter(article__in=articles).order_by().values_list("slot", flat=True)
    return keys | set(map(slot_key, slots))
