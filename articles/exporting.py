"""An article's working copy as the file it would be imported from."""

from django.utils import timezone

from . import body
from .importers.imported import ImportedArticle, ImportedByline
from .models import Article, Section


def exported(article: Article) -> ImportedArticle:
    """The newest revision in the importer's terms; comments and tags have no place there."""
    draft = article.draft
    return ImportedArticle(
        section=Section.objects.get(pk=draft.section).name,
        title=draft.title,
        bylines=tuple(
            ImportedByline(byline.name, byline.role, byline.separator) for byline in draft.bylines
        ),
        dateline=draft.dateline and timezone.localtime(draft.dateline),
        dateline_has_time=draft.dateline_has_time,
        sapo=draft.sapo,
        blocks=body.parse(draft.body),
        copyright_notice=draft.copyright_notice,
        set_aside=(),
    )
