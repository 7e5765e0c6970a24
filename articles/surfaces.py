"""The names of what readers see move together; newsroom.pagestore keeps a version for each."""

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


def surfaces_of(publications: list[PublishedArticle]) -> set[str]:
    """Every surface that shows, or stops showing, one of these publications of one article."""
    articles = {publication.article_id for publication in publications}
    keys = {FRONT, *map(article_key, articles)}
    for model, column, key_of in (
        (Listing, "section", section_key),
        (PublishedTag, "tag", tag_key),
        (PublishedByline, "author", author_key),
    ):
        entries = model.objects.filter(publication__in=publications).order_by()
        keys.update(map(key_of, entries.values_list(column, flat=True)))
    slots = Placement.objects.filter(article__in=articles).values_list("slot", flat=True)
    return keys | {slot_key(slot) for slot in slots}
