"""Making published HTML anew after the renderer has changed, from the approved source alone."""

from django.db import transaction

from newsroom.pagestore.versions import raise_versions

from . import body, render
from .models import PublishedBody
from .surfaces import article_key


def rerender(published: PublishedBody) -> bool:
    """Renew the HTML of one publication; False where it is what it would become.

    The words and the files are those of the publication: its source and its figures, never the
    working copy.
    """
    figures = published.publication.figures.select_related("image_version")
    pictures = {row.image_version.image_id: row.image_version for row in figures}
    html = render.render_body(body.parse(published.source), pictures)
    if (published.html, published.html_version) == (html, render.HTML_VERSION):
        return False
    with transaction.atomic():
        PublishedBody.objects.filter(pk=published.pk).update(
            html=html, html_version=render.HTML_VERSION
        )
        raise_versions({article_key(published.publication.article_id)})
    return True
