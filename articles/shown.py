"""Which pictures readers may fetch: those of present and scheduled publications, and portraits."""

from collections.abc import Iterable

from django.utils import timezone

from .images import store
from .models import Author, Image, ImageVersion, PublishedFigure


def is_shown(hash: str) -> bool:
    """Whether a page that readers see, or will see, points to renditions of this name."""
    figures = PublishedFigure.objects.filter(
        image_version__hash=hash,
        image_version__taken_down=False,
        publication__visible_until__gt=timezone.now(),
    )
    portraits = Author.objects.filter(portrait__current__hash=hash, merged_into=None)
    return figures.exists() or portraits.exists()


def standing_files(figures: Iterable[PublishedFigure]) -> dict[int, ImageVersion]:
    """The files of figures that readers may have, by Image id; fetched with `image_version`."""
    return {
        row.image_version.image_id: row.image_version
        for row in figures
        if not row.image_version.taken_down
    }


def hold_pictures(ids: Iterable[int]) -> set[int]:
    """Lock the pictures until the transaction ends; returns those that are taken down.

    Whoever writes what readers get of a picture asks here before it touches a publication's row:
    a picture cannot be taken down in between.
    """
    rows = Image.objects.select_for_update().filter(pk__in=set(ids)).order_by("pk")
    return {row.pk for row in rows if row.taken_down_at is not None}


def make_public(version: ImageVersion) -> None:
    """Copy a version's renditions to where readers' pages point; those never made are made first.

    A picture taken in before a newer plan of renditions (articles/images/plan.py) lacks some.

    Raises:
        FileNotFoundError: the original itself is missing.
    """
    paths = store.rendition_paths(version.hash, version.width, version.height)
    try:
        store.make_public(paths)
    except FileNotFoundError:
        store.complete(version.original, version.hash, (version.focal_x, version.focal_y))
        store.make_public(paths)


def show_portrait(author: Author) -> None:
    """Make the files of an author's portrait public.

    Not part of the act that chooses it: files have no transaction. `manage.py tick` does it again.
    """
    version = author.portrait.current if author.portrait else None
    if version is not None:
        make_public(version)
