"""The names of what readers see move together; newsroom.pagestore keeps a version for each."""

from .models import Placement, PublishedArticle

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
    keys = {FRONT}
    for publication in publications:
        keys.add(article_key(publication.article_id))
        keys.update(section_key(entry.section_id) for entry in publication.listings.all())
        keys.update(tag_key(entry.tag_id) for entry in publication.tags.all())
        keys.update(author_key(entry.author_id) for entry in publication.bylines.all())
    articles = {publication.article_id for publication in publications}
    slots = Placement.objects.filter(article__in=articles).values_list("slot", flat=True)
    return keys | {slot_key(slot) for slot in slots}
