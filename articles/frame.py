"""What stands around every page: the paper's name and imprint, its sections, the day."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.conf import settings
from django.db.models import QuerySet, Subquery
from django.utils import timezone

from newsroom.prepared import prepared

from .models import FOREVER, Masthead, Placement, PublishedArticle, Section


@dataclass(frozen=True, slots=True)
class Frame:
    """The paper as it stands at `now`; `sections` holds all of them, each knowing its parent.

    `until` is the next instant at which what readers see changes by itself: a publication or a
    placement begins or ends, or the date in the head turns. It is the same one for all pages.
    """

    masthead: Masthead
    sections: tuple[Section, ...]
    now: datetime
    until: datetime
    site_url: str

    @property
    def navigation(self) -> list[Section]:
        """The sections of the first level, in the paper's order."""
        return [section for section in self.sections if section.parent_id is None]

    def subsections(self, section: Section) -> list[Section]:
        """What stands below a section, in the paper's order."""
        return [each for each in self.sections if each.parent_id == section.pk]

    def find(self, slug: str, parent: Section | None = None) -> Section | None:
        """The section at this address (below `parent`), or None."""
        parent_id = parent.pk if parent else None
        for section in self.sections:
            if (section.slug, section.parent_id) == (slug, parent_id):
                return section
        return None


def load_frame(now: datetime) -> Frame:
    """The frame of a page made at `now`: two queries."""
    sections = _sections()
    by_id = {section.pk: section for section in sections}
    for section in sections:
        if section.parent_id is not None:
            section.parent = by_id[section.parent_id]
    masthead = next(iter(_masthead(now)), None)
    today = timezone.localtime(now)
    midnight = datetime.combine(today.date() + timedelta(days=1), time(), today.tzinfo)
    edge_times = [getattr(masthead, name) for name in EDGES] if masthead else [now]
    return Frame(
        masthead=masthead or Masthead.before_set_up(),
        sections=tuple(sections),
        now=now,
        until=min([midnight, *(edge for edge in edge_times if edge)]),
        site_url=settings.SITE_URL,
    )


@prepared
def _sections() -> QuerySet:
    return Section.objects.all()


@prepared
def _masthead(now: datetime) -> QuerySet:
    """The masthead, and beside it what begins or ends next: four looks into indexes."""
    edges = {}
    for model in (PublishedArticle, Placement):
        name, rows = model._meta.model_name, model.objects.all()
        edges[f"{name}_begins"] = _first(rows.filter(visible_from__gt=now), "visible_from")
        ending = rows.filter(visible_until__gt=now, visible_until__lt=FOREVER)
        edges[f"{name}_ends"] = _first(ending, "visible_until")
    return Masthead.objects.filter(pk=1).annotate(**edges)


EDGES = ("publishedarticle_begins", "publishedarticle_ends", "placement_begins", "placement_ends")


def _first(rows: QuerySet, name: str) -> Subquery:
    return Subquery(rows.order_by(name).values(name)[:1])
