"""Making published HTML anew after the renderer has changed, from the approved source alone.

And the files of pictures that a newer plan has and an older one had not.
"""

from django.db import transaction

from newsroom.pagestore.versions import raise_versions

from . import body, render
from .images import store
from .models import ImageVersion, PublishedBody
from .shown import hold_pictures, is_shown, standing_files
from .surfaces import article_key


def rerender(published: PublishedBody) -> bool:
    """Renew the HTML of one publication; False where it is what it would become.

    The words and the files are those of the publication: its source and its figures, never the
    working copy.
    """
    figures = published.publication.figures
    with transaction.atomic():
        # As publishing does: a picture taken down meanwhile must not come back.
        hold_pictures(figures.values_list("image_version__image", flat=True))
        shown = standing_files(figures.select_related("image_version"))
        html = render.render_body(body.parse(published.source), shown)
        if (published.html, published.html_version) == (html, render.HTML_VERSION):
            return False
        PublishedBody.objects.filter(pk=published.pk).update(
            html=html, html_version=render.HTML_VERSION
        )
        raise_versions({article_key(published.publication.article_id)})
    return True


def complete_renditions(version: ImageVersion) -> bool:
    """Make the files of a picture that are missing; False where none was.

    Raises:
        FileNotFoundError: the original itself is missing.
    """
    made = store.complete(version.original, version.hash, (version.focal_x, version.focal_y))
    if made and is_shown(version.hash):
        store.make_public(store.rendition_paths(version.hash, version.width, version.height))
    return made
