"""What can be compared: a revision, or what readers see of the article now."""

from dataclasses import dataclass, field, replace

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import body
from ..actions.cleaning import resolve_bylines
from ..actions.publications import described
from ..draft import Draft, DraftByline
from ..models import Article, PublishedArticle, Revision

LIVE = "live"


@dataclass(frozen=True, slots=True)
class Side:
    """One of two texts. `key` is what the address calls it: a revision's number, or LIVE.

    `blocks` are the draft's body. `revision` is the one that was published, for what readers see;
    it is then not always what they read letter by letter. `files` are the ids of the picture files
    that readers have, by Image id, and `hidden` the pictures they do not get; a revision knows
    neither.
    """

    key: str
    draft: Draft
    revision: Revision
    publication: PublishedArticle | None = None
    blocks: tuple[body.Block, ...] = ()
    files: dict[int, int] = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()

    @property
    def label(self) -> str:
        number = self.revision.number
        if self.publication:
            return _("What readers see, from revision %(number)s") % {"number": number}
        return _("Revision %(number)s") % {"number": number}


def find_sides(article: Article, *keys: str) -> list[Side]:
    """The texts of these keys; the article comes from the screen's own queryset.

    Raises:
        Http404: there is no such revision, or readers do not have the article.
    """
    publication = _publication(article) if LIVE in keys else None
    numbers = {int(key) for key in keys if _is_number(key)}
    if publication:
        numbers.add(publication.revision_number)
    revisions = {
        row.number: row
        for row in article.revisions.select_related("created_by", "naming").filter(
            number__in=numbers
        )
    }
    return [_side(key, revisions, publication) for key in keys]


def as_published(side: Side) -> Side:
    """A revision with what publishing it would fill in: authors' present names, descriptions."""
    if side.publication:
        return side
    draft = replace(side.draft, bylines=resolve_bylines(side.draft.bylines))
    return replace(side, draft=draft, blocks=described(side.blocks))


def _is_number(key: str) -> bool:
    return key.isascii() and key.isdigit() and len(key) < 10


def _side(key: str, revisions: dict[int, Revision], publication: PublishedArticle | None) -> Side:
    if key == LIVE and publication and publication.revision_number in revisions:
        revision = revisions[publication.revision_number]
        versions = [row.image_version for row in publication.figures.all()]
        return Side(
            key,
            published_draft(publication, revision.draft),
            revision,
            publication,
            body.parse(publication.body.source),
            {version.image_id: version.pk for version in versions},
            frozenset(version.image_id for version in versions if version.taken_down),
        )
    if not _is_number(key) or int(key) not in revisions:
        raise Http404("no such text of this article")
    revision = revisions[int(key)]
    draft = revision.draft
    return Side(key, draft, revision, blocks=body.parse(draft.body))


def _publication(article: Article) -> PublishedArticle | None:
    rows = PublishedArticle.objects.visible(timezone.now()).filter(article=article)
    return (
        rows.select_related("body")
        .prefetch_related("bylines", "tags__tag", "listings", "figures__image_version")
        .first()
    )


def published_draft(publication: PublishedArticle, approved: Draft) -> Draft:
    """What readers have, as the draft that would say the same; made of what is published alone.

    `approved` is the draft it was published from: whether that gave a date to print is known from
    there only.
    """
    return replace(
        approved,
        title=publication.title,
        kicker=publication.kicker,
        sapo=publication.sapo,
        body=publication.body.source,
        kind=publication.kind,
        section=publication.section_id,
        also_in=tuple(
            sorted(
                row.section_id
                for row in publication.listings.all()
                if not row.inherited and row.section_id != publication.section_id
            )
        ),
        bylines=tuple(
            DraftByline(row.author_id, row.name, row.role, row.separator)
            for row in publication.bylines.all()
        ),
        tags=tuple(
            row.tag.name for row in sorted(publication.tags.all(), key=lambda row: row.position)
        ),
        copyright_notice=publication.copyright_notice,
        dateline=approved.dateline and publication.first_published_at,
        dateline_has_time=publication.first_published_has_time,
    )
