"""Which pages are made before readers ask for them; newsroom/pagestore/ahead.py makes them."""

from functools import partial

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from newsroom.pagestore import ahead

from . import listings
from .models import PublishedArticle, Section

# What the front page leads to, more or less.
NEWEST = 30


def at_start() -> list[str]:
    """What a process makes first: the front page, the sections, the newest articles."""
    sections = [each.get_absolute_url() for each in Section.objects.filter(parent=None)]
    newest = listings.newest(timezone.now(), size=NEWEST).articles
    return [reverse("front"), *sections, *(each.get_absolute_url() for each in newest)]


def after_commit(publication: PublishedArticle) -> None:
    """Once the transaction holds, make the pages anew that this publication changes most."""
    pages = partial(_pages_with, publication)
    transaction.on_commit(lambda: ahead.want(pages), robust=True)


def _pages_with(publication: PublishedArticle) -> list[str]:
    """The article's page while it has one, its section's and that section's parent's, the front."""
    pages = [reverse("front")]
    if PublishedArticle.objects.visible().filter(article=publication.article_id).exists():
        pages.insert(0, publication.get_absolute_url())
    section = Section.objects.select_related("parent").get(pk=publication.section_id)
    return [*pages, *(each.get_absolute_url() for each in section.with_parent())]
